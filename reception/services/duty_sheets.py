"""The duty sheet of a post, seen and printed: for who holds it, who stands in, and the heads.

Source: handbook §4.3 no. 3 (B sees A's open list, the hand-over note, the duty sheet); clauses D4.6.
"""

from typing import Any

from reception.documents.duty_sheet import render_duty_sheet
from reception.documents.rendered import RenderedPaper
from reception.errors import NotAllowed, NotFound
from reception.rules.absences import Absence
from reception.rules.duty_sheets import DutySheetText
from reception.rules.papers import PaperLanguage
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.services import catalogue, displays, handover_notes, presence
from reception.services.desk import Desk
from reception.services.open_work import items_of
from reception.services.presence import PostNow
from reception.services.rereading import read_back
from reception.store import records
from reception.store.models import AbsenceRow, PostRow
from reception.words import Language
from reception.words.duty_sheets import SheetFacts, SheetItem, Told, compose
from reception.words.service_guides import spoken

_AB: Any = AbsenceRow
_P: Any = PostRow
_MARKS = {Language.ZH: "预览", Language.EN: "PREVIEW"}


def posts(desk: Desk) -> tuple[Post, ...]:
    """Give the posts whose sheet this person may see: served for another first, then held, then those stood in for."""
    me = desk.account.id
    with desk.reading():
        found = [each for each in presence.roll_within(desk.clock()).posts.values() if each.post.active]
    seen = [each for each in found if desk.may(Action.AWAY_ANY) or me in _insiders(each)]
    in_order = sorted(seen, key=lambda each: (*_rank(each, me), each.post.code))
    return tuple(each.post for each in in_order)


def _rank(each: PostNow, me: int) -> tuple[bool, bool]:
    serves, holds = each.serving_id == me, each.post.holder_id == me
    return not (serves and not holds), not holds


def preview(desk: Desk, post_code: str, language: PaperLanguage) -> RenderedPaper:
    """Give the sheet marked 预览.

    Raises:
        NotFound: there is no such post.
        NotAllowed: this person neither holds the post nor stands in for it, and is no head.
    """
    desk.require(Action.PRINT_DUTY_SHEET)
    return _drawn(desk, post_code, language, marked=True)


def printed(desk: Desk, post_code: str, language: PaperLanguage) -> RenderedPaper:
    """Give the sheet to be printed; that stands in the log.

    Raises:
        NotFound, NotAllowed: as for `preview`.
        Unavailable: the paper could not be read back.
    """
    paper = _drawn(desk, post_code, language, marked=False)
    with desk.work(Action.PRINT_DUTY_SHEET) as work:
        post = work.find(Post, code=post_code)
        work.note("Post", post.id if post else 0, code=post_code)
    return paper


def text_of(desk: Desk, post_code: str, language: Language) -> DutySheetText:
    """Give what the sheet says now.

    Raises:
        NotFound, NotAllowed: as for `preview`.
    """
    return compose(_facts(desk, post_code, language), language)


def _drawn(desk: Desk, post_code: str, language: PaperLanguage, *, marked: bool) -> RenderedPaper:
    (first, *_others) = spoken(language)
    text = text_of(desk, post_code, first)
    paper = render_duty_sheet(text, mark=_MARKS[first] if marked else "")
    read_back(paper, text.code, *(row[0] for row in text.open.rows), *(each.value for each in text.people[:2]))
    return paper


def _facts(desk: Desk, post_code: str, language: Language) -> SheetFacts:
    matters = tuple(each for each in catalogue.matters(desk) if each.post_code == post_code)
    with desk.reading():
        post = records.find(Post, code=post_code)
        if post is None:
            raise NotFound("not_found", kind="Post", id=0)
        now = presence.post_within(post, desk.clock())
        accounts = {each.id: each for each in records.select(Account)}
        _refuse_stranger(desk, now)
        first = records.select(Post, _P.holder_id == post.holder_id, active=True, limit=1)
        items = items_of(desk, post, post.holder_id, with_calls=first[:1] == [post], language=language)
        told = _told(desk, post)
    local = desk.calendar.local
    away = now.absence
    return SheetFacts(
        post=post,
        office=desk.office,
        at=local(desk.clock()),
        holder=_person(accounts, post.holder_id),
        stand_ins=tuple(_person(accounts, each) for each in post.stand_ins),
        away_until=local(away.until_at) if away else None,
        serving=_person(accounts, now.serving_id) if now.acting_for else None,
        matters=matters,
        items=tuple(SheetItem(item=each, due=local(each.due_at) if each.due_at else None) for each in items),
        told=told,
        phrases=displays.counter_phrases(),
    )


def _insiders(now: PostNow) -> tuple[int, ...]:
    return (now.post.holder_id, now.serving_id, *now.post.stand_ins)


def _refuse_stranger(desk: Desk, now: PostNow) -> None:
    if desk.account.id not in _insiders(now) and not desk.may(Action.AWAY_ANY):
        raise NotAllowed("not_a_stand_in", name=now.holder)


def _told(desk: Desk, post: Post) -> Told | None:
    """Give the note of the present or next absence of the holder, where this person may read it."""
    open_ones = records.select(
        Absence,
        _AB.account_id == post.holder_id,
        _AB.returned_at.is_null(),
        _AB.cancelled_at.is_null(),
        order=[_AB.from_at],
    )
    written = [each for absence in open_ones[:1] for each in handover_notes.of_absence(absence.id)]
    notes = handover_notes.readable(desk, [each for each in written if each.post_id == post.id])
    if not notes or notes[0].sealed:
        return None
    note = notes[0]
    return Told(
        who=note.from_name,
        at=desk.calendar.local(note.made_at),
        keys=note.keys,
        calls=note.calls,
        instructions=note.instructions,
        note=note.note,
    )


def _person(accounts: dict[int, Account], account_id: int) -> tuple[str, str]:
    account = accounts.get(account_id)
    return (account.name, account.phone) if account else ("", "")
