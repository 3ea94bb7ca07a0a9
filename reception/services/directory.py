"""The directory of the university's units: read, searched, mended at the counter, filled from the catalogue.

Source: handbook §1.3 (D7), §0.1 FQ3; clauses 2.1.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from reception.errors import Invalid, Reason
from reception.rules.catalogue import Matter, Unit
from reception.rules.catalogue_file import is_code
from reception.rules.directory import DUTIES_LENGTH, find_units, open_now
from reception.rules.faults import shown
from reception.rules.staff import Action
from reception.rules.text import is_han
from reception.rules.text_lengths import cleaned
from reception.services import catalogue
from reception.services.desk import Desk, Work
from reception.store import records

MENDED = frozenset({"place", "place_en", "phone", "hours", "duties"})
"""What whoever serves at the desk may mend; names, new units and units out of use belong to who edits the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryEntry:
    """A unit as the counter tells it.

    `open_now` is None where its hours do not say; `through` is the duty or the matter that led to it; `own` is ours.
    """

    unit: Unit
    open_now: bool | None
    own: bool = False
    through: str = ""
    matters: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.unit.code


def entries(desk: Desk, text: str = "", *, inactive: bool = False) -> tuple[DirectoryEntry, ...]:
    """Give the units that fit what somebody says, best first; an empty text gives all.

    Args:
        desk: whose desk.
        text: as typed: a name, a duty, pinyin, a matter.
        inactive: also those out of use.
    """
    known = catalogue.units(desk, inactive=inactive)
    in_force = catalogue.matters(desk)
    local = desk.calendar.local(desk.clock())
    return tuple(
        DirectoryEntry(
            unit=found.unit,
            open_now=open_now(found.unit.hours, local, desk.calendar) if found.unit.active else None,
            own=found.unit.code == desk.office.unit_code,
            through=found.through,
            matters=tuple(matter.name for matter in in_force if matter.unit_code == found.unit.code),
        )
        for found in find_units(known, in_force, text)
    )


def save_unit(desk: Desk, draft: Unit) -> Unit:
    """Save a unit; a draft without an id makes a new one.

    Raises:
        Invalid: all reasons at once, each at its field.
        NotAllowed: the account may not change what was changed.
        Conflict: somebody else changed the unit meanwhile.
    """
    draft, reasons = cleaned(draft)
    with desk.work(_action(desk, draft)) as work:
        before = work.get(Unit, draft.id) if draft.id else None
        reasons = (*reasons, *_reasons(work, draft, before))
        if reasons:
            raise Invalid(*reasons)
        saved = work.add(draft) if before is None else work.change(draft)
        work.log(saved)
        return saved


def fill_from_catalogue(desk: Desk) -> int:
    """Fill empty duties, hours, places and phones from the matters in force; what stands there stays.

    Returns:
        int: how many units were filled.

    Raises:
        NotAllowed: the account may not mend the directory.
    """
    in_force = catalogue.matters(desk)
    with desk.work(Action.MEND_MATTER) as work:
        filled = 0
        for unit in records.select(Unit, active=True):
            after = _filled(unit, [matter for matter in in_force if matter.unit_code == unit.code])
            if after != unit:
                work.log(work.change(after))
                filled += 1
        if not filled:
            raise Invalid(Reason(code="nothing_to_change"))
        return filled


def _action(desk: Desk, draft: Unit) -> Action:
    """Give the right that a change asks for; a stale draft is told apart inside the work."""
    if not draft.id:
        return Action.EDIT_CATALOGUE
    with desk.reading():
        before = records.get(Unit, draft.id)
    return Action.MEND_MATTER if _changed(before, draft) <= MENDED else Action.EDIT_CATALOGUE


def _changed(before: Unit, after: Unit) -> frozenset[str]:
    names = {column.name for column in fields(Unit)} - {"id", "version"}
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _reasons(work: Work, draft: Unit, before: Unit | None) -> Iterable[Reason]:
    for name in ("code", "name"):
        if not getattr(draft, name):
            yield Reason(code="required", field=name)
    if draft.code and not is_code(draft.code):
        yield Reason(code="code_form", field="code", values={"value": shown(draft.code)})
    elif before is None and work.find(Unit, code=draft.code) is not None:
        yield Reason(code="unit_taken", field="code", values={"code": draft.code})
    if before is not None and before.code != draft.code:
        yield Reason(code="unit_code_fixed", field="code")
    if before is not None and before.version == draft.version and not _changed(before, draft):
        yield Reason(code="nothing_to_change")


def _filled(unit: Unit, matters: list[Matter]) -> Unit:
    if not matters:
        return unit
    # Initials and English keywords are for typing; duties are words that a visitor says.
    words = [word for matter in matters for word in (matter.name, *matter.keywords) if any(map(is_han, word))]
    return replace(
        unit,
        duties=unit.duties or _joined(words),
        hours=unit.hours or _shared({matter.hours for matter in matters}),
        place=unit.place or _shared({matter.place for matter in matters}),
        place_en=unit.place_en or _shared({matter.place_en for matter in matters}),
        phone=unit.phone or _shared({matter.phone for matter in matters}),
    )


def _shared(values: set[str]) -> str:
    """Give what all matters of a unit say alike, else nothing: a wrong door is worse than none."""
    said = values - {""}
    return said.pop() if len(said) == 1 else ""


def _joined(words: Iterable[str]) -> str:
    text = ""
    for word in dict.fromkeys(words):
        longer = f"{text}、{word}" if text else word
        if len(longer) > DUTIES_LENGTH:
            break
        text = longer
    return text
