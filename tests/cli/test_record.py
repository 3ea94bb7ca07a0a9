"""`record`: JSON in, register number out."""

import json

import pytest

from tests.cast import BEN, CARA, DAN
from tests.cli.conftest import Say
from tests.cli.said import entry

FIRST = "首问〔2026〕0001"
NAMED = {"person_name": "吉𠮷", "phone": "138 0013 8000", "privacy_told": True}


def test_an_entry_is_answered_with_its_number(ann: Say):
    assert ann("record", stdin=entry()) == (0, [FIRST], [])


def test_what_was_typed_is_what_is_kept(ann: Say):
    typed = {
        **NAMED,
        "channel": "phone",
        "person_kind": "postgraduate",
        "person_unit": "数学学院",
        "person_count": 3,
        "person_no": "2026001234",
        "reply_pref": "sms",
        "other_contact": "li@example.edu.cn",
        "kind": "application",
        "matter": "JW-03",
        "summary": "补办学生证 <b>急</b>",
        "detail": "第一行\n第二行：=cmd()",
        "papers": [{"name": "身份证", "original": 1, "copies": 2}],
        "urgency": "urgent",
        "disposition": "D3",
        "remark": "'; DROP TABLE inquiry; --",
        "proposed": "建议加急",
        "token": "form-1",
    }
    received = {"received_at": "2026-11-23 09:05", "ended_at": "2026-11-23 09:15"}
    assert ann("record", stdin=entry(**typed, **received)).code == 0
    shown = json.loads(ann("show", "2026-0001").out[0])
    assert {key: shown[key] for key in typed} == typed | {"phone": "13800138000"}
    assert {key: shown[key] for key in received} == received
    assert shown["case"]["case_no"] == "受理〔2026〕0001"


def test_an_agent_and_a_group_are_kept_and_given_back(ann: Say):
    agent = {"agent_name": "王建国", "agent_phone": "139 1111 3333", "agent_relation": "父亲", "leader_told": True}
    assert ann("record", stdin=entry(**NAMED, **agent, person_count=6)).code == 0
    shown = json.loads(ann("show", "2026-0001").out[0])
    assert {key: shown[key] for key in agent} == agent | {"agent_phone": "13911113333"}
    masked = json.loads(ann("register", name=BEN).out[0])
    assert (masked["agent_name"], masked["agent_phone"]) == ("王*国", "139****3333")


def test_an_agent_of_nobody_is_refused_with_a_sentence(ann: Say):
    refused = ann("record", stdin=entry(agent_name="王建国", privacy_told=True))
    assert refused.code == 1
    assert "error: person_name: " in refused.err[0]


@pytest.mark.parametrize(
    ("disposition", "more"),
    [
        ("D1", {}),
        ("D2", {"matter": "JW-01", "result": "已出具"}),
        ("D3", {**NAMED, "matter": "JW-03"}),
        ("D4", {"matter": "JW-03"}),
        ("D5a", {"scope": "same_unit", "to_person": "刘老师", "guide_mode": "led"}),
        ("D5b", {**NAMED, "scope": "same_unit", "to_post": "JW-03"}),
        ("D6", {**NAMED, "scope": "same_unit", "to_post": "JW-03", "no_papers": True}),
        ("D6", {**NAMED, "scope": "same_unit", "to_post": "JW-03", "papers": []}),
        ("D7", {"scope": "other_unit", "to_unit": "CW", "told_place": "12号窗口"}),
        ("D8", {"scope": "not_acceptable", "answer": "已说明原因"}),
        ("D9", {**NAMED, "scope": "unclear"}),
        ("D10", {"kind": "complaint"}),
    ],
)
def test_every_disposition_can_be_recorded(ann: Say, disposition: str, more: dict[str, object]):
    assert ann("record", stdin=entry(disposition=disposition, **more)) == (0, [FIRST], [])


def test_a_name_without_a_word_about_privacy_is_taken_with_a_warning(ann: Say):
    said = ann("record", stdin=entry(person_name="李明", phone="13800138000"))
    assert (said.code, said.out) == (0, [FIRST])
    assert [line.partition(" ")[0] for line in said.err] == ["warning:"]
    assert "privacy_told" in said.err[0]


def test_an_odd_phone_is_taken_with_a_warning(ann: Say):
    said = ann("record", stdin=entry(person_name="李明", phone="内线找老王", privacy_told=True))
    assert said.code == 0
    assert said.err[0].startswith("warning: phone: ")


def test_privacy_said_not_to_be_told_is_refused(ann: Say):
    said = ann("record", stdin=entry(person_name="李明", privacy_told=False))
    assert said.code == 1
    assert said.err[0].startswith("error: privacy_told: ")


def test_the_same_token_again_gives_the_same_number(ann: Say):
    first = ann("record", stdin=entry(token="form-7", summary="第一次"))
    again = ann("record", stdin=entry(token="form-7", summary="第二次"))
    assert first.out == again.out == [FIRST]
    assert ann("record", stdin=entry()).out == ["首问〔2026〕0002"]


def test_all_reasons_are_told_at_once_each_with_its_field(ann: Say):
    broken = '{"channel":"visi","colour":"red","person_count":"two","summary":"\\ue000","received_at":"gestern"}'
    said = ann("record", stdin=broken)
    assert (said.code, said.out) == (1, [])
    assert all(line.startswith("error: ") for line in said.err)
    text = "\n".join(said.err)
    for field in ("channel", "person_count", "summary", "received_at", "person_kind", "scope", "disposition"):
        assert f"error: {field}: " in text
    assert "colour" in text


def test_sentences_come_in_english_when_asked_for(ann: Say):
    said = ann("record", "--language", "en", stdin=entry(channel=None))
    assert said.err == ["error: channel: Please fill this in."]


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b'{"a":1} x', "JSON"),
        (b"[1]", "JSON"),
        (b"null", "JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"summary":"a","summary":"b"}', "summary"),
        (b'{"person_count":NaN}', "NaN"),
        (b'{"person_count":' + b"9" * 5000 + b"}", "数字过长"),
        (b"[" * 200_000, "层级过深"),
        (entry(person_count=10**30).encode(), "error: person_count: "),
        (entry(person_count=True).encode(), "error: person_count: "),
        (entry(summary=["x"]).encode(), "error: summary: "),
        (entry(nobody_there="yes").encode(), "error: nobody_there: "),
        (entry(papers={"name": "x"}).encode(), "error: papers: "),
        (entry(papers=["x"]).encode(), "error: papers.1: "),
        (entry(papers=[{"name": 5}]).encode(), "error: papers.1.name: "),
        (entry(papers=[{"name": "x", "colour": 1}]).encode(), "colour"),
        (entry(papers=[{"name": "x"}], no_papers=True).encode(), "error: no_papers: "),
        (entry(token="").encode(), "error: token: "),
        (entry(token="x" * 65).encode(), "error: token: "),
        (entry(token=" x").encode(), "error: token: "),
        (entry(token=5).encode(), "error: token: "),
        (entry(received_at="2026-11-24").encode(), "error: received_at: "),
        (entry(received_at="2026-02-30 09:00").encode(), "error: received_at: "),
        (entry(received_at="0001-01-01 00:00").encode(), "error: received_at: "),
        (entry(received_at="9999-12-31 23:59").encode(), "error: received_at: "),
        (entry(disposition="D5").encode(), "error: disposition: "),
        (entry(detail="长" * 100_000).encode(), "error: detail: "),
        (entry(detail="长" * 3_500_000).encode(), "error: detail: "),
        (b'{"summary":"\\ud800"}', "error: summary: "),
        (b'{"token":"\\udfff"}', "error: token: "),
        (entry(matter="XX-99").encode(), "error: matter: "),
        (entry(to_post="\x00").encode() + b"}", "JSON"),
        (entry(repeat_of="2026-9999").encode(), "error: repeat_of: "),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_nothing_is_written(ann: Say, raw: bytes, sign: str):
    said = ann("record", stdin=raw)
    assert (said.code, said.out) == (1, [])
    assert all(line.startswith("error: ") for line in said.err)
    assert any(sign in line for line in said.err), said.err
    assert ann("register").out == []


def test_control_characters_and_direction_marks_are_dropped_and_never_shown_raw(ann: Say):
    assert ann("record", stdin=entry(summary="a\x00b\u202ec\x1b[31m")).code == 0
    assert json.loads(ann("show", "2026-1").out[0])["summary"] == "abc[31m"
    said = ann("record", stdin='{"x\\u001b[2J\\n":1}')
    assert "\x1b" not in "".join(said.err)


def test_a_stream_answers_every_line_and_goes_on_after_bad_ones(ann: Say):
    good, other = entry(summary="一"), entry(summary="二")
    lines = [good, "", "oops", "[]", entry(channel=None), "   ", other]
    raw = "\n".join(lines).encode() + b"\n\xff\xfe\n" + entry(summary="三").encode()
    said = ann("record", "--stream", stdin=raw)
    assert said.code == 1
    assert [line.startswith("error: ") for line in said.out] == [False, True, True, True, False, True, False]
    numbers = [line for line in said.out if not line.startswith("error: ")]
    assert numbers == [f"首问〔2026〕{serial:04d}" for serial in (1, 2, 3)]
    assert said.err == []


def test_a_stream_without_a_bad_line_ends_well(ann: Say):
    assert ann("record", "--stream", stdin="\ufeff" + entry() + "\r\n") == (0, [FIRST], [])
    assert ann("record", "--stream", stdin="") == (0, [], [])


def test_a_bad_line_has_one_answer_whatever_it_holds(ann: Say):
    raw = '{"channel":"a\\nb","scope":"c\\u2028d"}\n' + entry()
    assert len(ann("record", "--stream", stdin=raw).out) == 2


def test_a_line_too_long_to_be_kept_is_refused_unread(ann: Say, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reception.cli.entries.LONGEST_ENTRY", 1000)
    said = ann("record", "--stream", stdin=entry(detail="长" * 5000) + "\n" + entry())
    assert said.out[0].startswith("error: ")
    assert said.out[1:] == [FIRST]


def test_who_may_not_record_is_told_before_anything_is_read(ann: Say):
    for words in ((), ("--stream",)):
        said = ann("record", *words, stdin=entry(), name=DAN)
        assert (said.code, said.out, len(said.err)) == (3, [], 1)
    assert ann("record", stdin=entry(), name=BEN).code == 0
    assert ann("record", stdin=entry(), name=CARA).code == 0


def test_another_counter_is_named_or_refused(ann: Say):
    assert ann("record", "--counter", "9号窗口", stdin=entry()).code == 1
    ann("record", "--counter", "1号窗口", stdin=entry(counter="临时接待点"))
    assert json.loads(ann("show", "2026-0001").out[0])["counter"] == "临时接待点"
