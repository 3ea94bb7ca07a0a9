"""Rows of what happens at the desk: visitors, inquiries, notices, cases, transfers, the audit log.

Text lengths are checked here a second time, for what comes past the form.
"""

from typing import cast

from peewee import BooleanField, IntegerField, Model, SqliteDatabase, TextField

from reception.rules import audit, case_life, cases, catalogue, inquiries, notices, recognition
from reception.rules.inquiries import Disposition, Paper
from reception.rules.notices import NoticeText
from reception.rules.time_limits import Limit
from reception.store.fields import Choice, Document, Text, UtcField, joined_count, joined_flag
from reception.store.row import Row, proxy


class VisitorRow(Row):
    """Known visitors."""

    of = recognition.Visitor
    version = IntegerField(default=0)
    name = Text(100)
    phone = Text(40, index=True)
    phone_ext = Text(10)
    person_no = Text(20, index=True)
    person_kind = Choice(inquiries.PersonKind)
    person_unit = Text(100)
    search_keys = Text(2000)
    contacts = IntegerField()
    first_seen_at = UtcField()
    last_seen_at = UtcField()
    merged_into = IntegerField(null=True)

    class Meta:
        """Table."""

        table_name = "visitor"


class InquiryRow(Row):
    """The register."""

    of = inquiries.Inquiry
    extra = frozenset({"search_text"})
    version = IntegerField(default=0)
    token = Text(64, unique=True)
    year = IntegerField()
    serial = IntegerField()
    reg_no = Text(30, unique=True)
    reg_at = UtcField()
    received_at = UtcField(index=True)
    ended_at = UtcField(null=True)
    late_entry = BooleanField()
    channel = Choice(inquiries.Channel)
    counter = Text(60)
    first_officer_id = IntegerField(index=True)
    first_officer = Text(60)
    first_post = Text(120)
    acting_for = Text(60)
    visitor_id = IntegerField(null=True, index=True)
    person_kind = Choice(inquiries.PersonKind)
    person_name = Text(100)
    person_unit = Text(100)
    person_count = IntegerField()
    person_no = Text(20)
    phone = Text(40)
    phone_ext = Text(10)
    reply_pref = Choice(inquiries.ReplyPref, null=True)
    other_contact = Text(100)
    privacy_told = BooleanField()
    kind = Choice(inquiries.Kind)
    matter_code = Text(20)
    matter_edition = IntegerField(null=True)
    matter_name = Text(200)
    summary = Text(200)
    detail = Text(4000)
    papers = Document(tuple[Paper, ...])
    urgency = Choice(inquiries.Urgency)
    repeat_of = IntegerField(null=True)
    scope = Choice(inquiries.Scope)
    disposition = Choice(Disposition)
    answer = Text(4000)
    result = Text(4000)
    to_unit = Text(20)
    to_post = Text(20)
    to_person = Text(100)
    guide_mode = Choice(inquiries.GuideMode, null=True)
    nobody_there = BooleanField()
    told_phone = Text(60)
    told_place = Text(200)
    proposed = Text(4000)
    leader_note = Text(4000)
    remark = Text(4000)
    status = Choice(inquiries.Status)
    void_reason = Choice(inquiries.VoidReason, null=True)
    void_note = Text(1000)
    voided_at = UtcField(null=True)
    voided_by = Text(60)
    restricted = BooleanField()
    search_text = TextField(default="")
    agent_name = Text(100, joined=True)
    agent_phone = Text(40, joined=True)
    agent_relation = Text(60, joined=True)
    leader_told = joined_flag()
    returned_with = IntegerField(null=True)

    class Meta:
        """Table; one serial an office and year."""

        table_name = "inquiry"
        indexes = ((("year", "serial"), True),)


class NoticeRow(Row):
    """Issued notices."""

    of = notices.Notice
    version = IntegerField(default=0)
    inquiry_id = IntegerField(index=True)
    kind = Text(4)
    number = Text(60, unique=True)
    year = IntegerField()
    serial = IntegerField()
    matter_code = Text(20)
    matter_edition = IntegerField()
    text = Document(NoticeText)
    verdict = Choice(notices.Verdict)
    missing = Document(tuple[int, ...])
    query_code = Text(6, unique=True)
    issued_at = UtcField()
    issued_by_id = IntegerField()
    issued_by = Text(60)
    supplement_by = UtcField(null=True)
    second_reason = Choice(notices.SecondReason, null=True)
    released = BooleanField()
    prints = IntegerField()
    last_printed_at = UtcField(null=True)
    void = BooleanField()
    restricted = BooleanField()
    text_en = Document(NoticeText, null=True)

    class Meta:
        """Table; one serial a kind and year."""

        table_name = "notice"
        indexes = ((("kind", "year", "serial"), True),)


class CaseRow(Row):
    """Cases."""

    of = cases.Case
    version = IntegerField(default=0)
    inquiry_id = IntegerField(index=True)
    case_no = Text(30, unique=True)
    year = IntegerField()
    serial = IntegerField()
    disposition = Choice(Disposition)
    matter_code = Text(20)
    matter_name = Text(200)
    post_code = Text(20)
    officer_id = IntegerField()
    officer = Text(60)
    started_at = UtcField()
    limit = Document(Limit, column_name="time_limit")
    due_at = UtcField()
    provisional = BooleanField()
    status = Choice(cases.CaseStatus)
    restricted = BooleanField()
    category = Choice(catalogue.Category, null=True)
    start_event = Choice(case_life.StartEvent, null=True)
    first_due_at = UtcField(null=True)
    no_limit_reason = Text(300, joined=True)
    assigned_id = IntegerField(null=True)
    outcome = Choice(case_life.CaseOutcome, null=True)
    result = Text(4000, joined=True)
    ground = Text(1000, joined=True)
    closed_at = UtcField(null=True)
    closed_by = Text(60, joined=True)
    told_at = UtcField(null=True)
    told_by = Text(60, joined=True)
    told_mode = Choice(inquiries.ReplyPref, null=True)
    reopened_at = UtcField(null=True)
    limit_basis = Choice(case_life.LimitBasis, null=True)

    class Meta:
        """Table."""

        table_name = "matter_case"
        indexes = ((("status", "due_at"), False),)


class ReferralRow(Row):
    """Transfers."""

    of = cases.Referral
    version = IntegerField(default=0)
    inquiry_id = IntegerField(index=True)
    disposition = Choice(Disposition)
    to_post = Text(20)
    to_person = Text(100)
    receiver_id = IntegerField()
    receiver = Text(100)
    sent_at = UtcField()
    due_at = UtcField()
    provisional = BooleanField()
    status = Choice(cases.ReferralStatus)
    passed_before = joined_count()
    previous_id = IntegerField(null=True)
    acknowledged_at = UtcField(null=True)
    acknowledged_by = Text(60, joined=True)
    returned_at = UtcField(null=True)
    return_reason = Choice(cases.ReturnReason, null=True)
    return_note = Text(1000, joined=True)

    class Meta:
        """Table."""

        table_name = "referral"
        indexes = ((("status", "due_at"), False),)


class AuditRow(Row):
    """The audit log; triggers allow nothing but erasing a payload."""

    of = audit.AuditEntry
    seq = IntegerField(primary_key=True)
    at = Text(40)
    actor_id = IntegerField(null=True)
    actor = Text(60)
    role = Text(100)
    counter = Text(60)
    action = Text(40)
    kind = Text(40)
    object_id = IntegerField()
    salt = Text(64, null=True)
    payload = TextField(null=True)
    digest = Text(64)
    prev = Text(64)
    hash = Text(64)
    key_id = Text(40)

    class Meta:
        """Table."""

        table_name = "audit_entry"
        indexes = ((("kind", "object_id"), False),)


class SequenceRow(Model):
    """Counters of numbers without gaps, advanced in the transaction that uses the number."""

    kind = Text(20)
    year = IntegerField()
    last = IntegerField()

    class Meta:
        """Table; one counter a kind and year."""

        database: SqliteDatabase = cast(SqliteDatabase, proxy)
        strict_tables = True
        legacy_table_names = False
        table_name = "sequence"
        indexes = ((("kind", "year"), True),)
