"""The weekly log as files."""

from reception.documents.log_sheet import WeekLog, file_name
from reception.rules.logs import LogFormat, Week

__all__ = ["WeekLog", "log_name", "render_log"]


def log_name(week: Week, form: LogFormat) -> str:
    """Give reception-2026-W48.xlsx."""
    return file_name(week, form.value)


def render_log(log: WeekLog, form: LogFormat) -> bytes:
    """Give a week's log as the bytes of a file; the same log gives the same bytes."""
    if form is LogFormat.CSV:
        from reception.documents import log_csv

        return log_csv.render(log)
    if form is LogFormat.XLSX:
        from reception.documents import log_xlsx

        return log_xlsx.render(log)
    from reception.documents import log_pdf

    return log_pdf.render(log)
