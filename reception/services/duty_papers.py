"""The reports of duty, the slips of a period and the lists of the day on paper and as CSV.

Nothing leaves the office unseen: what is printed or written is noted in the log, before a file appears.
Source: handbook §3.6, §4.5.
"""

import hashlib
from pathlib import Path

from reception.documents.record_list import list_csv, render_list
from reception.documents.rendered import RenderedPaper
from reception.errors import Unavailable
from reception.rules.day_lists import Wanted
from reception.rules.once import Period
from reception.rules.record_lists import ListPart, RecordList
from reception.rules.staff import Action
from reception.services import duty_reports, files, slip_lists
from reception.services.desk import Desk
from reception.words.duty_reports import report_parts
from reception.words.language import Language, pick
from reception.words.slip_lists import as_of_text, day_parts, period_text, reader_title, slip_parts

KIND = "DutyReport"
_SIGNERS = {
    Language.ZH: ("填表人：", "科室负责人：", "单位负责人：", "日期："),
    Language.EN: ("Prepared by:", "Section head:", "Unit head:", "Date:"),
}


def listed(desk: Desk, wanted: Wanted, language: Language = Language.ZH) -> RecordList:
    """Give a list in words, as of now.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    now, local = desk.clock(), desk.calendar.local
    today = local(now).date()
    period = wanted.period or Period(first_on=today, last_on=today)
    if wanted.reader is not None:
        parts = day_parts(slip_lists.of_day(desk, wanted.reader), local, language)
        title, name = reader_title(wanted.reader, language), f"day-{wanted.reader.value}-{today}"
        period = Period(first_on=today, last_on=today)
    elif wanted.slips:
        found = slip_lists.slips(desk, period, wanted.level)
        parts = slip_parts(found, wanted.level, now, local, language)
        title = pick(("督办单清单", "List of supervision slips"), language)
        name = f"slips-{period.first_on}-{period.last_on}"
    else:
        parts = report_parts(duty_reports.report(desk, period), local, language)
        title = pick(("AB岗运行情况报表", "Report on posts and stand-ins"), language)
        name = f"duty-{period.first_on}-{period.last_on}"
    return _whole(desk, period, parts, title, name, language)


def _whole(
    desk: Desk, period: Period, parts: tuple[ListPart, ...], title: str, name: str, language: Language
) -> RecordList:
    office, english = desk.office, language is Language.EN
    unit = office.name_en if english and office.name_en else f"{office.university}{office.name}"
    return RecordList(
        title=f" · {title}" if english else title,
        unit=unit,
        period=period_text(period.first_on, period.last_on, language),
        as_of=as_of_text(desk.calendar.local(desk.clock()), language),
        parts=parts,
        signers=_SIGNERS[language],
        name=name,
        page=pick(("第 {n} 页", "Page {n}"), language),
        pages=pick(("共 {n} 页", "of {n}"), language),
        continued=pick(("{heading}（续）", "{heading} (continued)"), language),
    )


def paper(desk: Desk, wanted: Wanted, language: Language = Language.ZH) -> RenderedPaper:
    """Draw a list as of now.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    return render_list(listed(desk, wanted, language))


def printed(desk: Desk, wanted: Wanted) -> None:
    """Write down that a list was printed or saved as a PDF."""
    _note(desk, wanted, printed=True)


def export(desk: Desk, wanted: Wanted, target: Path, language: Language = Language.ZH) -> Path:
    """Write a list as CSV.

    Raises:
        NotAllowed: the roles do not permit it.
        Unavailable: the folder cannot be written, the disk is full, the file is open elsewhere.
    """
    return _placed(desk, wanted, target, list_csv(listed(desk, wanted, language)))


def export_paper(desk: Desk, wanted: Wanted, target: Path, language: Language = Language.ZH) -> Path:
    """Write a list as PDF.

    Raises:
        NotAllowed: the roles do not permit it.
        Unavailable: the folder cannot be written, the disk is full, the file is open elsewhere.
    """
    return _placed(desk, wanted, target, paper(desk, wanted, language).pdf)


def _placed(desk: Desk, wanted: Wanted, target: Path, content: bytes) -> Path:
    files.check_folder(target.parent)
    _note(desk, wanted, file=target.name, digest=hashlib.sha256(content).hexdigest())
    try:
        (path,) = files.place(target.parent, {target.name: content})
    except Unavailable as failure:
        _note(desk, wanted, file=target.name, not_written=failure.code)
        raise
    return path


def _note(desk: Desk, wanted: Wanted, **payload: object) -> None:
    period = wanted.period
    said = {
        "slips": wanted.slips or None,
        "level": wanted.level,
        "reader": wanted.reader,
        "first_on": period.first_on if period else None,
        "last_on": period.last_on if period else None,
    }
    with desk.work(Action.REPORT_DUTY) as work:
        kept = {name: value for name, value in said.items() if value is not None}
        work.note(KIND, 0, **kept, **payload)
