"""Rows of the life at the counter: tallies, call-backs, returns, absences, quick answers, hand-overs.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import BooleanField, IntegerField, TextField

from reception.rules import absences, callbacks, courtesy, inquiries, notices, recognition, shifts, supplements, tallies
from reception.rules.notices import MaterialTick
from reception.rules.shifts import ShiftItem
from reception.store.fields import Choice, Day, Document, Text, UtcField
from reception.store.row import Row


class TallyRow(Row):
    """Contacts that were only counted."""

    of = tallies.Tally
    version = IntegerField(default=0)
    token = Text(64, unique=True)
    at = UtcField(index=True)
    on = Day(column_name="on_day", index=True)
    hour = IntegerField()
    counter = Text(60)
    account_id = IntegerField()
    account = Text(60)
    channel = Choice(inquiries.Channel)
    matter_code = Text(20)
    matter_name = Text(200)
    undone_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "tally"


class CallbackRow(Row):
    """Promised calls."""

    of = callbacks.Callback
    version = IntegerField(default=0)
    token = Text(64, unique=True)
    inquiry_id = IntegerField(null=True, index=True)
    name = Text(100)
    phone = Text(40)
    phone_ext = Text(10)
    about = Text(200)
    note = Text(1000)
    not_before = UtcField(null=True)
    due_at = UtcField()
    owner_id = IntegerField(index=True)
    owner = Text(60)
    made_at = UtcField()
    made_by = Text(60)
    status = Choice(callbacks.CallbackStatus)
    closed_at = UtcField(null=True)
    made_by_id = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "callback"
        indexes = ((("status", "due_at"), False),)


class CallAttemptRow(Row):
    """Tries to reach a visitor."""

    of = callbacks.CallAttempt
    version = IntegerField(default=0)
    callback_id = IntegerField(index=True)
    at = UtcField()
    by_id = IntegerField()
    by = Text(60, column_name="by_name")
    outcome = Choice(callbacks.CallOutcome)
    note = Text(1000)
    token = Text(64, null=True, unique=True)

    class Meta:
        """Table."""

        table_name = "call_attempt"


class SupplementRow(Row):
    """What came back with a notice."""

    of = supplements.Supplement
    version = IntegerField(default=0)
    inquiry_id = IntegerField(unique=True)
    notice_id = IntegerField(index=True)
    at = UtcField()
    ticks = Document(tuple[MaterialTick, ...])
    verdict = Choice(notices.Verdict)
    missing = Document(tuple[int, ...])

    class Meta:
        """Table."""

        table_name = "supplement"


class TellingRow(Row):
    """Notices told without paper."""

    of = supplements.Telling
    version = IntegerField(default=0)
    notice_id = IntegerField(index=True)
    at = UtcField()
    by_id = IntegerField()
    by = Text(60, column_name="by_name")
    mode = Choice(supplements.ToldMode)
    to_whom = Text(100)
    note = Text(1000)

    class Meta:
        """Table."""

        table_name = "telling"


class VisitorMergeRow(Row):
    """Two visitors found to be one."""

    of = recognition.VisitorMerge
    version = IntegerField(default=0)
    kept_id = IntegerField(index=True)
    merged_id = IntegerField(index=True)
    moved = Document(tuple[int, ...])
    before = Document(recognition.Visitor)
    at = UtcField()
    by_id = IntegerField()
    by = Text(60, column_name="by_name")
    undone_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "visitor_merge"


class AbsenceRow(Row):
    """Absences."""

    of = absences.Absence
    version = IntegerField(default=0)
    account_id = IntegerField(index=True)
    account = Text(60)
    kind = Choice(absences.AbsenceKind)
    reason = Text(200)
    from_at = UtcField(index=True)
    until_at = UtcField()
    reach = Text(60)
    leader_told = Text(60)
    made_at = UtcField()
    made_by = Text(60)
    returned_at = UtcField(null=True)
    cancelled_at = UtcField(null=True)
    made_by_id = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "absence"


class QuickAnswerRow(Row):
    """Quick answers."""

    of = courtesy.QuickAnswer
    extra = frozenset({"search_text"})
    version = IntegerField(default=0)
    question = Text(200)
    answer = Text(2000)
    answer_en = Text(2000)
    matter_code = Text(20)
    keywords = Document(tuple[str, ...])
    uses = IntegerField()
    last_used_at = UtcField(null=True)
    active = BooleanField()
    search_text = TextField(default="")

    class Meta:
        """Table."""

        table_name = "quick_answer"


class EmergencyContactRow(Row):
    """Numbers for an emergency."""

    of = courtesy.EmergencyContact
    version = IntegerField(default=0)
    name = Text(60)
    name_en = Text(100)
    phone = Text(60)
    note = Text(200)
    position = IntegerField()
    active = BooleanField()

    class Meta:
        """Table."""

        table_name = "emergency_contact"


class ShiftNoteRow(Row):
    """Hand-overs at a counter."""

    of = shifts.ShiftNote
    version = IntegerField(default=0)
    on = Day(column_name="on_day")
    counter = Text(60)
    text = Text(4000)
    items = Document(tuple[ShiftItem, ...])
    made_at = UtcField()
    made_by_id = IntegerField()
    made_by = Text(60)
    taken_at = UtcField(null=True)
    taken_by = Text(60)

    class Meta:
        """Table."""

        table_name = "shift_note"
        indexes = ((("counter", "made_at"), False),)
