"""The first start: an office is made whole or not at all."""

import dataclasses
from pathlib import Path

import pytest

from reception.errors import Invalid, NotFound, Unavailable
from reception.rules.catalogue import Matter, Unit
from reception.rules.office import Counter, Office
from reception.rules.roster import Post
from reception.rules.staff import Account, Role
from reception.services import office as offices
from reception.services.desk import Desk
from reception.services.office import create_office, open_desk
from reception.services.working_days import shipped_years
from reception.store import journal, records
from reception.store.database import Store
from tests.cast import ANN, CHEAP_PASSWORDS, COUNTER, OFFICE, PASSWORD, Clock


def make(folder: Path, **changes: object) -> None:
    arguments = {"counter": COUNTER, "account": ANN, "password": PASSWORD, "office": OFFICE} | changes
    office = arguments.pop("office")
    create_office(folder, office, clock=Clock(), passwords=CHEAP_PASSWORDS, **arguments)


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return sorted((reason.field, reason.code) for reason in refusal.value.reasons)


def test_the_first_account_is_clerk_and_administrator(store: Store):
    account = records.find(Account, name=ANN)
    assert account is not None
    assert set(account.roles) == {Role.CLERK, Role.ADMINISTRATOR}


def test_the_password_is_nowhere_in_the_folder(data_folder: Path):
    assert [path.name for path in data_folder.iterdir() if PASSWORD.encode() in path.read_bytes()] == []


def test_the_sample_catalogue_comes_with_its_units_and_a_post_for_each_matter(store: Store):
    matters = records.select(Matter)
    posts = {post.code: post for post in records.select(Post)}
    assert len(matters) == 65
    assert len(records.select(Unit)) == 16
    assert {matter.post_code for matter in matters} == set(posts)
    assert posts["JW-03"].name == "教务处·补办学生证岗"
    assert not posts["JW-03"].confirmed


def test_an_office_that_is_a_unit_of_the_catalogue_takes_over_its_place(desk: Desk):
    assert (desk.office.unit_code, desk.office.place) == ("JW", "师生服务大厅1-4号窗口")


def test_every_entry_of_the_creation_stands_in_a_whole_chain(store: Store):
    kinds = {entry.kind for entry in journal.entries()}
    assert {"Office", "Counter", "Account", "WorkingYear", "Unit", "Matter", "Post", "Catalogue"} <= kinds
    assert journal.first_broken(store.key) is None


def test_all_mistakes_of_the_form_are_told_at_once_and_nothing_remains(tmp_path: Path):
    folder = tmp_path / "new"
    office = Office(name="", short_name="教务处教务处教务处", zone="Mars/Olympus")
    with pytest.raises(Invalid) as refusal:
        make(folder, office=office, counter=" ", account="", password="short", catalogue_text="a: [")
    assert codes(refusal) == [
        ("", "yaml_syntax"),
        ("account", "required"),
        ("counter", "required"),
        ("name", "required"),
        ("password", "password_short"),
        ("short_name", "too_long"),
        ("zone", "zone_unknown"),
    ]
    assert not folder.exists()


def test_a_failure_in_the_middle_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("torn")

    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(offices, "bring_in", fail)
    with pytest.raises(RuntimeError):
        make(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_holds_an_office_is_refused_and_stays(data_folder: Path):
    before = (data_folder / "reception.db").read_bytes()
    with pytest.raises(Unavailable) as refusal:
        make(data_folder)
    assert refusal.value.code == "exists_already"
    assert (data_folder / "reception.db").read_bytes() == before
    assert (data_folder / "audit.key").exists()


def test_a_desk_opens_at_the_first_counter_when_none_is_named(store: Store, desk: Desk, clock: Clock):
    assert open_desk(store, desk.account, "", clock).counter == COUNTER


def test_no_desk_opens_at_an_unknown_counter(store: Store, desk: Desk, clock: Clock):
    with pytest.raises(NotFound) as refusal:
        open_desk(store, desk.account, "9号窗口", clock)
    assert refusal.value.code == "counter_not_found"


def test_the_calendar_of_the_office_has_the_shipped_years_and_its_own_hours(tmp_path: Path, desk: Desk):
    assert {year.year for year in desk.calendar.years} == {year.year for year in shipped_years()}
    assert desk.calendar.timetable == desk.office.timetable
    assert desk.calendar.zone == "Asia/Shanghai"


def test_the_same_folder_opens_again_after_the_creation(tmp_path: Path):
    assert not offices.has_office(tmp_path / "new")
    make(tmp_path / "new", office=dataclasses.replace(OFFICE, zone="Asia/Urumqi"))
    assert offices.has_office(tmp_path / "new")
    store = offices.open_office(tmp_path / "new")
    office = records.select(Office)[0]
    counters = [counter.name for counter in records.select(Counter)]
    store.close()
    assert (office.zone, counters) == ("Asia/Urumqi", [COUNTER])
