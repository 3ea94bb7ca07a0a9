"""What is left to the stand-in before one goes, who accepted it, and what is reported on return."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.accountability import Fault
from reception.rules.inquiries import Disposition
from reception.rules.staff import Account, Action, Role
from reception.services import absences, audit, duty, duty_day, handovers, inquiries, posts, staff
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft, Note
from reception.store.database import Store
from tests.cast import ANN, BEN, CARA, Clock, desk_of
from tests.drafts import draft_of

HOUR = timedelta(hours=1)


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


@pytest.fixture
def covered(desk: Desk) -> Desk:
    """Give the desk of 安, for two of whose posts 本 stands in; the others are 凯's."""
    ann, ben, cara = (account_id(desk, each) for each in (ANN, BEN, CARA))
    for place, post in enumerate(posts.posts(desk)):
        if post.code in ("JW-03", "JW-04"):
            posts.staff_post(desk, post.id, ann, ben)
        else:
            posts.staff_post(desk, post.id, cara, None)
        assert place < 100
    return desk


def away(desk: Desk, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + 30 * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refused.value.reasons]


def left(desk: Desk, absence: Absence, **changes: str) -> Note:
    (note,) = handovers.hand_over(desk, absence.id, HandoverDraft(**changes))
    return note


def test_the_note_is_drafted_from_the_open_work_the_earliest_due_first(covered: Desk, cara_desk: Desk):
    for way in (Disposition.D4, Disposition.D3, Disposition.D3):
        inquiries.record(covered, draft_of(way))
    absence = away(covered, from_at=covered.clock() + HOUR)
    shares = handovers.proposal(covered, absence.id)
    assert [(share.post.code, share.to_name, len(share.items)) for share in shares] == [
        ("JW-03", BEN, 2),
        ("JW-04", BEN, 1),
    ]
    first = shares[0].items[0]
    assert (first.number, first.next_step) == ("受理〔2026〕0002", "继续办理")
    assert "林*舟" in first.text or "林**" in first.text
    assert "林晓舟" not in first.text
    assert shares[1].items[0].next_step == "等来访人补正材料"


def test_a_note_is_handed_to_the_stand_in_who_accepts_it(covered: Desk, ben_desk: Desk, data_folder: Path):
    inquiries.record(covered, draft_of(Disposition.D3))
    absence = away(covered, from_at=covered.clock() + HOUR)
    note = left(covered, absence, keys="柜门钥匙", calls="下午财务处来电", instructions="先办毕业生", note="无")
    assert (note.to_name, note.posts, len(note.items), note.keys) == (BEN, note.posts, 1, "柜门钥匙")
    assert len(note.posts) == 2
    (waiting,) = handovers.to_accept(ben_desk)
    assert waiting == note
    assert handovers.to_accept(covered) == ()
    (taken,) = handovers.accept(ben_desk, note.ids, "已知悉")
    assert (taken.accepted_at, taken.accepted_note) == (covered.clock(), "已知悉")
    assert handovers.to_accept(ben_desk) == ()
    with pytest.raises(Invalid) as refused:
        handovers.accept(ben_desk, note.ids)
    assert codes(refused) == [("", "handover_accepted")]
    assert check_folder(data_folder).damage == ()


def test_only_to_whom_it_was_handed_accepts(covered: Desk, cara_desk: Desk):
    note = left(covered, away(covered))
    with pytest.raises(NotAllowed):
        handovers.accept(cara_desk, note.ids)


def test_whoever_the_chain_went_on_to_may_accept(covered: Desk, ben_desk: Desk, cara_desk: Desk):
    note = left(covered, away(covered))
    away(ben_desk, kind=AbsenceKind.SICK_LEAVE)
    assert [each.ids for each in handovers.to_accept(cara_desk)] == [note.ids]
    (taken,) = handovers.accept(cara_desk, note.ids)
    assert taken.to_name == CARA
    assert handovers.to_accept(ben_desk) == ()


def test_a_note_may_change_until_it_is_accepted(covered: Desk, ben_desk: Desk):
    absence = away(covered)
    first = left(covered, absence, note="甲")
    second = left(covered, absence, note="乙")
    assert (second.ids, second.note) == (first.ids, "乙")
    handovers.accept(ben_desk, second.ids)
    with pytest.raises(Invalid) as refused:
        left(covered, absence, note="丙")
    assert codes(refused) == [("", "handover_accepted")]


def test_a_note_is_for_oneself_or_a_head_to_write(covered: Desk, ben_desk: Desk, cara_desk: Desk):
    absence = away(covered)
    with pytest.raises(NotAllowed):
        left(ben_desk, absence)
    with pytest.raises(NotAllowed):
        handovers.proposal(ben_desk, absence.id)
    assert left(cara_desk, absence, note="代写").from_name == ANN


def test_who_holds_no_post_has_nothing_to_hand_over(covered: Desk, ben_desk: Desk):
    with pytest.raises(Invalid) as refused:
        left(ben_desk, away(ben_desk))
    assert codes(refused) == [("", "nothing_to_hand_over")]


def test_texts_that_cannot_be_kept_are_refused_at_their_fields(covered: Desk):
    with pytest.raises(Invalid) as refused:
        left(covered, away(covered), keys="\ue000", note="长" * 4001)
    assert [field for field, _code in codes(refused)] == ["keys", "note"]


def test_an_absence_without_an_accepted_note_stands_in_the_heads_list(covered: Desk, ben_desk: Desk, cara_desk: Desk):
    absence = away(covered)
    assert handovers.unhanded(cara_desk) == (absence,)
    assert handovers.unhanded(ben_desk) == ()
    note = left(covered, absence)
    assert handovers.unhanded(cara_desk) == (absence,)
    handovers.accept(ben_desk, note.ids)
    assert handovers.unhanded(cara_desk) == ()


@pytest.mark.parametrize(
    ("kind", "hours", "needed"),
    [
        (AbsenceKind.SHORT, 0.5, False),
        (AbsenceKind.MEETING, 2, False),
        (AbsenceKind.MEETING, 2.5, True),
        (AbsenceKind.OFFICIAL_TRIP, 3.5, False),
        (AbsenceKind.OFFICIAL_TRIP, 4, True),
        (AbsenceKind.SICK_LEAVE, 1, True),
        (AbsenceKind.SECONDMENT, 300, False),
    ],
)
def test_which_absences_call_for_a_note(covered: Desk, cara_desk: Desk, kind: AbsenceKind, hours: float, needed: bool):
    away(covered, kind=kind, until_at=covered.clock() + hours * HOUR)
    assert bool(handovers.unhanded(cara_desk)) is needed


def test_the_return_brings_a_report_to_acknowledge(covered: Desk, ben_desk: Desk, clock: Clock, data_folder: Path):
    inquiries.record(covered, draft_of(Disposition.D3))
    clock.advance(minutes=5)
    absence = away(covered)
    note = left(covered, absence)
    handovers.accept(ben_desk, note.ids)
    inquiries.record(ben_desk, draft_of(Disposition.D3))
    assert handovers.to_acknowledge(covered) == ()
    with pytest.raises(Invalid) as refused:
        handovers.acknowledge(covered, note.ids)
    assert codes(refused) == [("", "report_missing")]
    clock.advance(hours=5)
    absences.back(covered, absence.id)
    (report,) = handovers.to_acknowledge(covered)
    assert report.reported_at == clock()
    assert report.report == (
        "顶岗期间办结 0 件，新收 1 件（受理〔2026〕0002），现未结 2 件（受理〔2026〕0001、受理〔2026〕0002）。"
    )
    with pytest.raises(NotAllowed):
        handovers.acknowledge(ben_desk, report.ids)
    handovers.acknowledge(covered, report.ids)
    assert handovers.to_acknowledge(covered) == ()
    assert check_folder(data_folder).damage == ()


def test_a_return_without_a_note_brings_a_report_too_and_counts_as_not_handed_over(covered: Desk, ben_desk: Desk):
    inquiries.record(covered, draft_of(Disposition.D3))
    absence = away(covered)
    absences.back(covered, absence.id)
    (report,) = handovers.to_acknowledge(covered)
    assert (report.to_name, report.accepted_at) == (BEN, None)
    assert handovers.to_accept(ben_desk) == ()


def test_half_an_hour_brings_no_report(covered: Desk):
    inquiries.record(covered, draft_of(Disposition.D3))
    absences.back(covered, absences.step_out(covered).id)
    assert handovers.to_acknowledge(covered) == ()


def test_only_who_wrote_it_who_receives_it_and_the_heads_read_a_note(
    covered: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk
):
    inquiries.record(covered, draft_of(Disposition.D3))
    absence = away(covered)
    note = left(covered, absence, keys="柜门钥匙", calls="财务处来电", instructions="先办毕业生", note="家里有事")
    handovers.accept(ben_desk, note.ids, "已知悉")
    (whole,) = handovers.of_absence(covered, absence.id)
    assert (whole.keys, whole.accepted_note, len(whole.items), whole.sealed) == ("柜门钥匙", "已知悉", 1, False)
    assert handovers.of_absence(ben_desk, absence.id) == handovers.of_absence(cara_desk, absence.id) == (whole,)
    (seen,) = handovers.of_absence(dan_desk, absence.id)
    assert (seen.sealed, seen.to_name, seen.accepted_at) == (True, BEN, covered.clock())
    assert (seen.keys, seen.calls, seen.instructions, seen.note, seen.accepted_note, seen.items) == (*[""] * 5, ())
    assert duty_day.of_colleague(dan_desk, account_id(dan_desk, ANN)).note == seen
    with pytest.raises(NotAllowed) as refused:
        audit.history(dan_desk, "Handover", note.id)
    assert refused.value.code == "handover_not_readable"
    assert "家里有事" in (audit.history(cara_desk, "Handover", note.id)[0].payload or "")


def test_whoever_the_chain_went_on_to_reads_the_note(covered: Desk, ben_desk: Desk, cara_desk: Desk, store: Store):
    with covered.work(Action.EDIT_STAFF) as work:
        eve = work.add(Account(name="伊", roles=(Role.CLERK,), password_hash="x"))
        work.log(eve)
    for code in ("JW-03", "JW-04"):
        post = next(each for each in posts.posts(covered) if each.code == code)
        posts.staff_post(covered, post.id, post.holder_id, account_id(covered, BEN), eve.id)
    eve_desk = desk_of(store, "伊", covered.clock)  # type: ignore[arg-type]
    absence = away(covered)
    left(covered, absence, note="甲")
    assert [each.note for each in handovers.of_absence(eve_desk, absence.id)] == [""]
    away(ben_desk, kind=AbsenceKind.SICK_LEAVE)
    assert [each.note for each in handovers.of_absence(eve_desk, absence.id)] == ["甲"]


def test_a_hand_over_is_taken_back_until_somebody_accepted_it(
    covered: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock, data_folder: Path
):
    inquiries.record(covered, draft_of(Disposition.D3))
    absence = away(covered)
    first = left(covered, absence, keys="柜门钥匙")
    with pytest.raises(NotAllowed):
        handovers.take_back(ben_desk, absence.id)
    handovers.take_back(covered, absence.id)
    assert handovers.of_absence(cara_desk, absence.id) == ()
    assert handovers.to_accept(ben_desk) == ()
    with pytest.raises(Invalid) as refused:
        handovers.accept(ben_desk, first.ids)
    assert codes(refused) == [("", "handover_missing")]
    with pytest.raises(Invalid) as refused:
        handovers.take_back(covered, absence.id)
    assert codes(refused) == [("", "handover_missing")]
    again = left(covered, absence, note="乙")
    assert (again.ids, again.to_name, again.keys, len(again.items)) == (first.ids, BEN, "", 1)
    handovers.accept(ben_desk, again.ids)
    with pytest.raises(Invalid) as refused:
        handovers.take_back(covered, absence.id)
    assert codes(refused) == [("", "handover_accepted")]
    assert check_folder(data_folder).damage == ()


def test_what_was_taken_back_counts_as_not_handed_over_and_gets_its_report_all_the_same(
    covered: Desk, ben_desk: Desk, clock: Clock
):
    case = inquiries.record(covered, draft_of(Disposition.D3)).case
    assert case is not None
    clock.advance(hours=1)
    absence = away(covered, from_at=clock() + HOUR, until_at=case.due_at + 30 * HOUR)
    left(covered, absence)
    assert duty.accountable(covered, case.id).fault is Fault.SERVING
    handovers.take_back(covered, absence.id)
    assert duty.accountable(covered, case.id).fault is Fault.HOLDER
    clock.advance(hours=2)
    absences.back(covered, absence.id)
    (report,) = handovers.to_acknowledge(covered)
    assert (report.to_name, report.from_name) == (BEN, ANN)
    assert report.report
