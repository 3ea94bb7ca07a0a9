"""Records of a week for the tests of the log: week 48 of 2026, in the office's local time."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import Any

from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.inquiries import Channel, Disposition, Inquiry, PersonKind, Scope, Status
from reception.rules.limits import Limit, LimitUnit
from reception.rules.logs import Week
from reception.rules.notices import Notice, NoticeText, Verdict
from reception.rules.working_calendar import WorkingCalendar
from reception.services.office import load_calendar

WEEK = Week(year=2026, number=48)
CHINA = timezone(timedelta(hours=8))


def shipped_calendar() -> WorkingCalendar:
    """Give the working calendar that ships with the program."""
    return load_calendar()


def wall(text: str) -> datetime:
    """Give a local time as the log holds it."""
    return datetime.fromisoformat(text)


def local(text: str) -> datetime:
    """Give the instant of a local time like 2026-11-24 10:26."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC)


class Maker:
    """Makes records with running numbers; what a test does not say is the plainest value."""

    def __init__(self) -> None:
        self._serials = count(1)

    def inquiry(self, at: str = "2026-11-24 10:26", **changes: Any) -> Inquiry:
        """Give a question that was answered on the spot."""
        serial = next(self._serials)
        values: dict[str, Any] = {
            "id": serial,
            "token": f"token-{serial}",
            "year": 2026,
            "serial": serial,
            "reg_no": f"首问〔2026〕{serial:04d}",
            "reg_at": local(at),
            "received_at": local(at),
            "channel": Channel.VISIT,
            "counter": "1号窗口",
            "first_officer_id": 1,
            "first_officer": "安",
            "person_kind": PersonKind.UNDERGRADUATE,
            "summary": "询问补考时间",
            "scope": Scope.OWN_POST,
            "disposition": Disposition.D1,
            "status": Status.CLOSED,
        }
        return Inquiry(**(values | changes))

    def complaint(self, at: str = "2026-11-24 10:26", **changes: Any) -> Inquiry:
        """Give a restricted record."""
        restricted = {
            "disposition": Disposition.D10,
            "status": Status.HANDED_OVER,
            "restricted": True,
            "person_name": "王小明",
            "phone": "13800001234",
            "summary": "反映窗口人员态度",
        }
        return self.inquiry(at, **(restricted | changes))

    def notice(self, inquiry: Inquiry, at: str = "2026-11-24 10:30", **changes: Any) -> Notice:
        """Give a notice on which nothing is missing."""
        serial = next(self._serials)
        values: dict[str, Any] = {
            "id": serial,
            "inquiry_id": inquiry.id,
            "number": f"教务告〔2026〕第{serial:04d}号",
            "year": 2026,
            "serial": serial,
            "matter_code": "JW-03",
            "matter_edition": 1,
            "text": empty_text(),
            "verdict": Verdict.COMPLETE,
            "query_code": f"{serial:06d}".replace("0", "A").replace("1", "B"),
            "issued_at": local(at),
            "issued_by_id": 1,
            "issued_by": "安",
        }
        return Notice(**(values | changes))

    def case(self, inquiry: Inquiry, due: str, **changes: Any) -> Case:
        """Give an open case that began when the inquiry was received."""
        serial = next(self._serials)
        values: dict[str, Any] = {
            "id": serial,
            "inquiry_id": inquiry.id,
            "case_no": f"受理〔2026〕{serial:04d}",
            "year": 2026,
            "serial": serial,
            "disposition": inquiry.disposition,
            "officer_id": 2,
            "officer": "本",
            "started_at": inquiry.received_at,
            "limit": Limit(unit=LimitUnit.WD, n=5),
            "due_at": local(due),
            "status": CaseStatus.OPEN,
        }
        return Case(**(values | changes))

    def referral(self, inquiry: Inquiry, **changes: Any) -> Referral:
        """Give a transfer to 本."""
        values: dict[str, Any] = {
            "id": next(self._serials),
            "inquiry_id": inquiry.id,
            "disposition": inquiry.disposition,
            "to_post": "JW-03",
            "receiver_id": 2,
            "receiver": "本",
            "sent_at": inquiry.reg_at,
            "due_at": inquiry.reg_at + timedelta(days=1),
            "status": ReferralStatus.SENT,
        }
        return Referral(**(values | changes))


def empty_text() -> NoticeText:
    """Give the frozen text of a notice that nobody reads."""
    several = {"basis", "materials", "steps", "closing_lines"}
    values: dict[str, Any] = {name: () if name in several else "" for name in NoticeText.__dataclass_fields__}
    return NoticeText(**(values | {"verdict": Verdict.COMPLETE}))
