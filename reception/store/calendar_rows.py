"""Rows of the calendar beside its years and days: hours from a day on, closures of matters, due dates that moved.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import BooleanField, IntegerField

from reception.rules import due_moves, matter_closures, office
from reception.rules.reminders import OwedKind
from reception.rules.timetables import Timetable
from reception.store.fields import Choice, Day, Document, Text, UtcField
from reception.store.row import Row


class DatedHoursRow(Row):
    """Office hours from a day on."""

    of = office.DatedHours
    version = IntegerField(default=0)
    from_on = Day(unique=True)
    entry = Document(Timetable)
    reason = Text(200)
    made_at = UtcField()
    made_by = Text(60)
    withdrawn = BooleanField()

    class Meta:
        """Table."""

        table_name = "dated_hours"


class MatterClosureRow(Row):
    """Times in which a matter is not accepted."""

    of = matter_closures.MatterClosure
    version = IntegerField(default=0)
    matter_code = Text(20, index=True)
    first_on = Day()
    last_on = Day()
    reason = Text(200)
    made_at = UtcField()
    made_by = Text(60)
    withdrawn = BooleanField()

    class Meta:
        """Table."""

        table_name = "matter_closure"


class DueMoveRow(Row):
    """Due dates that moved with the calendar."""

    of = due_moves.DueMove
    version = IntegerField(default=0)
    owed = Choice(OwedKind)
    owed_id = IntegerField()
    inquiry_id = IntegerField(index=True)
    number = Text(40)
    due_before = UtcField()
    due_after = UtcField()
    why = Text(300)
    at = UtcField()
    by = Text(60)
    to_id = IntegerField()
    seen_at = UtcField(null=True)
    seen_by = Text(60)

    class Meta:
        """Table."""

        table_name = "due_move"
