"""All rows by the record they give, so that one way of reading and changing serves all.

Rows never leave a service.
"""

from typing import Any

from peewee import Model

from reception.store.calendar_rows import DatedHoursRow, DueMoveRow, MatterClosureRow
from reception.store.case_rows import ExtensionRow, LimitChangeRow, PauseRow, ReminderRow
from reception.store.counter_rows import (
    AbsenceRow,
    CallAttemptRow,
    CallbackRow,
    EmergencyContactRow,
    QuickAnswerRow,
    ShiftNoteRow,
    SupplementRow,
    TallyRow,
    TellingRow,
    VisitorMergeRow,
)
from reception.store.desk_rows import (
    AuditRow,
    CaseRow,
    InquiryRow,
    NoticeRow,
    ReferralRow,
    SequenceRow,
    VisitorRow,
)
from reception.store.display_rows import NameplateRow, ServicePromiseRow
from reception.store.duty_rows import (
    AssignmentRow,
    FindingRow,
    HandoverRow,
    IncompatiblePostsRow,
    NamedStandInRow,
    TrainingPlanRow,
    TrainingRow,
)
from reception.store.house_rows import (
    AccountRow,
    CounterRow,
    MatterRow,
    OfficeRow,
    PostRow,
    UnitRow,
    WorkingDayRow,
    WorkingYearRow,
)
from reception.store.paper_rows import LetterRow, PrintJobRow, WordingRow
from reception.store.row import Row, proxy

__all__ = [
    "ROWS",
    "TABLES",
    "AbsenceRow",
    "AccountRow",
    "AssignmentRow",
    "AuditRow",
    "CallAttemptRow",
    "CallbackRow",
    "CaseRow",
    "CounterRow",
    "DatedHoursRow",
    "DueMoveRow",
    "EmergencyContactRow",
    "ExtensionRow",
    "FindingRow",
    "HandoverRow",
    "IncompatiblePostsRow",
    "InquiryRow",
    "LetterRow",
    "LimitChangeRow",
    "MatterClosureRow",
    "MatterRow",
    "NamedStandInRow",
    "NameplateRow",
    "NoticeRow",
    "OfficeRow",
    "PauseRow",
    "PostRow",
    "PrintJobRow",
    "QuickAnswerRow",
    "ReferralRow",
    "ReminderRow",
    "Row",
    "SequenceRow",
    "ServicePromiseRow",
    "ShiftNoteRow",
    "SupplementRow",
    "TallyRow",
    "TellingRow",
    "TrainingPlanRow",
    "TrainingRow",
    "UnitRow",
    "VisitorMergeRow",
    "VisitorRow",
    "WordingRow",
    "WorkingDayRow",
    "WorkingYearRow",
    "proxy",
]

ROWS: dict[type[Any], type[Row]] = {row.of: row for row in Row.__subclasses__()}
TABLES: tuple[type[Model], ...] = (*ROWS.values(), SequenceRow)
