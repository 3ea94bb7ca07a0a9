"""The commands of the register: record, show, register."""

import sys
import uuid
from argparse import Namespace

from reception.cli.console import Console, Exit, exit_for
from reception.cli.entries import LONGEST_ENTRY, lines, read_inquiry, read_object
from reception.cli.sessions import signed_in
from reception.cli.shown import inquiry_line, restricted_line, view_line
from reception.errors import Conflict, Invalid, NotAllowed, NotFound, Reason, ReceptionError
from reception.rules.inquiries import Inquiry
from reception.rules.inquiry_check import holds_person
from reception.rules.staff import Action
from reception.services import inquiries, keeping_up, listing, register
from reception.services.desk import Desk
from reception.services.register import InquiryView

_REFUSED = (Invalid, NotFound, Conflict)


def record(arguments: Namespace, console: Console) -> Exit:
    """Register what standard input holds: one entry, or with `--stream` one a line."""
    with signed_in(arguments) as desk:
        desk.require(Action.RECORD)
        if arguments.stream:
            return _record_stream(desk, console)
        raw = sys.stdin.buffer.read(LONGEST_ENTRY + 1)
        console.result(_record_one(desk, console, raw))
        return Exit.DONE


def _record_stream(desk: Desk, console: Console) -> Exit:
    """Answer each line as soon as its record is safely on the disk, or with what is wrong with it.

    It may stay open for days: each line is recorded by the calendar and the rights of its moment.
    """
    ended = Exit.DONE
    seat = keeping_up.seated(desk)
    for raw in lines(sys.stdin.buffer):
        try:
            seat = keeping_up.kept_up(seat)
            console.result(_record_one(seat.desk, console, raw))
        except ReceptionError as failure:
            console.result("error: " + "; ".join(console.sentences(failure)))
            if not isinstance(failure, _REFUSED):
                return exit_for(failure)
            ended = Exit.REFUSED
    return ended


def _record_one(desk: Desk, console: Console, raw: bytes | None) -> str:
    entry = read_object(raw)
    draft = read_inquiry(entry, desk.calendar, token=str(uuid.uuid4()), now=desk.clock())
    recorded = inquiries.record(desk, draft)
    number = recorded.inquiry.reg_no
    if recorded.first_time and draft.privacy_told is None and holds_person(draft):
        console.warn(Reason(code="privacy_unsaid", values={"number": number}))
    if recorded.odd_phone:
        console.warn(Reason(code="phone_odd", field="phone", values={"number": number}))
    return number


def show(arguments: Namespace, console: Console) -> Exit:
    """Print one record as JSON, whole for whoever may see it so."""
    with signed_in(arguments) as desk:
        inquiry = inquiries.by_number(desk, arguments.number)
        if not register.may_open(desk, inquiry):
            console.result_json(restricted_line(inquiry, desk.calendar))
            return Exit.DONE
        view = _view(desk, inquiry)
        earlier = listing.numbers(desk, [view.inquiry.repeat_of])
        console.result_json(view_line(view, desk, earlier, history=arguments.history))
    return Exit.DONE


def _view(desk: Desk, inquiry: Inquiry) -> InquiryView:
    if desk.may(Action.SEE_PERSONAL):
        return register.reveal(desk, inquiry.id)
    if not desk.may(Action.EXPORT_MASKED):
        raise NotAllowed("not_allowed", action=Action.SEE_PERSONAL)
    return register.show(desk, inquiry.id)


def listed(arguments: Namespace, console: Console) -> Exit:
    """Print the records of some days, one line of JSON each."""
    with signed_in(arguments) as desk:
        purpose = arguments.purpose or "" if arguments.full else None
        found = listing.days(desk, arguments.first_on, arguments.last_on, purpose)
        for inquiry in found.inquiries:
            if inquiry.restricted:
                console.result_json(restricted_line(inquiry, desk.calendar))
            else:
                console.result_json(inquiry_line(inquiry, desk.calendar, found.earlier, found.slips))
    return Exit.DONE
