"""Second notices wait for the head; the rates stand on records that can be looked at and recounted."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.inquiries import Channel, Disposition, Paper, VoidReason
from reception.rules.letters import Letter, LetterDraft
from reception.rules.logs import LogFormat
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, SecondReason
from reception.rules.once import Grouping, OnceLine, Period
from reception.rules.papers import PaperKind
from reception.rules.staff import Account, Action, Role
from reception.services import corrections, inquiries, letters, logs, notices, once, supplements
from reception.services.desk import Desk
from reception.store import journal, records
from reception.store.database import FILE_NAME, Store
from reception.words import Language
from reception.words.history import history_line
from tests.cast import Clock
from tests.drafts import draft_of
from tests.weeks import WEEK, local

MONTH = Period(first_on=date(2026, 11, 1), last_on=date(2026, 11, 30))
AFTER = "2027-02-01 10:00"


def lacking(*rows: int, why: SecondReason | None = None) -> NoticeDraft:
    ticks = tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no in rows else MaterialState.PROVIDED) for no in range(1, 5)
    )
    return NoticeDraft(ticks=ticks, second_reason=why)


def told(desk: Desk, *rows: int) -> Notice:
    """Record a visitor with a first notice."""
    notice = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(*rows)).notice
    assert notice is not None
    return notice


def told_again(desk: Desk, first: Notice, *rows: int, why: SecondReason) -> Notice:
    return notices.issue(desk, first.inquiry_id, lacking(*rows, why=why))


@pytest.fixture
def second(desk: Desk, clock: Clock) -> Notice:
    """Give a second notice of 安 with a new row and a new fact as its reason."""
    first = told(desk, 2)
    clock.advance(hours=1)
    return told_again(desk, first, 2, 3, why=SecondReason.NEW_FACT)


def rates(desk: Desk, by: Grouping = Grouping.MATTER) -> dict[str, OnceLine]:
    return {line.key: line for line in once.rates(desk, MONTH, by)}


def test_a_second_notice_waits_with_its_new_rows_its_reason_and_who_wrote_what(cara_desk: Desk, second: Notice) -> None:
    (waiting,) = once.waiting(cara_desk)
    names = {row.no: row.name for row in second.text.materials}
    assert (waiting.number, waiting.reason, waiting.new_rows) == (second.number, SecondReason.NEW_FACT, (names[3],))
    assert (waiting.issued_by, waiting.first_by, waiting.first_number) == ("安", "安", "教务告〔2026〕第0001号")
    assert (waiting.visitor, waiting.matter, waiting.own) == ("林*舟", second.text.matter, False)
    assert once.count_waiting(cara_desk) == 1


def test_a_second_notice_of_a_return_visit_waits_too(desk: Desk, cara_desk: Desk, clock: Clock) -> None:
    first = told(desk, 2)
    clock.advance(days=1)
    back = supplements.bring_back(desk, first.query_code, "token-back")
    answers = lacking(4, why=SecondReason.REQUEST_CHANGED)
    notice = inquiries.record(desk, back.draft, answers).notice
    assert notice is not None
    (waiting,) = once.waiting(cara_desk)
    assert (waiting.number, waiting.first_number) == (notice.number, first.number)
    assert waiting.new_rows == (notice.text.materials[3].name,)


def test_a_notice_to_supplement_is_a_slip_like_the_others(desk: Desk, cara_desk: Desk, clock: Clock) -> None:
    first = told(desk, 2)
    clock.advance(days=1)
    again = lacking(2, 4, why=SecondReason.RULE_CHANGED)
    supplement = notices.issue(desk, first.inquiry_id, again, PaperKind.BZ)
    assert (supplement.kind, supplement.released) == ("BZ", False)
    assert [each.number for each in once.waiting(cara_desk)] == [supplement.number]
    once.reject(cara_desk, supplement.id, "规定没有变")
    assert rates(cara_desk)["JW-03"].told.percent == "0.0%"


def test_a_first_notice_a_repeated_row_and_a_void_one_do_not_wait(desk: Desk, cara_desk: Desk, second: Notice) -> None:
    first = told(desk, 2, 3)
    notices.issue(desk, first.inquiry_id, lacking(3))
    corrections.void(desk, second.inquiry_id, VoidReason.MISTAKE, "录错")
    assert once.waiting(cara_desk) == ()
    assert once.count_waiting(cara_desk) == 0


def test_only_a_head_sees_and_decides(desk: Desk, ben_desk: Desk, dan_desk: Desk, second: Notice) -> None:
    for other in (desk, ben_desk, dan_desk):
        with pytest.raises(NotAllowed):
            once.waiting(other)
        with pytest.raises(NotAllowed):
            once.release(other, second.id)
        assert once.count_waiting(other) == 0


def another_head(desk: Desk) -> Account:
    """Let there be one more head of the section."""
    with desk.work(Action.EDIT_STAFF) as work:
        added = work.add(Account(name="何", roles=(Role.SECTION_HEAD,), password_hash=""))
        work.log(added)
    return added


def written_freely(desk: Desk) -> Letter:
    """Write a notice to supplement without ticks, as an older release did."""
    inquiry = inquiries.record(desk, draft_of(Disposition.D3, papers=(Paper(name="申请表"),))).inquiry
    draft = LetterDraft(token=f"sj-{inquiry.id}", kind=PaperKind.SJ, inquiry_id=inquiry.id, papers=inquiry.papers)
    like = letters.issue(desk, draft)
    old = replace(like, id=0, version=0, kind=PaperKind.BZ, token=f"bz-{inquiry.id}", number="教务补〔2026〕第0001号")
    with desk.work(Action.ISSUE_NOTICE) as work:
        added = work.add(replace(old, query_code="ABCDEF"))
        work.log(added)
    return added


def test_notices_to_supplement_without_ticks_count_in_no_rate_and_are_counted(desk: Desk, cara_desk: Desk) -> None:
    assert once.unticked(cara_desk, MONTH) == 0
    letter = written_freely(desk)
    assert (once.unticked(cara_desk, MONTH), rates(cara_desk)["JW-03"].told.of) == (1, 0)
    assert once.unticked(cara_desk, Period(first_on=date(2026, 12, 1), last_on=date(2026, 12, 31))) == 0
    letters.void_letter(desk, letter.id, "写错")
    assert once.unticked(cara_desk, MONTH) == 0


def test_the_only_head_records_what_the_leader_in_charge_decided(desk: Desk, cara_desk: Desk, clock: Clock) -> None:
    own = told_again(cara_desk, told(cara_desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    assert [(each.own, each.alone) for each in once.waiting(cara_desk)] == [(True, True)]
    assert once.count_waiting(cara_desk) == 1
    with pytest.raises(Invalid) as refused:
        once.release(cara_desk, own.id, "确有新情况")
    assert [(each.field, each.code) for each in refused.value.reasons] == [("leader_decision", "leader_must_release")]
    released = once.release(cara_desk, own.id, "确有新情况", "王副校长同意")
    assert (released.released, once.waiting(cara_desk)) == (True, ())
    said = history_line(journal.entries("Notice", own.id)[-1], cara_desk.calendar, Language.ZH)
    assert said.details == ("理由：确有新情况", "分管领导的决定：王副校长同意")
    once.take_back(cara_desk, released, SecondReason.NEW_FACT)
    assert once.count_waiting(cara_desk) == 1
    another_head(desk)
    assert [each.alone for each in once.waiting(cara_desk)] == [False]
    with pytest.raises(NotAllowed):
        once.release(cara_desk, own.id, "", "王副校长同意")


def test_an_omission_of_ones_own_needs_nobodys_word_where_one_is_the_only_head(cara_desk: Desk) -> None:
    owned_up = told_again(cara_desk, told(cara_desk, 2), 2, 3, why=SecondReason.OMISSION)
    rejected = told_again(cara_desk, told(cara_desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    assert once.release(cara_desk, owned_up.id).released
    assert once.reject(cara_desk, rejected.id, "想起来了，确是遗漏").second_reason is SecondReason.OMISSION


def test_nobody_decides_on_a_notice_of_their_own(cara_desk: Desk, desk: Desk) -> None:
    another_head(desk)
    first = told(cara_desk, 2)
    own = told_again(cara_desk, first, 2, 3, why=SecondReason.NEW_FACT)
    assert [each.own for each in once.waiting(cara_desk)] == [True]
    assert once.count_waiting(cara_desk) == 0
    with pytest.raises(NotAllowed) as refused:
        once.release(cara_desk, own.id)
    assert refused.value.code == "own_second_notice"


def test_a_released_reason_stands_and_counts_nowhere(cara_desk: Desk, second: Notice, clock: Clock) -> None:
    released = once.release(cara_desk, second.id, "属实")
    assert (released.released, released.second_reason) == (True, SecondReason.NEW_FACT)
    assert once.waiting(cara_desk) == ()
    assert rates(cara_desk)["JW-03"].told.percent == "100.0%"
    with pytest.raises(Invalid) as refused:
        once.reject(cara_desk, second.id, "再想想")
    assert [each.code for each in refused.value.reasons] == ["released_already"]


def test_a_rejected_reason_counts_as_our_omission_and_says_why(cara_desk: Desk, second: Notice) -> None:
    assert rates(cara_desk)["JW-03"].told.percent == "100.0%"
    for blank in ("", "  \u200b"):
        with pytest.raises(Invalid) as refused:
            once.reject(cara_desk, second.id, blank)
        assert [(each.field, each.code) for each in refused.value.reasons] == [("once_note", "required")]
    rejected = once.reject(cara_desk, second.id, "第三项一直都要")
    assert (rejected.released, rejected.second_reason) == (True, SecondReason.OMISSION)
    assert rates(cara_desk)["JW-03"].told.percent == "0.0%"
    said = history_line(journal.entries("Notice", second.id)[-1], cara_desk.calendar, Language.ZH)
    assert said.what == "不认可二次告知的理由，记为首次告知有遗漏"
    assert "第三项一直都要" in said.details[-1]
    assert any("出现新情况 → 首次告知有遗漏" in each for each in said.details)


def test_an_omission_counts_at_once_and_can_only_be_released(desk: Desk, cara_desk: Desk) -> None:
    own_up = told_again(desk, told(desk, 2), 2, 3, why=SecondReason.OMISSION)
    assert rates(desk)["JW-03"].told.percent == "0.0%"
    with pytest.raises(Invalid) as refused:
        once.reject(cara_desk, own_up.id, "遗漏")
    assert [each.code for each in refused.value.reasons] == ["omission_already"]
    once.release(cara_desk, own_up.id)
    assert rates(desk)["JW-03"].told.percent == "0.0%"


def test_a_decision_is_taken_back_unless_somebody_else_acted(cara_desk: Desk, second: Notice) -> None:
    rejected = once.reject(cara_desk, second.id, "一直都要")
    notices.printed(cara_desk, second.id)
    back = once.take_back(cara_desk, rejected, SecondReason.NEW_FACT)
    assert (back.released, back.second_reason, back.prints) == (False, SecondReason.NEW_FACT, 1)
    assert rates(cara_desk)["JW-03"].told.percent == "100.0%"
    with pytest.raises(Conflict):
        once.take_back(cara_desk, rejected, SecondReason.NEW_FACT)


def test_a_rejected_reason_makes_the_week_due_for_export_again(
    desk: Desk, cara_desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    waiting = told_again(desk, told(desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    clock.now = local("2026-11-30 08:30")
    logs.export_week(desk, WEEK, tmp_path, (LogFormat.CSV,))
    assert logs.export_due(desk) is None
    notices.printed(desk, waiting.id)
    once.release(cara_desk, waiting.id)
    assert logs.export_due(desk) is None
    other = told_again(desk, told(desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    assert other.issued_at >= waiting.issued_at
    clock.now = local("2026-12-07 08:30")
    week = replace(WEEK, number=49)
    logs.export_week(desk, week, tmp_path, (LogFormat.CSV,))
    assert logs.export_due(desk) is None
    once.reject(cara_desk, other.id, "一直都要")
    assert logs.export_due(desk) == week


def test_the_records_behind_a_number_are_masked_and_never_restricted(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
) -> None:
    first = told(desk, 2)
    inquiries.record(desk, draft_of(Disposition.D10, matter="JW-03"))
    line = rates(cara_desk)["JW-03"]
    (shown,) = once.records_behind(cara_desk, line.told_whole)
    assert (shown.id, shown.visitor, shown.phone) == (first.inquiry_id, "林*舟", "138****1234")
    complaint = records.select(type(inquiries.record(desk, draft_of()).inquiry), restricted=True)[0]
    assert once.records_behind(cara_desk, (complaint.id,)) == ()
    assert complaint.id not in {each for line in rates(cara_desk).values() for each in line.came_lately}


def test_who_may_not_see_figures_sees_no_rates(desk: Desk) -> None:
    administrator = replace(desk, account=replace(desk.account, roles=(Role.ADMINISTRATOR,)))
    with pytest.raises(NotAllowed):
        once.rates(administrator, MONTH, Grouping.MATTER)
    with pytest.raises(NotAllowed):
        once.records_behind(administrator, (1,))


def busy_month(desk: Desk, ben: Desk, cara: Desk, clock: Clock) -> None:
    """Record visits, calls, returns, second notices with every reason, voids and complaints over some weeks."""
    reasons = list(SecondReason)
    for number in range(24):
        clock.now = local("2026-10-26 09:00") + timedelta(days=1.5 * number)
        who = (desk, ben, cara)[number % 3]
        channel = Channel.PHONE if number % 7 == 6 else Channel.VISIT
        way = (Disposition.D4, Disposition.D2, Disposition.D3)[number % 3 if number % 4 else 0]
        draft = draft_of(way, matter="JW-03", channel=channel, person_name="林晓舟", phone="13800001234")
        recorded = inquiries.record(who, draft, lacking(2) if way is Disposition.D4 else None)
        clock.advance(days=number % 5, hours=2)
        if recorded.notice is not None and number % 2 == 0:
            again = lacking(2, 3, why=reasons[number // 2 % 4])
            issued = notices.issue(who, recorded.inquiry.id, again)
            if number % 8 == 4 and who is not cara and issued.second_reason is not SecondReason.OMISSION:
                once.reject(cara, issued.id, "一直都要")
        elif number % 3 == 1:
            later = draft_of(Disposition.D1, matter="JW-03", repeat_of=recorded.inquiry.reg_no)
            inquiries.record(desk, later)
        if number % 9 == 8:
            corrections.void(cara, recorded.inquiry.id, VoidReason.MISTAKE, "录错")
    inquiries.record(desk, draft_of(Disposition.D10, matter="JW-03"))
    clock.now = local(AFTER)


def test_the_rates_equal_a_recount_of_the_raw_rows(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock, store: Store
) -> None:
    busy_month(desk, ben_desk, cara_desk, clock)
    raw = Raw(store.folder / FILE_NAME)
    told_raw, short_raw = raw.told("2026-11-01", "2026-12-01")
    once_raw, came_raw = raw.came("2026-11-01", "2026-12-01")
    line = rates(desk)["JW-03"]
    assert (line.told.of, len(line.told_short)) == (told_raw, short_raw)
    assert (line.once.part, line.once.of) == (once_raw, came_raw)
    assert 0 < short_raw < told_raw
    assert 0 < once_raw < came_raw
    officers = once.rates(desk, MONTH, Grouping.OFFICER)
    assert len(officers) == 3
    assert (sum(each.told.of for each in officers), sum(each.once.part for each in officers)) == (told_raw, once_raw)
    for each in (line.told_whole, line.told_short, line.came_once, line.came_again):
        assert len(once.records_behind(desk, each)) == len(set(each))


def test_the_block_of_each_week_equals_a_recount_of_the_raw_rows(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock, store: Store
) -> None:
    busy_month(desk, ben_desk, cara_desk, clock)
    raw = Raw(store.folder / FILE_NAME)
    seen = set()
    for number in range(44, 50):
        week = replace(WEEK, number=number)
        days = week.first_on.isoformat(), (week.last_on + timedelta(days=1)).isoformat()
        slips = raw.slips(*days)
        owed = [json.loads(row["missing"]) for row in slips if json.loads(row["missing"])]
        told, short = raw.told(*days)
        figures = logs.week_log(desk, week).figures
        assert (figures.slips, figures.slips_missing) == (len(slips), len(owed))
        assert (figures.average_missing.part, figures.average_missing.of) == (sum(map(len, owed)), len(owed))
        assert figures.second_slips == raw.second(*days)
        assert figures.omissions == sum(row["second_reason"] == "omission" for row in slips)
        assert (figures.told_once.part, figures.told_once.of) == (told - short, told)
        seen.add((figures.second_slips > 0, figures.told_once.percent))
    assert len(seen) > 2


class Raw:
    """Counts from the file itself, row by row, without any of the program's code."""

    def __init__(self, path: Path) -> None:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        self.inquiry = {row["id"]: row for row in database.execute("SELECT * FROM inquiry")}
        self.notice = {row["id"]: row for row in database.execute("SELECT * FROM notice")}
        database.close()
        self.near: dict[int, set[int]] = defaultdict(set)
        for row in self.inquiry.values():
            brought = row["returned_with"]
            before = {row["repeat_of"], self.notice[brought]["inquiry_id"] if brought else None} - {None}
            for other in before if row["status"] != "void" else ():
                self.near[row["id"]].add(other)
                self.near[other].add(row["id"])

    def story(self, start: int) -> frozenset[int]:
        seen, waiting = {start}, [start]
        while waiting:
            for other in self.near[waiting.pop()] - seen:
                seen.add(other)
                waiting.append(other)
        return frozenset(seen)

    def slips(self, first: str, after: str) -> list[sqlite3.Row]:
        living = [row for row in self.notice.values() if not row["void"]]
        return [row for row in living if instant(first) <= utc(row["issued_at"]) < instant(after)]

    def told(self, first: str, after: str) -> tuple[int, int]:
        """Give the cases with a slip, and those with an omission."""
        cases: dict[tuple[frozenset[int], str], list[bool]] = defaultdict(list)
        for row in self.slips(first, after):
            cases[self.story(row["inquiry_id"]), row["matter_code"]].append(row["second_reason"] == "omission")
        return len(cases), sum(any(each) for each in cases.values())

    def second(self, first: str, after: str) -> int:
        earlier = [
            (row, other)
            for row in self.slips(first, after)
            for other in self.notice.values()
            if not other["void"] and other["id"] < row["id"] and other["matter_code"] == row["matter_code"]
        ]
        return len({row["id"] for row, other in earlier if other["inquiry_id"] in self.story(row["inquiry_id"])})

    def came(self, first: str, after: str) -> tuple[int, int]:
        """Give the visitors for JW-03 who came once, and all whose first visit is in the time."""
        came: dict[frozenset[int], list[datetime]] = defaultdict(list)
        for row in self.inquiry.values():
            shown = row["status"] != "void" and not row["restricted"]
            if shown and row["channel"] == "visit" and row["matter_code"] == "JW-03":
                came[self.story(row["id"])].append(utc(row["received_at"]))
        visits = [sorted(each) for each in came.values() if instant(first) <= min(each) < instant(after)]
        alone = [each for each in visits if not any(later - each[0] <= timedelta(days=30) for later in each[1:])]
        return len(alone), len(visits)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def instant(day: str) -> datetime:
    """Give the instant at which a day begins in China, by its fixed distance."""
    return utc(day) - timedelta(hours=8)


def test_the_weeks_figures_follow_a_return_and_repeat_byte_for_byte(
    desk: Desk, cara_desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    first = told(desk, 2, 4)
    clock.advance(days=1)
    back = supplements.bring_back(desk, first.query_code, "token-back")
    inquiries.record(desk, back.draft, lacking(3, 4, why=SecondReason.OMISSION))
    figures = logs.week_log(desk, WEEK).figures
    assert (figures.slips, figures.slips_missing, figures.average_missing.mean) == (2, 2, "2.0")
    assert (figures.second_slips, figures.omissions, figures.told_once.percent) == (1, 1, "0.0%")
    before = [path.read_bytes() for path in logs.export_week(desk, WEEK, tmp_path).paths]
    clock.advance(days=3)
    assert [path.read_bytes() for path in logs.export_week(cara_desk, WEEK, tmp_path).paths] == before
