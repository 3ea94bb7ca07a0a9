"""The service guide on paper (信息公开): of one matter, or of the whole catalogue as it is in force today.

Source: handbook §9, §2.1.
"""

from collections.abc import Iterable

from reception.documents.guide_book import render_book
from reception.documents.rendered import RenderedPaper
from reception.documents.service_guide import render_guide
from reception.errors import Invalid, Reason
from reception.rules.catalogue import Matter, Unit
from reception.rules.papers import PaperLanguage
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.services import catalogue
from reception.services.desk import Desk
from reception.store import records
from reception.words import Language
from reception.words.displays import post_name
from reception.words.service_guides import GuideFacts, compose_book, compose_guide, page_words, spoken, unit_name


def guide(desk: Desk, code: str, language: PaperLanguage) -> RenderedPaper:
    """Give the guide of a matter as it is in force today.

    Raises:
        NotFound: there is no such matter.
        Invalid: it is out of use.
    """
    matter = catalogue.matter(desk, code)
    if not matter.active:
        raise Invalid(Reason(code="unknown_matter", field="matter", values={"code": code}))
    (facts,) = _facts(desk, [matter])
    languages = spoken(language)
    office = desk.office
    guides = [compose_guide(facts, office, each) for each in languages]
    return render_guide(guides, unit_name(office, languages[0]), page_words(languages[0]))


def book(desk: Desk, language: PaperLanguage) -> RenderedPaper:
    """Give the whole catalogue: cover, contents, and every matter in use under its unit.

    Raises:
        Invalid: there is no matter in use.
    """
    found = catalogue.matters(desk)
    if not found:
        raise Invalid(Reason(code="no_matters", field="matters"))
    units = catalogue.units(desk, inactive=True)
    today = desk.calendar.local(desk.clock()).date()
    return render_book(compose_book(desk.office, units, _facts(desk, found), language, today))


def _facts(desk: Desk, matters: Iterable[Matter]) -> list[GuideFacts]:
    """Give each matter with its unit, its post and, once confirmed, who holds it and who stands in."""
    with desk.reading():
        units = {unit.code: unit for unit in records.select(Unit)}
        posts = {post.code: post for post in records.select(Post, active=True, confirmed=True)}
        names = {account.id: account.name for account in records.select(Account, active=True)}
    return [_one(matter, units.get(matter.unit_code), posts.get(matter.post_code), names) for matter in matters]


def _one(matter: Matter, unit: Unit | None, post: Post | None, names: dict[int, str]) -> GuideFacts:
    if post is None:
        return GuideFacts(matter=matter, unit=unit)
    return GuideFacts(
        matter=matter,
        unit=unit,
        post=(post_name(post, Language.ZH), post_name(post, Language.EN)),
        holder=names.get(post.holder_id, ""),
        stand_in=names.get(post.stand_in_id or 0, ""),
    )
