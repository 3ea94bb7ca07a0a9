"""`export` and `due`."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from reception.services import calendar_changes, referrals, register
from reception.store.database import open_store
from tests.cast import ANN, CARA, DAN, Clock, desk_of
from tests.cli.conftest import Say
from tests.cli.said import entry

VECTORS = Path(__file__).parents[1] / "deadline_vectors.yaml"
QUESTION = {"id": 1, "start": "2026-09-28 10:00", "unit": "WD", "n": 5}
NAMES = ["reception-2026-W48.xlsx", "reception-2026-W48.csv", "reception-2026-W48.pdf"]


def test_a_week_is_exported_and_its_paths_are_printed(ann: Say, tmp_path: Path):
    ann("record", stdin=entry(received_at="2026-11-23 09:00"))
    out = tmp_path / "exports" / "here"
    said = ann("export", "--week", "2026-W48", "--out", out)
    assert (said.code, said.out) == (0, [str(out / name) for name in NAMES])
    assert sorted(path.name for path in out.iterdir()) == sorted(NAMES)
    assert "首问〔2026〕0001" in (out / NAMES[1]).read_text(encoding="utf-8-sig")


def test_only_the_formats_asked_for_are_written(ann: Say, tmp_path: Path):
    said = ann("export", "--week", "2026-w48", "--out", tmp_path / "x", "--format", "csv, xlsx")
    assert [Path(line).name for line in said.out] == [NAMES[1], NAMES[0]]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--week", "2026-W54"), "week"),
        (("--week", "48"), "week"),
        (("--week", "2026-W48", "--format", "docx"), "format"),
        (("--week", "2026-W48", "--format", ","), "format"),
        (("--week", "2026-W48", "--full"), "purpose"),
        (("--week", "2026-W48", "--full", "--purpose", " "), "purpose"),
    ],
)
def test_a_wrong_word_is_refused_at_its_option(ann: Say, tmp_path: Path, words: tuple[str, ...], field: str):
    said = ann("export", "--out", tmp_path / "x", *words)
    assert (said.code, said.out) == (1, [])
    assert said.err[0].startswith(f"error: {field}: ")


def test_full_values_need_the_right_and_masked_ones_do_not(ann: Say, tmp_path: Path):
    full = ("--full", "--purpose", "归档")
    assert ann("export", "--week", "2026-W48", "--out", tmp_path / "x", *full, name=CARA).code == 3
    assert ann("export", "--week", "2026-W48", "--out", tmp_path / "x", "--format", "csv", name=DAN).code == 0


def test_a_folder_that_cannot_be_made_is_unavailable(ann: Say, tmp_path: Path):
    (tmp_path / "file").write_text("")
    said = ann("export", "--week", "2026-W48", "--out", tmp_path / "file" / "x")
    assert (said.code, said.out, len(said.err)) == (4, [], 1)


def test_what_is_due_is_listed_with_its_light_and_masks(ann: Say, say: Say, folder: Path):
    person = {"person_name": "李明轩", "phone": "13800138000", "privacy_told": True}
    ann("record", stdin=entry(disposition="D3", matter="JW-03", received_at="2026-11-02 09:00", **person))
    ann("record", stdin=entry(disposition="D10", received_at="2026-11-23 09:00", **person))
    said = say("due", "--data", folder)
    case, complaint = (json.loads(line) for line in said.out)
    assert (said.code, said.err) == (0, [])
    assert (case["number"], case["due_at"], case["light"]) == ("受理〔2026〕0001", "2026-11-09 17:30", "overdue")
    assert (case["visitor"], complaint["visitor"], complaint["summary"]) == ("李*轩", "", "")


def test_what_is_due_says_how_often_it_was_passed_on_and_how_it_stands(ann: Say, say: Say, folder: Path):
    person = {"person_name": "李明轩", "phone": "13800138000", "privacy_told": True}
    ann("record", stdin=entry(scope="same_unit", disposition="D5b", to_post="JW-06", **person))
    store = open_store(folder)
    try:
        desk = desk_of(store, ANN, Clock())
        (sent,) = register.show(desk, 1).referrals
        referrals.pass_on(desk, sent.id, "JW-03", "属学籍岗")
    finally:
        store.close()
    (line,) = (json.loads(each) for each in say("due", "--data", folder).out)
    assert (line["post"], line["passed"], line["state"]) == ("JW-03", 1, "sent")
    shown = json.loads(ann("show", "2026-0001").out[0])
    assert (shown["referral"]["to_post"], shown["referral"]["passed_before"]) == ("JW-03", 1)


def test_the_shipped_vectors_are_answered_without_an_office(say: Say):
    said = say("due", "--vectors", VECTORS)
    expected = yaml.safe_load(VECTORS.read_text(encoding="utf-8"))
    answers = [json.loads(line) for line in said.out]
    assert answers == [{key: one[key] for key in ("id", "due", "provisional")} for one in expected]
    assert (said.code, said.err) == (0, [])


ANSWER = {"id": 1, "due": "2026-10-10 17:30", "provisional": False}


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(QUESTION),
        json.dumps(QUESTION, indent=2),
        json.dumps([QUESTION]),
        json.dumps({"vectors": [QUESTION]}),
        "\ufeff\n" + json.dumps(QUESTION) + "\n\n",
        yaml.safe_dump([QUESTION]),
        "- {id: 1, start: 2026-09-28 10:00, unit: WD, n: 5}",
        "- {id: 1, start: 2026-09-28 10:00:00, unit: WD, n: 5, extra: [1, 2]}",
        "vectors:\n- {id: 1, start: '2026-09-28 10:00', unit: WD, n: 5}",
    ],
)
def test_vectors_are_read_however_they_are_written(say: Say, raw: str):
    said = say("due", "--vectors", "-", stdin=raw)
    assert (said.code, [json.loads(line) for line in said.out], said.err) == (0, [ANSWER], [])


def test_a_bad_vector_is_answered_and_the_others_too(say: Say):
    raw = (
        '{"id": 1, "start": "2026-09-28 10:00", "unit": "WD", "n": 5}\n{"id": 2}\nnonsense\n'
        '{"id":3,"id":4}\n[5]\n{"id": 1, "start": "2026-09-28 10:00", "unit": "WD", "n": 5}\n'
    )
    said = say("due", "--vectors", "-", stdin=raw)
    answers = [json.loads(line) for line in said.out]
    assert said.code == 1
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]


@pytest.mark.parametrize("start", ["2026-13-45 09:00", "2026-02-30", "2026-02-30 25:00:00", "99999999-01-01"])
def test_a_date_that_does_not_exist_spoils_only_its_own_vector(say: Say, start: str):
    raw = f"- {{id: a, start: {start}, unit: WD, n: 5}}\n- {{id: 1, start: 2026-09-28 10:00, unit: WD, n: 5}}"
    said = say("due", "--vectors", "-", stdin=raw)
    bad, good = (json.loads(line) for line in said.out)
    assert (said.code, set(bad), good) == (1, {"id", "error"}, ANSWER)


@pytest.mark.parametrize(
    "raw", ["- a: [", "just words", "", "5", "- &a [*a]\n- ? [x]\n  : y", "[" * 100_000, "- " * 5000]
)
def test_a_file_of_vectors_that_cannot_be_read_is_refused(say: Say, raw: str):
    said = say("due", "--vectors", "-", stdin=raw)
    assert said.code == 1
    assert len(said.err) == 1
    assert said.err[0].startswith("error: ")
    assert "vectors: " in said.err[0]


def test_bytes_that_are_no_text_are_refused(say: Say):
    assert say("due", "--vectors", "-", stdin=b"\xff\xfe\x00").code == 1


def test_a_missing_file_is_a_mistake_of_the_command(say: Say, tmp_path: Path):
    said = say("due", "--vectors", tmp_path / "nothing.yaml")
    assert (said.code, said.out, len(said.err)) == (2, [], 1)


def test_an_explanation_names_every_day(say: Say):
    said = say("due", "--vectors", "-", "--explain", stdin=json.dumps(QUESTION))
    days = json.loads(said.out[0])["days"]
    assert (days[0], days[-1]["date"]) == (
        {"date": "2026-09-28", "counted": False, "reason": "start_day"},
        "2026-10-10",
    )
    assert sum(day["counted"] for day in days) == 5


def test_with_an_office_its_own_calendar_answers(say: Say, folder: Path):
    store = open_store(folder)
    try:
        closed = calendar_changes.arrange(date(2026, 12, 1), works=False, reason="校庆")
        calendar_changes.apply(desk_of(store, ANN, Clock()), closed)
    finally:
        store.close()
    question = json.dumps({"id": 1, "start": "2026-11-30 10:00", "unit": "WD", "n": 1})
    assert '"2026-12-01 17:30"' in say("due", "--vectors", "-", stdin=question).out[0]
    assert '"2026-12-02 17:30"' in say("due", "--vectors", "-", "--data", folder, stdin=question).out[0]
