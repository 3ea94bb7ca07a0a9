"""Rows of posts through time: assignments, incompatible posts, hand-overs, training, findings.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import BooleanField, IntegerField

from reception.rules import duty
from reception.rules.duty import HandoverItem
from reception.store.fields import Choice, Day, Document, Text, UtcField
from reception.store.row import Row


class AssignmentRow(Row):
    """Who belongs to a post from when to when."""

    of = duty.Assignment
    version = IntegerField(default=0)
    post_id = IntegerField(index=True)
    account_id = IntegerField(index=True)
    role = Choice(duty.DutyRole)
    from_on = Day()
    to_on = Day(null=True)
    approved_by = Text(60)
    made_at = UtcField()
    made_by = Text(60)

    class Meta:
        """Table."""

        table_name = "assignment"


class IncompatiblePostsRow(Row):
    """Posts that are kept apart."""

    of = duty.IncompatiblePosts
    version = IntegerField(default=0)
    post_id = IntegerField()
    other_id = IntegerField()
    reason = Text(300)
    lifted_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "incompatible_posts"
        indexes = ((("post_id", "other_id"), True),)


class NamedStandInRow(Row):
    """Temporary stand-ins."""

    of = duty.NamedStandIn
    version = IntegerField(default=0)
    post_id = IntegerField(index=True)
    account_id = IntegerField()
    from_at = UtcField()
    until_at = UtcField()
    named_by = Text(60)
    made_at = UtcField()

    class Meta:
        """Table."""

        table_name = "named_stand_in"


class HandoverRow(Row):
    """Hand-overs of an absence."""

    of = duty.Handover
    version = IntegerField(default=0)
    absence_id = IntegerField(null=True, index=True)
    post_id = IntegerField(index=True)
    from_id = IntegerField()
    from_name = Text(60)
    to_id = IntegerField(index=True)
    to_name = Text(60)
    made_at = UtcField()
    items = Document(tuple[HandoverItem, ...])
    keys = Text(1000)
    calls = Text(1000)
    instructions = Text(1000)
    note = Text(4000)
    accepted_at = UtcField(null=True)
    accepted_note = Text(1000)
    report = Text(4000)
    reported_at = UtcField(null=True)
    acknowledged_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "handover"


class TrainingRow(Row):
    """Training of stand-ins."""

    of = duty.Training
    version = IntegerField(default=0)
    post_id = IntegerField(index=True)
    trainee_id = IntegerField(index=True)
    trainee = Text(60)
    trainer = Text(60)
    on = Day(column_name="on_day")
    topic = Text(300)
    minutes = IntegerField()
    form = Choice(duty.TrainingForm)
    result = Choice(duty.TrainingResult)
    made_at = UtcField()
    made_by = Text(60)

    class Meta:
        """Table."""

        table_name = "training"


class TrainingPlanRow(Row):
    """Training that is planned ahead."""

    of = duty.TrainingPlan
    version = IntegerField(default=0)
    batch = Text(60)
    post_id = IntegerField(index=True)
    trainee_id = IntegerField(index=True)
    trainee = Text(60)
    topic = Text(300)
    form = Choice(duty.TrainingForm)
    by_on = Day()
    made_at = UtcField()
    made_by = Text(60)
    dropped_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "training_plan"


class FindingRow(Row):
    """Findings of supervision."""

    of = duty.Finding
    version = IntegerField(default=0)
    post_id = IntegerField(index=True)
    at = UtcField()
    checker = Text(60)
    covered = BooleanField()
    board_right = BooleanField()
    phone_answered = BooleanField()
    text = Text(2000)
    correct_by = Day(null=True)
    corrected_at = UtcField(null=True)
    corrected_note = Text(1000)
    inquiry_id = IntegerField(null=True, index=True)
    absence_id = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "finding"
