"""Rows of the life of cases: pauses, extensions, changes of limit, reminders.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import IntegerField

from reception.rules import case_life, reminders
from reception.rules.inquiries import ReplyPref
from reception.rules.limits import Limit
from reception.store.fields import Choice, Day, Document, Text, UtcField
from reception.store.row import Row


class PauseRow(Row):
    """Stops of a clock."""

    of = case_life.Pause
    version = IntegerField(default=0)
    case_id = IntegerField(index=True)
    cause = Choice(case_life.PauseCause)
    reason = Text(1000)
    ground = Text(500)
    from_at = UtcField()
    planned_on = Day()
    to_at = UtcField(null=True)
    made_by_id = IntegerField()
    made_by = Text(60)
    ended_by = Text(60)
    letter_id = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "pause"


class ExtensionRow(Row):
    """Extensions asked for."""

    of = case_life.Extension
    version = IntegerField(default=0)
    case_id = IntegerField(index=True)
    days = IntegerField()
    reason = Text(1000)
    state = Choice(case_life.RequestState)
    asked_at = UtcField()
    asked_by_id = IntegerField()
    asked_by = Text(60)
    settled_at = UtcField(null=True)
    approver_id = IntegerField(null=True)
    approver = Text(60)
    leader_decision = Text(1000)
    note = Text(1000)
    due_before = UtcField()
    due_after = UtcField(null=True)
    letter_id = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "extension"


class LimitChangeRow(Row):
    """Changes of a petition's limit."""

    of = case_life.LimitChange
    version = IntegerField(default=0)
    case_id = IntegerField(index=True)
    before = Document(Limit, column_name="limit_before")
    after = Document(Limit, column_name="limit_after")
    reason = Text(1000)
    state = Choice(case_life.RequestState)
    asked_at = UtcField()
    asked_by_id = IntegerField()
    asked_by = Text(60)
    settled_at = UtcField(null=True)
    approver_id = IntegerField(null=True)
    approver = Text(60)
    note = Text(1000)
    due_before = UtcField()
    due_after = UtcField(null=True)
    told_at = UtcField(null=True)
    told_mode = Choice(ReplyPref, null=True)

    class Meta:
        """Table."""

        table_name = "limit_change"


class ReminderRow(Row):
    """Reminders and supervision orders; one a turn of a due date."""

    of = reminders.Reminder
    version = IntegerField(default=0)
    owed = Choice(reminders.OwedKind)
    owed_id = IntegerField()
    turn = Choice(reminders.Turn)
    due_at = UtcField()
    at = UtcField(index=True)
    to_ids = Document(tuple[int, ...])
    to_names = Document(tuple[str, ...])
    answer_by = UtcField(null=True)
    answer = Text(1000)
    answered_at = UtcField(null=True)
    answered_by = Text(60)
    closed_at = UtcField(null=True)
    letter_id = IntegerField(null=True)
    seen_by = Document(tuple[int, ...])

    class Meta:
        """Table; the unique index lets two programs on one file remind once."""

        table_name = "reminder"
        indexes = ((("owed", "owed_id", "turn", "due_at"), True),)
