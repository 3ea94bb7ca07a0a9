"""How kinds of papers are printed at counters, and that a damaged text of it does no harm."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.print_jobs import MOST_COPIES, PrintJob, PrintState
from reception.rules.print_ways import EVERY_KIND, OTHER_PAPERS, PrintWay, read_ways, way_for, write_ways

COUNTER = "1号窗口"
FORMS = some.builds(
    PaperForm,
    size=some.sampled_from(PaperSize),
    language=some.sampled_from(PaperLanguage),
    large=some.booleans(),
    short_stub=some.booleans(),
)
WAYS = some.dictionaries(
    some.tuples(some.text(max_size=8), some.sampled_from([EVERY_KIND, OTHER_PAPERS, *PaperKind])),
    some.builds(
        PrintWay,
        printer=some.text(max_size=8),
        tray=some.text(max_size=8),
        form=FORMS,
        copies=some.integers(1, MOST_COPIES),
        direct=some.booleans(),
    ),
    max_size=4,
)


@given(WAYS)
def test_ways_are_read_as_they_were_written(ways):
    assert read_ways(write_ways(ways)) == {(counter, str(kind)): way for (counter, kind), way in ways.items()}


def test_a_kind_has_its_own_way_else_that_of_every_kind():
    every, own, other = PrintWay(printer="前台"), PrintWay(printer="票据"), PrintWay(printer="宽行")
    ways = {(COUNTER, EVERY_KIND): every, (COUNTER, "SJ"): own, (COUNTER, OTHER_PAPERS): other}
    assert way_for(ways, COUNTER, PaperKind.SJ) == own
    assert way_for(ways, COUNTER, PaperKind.YC) == every
    assert way_for(ways, COUNTER, None) == other
    assert way_for(ways, "2号窗口", PaperKind.SJ) == PrintWay()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"1号窗口": 3}',
        '{"1号窗口": {"*": 3}}',
        '{"1号窗口": {"*": {"printer": 5}}}',
        '{"1号窗口": {"*": {"copies": 0}}}',
        '{"1号窗口": {"*": {"copies": "2"}}}',
        '{"1号窗口": {"*": {"copies": 1000000}}}',
        '{"1号窗口": {"*": {"direct": "yes"}}}',
        '{"1号窗口": {"*": {"form": {"size": "A0"}}}}',
        '{"1号窗口": {"*": {"form": {"large": 1}}}}',
        '{"1号窗口": {"*": {"form": null}}}',
    ],
)
def test_what_is_damaged_is_left_out(text):
    assert read_ways(text) == {}


def test_what_is_sound_beside_the_damage_stays():
    assert read_ways('{"a": {"*": 3, "YC": {"printer": "前台"}}, "b": 1}') == {("a", "YC"): PrintWay(printer="前台")}


def test_a_sent_job_is_unsure_after_five_minutes_and_no_other():
    made = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)

    def job(state: PrintState) -> PrintJob:
        return PrintJob(
            paper_kind=PaperKind.YC,
            paper_id=1,
            number="1",
            form=PaperForm(),
            printer="前台",
            state=state,
            made_at=made,
            made_by_id=1,
            made_by="安",
        )

    sent = job(PrintState.SENT)
    assert [sent.is_unsure(made + timedelta(minutes=minutes)) for minutes in (0, 4, 5)] == [False, False, True]
    assert not any(job(state).is_unsure(made + timedelta(days=1)) for state in PrintState if state is not sent.state)
    assert [state for state in PrintState if job(state).waits] == [PrintState.SENT, PrintState.FAILED]
