"""The errors a person can meet, and nothing else.

    ReceptionError          shown to the person; every other exception is a bug: log and report window
    ├── Invalid             the entry breaks a rule; each reason names its field    -> at the field
    ├── NotAllowed          the role or the holder does not permit it               -> sentence
    ├── NotFound            gone, or never there                                    -> sentence, read again
    ├── Conflict            somebody else was faster                                -> sentence, read again
    ├── SignInRefused       name or password wrong, or too many tries               -> sentence, wait
    └── Unavailable         database, disk, printer, newer database                 -> sentence, retry

An error carries a code and values, never a sentence: `reception.words` has the sentences in both languages.
"""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One broken rule: what (`code`), where (`field`, empty when it concerns the whole), and with which values."""

    code: str
    field: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=lambda: _NO_VALUES)


class ReceptionError(Exception):
    """Something the person must be told; `code` and `values` choose and fill the sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        return f"{self.code} {dict(self.values)}" if self.values else self.code


class Invalid(ReceptionError):
    """The entry breaks one or more rules; `reasons` holds all of them at once."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__("invalid", count=len(reasons))
        self.reasons = reasons

    def __str__(self) -> str:
        return "; ".join(
            f"{reason.field}: {reason.code} {dict(reason.values) or ''}".strip() for reason in self.reasons
        )


class NotAllowed(ReceptionError):
    """The person's roles, or who holds the record, do not permit the action."""


class NotFound(ReceptionError):
    """The thing asked for does not exist (any more)."""


class Conflict(ReceptionError):
    """The record was changed by somebody else since it was read."""


class SignInRefused(ReceptionError):
    """Name and password do not match, or the account must wait; `values` may hold `seconds`."""


class Unavailable(ReceptionError):
    """The machine failed: database locked, disk full, folder read-only, printer gone, newer database."""
