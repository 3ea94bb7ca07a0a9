"""Accounts, roles and what they may do: one table of rights, denied when unlisted.

Source: handbook §0.3 (roles), §10.1 (access rights).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reception.errors import Invalid, Reason


class Role(StrEnum):
    """What an account may be; an account holds a set of them."""

    CLERK = "clerk"
    SECTION_HEAD = "section_head"
    UNIT_HEAD = "unit_head"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """Everything a person can do that changes something or shows what is protected."""

    CREATE_OFFICE = "create_office"
    EDIT_OFFICE = "edit_office"
    EDIT_STAFF = "edit_staff"
    CHANGE_OWN_PASSWORD = "change_own_password"
    SIGN_IN = "sign_in"
    RECORD = "record"
    VOID_OWN = "void_own"
    VOID_ANY = "void_any"
    CORRECT_OWN = "correct_own"
    CORRECT_ANY = "correct_any"
    CORRECT_FIRST_OFFICER = "correct_first_officer"
    SEE_PERSONAL = "see_personal"
    SEE_RESTRICTED = "see_restricted"
    ISSUE_NOTICE = "issue_notice"
    PRINT_NOTICE = "print_notice"
    RELEASE_SECOND_NOTICE = "release_second_notice"
    MEND_MATTER = "mend_matter"
    EDIT_CATALOGUE = "edit_catalogue"
    IMPORT_CATALOGUE = "import_catalogue"
    EDIT_CALENDAR = "edit_calendar"
    EXPORT_MASKED = "export_masked"
    EXPORT_FULL = "export_full"
    VIEW_AUDIT = "view_audit"
    COUNT_TALLY = "count_tally"
    MERGE_VISITORS = "merge_visitors"
    CALL_BACK = "call_back"
    TELL_NOTICE = "tell_notice"
    KEEP_ANSWERS = "keep_answers"
    AWAY_OWN = "away_own"
    AWAY_ANY = "away_any"
    HAND_OVER_SHIFT = "hand_over_shift"
    RECEIVE_TRANSFER = "receive_transfer"
    DECIDE_TRANSFER = "decide_transfer"
    PRINT_REGISTER = "print_register"
    KEEP_DISPLAYS = "keep_displays"
    CLOSE_LAPSED = "close_lapsed"
    PAUSE_CASE = "pause_case"
    RESUME_CASE = "resume_case"
    EXTEND_CASE = "extend_case"
    RECLASSIFY_CASE = "reclassify_case"
    APPROVE_EXTENSION = "approve_extension"
    PROMISE_CASE = "promise_case"
    CLOSE_CASE = "close_case"
    REFUSE_CASE = "refuse_case"
    WITHDRAW_CASE = "withdraw_case"
    REOPEN_CASE = "reopen_case"
    ASSIGN_CASE = "assign_case"
    SHORTEN_DUE = "shorten_due"
    NOTE_DUE_MOVE = "note_due_move"
    STAND_IN = "stand_in"
    NAME_STAND_IN = "name_stand_in"
    HAND_OVER = "hand_over"
    PRINT_DUTY_SHEET = "print_duty_sheet"
    SETTLE_POSTS = "settle_posts"
    SWEEP_DUE = "sweep_due"
    ANSWER_REMINDER = "answer_reminder"
    NOTE_REMINDER = "note_reminder"
    TRAIN_OWN = "train_own"
    TRAIN_ANY = "train_any"
    RECORD_FINDING = "record_finding"
    REPORT_DUTY = "report_duty"


_ALL = frozenset(Role)
_DESK = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.UNIT_HEAD})
_HEADS = frozenset({Role.SECTION_HEAD, Role.UNIT_HEAD})

RIGHTS: dict[Action, frozenset[Role]] = {
    Action.CREATE_OFFICE: frozenset({Role.ADMINISTRATOR}),
    Action.EDIT_OFFICE: frozenset({Role.ADMINISTRATOR, Role.UNIT_HEAD}),
    Action.EDIT_STAFF: frozenset({Role.ADMINISTRATOR}),
    Action.CHANGE_OWN_PASSWORD: _ALL,
    Action.SIGN_IN: _ALL,
    Action.RECORD: _DESK,
    Action.VOID_OWN: _DESK,
    Action.VOID_ANY: _HEADS,
    Action.CORRECT_OWN: _DESK,
    Action.CORRECT_ANY: _HEADS,
    Action.CORRECT_FIRST_OFFICER: frozenset({Role.UNIT_HEAD}),
    Action.SEE_PERSONAL: _DESK,
    Action.SEE_RESTRICTED: frozenset({Role.SUPERVISOR, Role.UNIT_HEAD}),
    Action.ISSUE_NOTICE: _DESK,
    Action.PRINT_NOTICE: _DESK,
    Action.RELEASE_SECOND_NOTICE: _HEADS,
    Action.MEND_MATTER: _DESK | {Role.ADMINISTRATOR},
    Action.EDIT_CATALOGUE: _HEADS | {Role.ADMINISTRATOR},
    Action.IMPORT_CATALOGUE: _HEADS | {Role.ADMINISTRATOR},
    Action.EDIT_CALENDAR: _HEADS | {Role.ADMINISTRATOR},
    Action.EXPORT_MASKED: _DESK | {Role.SUPERVISOR},
    Action.EXPORT_FULL: frozenset({Role.UNIT_HEAD}),
    Action.VIEW_AUDIT: _HEADS | {Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.COUNT_TALLY: _DESK,
    Action.MERGE_VISITORS: _DESK,
    Action.CALL_BACK: _DESK,
    Action.TELL_NOTICE: _DESK,
    Action.KEEP_ANSWERS: _DESK | {Role.ADMINISTRATOR},
    Action.AWAY_OWN: _ALL,
    Action.AWAY_ANY: _HEADS,
    Action.HAND_OVER_SHIFT: _DESK,
    Action.RECEIVE_TRANSFER: _DESK,
    Action.DECIDE_TRANSFER: frozenset({Role.UNIT_HEAD}),
    Action.PRINT_REGISTER: _DESK | {Role.SUPERVISOR},
    Action.KEEP_DISPLAYS: _HEADS | {Role.ADMINISTRATOR},
    Action.CLOSE_LAPSED: _DESK,
    Action.PAUSE_CASE: _DESK,
    Action.RESUME_CASE: _DESK,
    Action.EXTEND_CASE: _DESK,
    Action.RECLASSIFY_CASE: _DESK,
    Action.APPROVE_EXTENSION: _HEADS,
    Action.PROMISE_CASE: _DESK,
    Action.CLOSE_CASE: _DESK | {Role.SUPERVISOR},
    Action.REFUSE_CASE: _DESK,
    Action.WITHDRAW_CASE: _DESK | {Role.SUPERVISOR},
    Action.REOPEN_CASE: _HEADS | {Role.SUPERVISOR},
    Action.ASSIGN_CASE: _HEADS | {Role.SUPERVISOR},
    Action.SHORTEN_DUE: frozenset({Role.UNIT_HEAD}),
    Action.NOTE_DUE_MOVE: _ALL,
    Action.STAND_IN: _DESK,
    Action.NAME_STAND_IN: _HEADS,
    Action.HAND_OVER: _DESK,
    Action.PRINT_DUTY_SHEET: _DESK,
    Action.SETTLE_POSTS: _ALL,
    Action.SWEEP_DUE: _ALL,
    Action.ANSWER_REMINDER: _ALL,
    Action.NOTE_REMINDER: _ALL,
    Action.TRAIN_OWN: _DESK,
    Action.TRAIN_ANY: _HEADS,
    Action.RECORD_FINDING: _HEADS | {Role.SUPERVISOR},
    Action.REPORT_DUTY: _HEADS | {Role.SUPERVISOR},
}


def may(roles: Iterable[Role], action: Action) -> bool:
    """Tell whether any of the roles permits the action; what is not listed is denied."""
    return not RIGHTS.get(action, frozenset()).isdisjoint(roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person who can sign in; `name` is shown on records, papers and at sign-in."""

    id: int = 0
    version: int = 0
    name: str
    roles: tuple[Role, ...]
    password_hash: str
    phone: str = ""
    active: bool = True
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None


PASSWORD_LENGTH = 8
FREE_TRIES = 5
_FIRST_DELAY = timedelta(seconds=30)
_LONGEST_DELAY = timedelta(minutes=15)
_TOO_COMMON = frozenset(
    {
        "12345678",
        "123456789",
        "1234567890",
        "11111111",
        "88888888",
        "66666666",
        "00000000",
        "password",
        "password1",
        "qwertyui",
        "qwertyuiop",
        "qwerty123",
        "abcd1234",
        "abc12345",
        "1qaz2wsx",
        "iloveyou",
        "woaini1314",
        "5201314520",
        "a1234567",
        "admin123",
        "admin888",
        "administrator",
        "reception",
        "shouwen123",
        "12341234",
        "11223344",
        "87654321",
        "147258369",
        "123123123",
        "asdfghjkl",
    }
)


def check_password(password: str, name: str) -> tuple[Reason, ...]:
    """Give what speaks against a new password: too short, too long, too common, the name itself.

    No rule of composition and no forced change, as OWASP ASVS 5.0 §6.2 advises.
    """
    if len(password) < PASSWORD_LENGTH:
        return (Reason(code="password_short", field="password", values={"length": PASSWORD_LENGTH}),)
    if len(password) > 1024:
        return (Reason(code="password_long", field="password", values={"length": 1024}),)
    if password.lower() in _TOO_COMMON or len(set(password)) < 3 or password.lower() == name.lower():
        return (Reason(code="password_common", field="password"),)
    return ()


def check_account(account: Account) -> None:
    """Refuse an account without a name or without a role.

    Raises:
        Invalid: all reasons at once.
    """
    reasons = []
    if not account.name:
        reasons.append(Reason(code="required", field="name"))
    if not account.roles:
        reasons.append(Reason(code="required", field="roles"))
    if reasons:
        raise Invalid(*reasons)


def delay_after(failures: int) -> timedelta:
    """Give how long an account waits after so many wrong passwords: 30 s from the fifth, doubling to 15 min."""
    if failures < FREE_TRIES:
        return timedelta(0)
    delay: timedelta = _FIRST_DELAY * (1 << min(failures - FREE_TRIES, 10))
    return min(delay, _LONGEST_DELAY)
