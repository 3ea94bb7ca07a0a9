"""Who stands in the register, and everything that belongs to the history of a record."""

from reception.rules.inquiries import Disposition, VoidReason
from reception.services import corrections, inquiries, register
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
