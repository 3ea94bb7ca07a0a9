"""A head's word on a second notice is taken back by that head alone, as it was before."""

import pytest

from reception.errors import Conflict, NotAllowed
from reception.rules.notices import SecondReason
from reception.services import once
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import ANN, Clock, desk_of
from tests.services.test_once import another_head, rates, told, told_again


def other_head(store: Store, clock: Clock) -> Desk:
    """Give the desk of one more head of the section."""
    return desk_of(store, another_head(desk_of(store, ANN, clock)).name, clock)


def test_only_who_decided_takes_it_back_and_the_reason_stays_what_it_was(
    desk: Desk, store: Store, clock: Clock, cara_desk: Desk
) -> None:
    second = told_again(desk, told(desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    rejected = once.reject(cara_desk, second.id, "一直都要")
    with pytest.raises(Conflict):
        once.take_back(cara_desk, rejected, SecondReason.RULE_CHANGED)
    with pytest.raises(Conflict):
        once.take_back(other_head(store, clock), rejected, SecondReason.NEW_FACT)
    assert rates(cara_desk)["JW-03"].told.percent == "0.0%"


def test_who_wrote_a_second_notice_does_not_undo_its_rejection(store: Store, clock: Clock, cara_desk: Desk) -> None:
    own = told_again(cara_desk, told(cara_desk, 2), 2, 3, why=SecondReason.NEW_FACT)
    rejected = once.reject(other_head(store, clock), own.id, "一直都要")
    with pytest.raises(NotAllowed) as refused:
        once.take_back(cara_desk, rejected, SecondReason.NEW_FACT)
    assert refused.value.code == "own_second_notice"
