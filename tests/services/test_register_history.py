"""Who stands in the register, and everything that belongs to the history of a record."""

from reception.rules.audit import AuditEntry
from reception.rules.inquiries import Disposition, VoidReason
from reception.services import (
    audit,
    case_ends,
    corrections,
    custody,
    inquiries,
    register,
    reminders,
    supervision,
)
from reception.services.desk import Desk
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, at, opened


def test_those_who_receive_visitors_are_offered_as_first_officers(desk: Desk):
    assert [officer.name for officer in register.officers(desk) if officer.receives] == [ANN, BEN, CARA]


def test_the_history_of_a_record_holds_its_case_and_its_transfer(desk: Desk):
    made = inquiries.record(desk, draft_of(Disposition.D6), None).inquiry
    corrections.void(desk, made.id, VoidReason.TEST, "试一下")
    entries = register.show(desk, made.id).history
    assert [entry.kind for entry in entries] == ["Inquiry", "Case", "Referral"] * 2
    assert [entry.seq for entry in entries] == sorted(entry.seq for entry in entries)


def test_the_history_of_one_record_holds_nothing_of_another(desk: Desk):
    first = inquiries.record(desk, draft_of(Disposition.D6), None).inquiry
    inquiries.record(desk, draft_of(Disposition.D6), None)
    assert len(register.show(desk, first.id).history) == 3


def test_a_revealed_record_holds_the_look_itself(desk: Desk):
    made = inquiries.record(desk, draft_of(Disposition.D3), None).inquiry
    assert register.reveal(desk, made.id).history[-1].action == "see_personal"


def test_the_visitor_written_about_in_a_reason_is_masked_with_the_record(desk: Desk, cara_desk: Desk, dan_desk: Desk):
    made = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    corrections.void(cara_desk, made.id, VoidReason.MISTAKE, "林晓舟来电13800001234说写错了")

    def said(view: register.InquiryView) -> str:
        return next(entry.payload for entry in view.history if entry.action == "void_own") or ""

    for shown in (said(register.show(dan_desk, made.id)), said(register.show(cara_desk, made.id))):
        assert "林*舟来电138****1234说写错了" in shown
        assert "林晓舟" not in shown
    assert "林晓舟" in said(register.reveal(cara_desk, made.id))
    assert audit.verify(cara_desk) is None


def test_reminders_slips_and_their_answers_stand_in_the_history_and_in_the_chain(desk: Desk, clock: Clock):
    case = opened(desk, matter="JW-03")
    for moment in ("2026-11-30 09:00", "2026-12-01 17:31"):
        at(clock, desk, moment)
        reminders.sweep(desk)
    supervision.note_seen(desk, [each.id for each in supervision.unseen(desk)])
    (slip,) = supervision.to_answer(desk)
    supervision.answer(desk, slip.id, "林晓舟的证明周五补到")
    case_ends.close(desk, case.id, TOLD)
    reminders.sweep(desk)

    def said(entries: tuple[AuditEntry, ...], language: Language = Language.ZH) -> list[str]:
        lines = [history_line(each, desk.calendar, language) for each in entries if each.kind == "Reminder"]
        return [" | ".join((line.who.partition(" · ")[0], line.what, *line.details)) for line in lines]

    whole = said(register.show(desk, case.inquiry_id).history)
    told = [
        "系统 | 临期提醒，发给 安",
        "系统 | 超时督办，发给 安、凯，须在 2026-12-02 17:30 前答复",
        "安 | 答复了督办 | 答复内容：林*舟的证明周五补到",
    ]
    assert whole[:3] == told
    assert set(whole[3:]) == {"系统 | 催办督办到此为止"}
    assert said(custody.of(desk, case.inquiry_id).entries) == told
    assert "to be answered by" in said(custody.of(desk, case.inquiry_id).entries, Language.EN)[1]
    assert reminders.sweep(desk).written == ()
