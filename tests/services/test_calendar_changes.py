"""A change of the calendar: what it would move is shown, what was promised stays, the rest moves in one transaction."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.audit import AuditEntry
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.calendar_years import CalendarYear, RestPeriod
from reception.rules.cases import Case, CaseStatus, Referral
from reception.rules.due_moves import DueMove, MoveKind
from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.staff import Action, Role
from reception.rules.working_calendar import DayOverride, Session
from reception.services import calendar_changes, corrections, due_moves, inquiries, notices, today
from reception.services import office as offices
from reception.services.calendar_changes import arrange
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.services.due_explained import explain
from reception.store import journal, records
from reception.store.database import Store
from tests.cast import Clock
from tests.drafts import draft_of

DECEMBER = datetime(2026, 12, 29, 2, 0, tzinfo=UTC)
SPORTS = arrange(date(2026, 11, 27), works=False, reason="校运动会")
NEW_YEAR = CalendarYear(
    year=2027,
    notice_published_on=date(2026, 11, 20),
    source="国务院办公厅关于2027年部分节假日安排的通知",
    rest=(RestPeriod(name="元旦", first_on=date(2027, 1, 1), last_on=date(2027, 1, 3)),),
    make_up_on=(date(2027, 1, 9),),
)
LOADED = CalendarEdit(years=(NEW_YEAR,))
ALL_THERE = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=MaterialState.PROVIDED) for no in range(1, 5)))


def fresh(desk: Desk) -> Desk:
    return offices.refreshed(desk)


def as_unit_head(desk: Desk) -> Desk:
    return replace(desk, account=replace(desk.account, roles=(Role.UNIT_HEAD,)))


def opened(desk: Desk, way: Disposition = Disposition.D3, **changes: object) -> Case:
    case = inquiries.record(desk, draft_of(way, **changes)).case
    assert case is not None
    return case


def due_on(desk: Desk, case: Case) -> date:
    return desk.calendar.local(stored(desk, case).due_at).date()


def stored(desk: Desk, case: Case) -> Case:
    with desk.reading():
        return records.get(Case, case.id)


def kinds(change: calendar_changes.Change) -> list[MoveKind]:
    return [move.kind for move in change.moves]


def test_a_preview_shows_old_and_new_and_changes_nothing(desk: Desk):
    case = opened(desk)
    shown = calendar_changes.preview(desk, SPORTS)
    [move] = shown.moves
    assert (move.number, move.kind) == (case.case_no, MoveKind.LATER)
    days = [desk.calendar.local(at).date() for at in (move.due_before, move.due_after)]
    assert days == [date(2026, 12, 1), date(2026, 12, 2)]
    assert stored(desk, case) == case
    assert fresh(desk).calendar.is_working_day(date(2026, 11, 27))


def test_what_is_applied_is_what_was_shown(desk: Desk):
    opened(desk)
    opened(desk, Disposition.D9)
    shown = calendar_changes.preview(desk, SPORTS)
    done = calendar_changes.apply(desk, SPORTS)
    assert [(move.id, move.due_after) for move in done.moves] == [(move.id, move.due_after) for move in shown.moves]
    assert len(done.moves) == 2


def test_a_later_date_holds_at_once_and_the_first_one_is_kept(desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, SPORTS)
    assert due_on(desk, case) == date(2026, 12, 2)
    assert stored(desk, case).first_due_at == case.due_at
    [why] = explain(fresh(desk), case.inquiry_id)
    assert why.promised == why.counted.due


def test_the_audit_log_keeps_the_old_date_with_the_reason(store: Store, desk: Desk, data_folder: Path):
    case = opened(desk)
    calendar_changes.apply(desk, SPORTS)
    entry = [each for each in journal_entries(desk) if (each.kind, each.object_id) == ("Case", case.id)][-1]
    payload = json.loads(entry.payload or "")
    assert (entry.action, payload["reason"]) == ("edit_calendar", "校运动会")
    assert payload["changes"]["due_at"][0] == case.due_at.isoformat()
    assert journal.first_broken(store.key) is None
    store.close()
    assert check_folder(data_folder).damage == ()


def test_a_transfer_moves_too(desk: Desk):
    recorded = inquiries.record(desk, draft_of(Disposition.D6))
    change = calendar_changes.apply(desk, arrange(date(2026, 11, 25), works=False, reason="停电"))
    with desk.reading():
        referral = records.find(Referral, inquiry_id=recorded.inquiry.id)
    assert referral is not None
    assert desk.calendar.local(referral.due_at).date() == date(2026, 11, 26)
    assert sorted(kinds(change)) == [MoveKind.LATER, MoveKind.LATER]


def test_loading_the_same_notice_again_changes_nothing(desk: Desk, clock: Clock):
    clock.now = DECEMBER
    opened(desk)
    calendar_changes.apply(desk, LOADED)
    before = len(journal_entries(desk))
    assert calendar_changes.apply(desk, LOADED).moves == ()
    assert len(journal_entries(desk)) == before


def journal_entries(desk: Desk) -> list[AuditEntry]:
    with desk.reading():
        return list(records.select(AuditEntry))


def test_the_next_notice_takes_the_mark_away_and_moves_what_it_moves(desk: Desk, clock: Clock):
    clock.now = DECEMBER
    short, long = opened(desk, Disposition.D9), opened(desk)
    assert short.provisional
    assert long.provisional
    change = calendar_changes.apply(desk, LOADED)
    assert {move.number: move.kind for move in change.moves} == {
        short.case_no: MoveKind.SETTLED,
        long.case_no: MoveKind.SETTLED,
    }
    assert [stored(desk, case).provisional for case in (short, long)] == [False, False]
    assert change.dates == ()
    assert due_moves.waiting(desk) == ()


def test_a_make_up_day_makes_an_unprinted_date_earlier(desk: Desk, clock: Clock):
    clock.now = DECEMBER
    case = opened(desk, Disposition.D9, received_at=clock.now)
    long = opened(desk, Disposition.D4, matter="JW-03")
    change = calendar_changes.apply(desk, LOADED)
    assert {move.number: move.kind for move in change.moves}[long.case_no] is MoveKind.EARLIER
    assert due_on(desk, case) == date(2027, 1, 6)


def issue(desk: Desk, case: Case) -> str:
    return notices.issue(desk, case.inquiry_id, ALL_THERE).number


SATURDAY = arrange(date(2026, 11, 28), works=True, reason="迎新值班")


def test_a_promise_on_paper_stays_although_the_calendar_would_be_quicker(desk: Desk):
    case = opened(desk)
    number = issue(desk, case)
    [move] = calendar_changes.preview(desk, SATURDAY).moves
    assert (move.kind, move.papers) == (MoveKind.PROMISED, (number,))
    calendar_changes.apply(desk, SATURDAY)
    assert due_on(desk, case) == date(2026, 12, 1)
    assert due_moves.waiting(desk) == ()


def test_without_a_paper_the_date_becomes_earlier(desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, SATURDAY)
    assert due_on(desk, case) == date(2026, 11, 30)


def test_a_paper_that_is_void_promises_nothing(desk: Desk):
    case = opened(desk)
    issue(desk, case)
    corrections.void(desk, case.inquiry_id, VoidReason.MISTAKE, "选错处置方式")
    assert calendar_changes.preview(desk, SATURDAY).moves == ()


def test_the_unit_head_may_shorten_what_was_promised(desk: Desk):
    case = opened(desk)
    issue(desk, case)
    [move] = calendar_changes.preview(desk, SATURDAY).moves
    with pytest.raises(NotAllowed):
        calendar_changes.apply(desk, SATURDAY, [move.id])
    assert fresh(desk).calendar.overrides == ()
    calendar_changes.apply(as_unit_head(desk), SATURDAY, [move.id])
    assert due_on(desk, case) == date(2026, 11, 30)


def test_a_promise_moves_later_from_where_it_stands(desk: Desk):
    case = opened(desk)
    issue(desk, case)
    calendar_changes.apply(desk, SATURDAY)
    closed = arrange(date(2026, 11, 27), date(2026, 11, 30), works=False, reason="停水")
    calendar_changes.apply(desk, closed)
    assert due_on(desk, case) == date(2026, 12, 3)


def test_what_would_be_late_at_once_is_not_made_earlier(desk: Desk, clock: Clock):
    case = opened(desk)
    clock.now = desk.calendar.instant(datetime.fromisoformat("2026-12-01 09:00"))
    [move] = calendar_changes.preview(desk, SATURDAY).moves
    assert move.kind is MoveKind.PROMISED
    calendar_changes.apply(desk, SATURDAY)
    assert due_on(desk, case) == date(2026, 12, 1)


def test_what_is_over_or_ends_before_the_change_is_left_alone(desk: Desk):
    case = opened(desk)
    with desk.work(Action.RECORD) as work:
        work.log(work.change(replace(work.get(Case, case.id), status=CaseStatus.CLOSED)))
    opened(desk)
    later = arrange(date(2026, 12, 7), works=False, reason="校庆")
    assert calendar_changes.preview(desk, later).moves == ()
    assert len(calendar_changes.preview(desk, SPORTS).moves) == 1


def test_a_shorter_day_moves_the_moment_but_not_the_day(desk: Desk):
    case = opened(desk)
    hours = (Session(time(9), time(11, 30)),)
    calendar_changes.apply(desk, arrange(date(2026, 12, 1), works=True, reason="寒假值班", sessions=hours))
    assert desk.calendar.local(stored(desk, case).due_at) == datetime.fromisoformat("2026-12-01 11:30")


def test_a_layer_below_is_heard_again_when_the_one_above_is_withdrawn(desk: Desk):
    day = date(2026, 11, 27)
    calendar_changes.apply(desk, arrange(day, works=False, reason="学校停课", layer=3))
    calendar_changes.apply(desk, arrange(day, works=True, reason="本处照常"))
    now = fresh(desk)
    assert [(each.layer, each.holds) for each in now.calendar.layers_on(day)] == [(1, False), (3, False), (4, True)]
    assert now.calendar.is_working_day(day)
    calendar_changes.apply(desk, calendar_changes.withdrawn(now.calendar, day, None, 4))
    assert fresh(desk).calendar.day_name(day) == "学校停课"
    with pytest.raises(Invalid):
        calendar_changes.withdrawn(fresh(desk).calendar, day, None, 4)


def test_a_day_that_was_withdrawn_can_be_arranged_again(desk: Desk):
    day = date(2026, 11, 27)
    calendar_changes.apply(desk, SPORTS)
    calendar_changes.apply(desk, calendar_changes.withdrawn(fresh(desk).calendar, day, None, 4))
    assert fresh(desk).calendar.is_working_day(day)
    calendar_changes.apply(desk, SPORTS)
    assert not fresh(desk).calendar.is_working_day(day)


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"reason": " "}, ["required"]),
        ({"last_on": date(2026, 11, 26)}, ["period_reversed"]),
        ({"last_on": date(2028, 11, 26)}, ["span_too_long"]),
        ({"sessions": (Session(time(9), time(10)),)}, ["hours_on_rest_day"]),
    ],
)
def test_an_arrangement_that_cannot_be_is_refused(values: dict, codes: list[str]):
    entry = {"works": False, "reason": "校庆"} | values
    with pytest.raises(Invalid) as refusal:
        arrange(date(2026, 11, 27), **entry)
    assert [reason.code for reason in refusal.value.reasons] == codes


def test_a_layer_that_nobody_writes_is_refused(desk: Desk):
    days = (DayOverride(on=date(2026, 11, 27), works=False, reason="国庆", layer=1),)
    with pytest.raises(Invalid):
        calendar_changes.apply(desk, CalendarEdit(days=days))


def test_a_clerk_changes_no_calendar_but_may_look(desk: Desk, ben_desk: Desk):
    opened(desk)
    assert len(calendar_changes.preview(ben_desk, SPORTS).moves) == 1
    with pytest.raises(NotAllowed):
        calendar_changes.apply(ben_desk, SPORTS)


def test_the_handler_is_told_and_takes_note(desk: Desk, ben_desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, SPORTS)
    calendar_changes.apply(desk, arrange(date(2026, 11, 30), works=False, reason="停电"))
    [line] = due_moves.waiting(desk)
    assert (line.number, line.visitor) == (case.case_no, "林*舟")
    assert line.due_before == case.due_at
    assert desk.calendar.local(line.due_after).date() == date(2026, 12, 3)
    assert line.why == "停电"
    assert due_moves.waiting(ben_desk) == ()
    assert today.of_day(desk).moved == (line,)
    with pytest.raises(NotAllowed):
        due_moves.note_seen(ben_desk, line.ids)
    due_moves.note_seen(desk, line.ids)
    due_moves.note_seen(desk, line.ids)
    assert due_moves.waiting(desk) == ()


def test_everything_can_be_taken_note_of_at_once(desk: Desk, ben_desk: Desk):
    opened(desk)
    opened(desk, Disposition.D9)
    calendar_changes.apply(desk, SPORTS)
    assert due_moves.note_all_seen(ben_desk) == 0
    assert due_moves.note_all_seen(desk) == 2
    assert due_moves.waiting(desk) == ()


def test_of_a_complaint_only_its_number_is_told(desk: Desk, dan_desk: Desk):
    case = opened(desk, Disposition.D10)
    calendar_changes.apply(desk, arrange(date(2026, 11, 24), works=False, reason="停电"))
    [line] = due_moves.waiting(dan_desk)
    assert (line.number, line.visitor, line.restricted) == (case.case_no, "", True)


def test_nobody_is_told_of_what_is_over(desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, SPORTS)
    corrections.void(desk, case.inquiry_id, VoidReason.MISTAKE, "选错处置方式")
    assert due_moves.waiting(desk) == ()


def test_cases_beyond_a_portion_of_a_statement_are_all_counted(desk: Desk):
    case = opened(desk)
    with desk.work(Action.RECORD) as work:
        for n in range(600):
            copy = replace(case, id=0, version=0, case_no=f"受理〔2026〕{n + 100:04d}", serial=n + 100)
            work.log(work.add(copy))
    shown = calendar_changes.preview(desk, SPORTS)
    assert len(shown.moves) == 601
    assert {move.due_after - move.due_before for move in shown.moves} == {timedelta(days=1)}


def test_the_rows_of_a_move_are_whole(desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, SPORTS)
    with desk.reading():
        [row] = records.select(DueMove)
    assert (row.number, row.due_before, row.by, row.to_id) == (case.case_no, case.due_at, "安", desk.account.id)
    assert row.due_after == stored(desk, case).due_at


def test_a_reason_is_cleaned_whoever_made_the_edit(desk: Desk) -> None:
    day = SPORTS.days[0]
    done = calendar_changes.apply(desk, CalendarEdit(days=(replace(day, reason="\u202e校\x00运动会"),)))
    assert [each.reason for each in done.edit.days] == ["校运动会"]
    for reason in ("\ud800", "长" * 100_000):
        with pytest.raises(Invalid):
            calendar_changes.apply(desk, CalendarEdit(days=(replace(day, reason=reason),)))
