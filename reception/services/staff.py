"""Accounts: signing in, and keeping the list of those who may.

Source: handbook §0.3 (roles); decisions, "Who".
"""

from dataclasses import replace
from datetime import datetime, timedelta

from reception.errors import Invalid, NotFound, Reason, SignInRefused
from reception.rules.staff import (
    Account,
    Action,
    Role,
    check_account,
    check_password,
    delay_after,
)
from reception.rules.text_lengths import cleaned
from reception.services.desk import Desk, Work, utc_now
from reception.services.office import Clock, open_desk
from reception.services.passwords import PASSWORDS, Passwords
from reception.store import records
from reception.store.database import Store

_NOBODY = Account(name="", roles=(Role.CLERK,), password_hash="")
"""Who tries a name that does not exist; what was typed is not kept, people type passwords into the wrong field."""


def account_names(store: Store) -> tuple[str, ...]:
    """Give the names that can sign in, for the list at the door."""
    with store.reading():
        return tuple(account.name for account in records.select(Account, active=True))


def sign_in(
    store: Store,
    name: str,
    password: str,
    counter: str = "",
    clock: Clock = utc_now,
    *,
    passwords: Passwords = PASSWORDS,
) -> Desk:
    """Give the desk of whoever signs in at a counter; both success and failure stand in the audit log.

    After `FREE_TRIES` wrong passwords an account waits, longer each time; the wait is kept in the database and
    outlives the program. A name that does not exist takes as long to refuse as one that does.

    Raises:
        SignInRefused: `sign_in_wrong`, `sign_in_wait` (with `seconds`), `account_inactive`.
        NotFound: there is no such counter in use.
    """
    with store.reading():
        account = records.find(Account, name=name)
    if account is None:
        passwords.match_nobody(password)
        _note_failure(open_desk(store, _NOBODY, counter, clock), None)
        raise SignInRefused("sign_in_wrong")
    _refuse_waiting(account, clock())
    desk = open_desk(store, account, counter, clock)
    if not passwords.match(account.password_hash, password):
        raise _note_failure(desk, account)
    return replace(desk, account=_let_in(desk, account))


def _refuse_waiting(account: Account, now: datetime) -> None:
    wait = _wait(account, now)
    if wait > timedelta(0):
        raise SignInRefused("sign_in_wait", seconds=wait.total_seconds())


def _wait(account: Account, now: datetime) -> timedelta:
    """Give how long the account still waits; a clock that was set back does not lock it for longer than the rule."""
    if account.locked_until is None:
        return timedelta(0)
    return min(account.locked_until - now, delay_after(account.failures))


def _let_in(desk: Desk, checked: Account) -> Account:
    """Note the success, unless the account changed while its password was being checked."""
    with desk.work(Action.SIGN_IN) as work:
        account = work.get(Account, checked.id)
        _refuse_waiting(account, work.now)
        if account.password_hash != checked.password_hash:
            raise SignInRefused("sign_in_wrong")
        if account.active and (account.failures or account.locked_until):
            account = work.change(replace(account, failures=0, locked_until=None))
            work.log(account, signed_in=True)
        else:
            work.note("Account", account.id, signed_in=account.active)
    if not account.active:
        raise SignInRefused("account_inactive")
    return account


def _note_failure(desk: Desk, tried: Account | None) -> SignInRefused:
    with desk.work(Action.SIGN_IN) as work:
        if tried is None:
            work.note("Account", 0, signed_in=False)
            return SignInRefused("sign_in_wrong")
        account = work.get(Account, tried.id)
        failures = account.failures + 1
        delay = delay_after(failures)
        until = work.now + delay if delay else None
        changed = work.change(replace(account, failures=failures, locked_until=until))
        work.log(changed, signed_in=False)
    if delay:
        return SignInRefused("sign_in_wait", seconds=delay.total_seconds())
    return SignInRefused("sign_in_wrong")


def accounts(desk: Desk) -> tuple[Account, ...]:
    """Give all accounts, for those who keep them.

    Raises:
        NotAllowed: the account may not edit staff.
    """
    desk.require(Action.EDIT_STAFF)
    with desk.reading():
        return tuple(records.select(Account))


def add_account(
    desk: Desk,
    name: str,
    roles: tuple[Role, ...],
    password: str,
    *,
    phone: str = "",
    must_change: bool = True,
    passwords: Passwords = PASSWORDS,
) -> Account:
    """Add an account; its owner is asked for a password of his own at the first sign-in.

    Raises:
        Invalid: all reasons at once; `name_taken` when the name is another's.
        NotAllowed: the account may not edit staff.
    """
    desk.require(Action.EDIT_STAFF)
    draft = Account(name=name, roles=tuple(dict.fromkeys(roles)), password_hash="", phone=phone)
    draft = _accepted(draft, password)
    hashed = passwords.hash(password)
    with desk.work(Action.EDIT_STAFF) as work:
        _check_name(work, draft)
        added = work.add(replace(draft, password_hash=hashed, must_change=must_change))
        work.log(added)
    return added


def change_account(desk: Desk, account: Account) -> Account:
    """Change name, roles, phone or use of an account; never its password.

    Raises:
        Invalid: all reasons at once; `last_administrator` when nobody would be left to keep accounts.
        NotAllowed: the account may not edit staff.
        Conflict: somebody else changed it meanwhile.
    """
    desk.require(Action.EDIT_STAFF)
    account = _accepted(account)
    with desk.work(Action.EDIT_STAFF) as work:
        stored = work.get(Account, account.id)
        _check_name(work, account)
        _keep_an_administrator(account)
        changed = work.change(
            replace(
                stored,
                version=account.version,
                name=account.name,
                roles=tuple(dict.fromkeys(account.roles)),
                phone=account.phone,
                active=account.active,
            )
        )
        work.log(changed)
    return changed


def reset_password(desk: Desk, account_id: int, password: str, *, passwords: Passwords = PASSWORDS) -> Account:
    """Give an account a new password, which its owner must change; its wait ends.

    Raises:
        Invalid: the password is too short or too common.
        NotAllowed: the account may not edit staff.
        NotFound: there is no such account.
    """
    desk.require(Action.EDIT_STAFF)
    hashed = passwords.hash(password)
    with desk.work(Action.EDIT_STAFF) as work:
        account = work.get(Account, account_id)
        _refuse_password(password, account.name)
        changed = work.change(replace(account, password_hash=hashed, must_change=True, failures=0, locked_until=None))
        work.log(changed, password_reset=True)
    return changed


def change_own_password(desk: Desk, old: str, new: str, *, passwords: Passwords = PASSWORDS) -> Account:
    """Change one's own password.

    Raises:
        Invalid: the old one is wrong, the new one too short or too common.
    """
    with desk.reading():
        account = records.get(Account, desk.account.id)
    reasons = list(check_password(new, account.name))
    if not passwords.match(account.password_hash, old):
        reasons.insert(0, Reason(code="password_wrong", field="old_password"))
    if reasons:
        raise Invalid(*reasons)
    hashed = passwords.hash(new)
    with desk.work(Action.CHANGE_OWN_PASSWORD) as work:
        changed = work.change(replace(account, password_hash=hashed, must_change=False))
        work.log(changed, password_changed=True)
    return changed


def account_named(desk: Desk, name: str) -> Account:
    """Give the account of a name.

    Raises:
        NotFound: there is none.
    """
    with desk.reading():
        account = records.find(Account, name=name)
    if account is None:
        raise NotFound("no_such_account", name=name[:60])
    return account


def _accepted(account: Account, password: str | None = None) -> Account:
    account, reasons = cleaned(account)
    found = list(reasons)
    try:
        check_account(account)
    except Invalid as refusal:
        found += refusal.reasons
    if password is not None:
        found += check_password(password, account.name)
    if found:
        raise Invalid(*found)
    return account


def _refuse_password(password: str, name: str) -> None:
    reasons = check_password(password, name)
    if reasons:
        raise Invalid(*reasons)


def _check_name(work: Work, account: Account) -> None:
    taken = work.find(Account, name=account.name)
    if taken is not None and taken.id != account.id:
        raise Invalid(Reason(code="name_taken", field="name", values={"name": account.name}))


def _keep_an_administrator(account: Account) -> None:
    if account.active and Role.ADMINISTRATOR in account.roles:
        return
    others = [other for other in records.select(Account, active=True) if other.id != account.id]
    if not any(Role.ADMINISTRATOR in other.roles for other in others):
        raise Invalid(Reason(code="last_administrator", field="roles"))
