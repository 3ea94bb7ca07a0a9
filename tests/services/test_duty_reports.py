"""The reports of duty stand on lines that can be counted again: by hand, and minute by minute from the bare file."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.assignments import StaffFault
from reception.rules.duty import TrainingForm, TrainingResult
from reception.rules.duty_report import AckKind, DutyReport, NoteState
from reception.rules.findings import FindingDraft
from reception.rules.inquiries import Disposition
from reception.rules.once import Period
from reception.rules.roster import Serves
from reception.rules.training import TrainingDraft
from reception.services import (
    absences,
    case_ends,
    duty_reports,
    findings,
    handovers,
    inquiries,
    posts,
    referrals,
    staff,
    standing_in,
    training,
)
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from reception.store.database import FILE_NAME
from reception.words import Language
from reception.words.duty_reports import report_parts
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, at

HOUR = timedelta(hours=1)
MONTH = Period(first_on=date(2026, 11, 1), last_on=date(2026, 12, 31))
LIVED = Period(first_on=date(2026, 11, 25), last_on=date(2026, 12, 31))


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


@pytest.fixture
def staffed(desk: Desk) -> dict[str, int]:
    """Give the posts of the report: 安 with 本, 本 with 安, 凯 alone; each is the holder of many others' like."""
    ids = {name: account_id(desk, name) for name in (ANN, BEN, CARA)}
    known = posts.posts(desk)
    for place, post in enumerate(known):
        pair = {"JW-03": (ANN, BEN), "JW-06": (BEN, ANN)}.get(post.code, (CARA, ANN))
        posts.staff_post(desk, post.id, ids[pair[0]], None if place == 0 else ids[pair[1]])
    return {post.code: post.id for post in known}


def away(desk: Desk, hours: float, **changes: Any) -> Any:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + hours * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def session(desk: Desk, post_id: int, name: str, trainer: str, on: date, minutes: int) -> TrainingDraft:
    return TrainingDraft(
        post_id=post_id,
        trainee_id=account_id(desk, name),
        trainer=trainer,
        on=on,
        topic="系统操作",
        minutes=minutes,
        form=TrainingForm.CLASS,
        result=TrainingResult.PASSED,
    )


def test_only_heads_and_supervision_see_the_reports(desk: Desk, cara_desk: Desk, dan_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        duty_reports.report(desk, MONTH)
    assert duty_reports.report(dan_desk, MONTH) == duty_reports.report(cara_desk, MONTH)


def test_an_empty_period_has_no_rate_rather_than_a_perfect_one(cara_desk: Desk) -> None:
    found = duty_reports.report(cara_desk, MONTH)
    assert found.without_note.percent == found.late_while_standing_in.percent == found.never_trained.percent == "—"
    assert {each.fault for each in found.bare} == {StaffFault.NO_STAND_IN}
    assert found.without_stand_in.part == found.without_stand_in.of == len(posts.posts(cara_desk))


def test_a_holder_and_all_who_stand_in_away_at_once_are_told_past_and_planned(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, staffed: dict[str, int], clock: Clock
) -> None:
    away(desk, 5)
    clock.advance(hours=1)
    sick = away(ben_desk, 30, kind=AbsenceKind.SICK_LEAVE)
    standing_in.name_stand_in(cara_desk, sick.id, account_id(desk, CARA), [staffed["JW-06"]])
    planned = clock() + timedelta(days=8, hours=4)
    away(desk, 0, from_at=planned, until_at=planned + 2 * HOUR, kind=AbsenceKind.TRAINING)
    away(ben_desk, 0, from_at=planned + HOUR, until_at=planned + 9 * HOUR, kind=AbsenceKind.TRAINING)
    lines = duty_reports.report(cara_desk, MONTH).both_away
    past, planned_one = lines  # 安 and 本 stand in for each other: one pair, with the posts of both
    assert (past.planned, planned_one.planned) == (False, True)
    assert (past.names, len(past.posts)) == ((ANN, BEN), 2)
    assert (past.from_at, past.until_at) == (clock(), clock() + 4 * HOUR)
    assert past.minutes == 34 + 56  # 11:26–12:00 and 14:30–15:26
    assert planned_one.minutes == 60  # 16:26–17:26
    assert (past.named, planned_one.named) == ((CARA,), ())


def test_what_was_due_while_somebody_stood_in_is_told_with_who_answers(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, staffed: dict[str, int], clock: Clock
) -> None:
    made = [inquiries.record(desk, draft_of(Disposition.D3)).case for _ in range(2)]
    inquiries.record(desk, draft_of(Disposition.D10))
    assert all(made)
    early = inquiries.record(ben_desk, draft_of(Disposition.D3, matter="JW-06")).case
    assert early is not None
    at(clock, desk, "2026-11-25 09:00")
    away(desk, 24 * 20)
    case_ends.close(ben_desk, made[0].id, TOLD)  # type: ignore[union-attr]
    assert duty_reports.report(cara_desk, MONTH).stood_in == ()  # nothing was due yet
    at(clock, desk, "2026-12-28 09:00")
    found = duty_reports.report(cara_desk, MONTH)
    assert [(each.number, each.late, each.serving, each.by) for each in found.stood_in] == [
        (made[0].case_no, False, BEN, Serves.FIRST),  # type: ignore[union-attr]
        (made[1].case_no, True, BEN, Serves.FIRST),  # type: ignore[union-attr]
    ]
    assert found.late_while_standing_in.percent == "50.0%"


def test_the_words_of_a_report_lead_to_the_lines_in_both_languages(
    desk: Desk, cara_desk: Desk, staffed: dict[str, int], clock: Clock
) -> None:
    session_made = session(desk, staffed["JW-03"], BEN, ANN, date(2026, 11, 20), 90)
    training.record(desk, session_made)
    wrong = FindingDraft(post_id=staffed["JW-03"], at=clock(), checker=CARA, covered=False, board_right=True)
    draft = replace(wrong, phone_answered=True, correct_by=date(2026, 11, 27), text="门口\n无人")
    findings.record(cara_desk, draft)
    found = duty_reports.report(cara_desk, MONTH)
    for language, wanted in ((Language.ZH, "无人在岗：门口 无人"), (Language.EN, "nobody there: 门口 无人")):
        parts = {part.key: part for part in report_parts(found, desk.calendar.local, language)}
        assert len(parts) == 9
        assert all(len(row.cells) == len(part.columns) for part in parts.values() for row in part.rows)
        assert wanted in parts["findings"].rows[0].cells
        assert len(parts["training"].rows) == 1
    assert parts["training"].figure == "1 trained, 1 h 30 min in all"


class Recount:
    """Counts everything again from the bare file, minute by minute, with nothing of the program but its calendar."""

    def __init__(self, folder: Path, desk: Desk, now: datetime) -> None:
        self.file = sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)
        self.file.row_factory = sqlite3.Row
        self.calendar, self.now = desk.calendar, now
        self.absences = [self._absence(row) for row in self.rows("SELECT * FROM absence WHERE cancelled_at IS NULL")]
        self.posts = self.rows("SELECT * FROM post WHERE active")

    def _absence(self, row: sqlite3.Row) -> tuple[int, datetime, datetime, datetime]:
        """Give who was away from when to when, and from when one knew."""
        first, planned, made = (self.instant(row[name]) for name in ("from_at", "until_at", "made_at"))
        assert first is not None
        assert planned is not None
        assert made is not None
        last = self.instant(row["returned_at"]) or (planned if first > self.now else max(planned, self.now))
        first += timedelta(minutes=30) if row["kind"] == "short" else timedelta(0)
        return row["account_id"], first, last, max(first, made)

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        return self.file.execute(sql, values).fetchall()

    @staticmethod
    def instant(text: str | None) -> datetime | None:
        return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)

    def minutes(self, period: Period) -> Iterator[datetime]:
        """Give every minute of office hours of the period."""
        day = period.first_on
        while day <= period.last_on:
            for hours in self.calendar.sessions_on(day):
                moment = datetime.combine(day, hours.opens)
                while moment < datetime.combine(day, hours.closes):
                    yield self.calendar.instant(moment)
                    moment += timedelta(minutes=1)
            day += timedelta(days=1)

    def is_away(self, account: int, moment: datetime) -> bool:
        return any(who == account and first <= moment < last for who, first, last, _known in self.absences)

    def known_away(self, account: int, moment: datetime) -> bool:
        """Tell it as it was entered by then."""
        return any(who == account and known <= moment < last for who, _first, last, known in self.absences)

    def both_away(self, period: Period) -> Counter[frozenset[int]]:
        """Give for each pair how many minutes of office hours both were away."""
        pairs = {frozenset({row["holder_id"], row["stand_in_id"]}) for row in self.posts}
        found: Counter[frozenset[int]] = Counter()
        for moment in self.minutes(period):
            for pair in pairs:
                if all(self.is_away(each, moment) for each in pair):
                    found[pair] += 1
        return found

    def late(self, period: Period) -> dict[str, bool]:
        """Give each case that was due while its holder was away, and whether it was late."""
        holders = {row["code"]: row["holder_id"] for row in self.posts}
        found = {}
        for row in self.rows("SELECT * FROM matter_case WHERE NOT restricted AND status IN (?, ?)", "open", "closed"):
            due, told = self.instant(row["due_at"]), self.instant(row["told_at"] or row["closed_at"])
            assert due is not None
            within = period.first_on <= self.calendar.local(due).date() <= period.last_on and due < self.now
            if within and row["post_code"] and self.known_away(holders[row["post_code"]], due):
                found[row["case_no"]] = told is None or told > due
        return found


def live_through_some_weeks(chance: random.Random, desks: dict[str, Desk], clock: Clock) -> None:
    """Let people come and go, be handed over to, promise, close and forget, for some weeks."""
    ann = desks[ANN]
    for day in (LIVED.first_on + timedelta(days=number) for number in range(24)):
        for hour in ("09:10", "11:20", "15:05") if ann.calendar.sessions_on(day) else ():
            at(clock, ann, f"{day} {hour}")
            name = chance.choice(list(desks))
            act = chance.random()
            try:
                if act < 0.35:
                    _leave(desks[name], chance)
                elif act < 0.5:
                    for absence in absences.now_away(desks[CARA]):
                        absences.back(desks[CARA], absence.absence.id)
                elif act < 0.75:
                    inquiries.record(desks[name], draft_of(Disposition.D3))
                    inquiries.record(desks[name], draft_of(Disposition.D5B))
                elif act < 0.8:
                    _teach_and_check(desks[CARA], chance)
                else:
                    _finish(desks[name], chance)
            except (Invalid, NotAllowed):
                continue  # not every act is possible at every hour


def _leave(desk: Desk, chance: random.Random) -> None:
    kinds = (AbsenceKind.ANNUAL_LEAVE, AbsenceKind.MEETING, AbsenceKind.SICK_LEAVE, AbsenceKind.TRAINING)
    absence = away(desk, chance.choice((1, 3, 26, 75)), kind=chance.choice(kinds))
    if chance.random() < 0.6:
        handovers.hand_over(desk, absence.id, HandoverDraft(note="见清单"))


def _teach_and_check(head: Desk, chance: random.Random) -> None:
    """Hold a session, strike out one or not; check a post, and correct what was found earlier or not."""
    today = head.calendar.local(head.clock()).date()
    for post in chance.sample(posts.posts(head), 3):
        taught = chance.choice((ANN, BEN))
        made = training.record(head, session(head, post.id, taught, "外请讲师", today, chance.randrange(20, 200)))
        if chance.random() < 0.3:
            training.strike_out(head, made.id, "记错了")
        wrong = chance.random() < 0.7
        due = today + timedelta(days=chance.randrange(12)) if wrong else None
        checked = FindingDraft(post_id=post.id, at=head.clock(), checker="督查组", covered=not wrong, correct_by=due)
        findings.record(head, replace(checked, board_right=True, phone_answered=True))
    for line in findings.listed(head, open_only=True)[:2]:
        if chance.random() < 0.5:
            findings.settle(head, line.id, "已整改")


def _finish(desk: Desk, chance: random.Random) -> None:
    for note in handovers.to_accept(desk):
        handovers.accept(desk, note.ids)
    for item in _open_cases(desk):
        if chance.random() < 0.6:
            case_ends.close(desk, item, TOLD)
    for number in _sent(desk):
        referrals.acknowledge(desk, number)


def _open_cases(desk: Desk) -> list[int]:
    from reception.services import cases

    return [item.case_id for item in cases.due_list(desk) if item.mine and item.case_id]


def _sent(desk: Desk) -> list[int]:
    from reception.rules.cases import Referral, ReferralStatus
    from reception.store import records

    with desk.reading():
        return [each.id for each in records.select(Referral, status=ReferralStatus.SENT)]


def test_every_figure_agrees_with_a_recount_of_the_bare_file(
    desk: Desk,
    ben_desk: Desk,
    cara_desk: Desk,
    data_folder: Path,
    staffed: dict[str, int],
    clock: Clock,
) -> None:
    chance = random.Random(4)
    for post_id in staffed.values():  # everybody has one stand-in, so that a minute is away or not
        post = next(each for each in posts.posts(desk) if each.id == post_id)
        if not post.stand_ins:
            posts.staff_post(desk, post_id, post.holder_id, account_id(desk, ANN))
    live_through_some_weeks(chance, {ANN: desk, BEN: ben_desk, CARA: cara_desk}, clock)
    at(clock, desk, "2026-12-21 10:00")
    with suppress(Invalid):  # who is away already does not leave for half an hour
        absences.step_out(cara_desk)
    found = duty_reports.report(cara_desk, LIVED)
    again = Recount(data_folder, desk, clock())
    shown: Counter[frozenset[int]] = Counter()
    for line in found.both_away:
        shown[frozenset(line.people)] += line.minutes
    assert shown == again.both_away(LIVED)
    assert {line.number: line.late for line in found.stood_in} == again.late(LIVED)
    _recount_notes(again, found)
    _recount_transfers(again, found)
    _recount_training(again, found)
    _recount_findings(again, found, desk)
    assert shown.total() > 60
    assert found.late_while_standing_in.of > 3
    assert {each.note for each in found.absent} == set(NoteState)


def _recount_notes(again: Recount, found: DutyReport) -> None:
    begun = again.rows("SELECT * FROM absence WHERE cancelled_at IS NULL AND kind <> 'short'")
    states = {}
    for row in begun:
        length = (again.instant(row["until_at"]) or again.now) - (again.instant(row["from_at"]) or again.now)
        if row["kind"] == "meeting" and length <= 2 * HOUR:
            continue
        notes = again.rows(
            "SELECT * FROM handover WHERE absence_id = ? AND (? IS NULL OR made_at < ?)",
            *(row["id"], row["returned_at"], row["returned_at"]),
        )
        state = NoteState.ACCEPTED if any(each["accepted_at"] for each in notes) else None
        states[row["id"]] = state or (NoteState.UNACCEPTED if notes else NoteState.UNWRITTEN)
    assert {line.absence.id: line.note for line in found.absent} == states
    assert found.without_note.part == sum(each is not NoteState.ACCEPTED for each in states.values())


def _recount_transfers(again: Recount, found: DutyReport) -> None:
    rows = again.rows("SELECT * FROM referral WHERE status <> 'void'")
    lines = [each for each in found.acks if each.kind is AckKind.TRANSFER]
    assert len(lines) == len(rows) > 0
    taken = [row for row in rows if row["acknowledged_at"]]
    stretches = [(again.instant(row["sent_at"]), again.instant(row["acknowledged_at"])) for row in taken]
    minutes = sum(
        first <= moment < last  # type: ignore[operator]
        for moment in again.minutes(LIVED)
        for first, last in stretches
    )
    mean = found.time_to_take(AckKind.TRANSFER)
    assert (mean.part, mean.of) == (minutes, len(taken))
    assert found.untaken(AckKind.TRANSFER) == len(rows) - len(taken)


def _recount_training(again: Recount, found: DutyReport) -> None:
    held = again.rows("SELECT * FROM training WHERE minutes > 0")
    struck = again.rows("SELECT * FROM training WHERE minutes = 0")
    assert held
    assert struck
    assert found.minutes_trained == sum(row["minutes"] for row in held)
    minutes = Counter[tuple[int, int]]()
    for row in held:
        minutes[row["post_id"], row["trainee_id"]] += row["minutes"]
    pairs = {(row["id"], row["stand_in_id"]) for row in again.posts}
    assert {(line.post_id, line.account_id): line.minutes for line in found.learners} == {
        pair: minutes[pair] for pair in pairs
    }
    assert found.never_trained.part == len(pairs - set(minutes)) > 0
    assert found.bare == ()


def _recount_findings(again: Recount, found: DutyReport, desk: Desk) -> None:
    rows = again.rows("SELECT * FROM finding WHERE correct_by IS NOT NULL AND corrected_at IS NULL")
    today = desk.calendar.local(desk.clock()).date()
    ages = {row["id"]: (today - desk.calendar.local(again.instant(row["at"])).date()).days for row in rows}  # type: ignore[arg-type]
    assert {line.finding_id: line.days for line in found.findings} == ages
    late = [row for row in rows if date.fromisoformat(row["correct_by"]) < today]
    assert sum(line.overdue for line in found.findings) == len(late) > 0
    assert again.rows("SELECT * FROM finding WHERE corrected_at IS NOT NULL")
