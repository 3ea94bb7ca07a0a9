"""Blank papers for the day when the power is out: the register, and the notice of a matter or of any.

They hold nothing of anybody, so everybody may have them, and nothing is written down of it.
"""

from enum import StrEnum
from pathlib import Path

from reception.documents.blank_notice import BlankText, render_blank_notice
from reception.documents.blank_register import render_blank_register
from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, Reason
from reception.rules.catalogue import Matter, Unit, in_force
from reception.rules.notices import PaperSize
from reception.services import files
from reception.services.desk import Desk
from reception.store import records
from reception.words.blank_notices import blank_text


class BlankKind(StrEnum):
    """Papers that are kept blank."""

    REGISTER = "register"
    NOTICE = "notice"


def blank_register(desk: Desk) -> RenderedPaper:
    """Give one page of the register with empty rows."""
    return render_blank_register(f"{desk.office.university}{desk.office.name}")


def blank_notice(desk: Desk, matter_code: str, size: PaperSize) -> RenderedPaper:
    """Give a notice with empty boxes: of the matter as it is in force today, or without a code of any.

    Raises:
        Invalid: there is no such matter in use.
    """
    matter, unit = _matter_of(desk, matter_code) if matter_code else (None, None)
    text = blank_text(desk.office, matter, unit)
    return render_blank_notice(BlankText(text=text, materials=matter.materials if matter else ()), size)


def save(paper: RenderedPaper, target: Path) -> None:
    """Write a paper into a file, whole or not at all.

    Raises:
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    files.check_folder(target.parent)
    files.place(target.parent, {target.name: paper.pdf})


def _matter_of(desk: Desk, code: str) -> tuple[Matter, Unit | None]:
    today = desk.calendar.local(desk.clock()).date()
    with desk.reading():
        matter = in_force(tuple(records.select(Matter, code=code)), today)
        if matter is None or not matter.active:
            raise Invalid(Reason(code="unknown_matter", field="matter", values={"code": code}))
        return matter, records.find(Unit, code=matter.unit_code)
