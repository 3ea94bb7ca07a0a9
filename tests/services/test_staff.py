"""Signing in, waiting after failures, and keeping the list of accounts."""

import dataclasses

import pytest

from reception.errors import Conflict, Invalid, NotAllowed, NotFound, SignInRefused
from reception.rules.staff import Account, Role
from reception.services import staff
from reception.services.desk import Desk
from reception.services.passwords import LONGEST, Passwords
from reception.services.staff import sign_in
from reception.store import journal, records
from reception.store.database import Store, open_store
from tests.cast import ANN, BEN, CARA, CHEAP_PASSWORDS, COUNTER, DAN, PASSWORD, Clock

NEW_PASSWORD = "a slow green tram"


def enter(store: Store, clock: Clock, name: str = BEN, password: str = PASSWORD) -> Desk:
    return sign_in(store, name, password, COUNTER, clock, passwords=CHEAP_PASSWORDS)


def refused(store: Store, clock: Clock, name: str = BEN, password: str = "wrong") -> tuple[str, object]:
    with pytest.raises(SignInRefused) as refusal:
        enter(store, clock, name, password)
    return refusal.value.code, refusal.value.values.get("seconds")


def account(name: str) -> Account:
    found = records.find(Account, name=name)
    assert found is not None
    return found


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_the_names_at_the_door_are_those_in_use(store: Store, desk: Desk):
    staff.change_account(desk, dataclasses.replace(account(DAN), active=False))
    assert staff.account_names(store) == (ANN, BEN, CARA)


def test_the_right_password_opens_a_desk(store: Store, clock: Clock):
    opened = enter(store, clock)
    assert (opened.account.name, opened.counter, opened.office.name) == (BEN, COUNTER, "教务处")


def test_success_and_failure_stand_in_the_audit_log(store: Store, clock: Clock):
    refused(store, clock)
    refused(store, clock, name="路人")
    enter(store, clock)
    payloads = [(entry.object_id, entry.payload or "") for entry in journal.entries(newest=3)]
    assert [number for number, _ in payloads] == [account(BEN).id, 0, account(BEN).id]
    assert ['"signed_in":false' in payload for _, payload in payloads] == [True, True, False]
    assert not any("wrong" in payload or "路人" in payload for _, payload in payloads)


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD.upper(), PASSWORD + "\x00", "\ud800", "x" * (LONGEST + 1)])
def test_a_wrong_password_is_refused(store: Store, clock: Clock, password: str):
    assert refused(store, clock, password=password) == ("sign_in_wrong", None)


@pytest.mark.parametrize("name", ["", "路人", "'; DROP TABLE account", "安\u200b"])
def test_an_unknown_name_is_refused_as_a_wrong_password_is(store: Store, clock: Clock, name: str):
    assert refused(store, clock, name=name, password=PASSWORD) == ("sign_in_wrong", None)


def test_from_the_fifth_failure_on_the_account_waits_and_each_wait_doubles(store: Store, clock: Clock):
    assert [refused(store, clock)[0] for _ in range(4)] == ["sign_in_wrong"] * 4
    assert refused(store, clock) == ("sign_in_wait", 30.0)
    clock.advance(seconds=30)
    assert refused(store, clock) == ("sign_in_wait", 60.0)


def test_while_it_waits_even_the_right_password_is_refused_to_the_last_second(store: Store, clock: Clock):
    for _ in range(5):
        refused(store, clock)
    clock.advance(seconds=29)
    assert refused(store, clock, password=PASSWORD) == ("sign_in_wait", 1.0)
    clock.advance(seconds=1)
    assert enter(store, clock).account.name == BEN


def test_the_wait_outlives_the_program(store: Store, clock: Clock):
    for _ in range(5):
        refused(store, clock)
    store.close()
    again = open_store(store.folder)
    assert refused(again, clock, password=PASSWORD) == ("sign_in_wait", 30.0)
    again.close()


def test_a_success_forgets_the_failures(store: Store, clock: Clock):
    for _ in range(4):
        refused(store, clock)
    enter(store, clock)
    assert refused(store, clock) == ("sign_in_wrong", None)
    assert account(BEN).failures == 1


def test_a_clock_that_is_set_back_locks_nobody_out_for_longer(store: Store, clock: Clock):
    for _ in range(5):
        refused(store, clock)
    clock.advance(days=-400)
    assert refused(store, clock, password=PASSWORD) == ("sign_in_wait", 30.0)


def test_one_account_that_waits_keeps_no_other_out(store: Store, clock: Clock):
    for _ in range(5):
        refused(store, clock)
    assert enter(store, clock, name=CARA).account.name == CARA


def test_an_account_out_of_use_is_refused(store: Store, clock: Clock, desk: Desk):
    staff.change_account(desk, dataclasses.replace(account(BEN), active=False))
    assert refused(store, clock, password=PASSWORD) == ("account_inactive", None)
    assert refused(store, clock, password="wrong") == ("sign_in_wrong", None)


def test_nobody_signs_in_at_a_counter_that_does_not_exist(store: Store, clock: Clock):
    with pytest.raises(NotFound):
        sign_in(store, BEN, PASSWORD, "9号窗口", clock, passwords=CHEAP_PASSWORDS)


def test_the_product_hashes_as_dearly_as_decided():
    hashed = Passwords().hash(PASSWORD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=1$")


def test_a_damaged_hash_matches_nothing():
    assert not CHEAP_PASSWORDS.match("not a hash", PASSWORD)


def test_a_new_account_signs_in_and_is_asked_for_its_own_password(store: Store, clock: Clock, desk: Desk):
    staff.add_account(desk, " 秦 岭 ", (Role.CLERK,), NEW_PASSWORD, passwords=CHEAP_PASSWORDS)
    opened = enter(store, clock, "秦岭", NEW_PASSWORD)
    assert opened.account.must_change
    staff.change_own_password(opened, NEW_PASSWORD, PASSWORD, passwords=CHEAP_PASSWORDS)
    assert not enter(store, clock, "秦岭", PASSWORD).account.must_change


def test_all_mistakes_of_a_new_account_are_told_at_once(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        staff.add_account(desk, "", (), "short", phone="1" * 61)
    assert sorted(codes(refusal)) == [
        ("name", "required"),
        ("password", "password_short"),
        ("phone", "too_long"),
        ("roles", "required"),
    ]


def test_a_name_that_is_taken_is_refused(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        staff.add_account(desk, BEN, (Role.CLERK,), NEW_PASSWORD, passwords=CHEAP_PASSWORDS)
    assert codes(refusal) == [("name", "name_taken")]
    with pytest.raises(Invalid) as refusal:
        staff.change_account(desk, dataclasses.replace(account(BEN), name=CARA))
    assert codes(refusal) == [("name", "name_taken")]


@pytest.mark.parametrize("change", [{"roles": (Role.CLERK,)}, {"active": False}])
def test_the_last_administrator_stays_one(desk: Desk, change: dict[str, object]):
    with pytest.raises(Invalid) as refusal:
        staff.change_account(desk, dataclasses.replace(account(ANN), **change))
    assert codes(refusal) == [("roles", "last_administrator")]
    staff.change_account(desk, dataclasses.replace(account(BEN), roles=(Role.ADMINISTRATOR,)))
    assert staff.change_account(desk, dataclasses.replace(account(ANN), **change)).version == 2


def test_a_change_of_an_account_never_touches_its_password(store: Store, clock: Clock, desk: Desk):
    staff.change_account(desk, dataclasses.replace(account(BEN), password_hash="", phone="8012"))
    assert enter(store, clock).account.phone == "8012"


def test_two_who_change_an_account_at_once_are_told(desk: Desk):
    ben = account(BEN)
    staff.change_account(desk, dataclasses.replace(ben, phone="8012"))
    with pytest.raises(Conflict):
        staff.change_account(desk, dataclasses.replace(ben, phone="8013"))


def test_a_reset_password_ends_the_wait_and_must_be_changed(store: Store, clock: Clock, desk: Desk):
    for _ in range(5):
        refused(store, clock)
    staff.reset_password(desk, account(BEN).id, NEW_PASSWORD, passwords=CHEAP_PASSWORDS)
    assert enter(store, clock, password=NEW_PASSWORD).account.must_change


def test_a_weak_reset_changes_nothing(store: Store, clock: Clock, desk: Desk):
    with pytest.raises(Invalid):
        staff.reset_password(desk, account(BEN).id, "12345678", passwords=CHEAP_PASSWORDS)
    assert enter(store, clock).account.name == BEN


def test_ones_own_password_changes_only_with_the_old_one(ben_desk: Desk):
    with pytest.raises(Invalid) as refusal:
        staff.change_own_password(ben_desk, "wrong", "short", passwords=CHEAP_PASSWORDS)
    assert codes(refusal) == [("old_password", "password_wrong"), ("password", "password_short")]


def test_only_administrators_keep_accounts(ben_desk: Desk, cara_desk: Desk, dan_desk: Desk):
    for other in (ben_desk, cara_desk, dan_desk):
        with pytest.raises(NotAllowed):
            staff.accounts(other)
        with pytest.raises(NotAllowed):
            staff.add_account(other, "新", (Role.CLERK,), NEW_PASSWORD)
        with pytest.raises(NotAllowed):
            staff.change_account(other, account(BEN))
        with pytest.raises(NotAllowed):
            staff.reset_password(other, account(BEN).id, NEW_PASSWORD)


def test_no_hash_is_ever_written_to_the_audit_log(desk: Desk):
    staff.reset_password(desk, account(BEN).id, NEW_PASSWORD, passwords=CHEAP_PASSWORDS)
    assert not any("argon2" in (entry.payload or "") for entry in journal.entries())


def test_an_account_is_found_by_its_name(desk: Desk):
    assert staff.account_named(desk, CARA).roles == (Role.SECTION_HEAD,)
    with pytest.raises(NotFound):
        staff.account_named(desk, "路人")
