"""The slips of a period and the lists of the day, in words, on paper and as CSV; complaints by number only."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from reception.errors import NotAllowed, Unavailable
from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.day_lists import Reader, Wanted
from reception.rules.findings import FindingDraft
from reception.rules.inquiries import Disposition
from reception.rules.once import Period
from reception.rules.reminders import Turn
from reception.services import absences, duty_papers, findings, inquiries, posts, reminders, slip_lists, supervision
from reception.services.desk import Desk
from reception.store import journal
from reception.words import Language
from tests.cast import ANN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import at

PERIOD = Period(first_on=date(2026, 11, 1), last_on=date(2026, 12, 31))
ANSWER = "=已约学生明日来取"


@pytest.fixture
def late(desk: Desk, cara_desk: Desk, clock: Clock) -> list[str]:
    """Give the numbers of a case and of a complaint, swept each day until both are far over their limit."""
    case = inquiries.record(desk, draft_of(Disposition.D3)).case
    complaint = inquiries.record(desk, draft_of(Disposition.D10)).case
    assert case is not None
    assert complaint is not None
    for _day in range(20):
        clock.advance(days=1)
        reminders.sweep(cara_desk)
    (mine,) = [each for each in supervision.to_answer(desk) if each.number == case.case_no]
    supervision.answer(desk, mine.id, ANSWER)
    return [case.case_no, complaint.case_no]


def test_each_slip_tells_number_case_required_date_reply_and_end(
    desk: Desk, cara_desk: Desk, dan_desk: Desk, late: list[str], clock: Clock
) -> None:
    with pytest.raises(NotAllowed):
        slip_lists.slips(desk, PERIOD)
    case_no, complaint = late
    lines = slip_lists.slips(cara_desk, PERIOD)
    of_case = [line for line in lines if line.number == case_no]
    assert [line.turn for line in of_case] == [Turn.OVERDUE, Turn.LEVEL_TWO, Turn.LEVEL_THREE]
    assert all(line.slip and line.answer == ANSWER and line.answered_by == ANN for line in of_case)
    assert of_case[0].is_late
    hidden = [line for line in lines if line.number == complaint]
    assert hidden
    assert all((line.slip, line.to_names, line.answer) == ("", (), "") for line in hidden)
    assert any(line.to_names for line in slip_lists.slips(dan_desk, PERIOD) if line.number == complaint)
    levels = {turn: slip_lists.slips(cara_desk, PERIOD, turn) for turn in (Turn.OVERDUE, Turn.LEVEL_THREE)}
    assert all({line.turn for line in some} == {turn} for turn, some in levels.items())
    first = desk.calendar.local(lines[0].at).date()
    assert slip_lists.slips(cara_desk, Period(first_on=date(2026, 11, 1), last_on=first - timedelta(days=1))) == ()


def test_the_leader_gets_three_lists_and_each_head_what_reached_his_level(
    desk: Desk, cara_desk: Desk, clock: Clock, late: list[str]
) -> None:
    today = inquiries.record(desk, draft_of(Disposition.D9)).case
    assert today is not None
    at(clock, desk, f"{desk.calendar.local(today.due_at):%Y-%m-%d} 09:00")
    draft_away = AbsenceDraft(kind=AbsenceKind.ANNUAL_LEAVE, until_at=clock() + timedelta(days=1))
    absences.set_away(desk, draft_away, knowing_gaps=True)
    check = {"checker": "督查组", "covered": False, "board_right": True, "phone_answered": True}
    post_id = posts.posts(desk)[0].id
    for days in (2, 9):
        due = desk.calendar.local(clock()).date() + timedelta(days=days - 5)
        draft = FindingDraft(post_id=post_id, at=clock() - timedelta(days=6), correct_by=due, **check)  # type: ignore[arg-type]
        findings.record(cara_desk, draft)
    found = {reader: slip_lists.of_day(cara_desk, reader) for reader in Reader}
    assert {reader: [each.number for each in day.owed] for reader, day in found.items()} == {
        Reader.SECTION_HEAD: [*reversed(late), today.case_no],
        Reader.UNIT_HEAD: [*reversed(late)],
        Reader.LEADER: [*reversed(late)],
    }
    assert [each.turn for each in found[Reader.SECTION_HEAD].owed][-1] is Turn.DUE_TODAY
    counts = {reader: (len(day.unhanded), len(day.findings)) for reader, day in found.items()}
    assert counts == {Reader.SECTION_HEAD: (1, 1), Reader.UNIT_HEAD: (1, 2), Reader.LEADER: (0, 2)}
    assert all(day.bare[0].holder == ANN for day in found.values())
    parts = duty_papers.listed(cara_desk, Wanted(reader=Reader.LEADER)).parts
    assert [part.key for part in parts] == ["owed", "bare", "findings"]


def test_paper_and_file_say_the_same_and_are_noted_before_they_leave(
    desk: Desk, cara_desk: Desk, late: list[str], tmp_path: Path
) -> None:
    wanted = Wanted(period=PERIOD, slips=True)
    target = duty_papers.export(cara_desk, wanted, tmp_path / "slips.csv")
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"))))
    cells = [row for row in rows if row[1] == "record"]
    lines = slip_lists.slips(cara_desk, PERIOD)
    assert sorted(row[3] for row in cells) == sorted(line.number for line in lines)
    assert all(ANSWER in row[7] for row in cells if row[3] == late[0])
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    first, again = (duty_papers.paper(cara_desk, wanted) for _ in range(2))
    assert first.pdf == again.pdf
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(first.pdf))
    assert all(line.number in text for line in lines)
    assert "受限" in text
    english = duty_papers.listed(cara_desk, wanted, Language.EN)
    assert [len(part.rows) for part in english.parts] == [
        len(part.rows) for part in duty_papers.listed(cara_desk, wanted).parts
    ]
    duty_papers.printed(cara_desk, wanted)
    with pytest.raises(Unavailable):
        duty_papers.export_paper(cara_desk, wanted, tmp_path / "gone" / "slips.pdf")
    noted = [json.loads(each.payload or "{}") for each in journal.entries("DutyReport", 0)]
    assert [set(each) & {"file", "printed", "digest"} for each in noted] == [{"file", "digest"}, {"printed"}]
    with pytest.raises(NotAllowed):
        duty_papers.paper(desk, wanted)
