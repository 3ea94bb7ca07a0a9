"""The way slip of a visitor who was guided on: where to go, what to bring, whom to call if nobody is there.

Source: handbook §1.3 (D5a, D7), §1.2 no. 31; clauses 2.1.
"""

from reception.documents.rendered import RenderedPaper
from reception.documents.way_slip import render_way_slip
from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.papers import PaperForm
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.rules.way_slips import GUIDED
from reception.services import presence, register
from reception.services.desk import Desk
from reception.store import records
from reception.words.service_guides import spoken
from reception.words.way_slips import WayFacts, compose


def preview(desk: Desk, inquiry_id: int, form: PaperForm) -> RenderedPaper:
    """Give the slip marked 预览.

    Raises:
        NotFound: there is no such record.
        NotAllowed: the roles do not permit it, or the record is restricted and not for this person.
        Invalid: the visitor was not guided on, or the record is void.
    """
    desk.require(Action.PRINT_NOTICE)
    with desk.reading():
        return _drawn(desk, records.get(Inquiry, inquiry_id), form, mark="预览")


def printed(desk: Desk, inquiry_id: int, form: PaperForm) -> RenderedPaper:
    """Give the slip to be printed; that stands in the history of the record.

    Raises:
        NotFound, NotAllowed, Invalid: as for `preview`.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        paper = _drawn(desk, inquiry, form)
        work.note("Inquiry", inquiry.id)
    return paper


def _drawn(desk: Desk, inquiry: Inquiry, form: PaperForm, *, mark: str = "") -> RenderedPaper:
    if not register.may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)
    if inquiry.disposition not in GUIDED:
        raise Invalid(Reason(code="not_guided", field="disposition"))
    if inquiry.status is Status.VOID:
        raise Invalid(Reason(code="void_already", field="status"))
    facts = _facts(desk, inquiry)
    return render_way_slip([compose(facts, each) for each in spoken(form.language)], form.size, mark=mark)


def _facts(desk: Desk, inquiry: Inquiry) -> WayFacts:
    """Give the record with its door as it is known now, and the matter in the edition that was told."""
    guided_out = inquiry.disposition is Disposition.D7
    post = records.find(Post, code=inquiry.to_post) if inquiry.to_post and not guided_out else None
    there = presence.post_within(post, desk.clock()) if post else None
    moved = there is not None and there.serving_id != there.post.holder_id
    covered = there is not None and moved and not there.uncovered
    return WayFacts(
        inquiry=inquiry,
        office=desk.office,
        at=desk.calendar.local(inquiry.received_at),
        unit=records.find(Unit, code=inquiry.to_unit) if guided_out else None,
        post=post,
        away=there.holder if there and moved else "",
        instead=there.serving if there and covered else "",
        instead_phone=there.phone if there and covered else "",
        matter=records.find(Matter, code=inquiry.matter_code, edition=inquiry.matter_edition)
        if inquiry.matter_code
        else None,
    )
