"""The log of changes as windows and supervisors read it."""

import pytest

from reception.errors import NotAllowed
from reception.rules.inquiries import Disposition
from reception.services import inquiries
from reception.services.audit import changes_since, history, present_mark, verify
from reception.services.desk import Desk
from reception.services.office import add_counter, change_counter
from tests.cast import ANN
from tests.drafts import draft_of


def test_nothing_changed_since_now(desk: Desk):
    mark = present_mark(desk)
    changes = changes_since(desk, mark)
    assert (changes.mark, changes.kinds) == (mark, frozenset())


def test_the_kinds_that_changed_are_named_once_and_the_mark_moves_on(desk: Desk):
    mark = present_mark(desk)
    add_counter(desk, "2号窗口")
    add_counter(desk, "3号窗口")
    changes = changes_since(desk, mark)
    assert (changes.mark, changes.kinds) == (mark + 2, frozenset({"Counter"}))
    assert changes_since(desk, changes.mark).kinds == frozenset()


def test_the_history_of_a_record_tells_who_in_order(desk: Desk):
    from dataclasses import replace

    counter = add_counter(desk, "2号窗口")
    change_counter(desk, replace(counter, name="西门窗口"))
    entries = history(desk, "Counter", counter.id)
    assert [entry.actor for entry in entries] == [ANN, ANN]
    assert "西门窗口" in (entries[1].payload or "")


def test_a_whole_log_has_no_broken_entry(desk: Desk, cara_desk: Desk):
    add_counter(desk, "2号窗口")
    assert verify(cara_desk) is None


def test_a_clerk_may_not_look_at_the_log(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        verify(ben_desk)


def test_the_log_of_a_complaint_tells_nobody_who_may_not_open_it(desk: Desk, cara_desk: Desk, dan_desk: Desk):
    complaint = inquiries.record(desk, draft_of(Disposition.D10, summary="投诉")).inquiry
    other = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    for kind in ("Inquiry", "Case"):
        with pytest.raises(NotAllowed) as refused:
            history(cara_desk, kind, complaint.id)
        assert refused.value.code == "restricted"
        assert history(dan_desk, kind, complaint.id)
        assert history(cara_desk, kind, other.id)


def test_a_clerk_reads_no_log(ben_desk: Desk, desk: Desk):
    record = inquiries.record(desk, draft_of()).inquiry
    with pytest.raises(NotAllowed):
        history(ben_desk, "Inquiry", record.id)
