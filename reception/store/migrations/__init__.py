"""The steps from each released schema to the next; each runs with its history entry in one transaction."""

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrations import Migration, Runner

FOLDER = Path(__file__).parent


def runner(database: SqliteDatabase, folder: Path = FOLDER) -> Runner:
    """Give the runner of the steps in a folder."""
    return Runner(database, str(folder))


def newest(folder: Path = FOLDER) -> int:
    """Give the number of the last step that this program knows."""
    return max(int(step.idx) for step in Migration.load_directory(str(folder)))


def pending(database: SqliteDatabase, folder: Path = FOLDER) -> bool:
    """Tell whether a database lacks a step."""
    return int(str(database.pragma("user_version"))) < newest(folder)


def run(database: SqliteDatabase, folder: Path = FOLDER) -> list[str]:
    """Apply the missing steps in order and give their names; a killed run leaves whole steps only."""
    return list(runner(database, folder).up())
