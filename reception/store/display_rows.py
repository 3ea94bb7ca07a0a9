"""Rows of what the office shows of itself: nameplates and the editions of its promise.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import IntegerField

from reception.rules import displays
from reception.store.fields import Text, UtcField
from reception.store.row import Row


class NameplateRow(Row):
    """Nameplates."""

    of = displays.Nameplate
    version = IntegerField(default=0)
    account_id = IntegerField(unique=True)
    name_en = Text(120)
    title = Text(120)
    title_en = Text(200)
    staff_no = Text(20)
    duties = Text(400)
    duties_en = Text(600)

    class Meta:
        """Table; one nameplate an account."""

        table_name = "nameplate"


class ServicePromiseRow(Row):
    """Editions of the promise."""

    of = displays.ServicePromise
    version = IntegerField(default=0)
    edition = IntegerField(unique=True)
    motto = Text(60)
    motto_en = Text(120)
    sentences = Text(1000)
    sentences_en = Text(2000)
    made_at = UtcField()
    made_by = Text(60)

    class Meta:
        """Table; an edition number is given once."""

        table_name = "service_promise"
