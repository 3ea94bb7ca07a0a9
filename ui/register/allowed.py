"""What may be done with the record that is shown: the buttons under it that this person needs now."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reception.rules import letters
from reception.rules.case_acts import Standing, may_reopen
from reception.rules.cases import CaseStatus
from reception.rules.inquiries import Channel, Status
from reception.rules.staff import Action
from reception.rules.visitors import REFUSED
from reception.services import corrections
from ui.register.reopening import reopenable

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.register import InquiryView


def allowed(desk: "Desk", view: "InquiryView") -> Mapping[str, bool]:
    """Give by the name of each button whether it is shown."""
    inquiry = view.inquiry
    alive = inquiry.status is not Status.VOID
    whole = desk.may(Action.SEE_PERSONAL) or not view.masked
    tellable = bool(inquiry.matter_code) and not inquiry.restricted
    standing = next((each for each in view.cases if each.status is not CaseStatus.VOID), None)
    return {
        "reveal": view.masked and desk.may(Action.SEE_PERSONAL),
        "notice": alive and tellable and desk.may(Action.ISSUE_NOTICE),
        "letters": bool(letters.kinds_for(inquiry, standing)) and desk.may(Action.ISSUE_NOTICE),
        "merge": inquiry.visitor_id is not None and desk.may(Action.MERGE_VISITORS),
        "call": inquiry.channel is Channel.PHONE and desk.may(Action.PRINT_REGISTER),
        "promise": alive and inquiry.phone not in ("", REFUSED) and desk.may(Action.CALL_BACK),
        "correct": alive and whole and corrections.may_correct(desk, inquiry),
        "officer": alive and desk.may(Action.CORRECT_FIRST_OFFICER),
        "reopen": alive and _may_reopen(desk, view),
        "void": alive and corrections.may_void(desk, inquiry),
    }


def _may_reopen(desk: "Desk", view: "InquiryView") -> bool:
    case = reopenable(view.cases)
    me = Standing(account_id=desk.account.id, roles=desk.account.roles, handles=False)
    return case is not None and may_reopen(case, me)
