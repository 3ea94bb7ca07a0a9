"""Opening an office on this machine, and making it from the page of the first start."""

from pathlib import Path

import pytest

from reception.errors import Invalid, Unavailable
from reception.rules.timetables import SEASONAL_TIMETABLE
from reception.services.opening import FirstEntry, door_of, open_office, read_catalogue, start_office
from reception.store.database import Store
from tests.cast import ANN, BEN, CARA, CHEAP_PASSWORDS, COUNTER, DAN, PASSWORD, Clock


def entry(**changes: str | None) -> FirstEntry:
    """Give the page as a person leaves it, with some fields changed."""
    fields: dict[str, str | None] = {
        "name": "教务处",
        "short_name": "教务",
        "counter": COUNTER,
        "zone": "Asia/Shanghai",
        "hours": "08:00-12:00, 14:30-17:30",
        "account": ANN,
        "password": PASSWORD,
        "again": PASSWORD,
    }
    return FirstEntry(**{**fields, **changes})  # type: ignore[arg-type]


def refused(folder: Path, **changes: str | None) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        start_office(folder, entry(**changes), clock=Clock(), passwords=CHEAP_PASSWORDS)
    return {(reason.field, reason.code) for reason in refusal.value.reasons}


def test_a_folder_without_an_office_gives_none(tmp_path: Path):
    assert open_office(tmp_path) is None
    assert open_office(tmp_path / "never") is None
    assert not (tmp_path / "never").exists()


def test_the_page_of_the_first_start_makes_an_office(tmp_path: Path):
    start_office(tmp_path / "data", entry(), clock=Clock(), passwords=CHEAP_PASSWORDS)
    store = open_office(tmp_path / "data")
    assert store is not None
    door = door_of(store)
    store.close()
    assert (door.office.name, door.counters, door.names) == ("教务处", (COUNTER,), (ANN,))
    assert [f"{s.opens:%H:%M}-{s.closes:%H:%M}" for s in door.office.timetable.seasons[0].sessions] == [
        "08:00-12:00",
        "14:30-17:30",
    ]


def test_hours_by_season_are_taken_from_the_handbook(tmp_path: Path):
    start_office(tmp_path / "data", entry(hours=None), clock=Clock(), passwords=CHEAP_PASSWORDS)
    store = open_office(tmp_path / "data")
    assert store is not None
    assert door_of(store).office.timetable == SEASONAL_TIMETABLE
    store.close()


def test_all_mistakes_of_the_page_come_at_once(tmp_path: Path):
    found = refused(tmp_path / "data", name="", hours="八点", account="", again="other", zone="Nowhere")
    assert {field for field, _code in found} >= {"name", "hours", "account", "again", "zone"}
    assert not (tmp_path / "data" / "reception.db").exists()


def test_passwords_that_differ_are_refused(tmp_path: Path):
    assert refused(tmp_path / "data", again="other") == {("again", "passwords_differ")}


def test_mistakes_of_page_and_catalogue_come_together(tmp_path: Path):
    found = refused(tmp_path / "data", hours="", catalogue_text="matters: 1")
    assert ("hours", "hours_missing") in found or ("hours", "hours_unreadable") in found
    assert len(found) > 1


def test_the_door_names_those_who_can_sign_in(store: Store):
    assert door_of(store).names == (ANN, BEN, CARA, DAN)


def test_a_catalogue_file_that_is_gone_is_said(tmp_path: Path):
    with pytest.raises(Unavailable) as refusal:
        read_catalogue(tmp_path / "gone.yaml")
    assert refusal.value.code == "file_unreadable"


def test_a_catalogue_file_is_read_as_text(tmp_path: Path):
    (tmp_path / "own.yaml").write_text("university: 示例大学\n", encoding="utf-8")
    assert "示例大学" in read_catalogue(tmp_path / "own.yaml")


def test_an_office_that_was_lost_is_not_begun_anew(tmp_path: Path):
    kept = tmp_path / "backups"
    kept.mkdir()
    assert open_office(tmp_path) is None
    (kept / "reception-20261124T050033413362Z-auto.db").write_bytes(b"")
    with pytest.raises(Unavailable) as refused:
        open_office(tmp_path)
    assert refused.value.code == "database_gone"
