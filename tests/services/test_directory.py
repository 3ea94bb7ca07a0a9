"""The directory at the counter: searched by what people say, mended at once, filled from the catalogue."""

import dataclasses
from datetime import date

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.catalogue import Unit
from reception.services import catalogue, directory
from reception.services.desk import Desk
from reception.services.office import shipped_catalogue
from reception.store import journal
from tests.cast import BEN


def unit(desk: Desk, code: str = "CW") -> Unit:
    return next(each for each in catalogue.units(desk, inactive=True) if each.code == code)


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_a_matter_of_a_unit_leads_to_it(desk: Desk):
    first = directory.entries(desk, "补办学生证")[0]
    assert (first.unit.code, first.through) == ("JW", "补办学生证")


def test_without_words_all_units_stand_with_the_number_of_their_matters(desk: Desk):
    found = directory.entries(desk)
    assert [each.unit for each in found] == list(catalogue.units(desk))
    assert sum(len(each.matters) for each in found) == len(catalogue.matters(desk))


def test_a_clerk_mends_phone_hours_and_duties_and_the_door_says_whether_it_is_open(ben_desk: Desk):
    before = unit(ben_desk)
    draft = dataclasses.replace(before, phone=" 0731-5550-1241 ", hours="08:00-12:00", duties="退费、发票")
    saved = directory.save_unit(ben_desk, draft)
    assert (saved.phone, saved.version) == ("0731-5550-1241", before.version + 1)
    (found,) = directory.entries(ben_desk, "发票")
    assert (found.unit, found.open_now, found.through) == (saved, True, "发票")
    with ben_desk.reading():
        entry = journal.entries("Unit", saved.id)[-1]
    assert (entry.actor, entry.action) == (BEN, "mend_matter")


def test_a_door_closes_with_the_last_second_of_its_hours(desk: Desk, clock):
    directory.save_unit(desk, dataclasses.replace(unit(desk), hours="08:00-10:30"))
    clock.advance(minutes=4)
    assert directory.entries(desk, "CW")[0].open_now is False


def test_a_clerk_neither_renames_nor_adds_nor_retires_a_unit(ben_desk: Desk):
    for changes in ({"name": "计财处"}, {"active": False}):
        with pytest.raises(NotAllowed):
            directory.save_unit(ben_desk, dataclasses.replace(unit(ben_desk), **changes))
    with pytest.raises(NotAllowed):
        directory.save_unit(ben_desk, Unit(code="QX", name="气象站"))


def test_a_head_adds_a_unit_that_is_found_and_retires_it_again(cara_desk: Desk):
    added = directory.save_unit(cara_desk, Unit(code="QX", name="气象站", duties="看天"))
    assert directory.entries(cara_desk, "qxz")[0].unit == added
    directory.save_unit(cara_desk, dataclasses.replace(added, active=False))
    assert directory.entries(cara_desk, "气象站") == ()
    assert directory.entries(cara_desk, "气象站", inactive=True)[0].unit.code == "QX"


def test_everything_wrong_with_a_unit_is_said_at_once(cara_desk: Desk):
    with pytest.raises(Invalid) as refusal:
        directory.save_unit(cara_desk, Unit(code="C W", name="", phone="1" * 61))
    assert codes(refusal) == [("phone", "too_long"), ("name", "required"), ("code", "code_form")]


def test_a_code_is_taken_once_and_never_changed(cara_desk: Desk):
    with pytest.raises(Invalid) as refusal:
        directory.save_unit(cara_desk, Unit(code="CW", name="财务二处"))
    assert codes(refusal) == [("code", "unit_taken")]
    with pytest.raises(Invalid) as refusal:
        directory.save_unit(cara_desk, dataclasses.replace(unit(cara_desk), code="CX"))
    assert codes(refusal) == [("code", "unit_code_fixed")]


def test_who_mends_what_somebody_else_changed_meanwhile_is_told(desk: Desk, ben_desk: Desk):
    read = unit(desk)
    directory.save_unit(ben_desk, dataclasses.replace(read, phone="1"))
    with pytest.raises(Conflict):
        directory.save_unit(desk, dataclasses.replace(read, phone="2"))
    assert unit(desk).phone == "1"


def test_saving_nothing_is_refused(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        directory.save_unit(desk, unit(desk))
    assert [code for _field, code in codes(refusal)] == ["nothing_to_change"]


def test_the_catalogue_fills_what_is_empty_and_leaves_what_stands(desk: Desk):
    mended = directory.save_unit(desk, dataclasses.replace(unit(desk, "JW"), duties="只此一项"))
    assert directory.fill_from_catalogue(desk) > 0
    after, finance = unit(desk, "JW"), unit(desk)
    assert after.duties == "只此一项"
    assert after.hours == "工作日 08:00-12:00 14:30-17:30"
    assert (after.place, after.phone) == (mended.place, mended.phone)
    assert "学费" in finance.duties
    assert not any(word.isascii() for word in finance.duties.split("、"))
    with pytest.raises(Invalid) as refusal:
        directory.fill_from_catalogue(desk)
    assert codes(refusal)[0][1] == "nothing_to_change"


def test_a_new_import_keeps_the_duties_and_hours_that_its_file_does_not_say(desk: Desk):
    directory.save_unit(desk, dataclasses.replace(unit(desk), hours="09:00-11:00", duties="退费"))
    text = shipped_catalogue()
    assert catalogue.preview_import(desk, text).units == 0
    catalogue.import_catalogue(desk, text, date(2026, 11, 24))
    assert (unit(desk).hours, unit(desk).duties) == ("09:00-11:00", "退费")


def test_a_file_may_say_duties_and_hours(desk: Desk):
    text = shipped_catalogue().replace("- code: CW\n", "- code: CW\n  duties: 退费、发票\n  hours: 09:00-11:00\n", 1)
    assert catalogue.preview_import(desk, text).units == 1
    catalogue.import_catalogue(desk, text, date(2026, 11, 24))
    assert (unit(desk).hours, unit(desk).duties) == ("09:00-11:00", "退费、发票")
