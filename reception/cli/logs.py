"""The commands of the calendar: export (the weekly log), due (what is owed, and deadline vectors)."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from reception.cli.console import Console, Exit
from reception.cli.entries import json_value
from reception.cli.sessions import nobody, opened, read_file, signed_in
from reception.cli.shown import due_line
from reception.cli.shown_cases import reason_lines
from reception.errors import Invalid, Reason, Unavailable
from reception.rules.cases import DueItem
from reception.rules.deadline_vectors import answer_vector
from reception.rules.faults import shown
from reception.rules.logs import LogFormat, Week, parse_week
from reception.rules.working_calendar import WorkingCalendar
from reception.services import case_numbers, cases, due_explained, logs
from reception.services.desk import Desk
from reception.services.office import the_office
from reception.services.working_days import calendar_of, load_calendar

_LARGEST_FILE = 32 * 1024 * 1024
_DEEPEST = 30
_FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_FASTEST):  # type: ignore[misc]
    """A safe loader that leaves as text what only looks like a date or a number."""


def _typed_or_text(kind: str) -> Callable[[Any, Any], object]:
    construct = _FASTEST.yaml_constructors[kind]

    def read(loader: Any, node: Any) -> object:
        try:
            return construct(loader, node)
        except ValueError:
            return node.value

    return read


for _kind in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
    _Loader.add_constructor(_kind, _typed_or_text(_kind))


def export(arguments: Namespace, console: Console) -> Exit:
    """Write the log of a week into a folder and print the paths."""
    week, formats = _week(arguments.week), _formats(arguments.format)
    if arguments.full and not (arguments.purpose or "").strip():
        raise Invalid(Reason(code="required", field="purpose"))
    with signed_in(arguments) as desk:
        folder = _made(arguments.out)
        purpose = arguments.purpose if arguments.full else ""
        exported = logs.export_week(desk, week, folder, formats, full_purpose=purpose)
        assert exported is not None  # nobody stops it here
        for path in exported.paths:
            console.result(str(path))
    return Exit.DONE


def _made(path: str) -> Path:
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as failure:
        raise Unavailable("folder_not_writable", folder=path) from failure
    return folder


def _week(text: str) -> Week:
    week = parse_week(text)
    if week is None:
        raise Invalid(Reason(code="week_unreadable", field="week", values={"value": shown(text)}))
    return week


def _formats(text: str) -> tuple[LogFormat, ...]:
    chosen: dict[LogFormat, None] = {}
    for word in text.replace(",", " ").split():
        if word not in set(LogFormat):
            values = {"value": shown(word), "choices": " ".join(LogFormat)}
            raise Invalid(Reason(code="choice_unknown", field="format", values=values))
        chosen[LogFormat(word)] = None
    if not chosen:
        raise Invalid(Reason(code="required", field="format"))
    return tuple(chosen)


def due(arguments: Namespace, console: Console) -> Exit:
    """Print what is owed, the earliest first; or the answers to a file of deadline vectors."""
    if arguments.vectors:
        return _answer(arguments, console)
    with nobody(arguments.data) as desk:
        if arguments.number and arguments.explain:
            _explain(desk, case_numbers.inquiry_of(desk, arguments.number), console)
            return Exit.DONE
        of_one = case_numbers.inquiry_of(desk, arguments.number) if arguments.number else None
        now = desk.clock()
        for item in cases.due_list(desk):
            if of_one in (None, item.inquiry_id):
                line = due_line(item, now, desk.calendar)
                console.result_json(line | _reasons(desk, item, console) if arguments.explain else line)
    return Exit.DONE


def _explain(desk: Desk, inquiry_id: int, console: Console) -> None:
    for why in due_explained.explain(desk, inquiry_id):
        console.result_json(reason_lines(why, desk, console.language))


def _reasons(desk: Desk, item: DueItem, console: Console) -> dict[str, Any]:
    """Give why a line is due when it is; of a complaint nothing."""
    if item.restricted:
        return {}
    found = due_explained.explain(desk, item.inquiry_id)
    mine = next((each for each in found if each.number == item.number), None)
    return reason_lines(mine, desk, console.language) if mine else {}


def _answer(arguments: Namespace, console: Console) -> Exit:
    calendar = _calendar(arguments.data)
    raw = sys.stdin.buffer.read() if arguments.vectors == "-" else read_file(arguments.vectors, "vectors")
    ended = Exit.DONE
    say = partial(_worded, console)
    for entry in read_vectors(raw):
        refused = entry.reasons if isinstance(entry, Invalid) else ()
        if refused:
            answer: dict[str, object] = {"id": None, "error": "; ".join(say(reason) for reason in refused)}
        else:
            answer = answer_vector(entry, calendar, explain=arguments.explain, say=say)
        ended = Exit.REFUSED if "error" in answer else ended
        console.result_json(answer)
    return ended


def _worded(console: Console, reason: Reason) -> str:
    return console.worded(reason)


def _calendar(folder: str | None) -> WorkingCalendar:
    if folder is None:
        return load_calendar()
    with opened(folder) as store, store.reading():
        return calendar_of(the_office())


def read_vectors(raw: bytes) -> list[object]:
    """Give the entries of a vectors file: a YAML or JSON list, or lines of JSON; a bad line is its own error.

    Raises:
        Invalid: the file as a whole cannot be read.
    """
    if len(raw) > _LARGEST_FILE:
        raise Invalid(Reason(code="entry_too_long", field="vectors", values={"most": _LARGEST_FILE // 1024 // 1024}))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Invalid(Reason(code="input_not_utf8", field="vectors")) from failure
    if text.lstrip()[:1] == "{":
        return _json_entries(text)
    found = _whole(text)
    if isinstance(found, dict) and isinstance(found.get("vectors"), list):
        found = found["vectors"]
    if isinstance(found, list):
        return found
    raise Invalid(Reason(code="list_expected", field="vectors", values={"value": shown(found)}))


def _json_entries(text: str) -> list[object]:
    """Give one object written over several lines, the list under its `vectors`, or one object a line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return [_json_line(line) for line in text.splitlines() if line.strip()]
    listed = whole.get("vectors")
    return listed if isinstance(listed, list) else [whole]


def _json_line(line: str) -> object:
    try:
        return json_value(line)
    except Invalid as refused:
        return refused


def _whole(text: str) -> object:
    if text.lstrip()[:1] == "[":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
    try:
        _refuse_deep(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, written in C where there is one
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        values = {"line": mark.line + 1 if mark else 1, "column": mark.column + 1 if mark else 1}
        raise Invalid(Reason(code="vectors_unreadable", field="vectors", values=values)) from failure
    except (yaml.YAMLError, ValueError) as failure:
        raise Invalid(Reason(code="vectors_unreadable", field="vectors", values={"line": 1, "column": 1})) from failure


def _refuse_deep(text: str) -> None:
    """Refuse what is nested deeper than any vector: the loader written in C would take the program down with it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            values = {"line": event.start_mark.line + 1 if event.start_mark else 1}
            raise Invalid(Reason(code="yaml_too_deep", field="vectors", values=values))
