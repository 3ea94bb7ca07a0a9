"""Who stands in the register, and everything that belongs to the history of a record."""

from reception.rules.inquiries import Disposition, VoidReason
from reception.services import audit, corrections, inquiries, register
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA
from tests.drafts import draft_of


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
