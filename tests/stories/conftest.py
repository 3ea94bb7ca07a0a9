"""Stories run in the real windows of tests/ui."""

from tests.ui.conftest import (
    ask,
    built_office,
    clock,
    dressed,
    empty_link,
    link,
    no_sql_here,
    office,
)

__all__ = ["ask", "built_office", "clock", "dressed", "empty_link", "link", "no_sql_here", "office"]
