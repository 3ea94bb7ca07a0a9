"""The weekly log as CSV: UTF-8 with a byte order mark, so that spreadsheets read the Chinese; lines end in CR LF."""

import csv
import io

from reception.documents.log_sheet import Value, WeekLog, cell, columns_of, moment_text
from reception.rules.text import neutralise_formula


def render(log: WeekLog) -> bytes:
    """Give the file; every text that a spreadsheet would take for a formula has `'` before it."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    columns = columns_of(log)
    writer.writerow([column.heading for column in columns])
    for entry in log.entries:
        writer.writerow([_plain(cell(log, entry, column)) for column in columns])
    return lines.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutralise_formula(value)
    return value if isinstance(value, int) else moment_text(value)
