"""`show` and `register`: what an account may see, as JSON."""

import json
from pathlib import Path

import pytest

from reception.rules.staff import Role
from reception.services import staff
from reception.store.database import open_store
from tests.cast import ANN, BEN, CARA, CHEAP_PASSWORDS, DAN, PASSWORD, Clock, desk_of
from tests.cli.conftest import Say
from tests.cli.said import entry

NAMED = {"person_name": "李明轩", "phone": "13800138000", "privacy_told": True}


@pytest.fixture
def head(folder: Path) -> str:
    """Give the name of a unit head of this test's office."""
    store = open_store(folder)
    try:
        desk = desk_of(store, ANN, Clock())
        staff.add_account(desk, "方", (Role.UNIT_HEAD,), PASSWORD, must_change=False, passwords=CHEAP_PASSWORDS)
    finally:
        store.close()
    return "方"


def lines(out: list[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in out]


@pytest.mark.parametrize("number", ["首问〔2026〕0001", "2026-0001", "2026-1", "首问[2026]0001"])
def test_a_record_is_found_however_its_number_is_written(ann: Say, number: str):
    ann("record", stdin=entry(**NAMED))
    shown = json.loads(ann("show", number).out[0])
    assert (shown["reg_no"], shown["person_name"]) == ("首问〔2026〕0001", "李明轩")


@pytest.mark.parametrize("number", ["2026-0002", "x", "", "2026", "-1", "2026-" + "9" * 14, "\udcff", "0" * 999])
def test_a_number_that_names_nothing_is_refused(ann: Say, number: str):
    ann("record", stdin=entry())
    said = ann("show", "--", number)
    assert (said.code, said.out, len(said.err)) == (1, [], 1)


def test_whoever_serves_at_the_desk_sees_the_record_whole_and_the_look_is_logged(ann: Say):
    ann("record", stdin=entry(**NAMED))
    shown = json.loads(ann("show", "2026-0001", name=BEN).out[0])
    assert (shown["person_name"], shown["phone"], shown["masked"]) == ("李明轩", "13800138000", False)
    history = json.loads(ann("show", "2026-0001", "--history").out[0])["history"]
    assert [(one["actor"], one["action"]) for one in history][:2] == [(ANN, "record"), (BEN, "see_personal")]


def test_the_supervisor_sees_masks(ann: Say):
    ann("record", stdin=entry(**NAMED))
    shown = json.loads(ann("show", "2026-0001", name=DAN).out[0])
    assert (shown["person_name"], shown["phone"], shown["masked"]) == ("李*轩", "138****8000", True)


def test_of_a_complaint_others_see_number_date_and_that_it_is_restricted(ann: Say):
    ann("record", stdin=entry(disposition="D10", received_at="2026-11-23 09:00", **NAMED))
    known = {"reg_no": "首问〔2026〕0001", "date": "2026-11-23", "restricted": True}
    for other in (BEN, CARA):
        assert ann("show", "2026-0001", name=other) == (0, [json.dumps(known, ensure_ascii=False)], [])
    assert json.loads(ann("show", "2026-0001").out[0])["person_name"] == "李明轩"
    assert json.loads(ann("show", "2026-0001", name=DAN).out[0])["disposition"] == "D10"
    assert lines(ann("register").out) == lines(ann("register", name=DAN).out) == [known]


def test_the_register_lists_local_days_both_included(ann: Say):
    for day in ("2026-11-20 23:59", "2026-11-21 00:00", "2026-11-22 23:59", "2026-11-23 00:00"):
        ann("record", stdin=entry(received_at=day))
    listed = lines(ann("register", "--from", "2026-11-21", "--to", "2026-11-22").out)
    assert [line["received_at"] for line in listed] == ["2026-11-21 00:00", "2026-11-22 23:59"]
    assert len(ann("register", "--from", "2026-11-22").out) == 2
    assert len(ann("register", "--to", "2026-11-20").out) == 1
    assert len(ann("register").out) == 4


def test_the_register_masks_what_others_took(ann: Say):
    ann("record", stdin=entry(summary="李明轩 13800138000", **NAMED))
    own = lines(ann("register").out)[0]
    other = lines(ann("register", name=BEN).out)[0]
    assert (own["person_name"], own["phone"]) == ("李明轩", "13800138000")
    assert (other["person_name"], other["phone"]) == ("李*轩", "138****8000")
    assert "13800138000" not in json.dumps(other)


def test_an_earlier_contact_is_named_by_its_number(ann: Say):
    ann("record", stdin=entry())
    ann("record", stdin=entry(repeat_of="2026-0001"))
    assert [line["repeat_of"] for line in lines(ann("register").out)] == ["", "首问〔2026〕0001"]
    assert json.loads(ann("show", "2026-2").out[0])["repeat_of"] == "首问〔2026〕0001"


def test_full_values_leave_only_with_the_unit_head_and_a_purpose(ann: Say, head: str):
    ann("record", stdin=entry(**NAMED))
    assert ann("register", "--full", "--purpose", "核对").code == 3
    nothing = ann("register", "--full", name=head)
    assert (nothing.code, nothing.out) == (1, [])
    assert nothing.err[0].startswith("error: purpose: ")
    whole = lines(ann("register", "--full", "--purpose", "年度核对", name=head).out)
    assert whole[0]["person_name"] == "李明轩"
