"""The telephone record on paper: what a call was about, for the leader to decide and for the file.

A preview shows what the screen shows. A print has the caller's name and number, and is an audit entry.
Source: handbook §1.1, §10.2.
"""

from dataclasses import replace
from pathlib import Path

from reception.documents.rendered import RenderedPaper
from reception.documents.telephone_record import CallSheet, render_call
from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.inquiries import Channel, Inquiry
from reception.rules.log_entries import masked
from reception.rules.staff import Action
from reception.services import files, register
from reception.services.desk import Desk
from reception.services.papers import entries_of
from reception.store import records


def preview(desk: Desk, inquiry_id: int) -> RenderedPaper:
    """Give the paper marked 预览, masked as the record is on the screen.

    Raises:
        NotFound: there is no such record.
        NotAllowed: the roles do not permit it, or the record is restricted and not for this person.
        Invalid: the record is of no call.
    """
    desk.require(Action.PRINT_REGISTER)
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        return _drawn(desk, inquiry, whole=register.is_open(desk, inquiry), mark="预览")


def printed(desk: Desk, inquiry_id: int) -> RenderedPaper:
    """Give the paper to be printed, whole for whoever may see personal values; that is an audit entry.

    Raises:
        NotFound, NotAllowed, Invalid: as for `preview`.
    """
    with desk.work(Action.PRINT_REGISTER) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        paper = _drawn(desk, inquiry, whole=desk.may(Action.SEE_PERSONAL))
        work.note("Inquiry", inquiry.id, reg_no=inquiry.reg_no)
    return paper


def save_paper(desk: Desk, inquiry_id: int, target: Path) -> RenderedPaper:
    """Write the paper into a file instead of printing it; the audit entry stands before the file does.

    Raises:
        NotFound, NotAllowed, Invalid: as for `preview`.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    files.check_folder(target.parent)
    paper = printed(desk, inquiry_id)
    files.place(target.parent, {target.name: paper.pdf})
    return paper


def _drawn(desk: Desk, inquiry: Inquiry, *, whole: bool, mark: str = "") -> RenderedPaper:
    if not register.may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)
    if inquiry.channel is not Channel.PHONE:
        raise Invalid(Reason(code="not_a_call", field="channel"))
    # Whoever may open a restricted record sees all of it here, as in the register.
    (entry,) = entries_of(desk, iter([[replace(inquiry, restricted=False)]]))
    call = CallSheet(
        entry=entry if whole else masked(entry),
        unit=f"{desk.office.university}{desk.office.name}",
        restricted=inquiry.restricted,
        mark=mark or ("作废" if entry.void else ""),
    )
    return render_call(call)
