"""Rows of what is handed out on paper: letters, the office's wordings, print jobs.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import BooleanField, IntegerField

from reception.rules import letters, papers, print_jobs, wordings
from reception.rules.papers import PaperForm, PaperText
from reception.store.fields import Choice, Document, Text, UtcField
from reception.store.row import Row


class LetterRow(Row):
    """Issued letters."""

    of = letters.Letter
    version = IntegerField(default=0)
    token = Text(64, unique=True)
    kind = Choice(papers.PaperKind)
    number = Text(60, unique=True)
    year = IntegerField()
    serial = IntegerField()
    inquiry_id = IntegerField(index=True)
    case_no = Text(30)
    matter_code = Text(20)
    matter_edition = IntegerField(null=True)
    text = Document(PaperText)
    text_en = Document(PaperText)
    query_code = Text(6, unique=True)
    issued_at = UtcField()
    issued_by_id = IntegerField()
    issued_by = Text(60)
    prints = IntegerField()
    last_printed_at = UtcField(null=True)
    void = BooleanField()
    restricted = BooleanField()

    class Meta:
        """Table; one serial a kind and year."""

        table_name = "letter"
        indexes = ((("kind", "year", "serial"), True),)


class WordingRow(Row):
    """Editions of the office's sentences."""

    of = wordings.Wording
    version = IntegerField(default=0)
    kind = Choice(papers.PaperKind)
    edition = IntegerField()
    statement = Text(2000)
    statement_en = Text(2000)
    closing = Text(1000)
    closing_en = Text(1000)
    made_at = UtcField()
    made_by = Text(60)

    class Meta:
        """Table; an edition number is given once."""

        table_name = "wording"
        indexes = ((("kind", "edition"), True),)


class PrintJobRow(Row):
    """What was sent to a printer."""

    of = print_jobs.PrintJob
    version = IntegerField(default=0)
    paper_kind = Choice(papers.PaperKind)
    paper_id = IntegerField()
    number = Text(60)
    form = Document(PaperForm)
    printer = Text(200)
    copies = IntegerField()
    state = Choice(print_jobs.PrintState)
    error = Text(1000)
    made_at = UtcField()
    made_by_id = IntegerField()
    made_by = Text(60)
    settled_at = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "print_job"
        indexes = ((("state", "made_at"), False), (("paper_kind", "paper_id"), False))
