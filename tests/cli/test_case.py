"""Cases by command: shown, moved and ended, and why they are due when they are."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from reception.rules.assignments import Staffing
from reception.services import assignments, posts, staff
from reception.store.database import open_store
from tests.cast import ANN, BEN, CARA, Clock, desk_of
from tests.cli.said import Said, entry

PERSON = {"person_name": "林晓舟", "phone": "13800138000", "privacy_told": True}
Ann = Callable[..., Said]


@pytest.fixture
def number(ann: Ann) -> str:
    """Give the register number of a case of five working days."""
    said = ann("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON))
    assert said.code == 0, said
    return said.out[0]


def done(said: Said) -> dict[str, Any]:
    assert said.code == 0, said
    line: dict[str, Any] = json.loads(said.out[0])
    return line


def sent(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def test_a_case_is_shown_by_either_number_with_what_may_be_done(ann: Ann, number: str):
    shown = done(ann("case", number))
    assert shown == done(ann("case", shown["case_no"]))
    assert (shown["limit"], shown["limit_basis"], shown["category"]) == ({"unit": "WD", "n": 5}, "catalogue", "routine")
    assert shown["acts"] == ["close", "pause", "extend", "refuse", "withdraw"]
    assert done(ann("case", number, name=BEN))["acts"] == []


def test_a_case_is_stopped_and_started_and_due_says_why(ann: Ann, say: Ann, folder: object, number: str):
    stop = sent(cause="hearing", reason="等待听证", ground="规定第八条", planned_on="2090-01-02")
    refused = ann("case", number, "--do", "pause", stdin=stop)
    assert (refused.code, refused.out) == (1, [])
    shown = done(ann("case", number))
    begun = shown["started_at"][:10]
    stop = sent(cause="hearing", reason="等待听证", ground="规定第八条", planned_on=_later(begun, 10))
    paused = done(ann("case", number, "--do", "pause", stdin=stop))
    assert (paused["status"], paused["due_at"], paused["acts"][:2]) == ("suspended", None, ["close", "resume"])
    (line,) = [json.loads(each) for each in say("due", number, "--data", folder).out]
    assert (line["due_at"], line["light"], line["paused"]) == (None, "paused", "hearing")
    (why,) = [json.loads(each) for each in say("due", number, "--explain", "--data", folder).out]
    assert "中止计时（听证）" in why["why"][1]
    assert "恢复之前没有到期时间" in why["why"][1]
    (english,) = say("due", shown["case_no"], "--explain", "--data", folder, "--language", "en").out
    assert "stopped since" in json.loads(english)["why"][1]
    assert done(ann("case", number, "--do", "resume"))["due_at"] == shown["due_at"]


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def test_an_extension_is_asked_by_one_and_granted_by_another(ann: Ann, say: Ann, folder: object, number: str):
    asked = done(ann("case", number, "--do", "extend", stdin=sent(days=2, reason="等盖章")))
    assert (asked["extensions"][0]["state"], asked["due_at"]) == ("asked", done(ann("case", number))["due_at"])
    assert ann("case", number, "--do", "approve", stdin="{}").code == 3
    granted = done(ann("case", number, "--do", "approve", stdin="{}", name=CARA))
    assert granted["first_due_at"] == asked["due_at"] < granted["due_at"]
    (why,) = [json.loads(each) for each in say("due", number, "--explain", "--data", folder).out]
    assert [leg["kind"] for leg in why["legs"]] == ["limit", "extension"]
    assert any("经凯批准延期2个工作日" in said for said in why["why"])
    assert (why["due_at"], why["first_due_at"]) == (granted["due_at"], asked["due_at"])


def test_a_case_closes_with_result_and_telling_only(ann: Ann, say: Ann, folder: object, number: str):
    bare = ann("case", number, "--do", "close", stdin=sent(result="已补办"))
    assert bare.code == 1
    assert bare.err == ["error: told_mode: 告知来访人以后才能办结：请选择告知方式。"]
    closed = done(ann("case", number, "--do", "close", stdin=sent(result="已补办", told_mode="phone")))
    assert (closed["status"], closed["outcome"], closed["told_mode"]) == ("closed", "done", "phone")
    assert say("due", "--data", folder).out == []
    assert done(ann("show", number))["case"]["outcome"] == "done"
    assert ann("case", number, "--do", "resume").code == 1


def test_the_other_acts_go_by_command_too(ann: Ann):
    def opened() -> str:
        return ann("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON)).out[0]

    refusal = sent(reason="不符合条件", basis="《规定》", clause="第八条", told_mode="in_person")
    assert done(ann("case", opened(), "--do", "refuse", stdin=refusal))["outcome"] == "refused"
    other = opened()
    assert done(ann("case", other, "--do", "withdraw", stdin=sent(reason="不办了")))["outcome"] == "withdrawn"
    again = sent(limit={"unit": "WD", "n": 2}, reason="又要办")
    assert done(ann("case", other, "--do", "reopen", stdin=again, name=CARA))["status"] == "open"
    given = done(ann("case", other, "--do", "assign", stdin=sent(to=BEN), name=CARA))
    assert given["assigned_to"] == BEN
    assert "close" in done(ann("case", other, name=BEN))["acts"]
    done(ann("case", other, "--do", "extend", stdin=sent(days=1, reason="等"), name=BEN))
    assert done(ann("case", other, "--do", "retract", name=BEN))["extensions"][0]["state"] == "withdrawn"
    assert ann("case", other, "--do", "lapse").code == 1


def test_wrong_words_and_wrong_numbers_are_told(ann: Ann, number: str):
    assert ann("case", number, "--do", "forget").code == 2
    assert ann("case", "受理〔2026〕9999").code == 1
    odd = ann("case", number, "--do", "extend", stdin=sent(days="two", reason="等", more=1))
    assert odd.code == 1
    assert len(odd.err) == 2


def test_an_own_limit_comes_with_the_record(ann: Ann):
    short = entry(disposition="D3", matter="JW-03", limit={"unit": "WD", "n": 2}, **PERSON)
    number = ann("record", stdin=short).out[0]
    shown = done(ann("case", number))
    assert (shown["limit"]["n"], shown["limit_basis"]) == (2, "own_promise")
    long = entry(disposition="D3", matter="JW-03", limit={"unit": "WD", "n": 9}, **PERSON)
    refused = ann("record", stdin=long)
    assert refused.code == 1
    assert "5个工作日" in refused.err[0]


def test_a_command_knows_who_holds_a_post_from_today(ann: Ann, folder: Path):
    with time_machine.travel(datetime(2026, 11, 24, 2, tzinfo=UTC), tick=False):
        number = ann("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON)).out[0]
        store = open_store(folder)
        desk = desk_of(store, ANN, Clock())
        post = next(each for each in posts.posts(desk) if each.code == "JW-03")
        ben = staff.account_named(desk, BEN)
        assignments.assign(desk, post.id, Staffing(holder_id=ben.id, from_on=date(2026, 11, 25)))
        store.close()
        assert done(ann("case", number, name=BEN))["acts"] == []
    with time_machine.travel(datetime(2026, 11, 24, 23, tzinfo=UTC), tick=False):
        assert "close" in done(ann("case", number, name=BEN))["acts"]
