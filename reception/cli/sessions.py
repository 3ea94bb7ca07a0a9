"""From the words of a command line to an open desk: folder, account, password file."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reception.cli.console import Usage
from reception.errors import Reason, SignInRefused
from reception.rules.staff import Account
from reception.services import assignments, staff
from reception.services.desk import Desk
from reception.services.office import open_desk, open_office
from reception.store.database import Store


def read_file(path: str, field: str) -> bytes:
    """Give the content of a file that the command line names.

    Raises:
        Usage: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as failure:
        raise Usage(Reason(code="file_unreadable", field=field, values={"file": path})) from failure


def password_from(path: str) -> str:
    """Give the password that a file holds; one line end at its end does not belong to it.

    Raises:
        Usage: the file cannot be read or is no text.
    """
    try:
        text = read_file(path, "password-file").decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Usage(Reason(code="input_not_utf8", field="password-file")) from failure
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


@contextmanager
def opened(folder: str) -> Iterator[Store]:
    """Open the database of a folder for the length of a command.

    Raises:
        Unavailable: missing, damaged, newer, locked or on a network share.
    """
    store = open_office(Path(folder))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def signed_in(arguments: Namespace) -> Iterator[Desk]:
    """Open the desk of the account that the command names; the posts are brought up to the day, as by a window.

    Raises:
        SignInRefused: name and password do not match, or the account must wait.
        Unavailable: as for `opened`.
    """
    password = password_from(arguments.password_file)
    if not arguments.account.isprintable():
        raise SignInRefused("sign_in_wrong")
    with opened(arguments.data) as store:
        desk = staff.sign_in(store, arguments.account, password, arguments.counter or "")
        assignments.settle(desk)
        yield desk


@contextmanager
def nobody(folder: str) -> Iterator[Desk]:
    """Open a desk without an account, for what needs no right and changes nothing."""
    with opened(folder) as store:
        yield open_desk(store, Account(name="", roles=(), password_hash=""))
