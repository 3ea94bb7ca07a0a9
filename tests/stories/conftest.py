"""Stories run in the real windows of tests/ui."""

from tests.ui.conftest import (
    ask,
    built_office,
    clock,
    dressed,
    empty_link,
    link,
    machine,
    no_sql_here,
    office,
    shell,
    thawed,
)

__all__ = [
    "ask",
    "built_office",
    "clock",
    "dressed",
    "empty_link",
    "link",
    "machine",
    "no_sql_here",
    "office",
    "shell",
    "thawed",
]
