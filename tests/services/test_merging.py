"""Two visitors who are one: merged with everything that is theirs, and parted again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.recognition import Visitor
from reception.services import inquiries, merging, register, visitors
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import journal, records
from tests.cast import Clock
from tests.drafts import draft_of

LIN = {"person_name": "林晓舟", "phone": "13800001234"}
ZHOU = {"person_name": "林晓洲", "phone": "13911112222", "person_no": "202408010123", "person_unit": "数学学院"}


@pytest.fixture
def two(desk: Desk, clock: Clock) -> tuple[Visitor, Visitor]:
    """Give 林晓舟, met twice, and 林晓洲, met once a day later."""
    inquiries.record(desk, draft_of(Disposition.D9, **LIN))
    inquiries.record(desk, draft_of(Disposition.D3, **LIN))
    clock.advance(days=1)
    inquiries.record(desk, draft_of(Disposition.D9, **ZHOU))
    return visitor(desk, "林晓舟"), visitor(desk, "林晓洲")


def visitor(desk: Desk, name: str) -> Visitor:
    with desk.reading():
        found = records.find(Visitor, name=name)
    assert found is not None
    return found


def owners(desk: Desk) -> list[int | None]:
    with desk.reading():
        return [inquiry.visitor_id for inquiry in records.select(Inquiry)]


def test_both_stand_side_by_side_with_what_differs_and_what_would_move(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    preview = merging.merge_preview(desk, other.id, one.id)
    assert (preview.kept.visitor, preview.merged.visitor) == (one, other)
    assert preview.differing == ("name", "phone", "person_no", "person_unit")
    assert [contact.reg_no for contact in preview.merged.contacts] == ["首问〔2026〕0003"]
    assert (preview.kept.records, preview.merged.records) == (2, 1)


def test_a_merge_moves_the_records_and_keeps_what_was_chosen(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    merge = merging.merge(desk, one, other, taken=("phone",))
    kept, gone = visitor(desk, "林晓舟"), visitor(desk, "林晓洲")
    assert owners(desk) == [one.id] * 3
    assert (kept.phone, kept.person_no, kept.person_unit) == ("13911112222", "202408010123", "数学学院")
    assert (kept.contacts, kept.first_seen_at, kept.last_seen_at) == (3, one.first_seen_at, other.last_seen_at)
    assert gone == replace(other, version=other.version + 1, merged_into=one.id)
    assert (merge.moved, merge.before) == ((3,), one)


def test_the_merged_one_is_never_offered_but_leads_to_who_stayed(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    merging.merge(desk, one, other)
    for typed in ({"phone": "13911112222"}, {"person_no": "202408010123"}, {"name": "林晓洲"}):
        assert [each.visitor.id for each in visitors.recognise(desk, **typed)] == [one.id], typed
    again = inquiries.record(desk, draft_of(Disposition.D9, **ZHOU)).inquiry
    assert again.visitor_id == one.id
    assert visitor(desk, "林晓舟").contacts == 4


def test_parting_gives_everything_back(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    merge = merging.merge(desk, one, other, taken=("name", "phone"))
    undone = merging.unmerge(desk, merge.id)
    with desk.reading():
        kept, gone = records.get(Visitor, one.id), records.get(Visitor, other.id)
    assert replace(kept, version=one.version) == one
    assert replace(gone, version=other.version) == other
    assert owners(desk) == [one.id, one.id, other.id]
    assert undone.undone_at == desk.clock()
    with pytest.raises(Invalid):
        merging.unmerge(desk, merge.id)


def test_what_came_after_the_merge_stays_with_who_stayed(desk: Desk, clock: Clock, two: tuple[Visitor, Visitor]):
    one, other = two
    merge = merging.merge(desk, one, other)
    clock.advance(hours=1)
    inquiries.record(desk, draft_of(Disposition.D9, **LIN | {"phone": "13733334444", "person_no": "202408010123"}))
    merging.unmerge(desk, merge.id)
    kept = visitor(desk, "林晓舟")
    assert owners(desk) == [one.id, one.id, other.id, one.id]
    assert (kept.phone, kept.contacts, kept.last_seen_at) == ("13733334444", 3, clock.now)


def test_a_merge_on_top_of_another_is_undone_first(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    inquiries.record(desk, draft_of(Disposition.D9, person_name="林小舟", phone="13755556666"))
    first = merging.merge(desk, one, other)
    second = merging.merge(desk, visitor(desk, "林小舟"), visitor(desk, "林晓舟"))
    assert visitors.recognise(desk, name="林晓洲")[0].visitor.name == "林小舟"
    with pytest.raises(Invalid) as refused:
        merging.unmerge(desk, first.id)
    assert refused.value.reasons[0].code == "merged_again"
    merging.unmerge(desk, second.id)
    merging.unmerge(desk, first.id)
    assert owners(desk) == [one.id, one.id, other.id, 3]


def test_whoever_changed_meanwhile_is_not_merged_unseen(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    inquiries.record(desk, draft_of(Disposition.D9, **ZHOU))
    with pytest.raises(Conflict):
        merging.merge(desk, one, other)
    assert owners(desk) == [one.id, one.id, other.id, other.id]


def test_nobody_is_merged_with_himself_or_twice(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    with pytest.raises(Invalid):
        merging.merge(desk, one, one)
    merging.merge(desk, one, other)
    with pytest.raises(Invalid):
        merging.merge(desk, visitor(desk, "林晓舟"), visitor(desk, "林晓洲"))
    with pytest.raises(Invalid):
        merging.merge_preview(desk, one.id, other.id)


def test_only_who_works_at_a_desk_merges(dan_desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    acts = (
        lambda: merging.merge(dan_desk, one, other),
        lambda: merging.merge_preview(dan_desk, one.id, other.id),
        lambda: merging.alike(dan_desk, one.id),
        lambda: merging.unmerge(dan_desk, 1),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_every_change_of_a_merge_stands_in_the_log(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    merge = merging.merge(desk, one, other)
    with desk.reading():
        assert journal.first_broken(desk.store.key) is None
        kinds = [
            journal.entries(kind, number)[-1].action
            for kind, number in (
                ("Visitor", one.id),
                ("Visitor", other.id),
                ("Inquiry", 3),
                ("VisitorMerge", merge.id),
            )
        ]
    assert kinds == ["merge_visitors"] * 4
    assert check_folder(desk.store.folder).damage == ()


def test_who_looks_alike_is_proposed_and_others_are_found_by_what_is_typed(desk: Desk, two: tuple[Visitor, Visitor]):
    one, _other = two
    inquiries.record(desk, draft_of(Disposition.D9, person_name="王芳", phone="13755556666"))
    inquiries.record(desk, draft_of(Disposition.D9, person_name="林晓舟", phone="13700009999"))
    assert [each.phone for each in merging.alike(desk, one.id).others] == ["13700009999"]
    assert [each.name for each in merging.alike(desk, one.id, "wf").others] == ["王芳"]
    assert [each.name for each in merging.alike(desk, one.id, "6666").others] == ["王芳"]


def test_the_history_of_a_moved_record_says_so(desk: Desk, two: tuple[Visitor, Visitor]):
    one, other = two
    merging.merge(desk, one, other)
    assert register.reveal(desk, 3).history[-2].action == "merge_visitors"
    assert timedelta(0) <= desk.clock() - other.last_seen_at
