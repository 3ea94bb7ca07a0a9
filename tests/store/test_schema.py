"""Models, records and migrations say the same, and the database keeps its own rules."""

import dataclasses
import re
from typing import Any

import pytest
from peewee import IntegrityError
from playhouse.schema_diff import diff_models

from reception.services.desk import Desk
from reception.store import journal
from reception.store.database import Store
from reception.store.fields import Text
from reception.store.models import ROWS, TABLES
from tests.cast import ANN, Clock, desk_of
from tests.store.keep_schema import work_a_day


def plain(sql: str) -> str:
    """Give a statement without what only its author's taste decides: blanks, quotes, case."""
    return (
        re.sub(r'[\s"]+', "", sql).lower().replace("ifnotexists", "").replace("primarykeynotnull", "notnullprimarykey")
    )


def test_the_migrations_make_just_what_the_models_say(store: Store):
    assert not diff_models(store.database, TABLES)


def test_tables_and_their_checks_are_those_of_the_models(store: Store):
    found = store.database.execute_sql("select sql from sqlite_master where type = 'table'").fetchall()
    stored = {plain(sql) for (sql,) in found}
    wanted = {plain(table._schema._create_table(safe=False).query()[0]) for table in TABLES}
    assert wanted <= stored, sorted(wanted - stored)


def test_every_table_is_strict(store: Store):
    found = store.database.execute_sql("select name, strict from pragma_table_list where schema = 'main'").fetchall()
    strict = {name for name, flag in found if flag}
    assert {table._meta.table_name for table in TABLES} <= strict


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_a_record_and_its_row_have_the_same_fields(kind: type[Any]):
    row = ROWS[kind]
    assert set(row._meta.fields) - row.extra == {column.name for column in dataclasses.fields(kind)}


TEXTS = [
    (row, column)
    for row in ROWS.values()
    for column in row._meta.sorted_fields
    if isinstance(column, Text)
    and row._meta.table_name in ("inquiry", "notice", "visitor", "account", "matter", "tally", "callback")
]


@pytest.mark.parametrize(("row", "column"), TEXTS, ids=lambda value: getattr(value, "name", ""))
def test_the_database_refuses_a_text_that_is_too_long(desk: Desk, row: Any, column: Text):
    checks = [part.sql for part in column.constraints if part.sql.startswith("CHECK")]
    assert checks == [f'CHECK (length("{column.column_name}") <= {column.limit})']
    sql = "select sql from sqlite_master where type = 'table' and name = ?"
    (stored,) = desk.store.database.execute_sql(sql, (row._meta.table_name,)).fetchone()
    assert plain(checks[0]) in plain(stored)


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("update office set short_name = ?", ("九个字的编号简称啊",)),
        ("update office set version = ?", ("many",)),
        ("update account set active = ?", ("yes",)),
        ("update account set name = ?", (None,)),
        ("update account set name = '安'", ()),
        ("insert into counter (version, name, active) values (1, ?, 1)", ("长" * 61,)),
        ("insert into matter select * from matter limit 1", ()),
    ],
)
def test_the_database_refuses_what_no_record_could_hold(store: Store, statement: str, values: tuple[object, ...]):
    with pytest.raises(IntegrityError):
        store.database.execute_sql(statement, values)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from audit_entry",
        "delete from audit_entry where seq = 1",
        "update audit_entry set actor = '丹' where seq = 1",
        "update audit_entry set payload = '{}' where seq = 1",
        "update audit_entry set payload = null, salt = 'x' where seq = 1",
        "update audit_entry set seq = 99999 where seq = 1",
        "insert or replace into audit_entry select * from audit_entry where seq = 1",
        "delete from inquiry",
        "delete from notice",
        "update notice set text = '{}'",
        "update notice set number = 'x'",
        "update notice set query_code = '222222'",
    ],
)
def test_what_was_written_down_cannot_be_rewritten(working_desk: Desk, statement: str):
    database = working_desk.store.database
    tables = ("audit_entry", "inquiry", "notice")
    before = [database.execute_sql(f"select * from {table}").fetchall() for table in tables]
    with pytest.raises(IntegrityError):
        database.execute_sql(statement)
    assert before == [database.execute_sql(f"select * from {table}").fetchall() for table in tables]


def test_a_payload_may_be_erased_and_the_chain_stays_whole(working_desk: Desk):
    store = working_desk.store
    store.database.execute_sql("update audit_entry set payload = null, salt = null where seq = 3")
    with working_desk.reading():
        assert journal.first_broken(store.key) is None


@pytest.fixture
def working_desk(store: Store) -> Desk:
    """Give a desk at which a day was worked."""
    clock = Clock()
    desk = desk_of(store, ANN, clock)
    work_a_day(desk, clock)
    return desk
