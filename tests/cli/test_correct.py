"""Corrections by command: what is set right, what is refused, and by whom."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import BEN, CARA
from tests.cli.said import Said, entry

PERSON = {"person_name": "林小舟", "phone": "13800138000", "privacy_told": True}
Ann = Callable[..., Said]


@pytest.fixture
def number(ann: Ann) -> str:
    """Give the register number of a plain answer to 林小舟."""
    said = ann(
        "record", stdin=entry(**PERSON, remark="旧备注", ended_at="2020-01-02 10:00", received_at="2020-01-02 09:50")
    )
    assert said.code == 0, said
    return said.out[0]


def sent(reason: str | None = "misheard", **changes: Any) -> str:
    return json.dumps({"changes": changes, "reason": reason}, ensure_ascii=False)


def shown(ann: Ann, number: str) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(ann("show", number).out[0])
    return line


def test_a_correction_answers_the_number_and_shows_what_is_right(ann: Ann, number: str):
    changes = {"person_name": "林晓舟", "person_kind": "staff", "received_at": "2020-01-02 09:40", "person_count": 2}
    said = ann("correct", number, stdin=sent(**changes))
    assert (said.code, said.out, said.err) == (0, [number], [])
    record = shown(ann, number)
    assert {name: record[name] for name in changes} == changes


def test_null_empties_what_may_be_empty(ann: Ann, number: str):
    assert ann("correct", number, stdin=sent(remark=None, ended_at=None)).code == 0
    record = shown(ann, number)
    assert (record.get("remark") or "", record.get("ended_at")) == ("", None)


def test_null_where_nothing_may_be_empty_is_refused(ann: Ann, number: str):
    said = ann("correct", number, "--language", "en", stdin=sent(kind=None, received_at=None))
    assert (said.code, said.out) == (1, [])
    assert [line.split(": ")[1] for line in said.err] == ["kind", "received_at"]


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (sent(reg_no="2026-0009"), "这一项不能更正"),
        (sent(disposition="D2"), "这一项不能更正"),
        (sent(first_officer="本"), "这一项不能更正"),
        (sent(papers=[]), "这一项不能更正"),
        (sent(surname="林"), "surname"),
        (sent(person_count="2"), "person_count"),
        (sent(reason="bored", summary="别的"), "misheard mistyped visitor_corrected other"),
        (sent(reason=None, summary="别的"), "请填写此项"),
        (sent(reason="other", summary="别的"), "请填写此项"),
        (sent(remark="旧备注"), "内容没有变化"),
        ('{"reason": "misheard"}', "changes"),
        ('{"changes": {"summary": "别的"}, "reason": "misheard", "by": "安"}', "by"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_changes(ann: Ann, number: str, stdin: str, said: str):
    before = shown(ann, number)
    answer = ann("correct", number, stdin=stdin)
    assert (answer.code, answer.out) == (1, [])
    assert said in "\n".join(answer.err)
    assert shown(ann, number) == before


def test_another_clerk_is_refused_and_the_section_head_is_not(ann: Ann, number: str):
    refused = ann("correct", number, stdin=sent(summary="别的"), name=BEN)
    assert refused.code == 3
    assert "更正请找科室负责人" in refused.err[0]
    assert ann("correct", number, stdin=sent(summary="别的"), name=CARA).code == 0


def test_a_complaint_tells_a_stranger_nothing(ann: Ann):
    complaint = {**PERSON, "scope": "not_acceptable", "disposition": "D10", "summary": "反映窗口态度"}
    number = ann("record", stdin=entry(**complaint)).out[0]
    said = ann("correct", number, stdin=sent(summary="别的"), name=CARA)
    assert said.code == 3
    assert "反映" not in "\n".join((*said.out, *said.err))


def test_an_odd_phone_is_kept_and_told(ann: Ann, number: str):
    said = ann("correct", number, stdin=sent(phone="1380013"))
    assert (said.code, said.out) == (0, [number])
    assert said.err[0].startswith("warning: ")


def test_a_number_that_nobody_has_is_told(ann: Ann):
    said = ann("correct", "2026-0009", stdin=sent(summary="别的"))
    assert said.code == 1
    assert "2026-0009" in said.err[0]
