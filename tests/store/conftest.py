"""A store of its own for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.services.desk import Desk
from reception.store.database import Store, open_store
from tests.cast import ANN, Clock, build_office, desk_of


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "data"
    build_office(folder)
    return folder


@pytest.fixture
def folder(built_folder: Path, tmp_path: Path) -> Path:
    """Give this test's own data folder; nobody has it open."""
    copy = tmp_path / "data"
    shutil.copytree(built_folder, copy)
    return copy


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(folder)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return desk_of(store, ANN, Clock())
