"""Calendars that come and go as texts: the notice itself, YAML or JSON; what is read is an edit, nothing is changed.

Source: handbook §3.7 point 2.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reception.errors import Invalid, Reason, Unavailable
from reception.rules.calendar_checks import check_year
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.calendar_files import calendar_entry, read_calendar, year_entry
from reception.rules.calendar_notices import is_notice, read_notice
from reception.rules.calendar_years import CalendarYear
from reception.rules.faults import Faults
from reception.rules.yaml_tree import Block, Items, Node, Scalar, read_tree
from reception.services import files
from reception.services.catalogue_import import catalogue_text
from reception.services.desk import Desk
from reception.services.office import the_office
from reception.services.working_days import calendar_of

LONGEST_TEXT = 1_000_000
_KEYS = re.compile(r"^\s*-?\s*\"?(?:year|years|days)\"?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCalendar:
    """What a text would change, and what in it looks wrong; a warning never forbids."""

    edit: CalendarEdit
    warnings: tuple[Reason, ...] = ()


def read_text(text: str, year: int | None = None) -> ReadCalendar:
    """Give what a text describes: a notice as it was published, or data in YAML or JSON.

    Args:
        text: as it was pasted, or the content of a file.
        year: of a notice that does not say its own.

    Raises:
        Invalid: every mistake at once, each with its line or place.
    """
    if len(text) > LONGEST_TEXT:
        raise Invalid(Reason(code="too_long", values={"limit": LONGEST_TEXT}))
    is_data = text.lstrip()[:1] in ("[", "{") or _KEYS.search(text) is not None
    if not is_data and is_notice(text):
        reading = read_notice(text, year)
        warnings = (*reading.doubts, *check_year(reading.year, reading.lines))
        by_line = sorted(warnings, key=lambda reason: int(str(reason.values.get("line", LONGEST_TEXT))))
        return ReadCalendar(edit=CalendarEdit(years=(reading.year,)), warnings=tuple(by_line))
    return checked(read_calendar(_tree(text)))


def checked(edit: CalendarEdit) -> ReadCalendar:
    """Give an edit with what looks wrong in its years."""
    return ReadCalendar(edit=edit, warnings=tuple(reason for year in edit.years for reason in check_year(year)))


def year_text(year: CalendarYear) -> str:
    """Give the notice of a year as data that a person can look at and mend."""
    return yaml.safe_dump(year_entry(year), allow_unicode=True, sort_keys=False, width=200)


def export_text(desk: Desk) -> str:
    """Give the loaded years and what province and university arranged, as JSON for the other offices of the campus."""
    with desk.reading():
        calendar = calendar_of(the_office())
    entry = calendar_entry(calendar.years, calendar.overrides)
    return json.dumps(entry, ensure_ascii=False, indent=1) + "\n"


def read_file(path: Path) -> str:
    """Give the text of a file that somebody chose.

    Raises:
        Invalid: too large, or not UTF-8.
        Unavailable: the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise Unavailable("file_unreadable", file=path.name) from failure
    return catalogue_text(raw)


def save_export(desk: Desk, path: Path) -> Path:
    """Write the calendar into a file, whole or not at all, and give its path.

    Raises:
        Unavailable: the folder cannot be written, or the disk is full.
    """
    return files.place(path.parent, {path.name: export_text(desk).encode("utf-8")})[0]


def _tree(text: str) -> Any:
    faults = Faults()
    tree = read_tree(text, faults)
    faults.settle()
    return None if tree is None else _plain(tree)


def _plain(node: Node) -> Any:
    if isinstance(node, Block):
        return {key: _year_number(value) if key == "year" else _plain(value) for key, value in node.nodes.items()}
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return None if node.absent else node.text


def _year_number(node: Node) -> Any:
    is_number = isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit() and len(node.text) == 4
    return int(node.text) if is_number and isinstance(node, Scalar) else _plain(node)
