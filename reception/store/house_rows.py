"""Rows of what the house is made of: office, calendar, accounts, posts, units, matters.

Text lengths are checked here a second time, for what comes past the form.
"""

from peewee import SQL, BooleanField, IntegerField, TextField

from reception.rules import catalogue, office, roster, staff
from reception.rules.catalogue import Audience, CaseType, Category, Material, Step
from reception.rules.thresholds import LightThresholds
from reception.rules.time_limits import AfterHours, Limit
from reception.rules.working_calendar import CalendarYear, DayOverride, Timetable
from reception.store.fields import Choice, Day, Document, Text, UtcField
from reception.store.row import Row

_FIRST_THRESHOLDS = SQL("""DEFAULT '{"short_days":1,"long_divisor":5,"long_least":2,"used_percent":50}'""")
"""What rows hold that are older than the settings: those of the handbook."""


class OfficeRow(Row):
    """The office."""

    of = office.Office
    version = IntegerField(default=0)
    name = Text(100)
    name_en = Text(200)
    university = Text(100)
    university_en = Text(200)
    short_name = Text(8)
    unit_code = Text(20)
    place = Text(200)
    phone = Text(60)
    supervise_phone = Text(60)
    area_code = Text(8)
    zone = Text(60)
    timetable = Document(Timetable)
    after_hours = Choice(AfterHours)
    number_style = Choice(office.NumberStyle)
    thresholds = Document(LightThresholds, constraints=[_FIRST_THRESHOLDS])

    class Meta:
        """Table."""

        table_name = "office"


class CounterRow(Row):
    """Counters."""

    of = office.Counter
    version = IntegerField(default=0)
    name = Text(60, unique=True)
    active = BooleanField()

    class Meta:
        """Table."""

        table_name = "counter"


class WorkingYearRow(Row):
    """Years of the working calendar."""

    of = office.WorkingYear
    version = IntegerField(default=0)
    year = IntegerField(unique=True)
    entry = Document(CalendarYear)

    class Meta:
        """Table."""

        table_name = "working_year"


class WorkingDayRow(Row):
    """Days that differ from the published calendar."""

    of = office.WorkingDay
    version = IntegerField(default=0)
    on = Day(column_name="on_day")
    layer = IntegerField()
    entry = Document(DayOverride)

    class Meta:
        """Table; one entry a day and layer."""

        table_name = "working_day"
        indexes = ((("on", "layer"), True),)


class AccountRow(Row):
    """Accounts."""

    of = staff.Account
    version = IntegerField(default=0)
    name = Text(60, unique=True)
    roles = Document(tuple[staff.Role, ...])
    password_hash = Text(300)
    phone = Text(60)
    active = BooleanField()
    must_change = BooleanField()
    failures = IntegerField()
    locked_until = UtcField(null=True)

    class Meta:
        """Table."""

        table_name = "account"


class PostRow(Row):
    """Posts."""

    of = roster.Post
    version = IntegerField(default=0)
    code = Text(20, unique=True)
    name = Text(120)
    name_en = Text(200)
    unit_code = Text(20, index=True)
    phone = Text(60)
    place = Text(200)
    holder_id = IntegerField()
    confirmed = BooleanField()
    active = BooleanField()
    stand_in_id = IntegerField(null=True)
    second_id = IntegerField(null=True)
    duties = Text(2000, joined=True)

    class Meta:
        """Table."""

        table_name = "post"


class UnitRow(Row):
    """Units of the university."""

    of = catalogue.Unit
    version = IntegerField(default=0)
    code = Text(20, unique=True)
    name = Text(100)
    name_en = Text(200)
    place = Text(200)
    place_en = Text(200)
    phone = Text(60)
    active = BooleanField()
    duties = Text(1000, joined=True)
    hours = Text(200, joined=True)

    class Meta:
        """Table."""

        table_name = "unit"


class MatterRow(Row):
    """Matters, one row an edition."""

    of = catalogue.Matter
    extra = frozenset({"search_text"})
    version = IntegerField(default=0)
    code = Text(20)
    edition = IntegerField()
    effective_on = Day()
    name = Text(200)
    name_en = Text(300)
    unit_code = Text(20)
    post_code = Text(20)
    audience = Document(tuple[Audience, ...])
    category = Choice(Category)
    case_type = Choice(CaseType)
    limit = Document(Limit, null=True, column_name="time_limit")
    statutory_text = Text(300)
    statutory_limit = Document(Limit, null=True)
    pause_reasons = Document(tuple[str, ...])
    basis = Document(tuple[str, ...])
    condition = Text(1000)
    condition_en = Text(1000)
    materials = Document(tuple[Material, ...])
    steps = Document(tuple[Step, ...])
    result = Text(1000)
    result_en = Text(1000)
    fee = Text(300)
    fee_en = Text(300)
    place = Text(200)
    place_en = Text(200)
    hours = Text(200)
    phone = Text(60)
    supervise_phone = Text(60)
    online = BooleanField()
    keywords = Document(tuple[str, ...])
    active = BooleanField()
    search_text = TextField(default="")

    class Meta:
        """Table; an edition number is given once."""

        table_name = "matter"
        indexes = ((("code", "edition"), True),)
