"""A real office on a real SQLite file for each test, and the desks of the cast."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.services.desk import Desk
from reception.store.database import Store, open_store
from tests.cast import ANN, BEN, CARA, DAN, Clock, build_office, desk_of


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder made once; tests get copies of it."""
    folder = tmp_path_factory.mktemp("office") / "data"
    build_office(folder)
    return folder


@pytest.fixture
def data_folder(built_folder: Path, tmp_path: Path) -> Path:
    """Give this test's own data folder; nobody has it open."""
    folder = tmp_path / "data"
    shutil.copytree(built_folder, folder)
    return folder


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    """Give the open store of this test."""
    opened = open_store(data_folder)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    """Give the clock that all desks of this test share; it stands at 2026-11-24 10:26 of the office."""
    return Clock()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    """Give the desk of 安, clerk and administrator, who holds every post."""
    return desk_of(store, ANN, clock)


@pytest.fixture
def ben_desk(store: Store, clock: Clock) -> Desk:
    """Give the desk of 本, a clerk."""
    return desk_of(store, BEN, clock)


@pytest.fixture
def cara_desk(store: Store, clock: Clock) -> Desk:
    """Give the desk of 凯, the section head."""
    return desk_of(store, CARA, clock)


@pytest.fixture
def dan_desk(store: Store, clock: Clock) -> Desk:
    """Give the desk of 丹, who supervises and receives nobody."""
    return desk_of(store, DAN, clock)
