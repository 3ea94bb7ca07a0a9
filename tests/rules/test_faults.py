"""Dates as they are read: those of the years that can be counted, and nothing else."""

from datetime import UTC, date, datetime

import pytest

from reception.rules.faults import Faults, read_date


@pytest.mark.parametrize("given", ["1900-01-01", " 2200-12-31 ", date(2026, 11, 24)])
def test_a_date_of_a_year_that_can_be_counted_is_read(given: object):
    faults = Faults()
    assert read_date(given, "on", faults) is not None
    assert faults.reasons == []


ENDS = ("0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31", date.min, date.max)


@pytest.mark.parametrize("given", [*ENDS, datetime(2026, 1, 1, tzinfo=UTC), "2026-02-30"])
def test_the_ends_of_the_calendar_are_refused_at_their_field(given: object):
    faults = Faults()
    assert read_date(given, "on", faults) is None
    assert [(each.field, each.code) for each in faults.reasons] == [("on", "date_unreadable")]
