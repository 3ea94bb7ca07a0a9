"""The catalogue: what the university does, who does it, and what it tells the visitor now.

Source: handbook §9; clauses T3-b (a matter found and answered at the counter).
"""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from reception.errors import Conflict, Invalid, NotFound, Reason
from reception.rules.catalogue import CONTACT_FIELDS, Matter, Unit, check_matter, in_force, statutory_pair
from reception.rules.catalogue_file import is_code, parse_catalogue
from reception.rules.faults import Faults, shown
from reception.rules.limits import check_limit
from reception.rules.matter_closures import MatterClosure
from reception.rules.matter_search import find_matters
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned
from reception.rules.time_limits import DueDate, due_date
from reception.services import acceptance, presence
from reception.services.catalogue_import import (
    ImportReport,
    as_brought,
    catalogue_text,
    import_catalogue,
    post_of,
    same_content,
)
from reception.services.desk import Desk, Work
from reception.services.presence import PostNow
from reception.store import records

__all__ = [
    "ImportPreview",
    "ImportReport",
    "MatterCard",
    "card",
    "catalogue_text",
    "changed_fields",
    "editions",
    "import_catalogue",
    "incomplete",
    "matter",
    "matters",
    "preview_import",
    "save_matter",
    "search",
    "units",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCard:
    """What the counter tells about a matter: itself, where, who, and the date that its limit gives now (local).

    `holder` is who answers for the post now, the stand-in while its holder is away; `there` says all of it. While a
    `closure` holds the matter is accepted from `accepted_on` on, and its limit is counted from there.
    """

    matter: Matter
    unit: Unit | None
    post: Post | None
    holder: str
    holder_phone: str
    now: datetime
    due: DueDate | None
    working_days: int
    there: PostNow | None = None
    closure: MatterClosure | None = None
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What a file would bring: new matters, changed ones with the names of their changed fields, changed units."""

    new: tuple[Matter, ...]
    changed: tuple[tuple[Matter, frozenset[str]], ...]
    unchanged: int
    units: int


def units(desk: Desk, *, inactive: bool = False) -> tuple[Unit, ...]:
    """Give the units, in the order of the catalogue."""
    with desk.reading():
        return tuple(unit for unit in records.select(Unit) if unit.active or inactive)


def matters(desk: Desk, on: date | None = None, *, inactive: bool = False) -> tuple[Matter, ...]:
    """Give the matters in force on a day (today when none is named), in the order of the catalogue."""
    day = on or _today(desk)
    with desk.reading():
        return _in_force(day, inactive=inactive)


def matter(desk: Desk, code: str, on: date | None = None) -> Matter:
    """Give the edition of a matter that is in force on a day, whether or not the matter is still in use.

    Raises:
        NotFound: there is no such matter, or none of its editions holds yet.
    """
    day = on or _today(desk)
    with desk.reading():
        return _matter(code, day)


def editions(desk: Desk, code: str) -> tuple[Matter, ...]:
    """Give all editions of a matter, the newest first."""
    with desk.reading():
        return tuple(sorted(records.select(Matter, code=code), key=lambda edition: -edition.edition))


def search(desk: Desk, text: str) -> tuple[Matter, ...]:
    """Give the matters in force that fit a typed text, best first; an empty text gives all."""
    day = _today(desk)
    with desk.reading():
        names = {unit.code: unit.name for unit in records.select(Unit)}
        in_use = _in_force(day, inactive=False)
    return find_matters(in_use, names, text)


def incomplete(desk: Desk) -> tuple[tuple[Matter, tuple[str, ...]], ...]:
    """Give the matters in force that cannot answer everything, each with the names of its empty fields.

    Source: handbook §2.1 (what must be told).
    """
    told = ("name_en", "limit", "basis", "condition", "materials", "steps", "fee", "place", "hours", "phone")
    lacking = ((one, tuple(name for name in told if not getattr(one, name))) for one in matters(desk))
    return tuple((one, names) for one, names in lacking if names)


def card(desk: Desk, code: str) -> MatterCard:
    """Give everything the counter tells about a matter, with the due date of an acceptance right now.

    Raises:
        NotFound: there is no such matter.
    """
    now = desk.calendar.local(desk.clock())
    with desk.reading():
        chosen = _matter(code, now.date())
        unit = records.find(Unit, code=chosen.unit_code)
        post = records.find(Post, code=chosen.post_code)
        there = presence.post_within(post, desk.clock()) if post else None
        closure = acceptance.closure_within(code, now.date())
        start = desk.calendar.local(acceptance.accepted_within(desk, code, desk.clock()))
    due = due_date(start, chosen.limit, desk.calendar, after_hours=desk.office.after_hours) if chosen.limit else None
    return MatterCard(
        matter=chosen,
        unit=unit,
        post=post,
        holder=there.serving if there else "",
        holder_phone=there.phone if there else "",
        now=now,
        due=due,
        working_days=desk.calendar.working_days_between(now.date(), due.due.date()) if due else 0,
        there=there,
        closure=closure,
        accepted_on=start.date() if closure else None,
    )


def save_matter(desk: Desk, draft: Matter, effective_on: date) -> Matter:
    """Save a matter as a new edition; a code that is new makes a new matter with its own post.

    Whoever serves at the desk may mend place, hours and phones at once, in the editions that hold later too;
    everything else belongs to those who edit the catalogue, and holds from a day not before today.

    Args:
        desk: who does it.
        draft: the edition that was read, with the changes; its `edition` says which one was read.
        effective_on: the first day of the new edition.

    Raises:
        Invalid: all reasons at once, each at its field.
        NotAllowed: the account may not change what was changed.
        Conflict: what was read is not, or no longer, the edition that would hold on that day.
    """
    draft, reasons = cleaned(replace(draft, statutory_limit=statutory_pair(draft.statutory_text)))
    known = editions(desk, draft.code)
    base = next((one for one in known if one.edition == draft.edition), None)
    changed = changed_fields(base, draft) if base else frozenset()
    mending = bool(changed) and changed <= CONTACT_FIELDS
    with desk.work(Action.MEND_MATTER if mending else Action.EDIT_CATALOGUE) as work:
        stored = tuple(records.select(Matter, code=draft.code))
        _refuse_stale(stored, draft, effective_on)
        reasons = (*reasons, *_reasons(draft))
        if stored and not changed:
            reasons = (Reason(code="nothing_to_change"),)
        if not mending and effective_on < work.today:
            reasons = (*reasons, Reason(code="effective_in_past", field="effective_on", values={"today": work.today}))
        if reasons:
            raise Invalid(*reasons)
        if mending and base:
            _mend_later(work, stored, base, draft, changed, effective_on)
        return _add_edition(work, draft, effective_on)


def preview_import(desk: Desk, text: str) -> ImportPreview:
    """Give what a catalogue file would change, without changing anything.

    Raises:
        Invalid: every mistake of the file, each with its line.
        NotAllowed: the account may not import.
    """
    desk.require(Action.IMPORT_CATALOGUE)
    file = parse_catalogue(text)
    with desk.reading():
        newest = {one.code: one for one in sorted(records.select(Matter), key=lambda one: one.edition)}
        known = {unit.code: unit for unit in records.select(Unit)}
    changed = []
    for one in file.matters:
        before = newest.get(one.code)
        if before is not None and not same_content(before, one):
            changed.append(
                (one, changed_fields(before, replace(one, post_code=before.post_code, active=before.active)))
            )
    return ImportPreview(
        new=tuple(one for one in file.matters if one.code not in newest),
        changed=tuple(changed),
        unchanged=sum(one.code in newest for one in file.matters) - len(changed),
        units=sum(_differs(unit, known.get(unit.code)) for unit in file.units),
    )


def _differs(unit: Unit, before: Unit | None) -> bool:
    return before is None or as_brought(unit, before) != before


def changed_fields(before: Matter, after: Matter) -> frozenset[str]:
    """Give the names of the fields in which two editions differ, apart from what makes them editions."""
    names = {column.name for column in fields(Matter)} - {"id", "version", "edition", "effective_on"}
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _refuse_stale(stored: tuple[Matter, ...], draft: Matter, effective_on: date) -> None:
    if not stored:
        return
    holds = in_force(stored, effective_on) or min(stored, key=lambda one: (one.effective_on, -one.edition))
    if holds.edition != draft.edition:
        raise Conflict("conflict", kind="Matter", id=holds.id)


def _reasons(draft: Matter) -> tuple[Reason, ...]:
    faults = Faults()
    if draft.limit:
        check_limit(draft.limit, "limit", faults)
    if draft.code and not is_code(draft.code):
        faults.add("code_form", "code", value=shown(draft.code))
    found = [*check_matter(draft), *faults.reasons]
    if draft.unit_code and records.find(Unit, code=draft.unit_code) is None:
        found.append(Reason(code="unknown_unit", field="unit_code", values={"code": draft.unit_code}))
    post_code = draft.post_code or draft.code
    if post_code != draft.code and records.find(Post, code=post_code) is None:
        found.append(Reason(code="unknown_post", field="post_code", values={"code": post_code}))
    return tuple(found)


def _mend_later(
    work: Work, stored: tuple[Matter, ...], base: Matter, draft: Matter, changed: frozenset[str], effective_on: date
) -> None:
    """Carry a mended place or phone into the editions that hold later and say the same as the one mended."""
    for day in sorted({one.effective_on for one in stored if one.effective_on > effective_on}):
        later = in_force(stored, day)
        same = [name for name in changed if later and getattr(later, name) == getattr(base, name)]
        if later and same:
            _add_edition(work, replace(later, **{name: getattr(draft, name) for name in same}), day)


def _add_edition(work: Work, matter: Matter, effective_on: date) -> Matter:
    taken = max((one.edition for one in records.select(Matter, code=matter.code)), default=0)
    post_code = matter.post_code or matter.code
    added = work.add(
        replace(matter, id=0, version=0, edition=taken + 1, effective_on=effective_on, post_code=post_code)
    )
    work.log(added)
    if records.find(Post, code=post_code) is None:
        unit = records.find(Unit, code=matter.unit_code)
        work.log(work.add(post_of(added, unit.name if unit else "", work.desk.account.id)))
    return added


def _today(desk: Desk) -> date:
    return desk.calendar.local(desk.clock()).date()


def _matter(code: str, day: date) -> Matter:
    found = in_force(tuple(records.select(Matter, code=code)), day)
    if found is None:
        raise NotFound("no_such_matter", matter=code[:20])
    return found


def _in_force(day: date, *, inactive: bool) -> tuple[Matter, ...]:
    by_code: dict[str, list[Matter]] = {}
    for edition in records.select(Matter):
        by_code.setdefault(edition.code, []).append(edition)
    found = (in_force(tuple(of_code), day) for of_code in by_code.values())
    return tuple(one for one in found if one is not None and (one.active or inactive))
