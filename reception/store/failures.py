"""What went wrong with the machine, said in the words of our errors.

peewee hides the cause of a full disk behind `cannot rollback - no transaction is active`, therefore the whole
chain of exceptions is read.
"""

from collections.abc import Iterator

from peewee import DatabaseError, InterfaceError, PeeweeException
from sqlcipher3 import dbapi2

from reception.errors import Unavailable

FAILURES: tuple[type[BaseException], ...] = (PeeweeException, dbapi2.Error, OSError, UnicodeDecodeError)

_SIGNS = (
    ("database or disk is full", "disk_full"),
    ("no space left", "disk_full"),
    ("readonly", "read_only"),
    ("read-only", "read_only"),
    ("permission denied", "read_only"),
    ("is locked", "locked"),
    ("is busy", "locked"),
    ("malformed", "damaged"),
    ("not a database", "damaged"),
    ("could not decode", "damaged"),
    ("codec can't decode", "damaged"),
    ("disk i/o", "io_error"),
    ("unable to open", "cannot_open"),
    ("no such file", "cannot_open"),
)


def chain(failure: BaseException) -> Iterator[BaseException]:
    """Give the exception and everything that caused it, once each."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [failure]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += [current.__cause__, current.__context__]


def explain(failure: BaseException) -> Unavailable | None:
    """Give the error to show for a failure of the machine, or None when the failure is a bug of ours."""
    links = list(chain(failure))
    texts = [str(link).lower() for link in links]
    for sign, code in _SIGNS:
        if any(sign in text for text in texts):
            return Unavailable(code)
    if isinstance(failure, OSError):
        return Unavailable("io_error")
    broken = (DatabaseError, InterfaceError, dbapi2.OperationalError)
    return Unavailable("database") if type(failure) in broken else None
