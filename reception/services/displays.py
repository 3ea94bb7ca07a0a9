"""What the office shows of itself: nameplates kept, the promise kept in editions, and desk cards, badges, the sheet.

The promise has a table of its own beside the wordings of letters: those are templates with placeholders that must
be said, frozen into numbered papers; a promise is a list of plain sentences on a sheet that nobody is issued.

Source: handbook §5 (亮身份、亮职责、亮承诺).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reception.documents.badge import render_badges
from reception.documents.desk_card import render_desk_cards
from reception.documents.promise_sheet import render_promise
from reception.documents.rendered import RenderedPaper
from reception.errors import Conflict, Invalid, NotFound, Reason
from reception.rules.catalogue import Matter
from reception.rules.displays import LENGTHS, MOST_LINES, DisplayKind, Nameplate, ServicePromise, check_lines
from reception.rules.inquiries import Channel
from reception.rules.papers import PaperLanguage
from reception.rules.phrases import Phrase
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_texts
from reception.services import catalogue
from reception.services.courtesy import phrase_book
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import AccountRow, PostRow, ServicePromiseRow
from reception.words.displays import Shown, compose_card, compose_promise, shipped_promise, suggested_plate
from reception.words.service_guides import spoken

_A: Any = AccountRow
_P: Any = PostRow
_S: Any = ServicePromiseRow
_PHRASES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in use with his nameplate; `suggested` is what the cards say where it is empty."""

    id: int
    name: str
    plate: Nameplate
    suggested: Nameplate
    posts: int


def people(desk: Desk) -> tuple[Person, ...]:
    """Give everybody with an account in use, in the order of the accounts."""
    matters = catalogue.matters(desk)
    with desk.reading():
        shown = _shown(records.select(Account, order=[_A.id], active=True), matters)
    return tuple(
        Person(
            id=one.account.id,
            name=one.account.name,
            plate=one.plate or Nameplate(account_id=one.account.id),
            suggested=suggested_plate(one),
            posts=len(one.posts),
        )
        for one in shown
    )


def keep_nameplate(desk: Desk, plate: Nameplate) -> Nameplate:
    """Keep what stands on somebody's card and badge.

    Raises:
        Invalid: all reasons at once, each at its field.
        NotAllowed: the account may not keep displays.
        NotFound: there is no such account.
        Conflict: somebody else changed it meanwhile.
    """
    plate, reasons = cleaned_texts(plate, LENGTHS[Nameplate], MOST_LINES)
    reasons = (*reasons, *check_lines(plate))
    if reasons:
        raise Invalid(*reasons)
    with desk.work(Action.KEEP_DISPLAYS) as work:
        account = work.get(Account, plate.account_id)
        before = work.find(Nameplate, account_id=account.id)
        if (before.id if before else 0) != plate.id:
            raise Conflict("conflict", kind="Nameplate", id=account.id)
        kept = work.change(plate) if plate.id else work.add(plate)
        work.log(kept, name=account.name)
    return kept


def promise(desk: Desk) -> ServicePromise | None:
    """Give the latest edition of the office's promise, or None where it says what was shipped."""
    with desk.reading():
        return _latest_promise()


def shipped(desk: Desk) -> ServicePromise:
    """Give what is promised until the office writes its own."""
    return shipped_promise(desk.clock())


def keep_promise(desk: Desk, wanted: ServicePromise) -> ServicePromise:
    """Keep the promise as a new edition; earlier ones stay.

    Raises:
        Invalid: all reasons at once, each at its field.
        NotAllowed: the account may not keep displays.
    """
    wanted, reasons = cleaned_texts(wanted, LENGTHS[ServicePromise], MOST_LINES)
    reasons = (*reasons, *check_lines(wanted))
    if reasons:
        raise Invalid(*reasons)
    with desk.work(Action.KEEP_DISPLAYS) as work:
        before = _latest_promise()
        edition = (before.edition if before else 0) + 1
        made = replace(wanted, id=0, version=0, edition=edition, made_at=work.now, made_by=desk.account.name)
        kept = work.add(made)
        work.log(kept)
    return kept


def cards(desk: Desk, kind: DisplayKind, chosen: Sequence[int], language: PaperLanguage) -> RenderedPaper:
    """Give desk cards, one a page, or badges, eight a page, of the chosen accounts in their order.

    Args:
        desk: for whom.
        kind: desk cards or badges.
        chosen: ids of accounts.
        language: Chinese alone, or English beneath it.

    Raises:
        Invalid: nobody is chosen.
        NotFound: an account is not there, or out of use.
    """
    if not chosen:
        raise Invalid(Reason(code="nobody_chosen", field="people"))
    matters = catalogue.matters(desk)
    with desk.reading():
        accounts = {account.id: account for account in records.select(Account, active=True)}
        lost = [number for number in chosen if number not in accounts]
        if lost:
            raise NotFound("not_found", kind="Account", id=lost[0])
        shown = _shown([accounts[number] for number in chosen], matters)
        said = _latest_promise()
    languages = spoken(PaperLanguage.ZH if language is PaperLanguage.ZH else PaperLanguage.BOTH)
    phrases = counter_phrases()
    texts = [tuple(compose_card(one, desk.office, said, phrases, each) for each in languages) for one in shown]
    return render_badges(texts) if kind is DisplayKind.BADGE else render_desk_cards(texts)


def named(desk: Desk, names: Iterable[str]) -> tuple[int, ...]:
    """Give the ids of accounts in use by their names; without a name, of all of them.

    Raises:
        Invalid: somebody is not there, all of them at once.
    """
    with desk.reading():
        known = {account.name: account.id for account in records.select(Account, order=[_A.id], active=True)}
    wanted = tuple(dict.fromkeys(names))
    lost = [Reason(code="no_such_account", field="people", values={"name": name}) for name in wanted]
    lost = [reason for reason, name in zip(lost, wanted, strict=True) if name not in known]
    if lost:
        raise Invalid(*lost)
    return tuple(known[name] for name in wanted) if wanted else tuple(known.values())


def promise_sheet(desk: Desk, language: PaperLanguage) -> RenderedPaper:
    """Give the promise as a sheet to hang up."""
    said = promise(desk)
    return render_promise([compose_promise(desk.office, said, each) for each in spoken(language)])


def _latest_promise() -> ServicePromise | None:
    found = records.select(ServicePromise, order=[_S.edition.desc()], limit=1)
    return found[0] if found else None


def _shown(accounts: Sequence[Account], matters: Sequence[Matter]) -> list[Shown]:
    """Give what is known of each account; posts that nobody has confirmed are not shown to the public."""
    posts = records.select(Post, order=[_P.code], active=True, confirmed=True)
    names = {account.id: account.name for account in records.select(Account, active=True)}
    plates = {plate.account_id: plate for plate in records.select(Nameplate)}
    return [_one(account, posts, names, plates.get(account.id), matters) for account in accounts]


def _one(
    account: Account,
    posts: Iterable[Post],
    names: dict[int, str],
    plate: Nameplate | None,
    matters: Iterable[Matter],
) -> Shown:
    held = tuple(post for post in posts if post.holder_id == account.id)
    covered = (post.holder_id for post in posts if post.stand_in_id == account.id)
    codes = {post.code for post in held}
    return Shown(
        account=account,
        plate=plate,
        posts=held,
        stand_ins=_names((post.stand_in_id for post in held), names),
        covers=_names(covered, names),
        matters=tuple(matter for matter in matters if matter.post_code in codes),
    )


def _names(ids: Iterable[int | None], names: dict[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[number] for number in ids if number in names))


def counter_phrases() -> tuple[Phrase, ...]:
    """Give what is said at a counter, a sentence for each step of a visit; those that wait for a name are left out."""
    found: dict[str, Phrase] = {}
    for phrase in phrase_book().courteous:
        if phrase.channel in (None, Channel.VISIT) and "{" not in phrase.zh:
            found.setdefault(phrase.situation, phrase)
    return tuple(found.values())[:_PHRASES]
