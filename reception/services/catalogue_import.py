"""Bringing a catalogue file into the register's house: units, new editions of changed matters, posts."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from reception.errors import Invalid, Reason
from reception.rules.catalogue import Matter, Unit
from reception.rules.catalogue_file import CatalogueFile, parse_catalogue
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.rules.text_lengths import LENGTHS
from reception.rules.yaml_tree import LARGEST_FILE
from reception.services.desk import Desk, Work
from reception.store import records

T = TypeVar("T", Unit, Matter, Post)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """How many matters a file brought in, renewed, and left as they are."""

    new: int
    changed: int
    unchanged: int


def import_catalogue(desk: Desk, text: str, effective_on: date) -> ImportReport:
    """Bring in a catalogue file: a new edition of each matter that differs, effective on a day.

    Matters that the file does not name stay as they are.

    Raises:
        Invalid: every mistake of the file, each with its line, or a day before today; nothing was brought in.
        NotAllowed: the account may not import.
    """
    desk.require(Action.IMPORT_CATALOGUE)
    file = parse_catalogue(text)
    with desk.work(Action.IMPORT_CATALOGUE) as work:
        if effective_on < work.today:
            raise Invalid(Reason(code="effective_in_past", field="effective_on", values={"today": work.today}))
        report = bring_in(work, file, effective_on, holder_id=desk.account.id)
        work.note("Catalogue", 0, new=report.new, changed=report.changed, effective_on=effective_on)
    return report


def catalogue_text(raw: bytes) -> str:
    """Give the text of a catalogue file as it lies on the disk, for `import_catalogue` and `create_office`.

    Raises:
        Invalid: it is not UTF-8 (an old editor may have saved it as GBK), or larger than a catalogue can be.
    """
    if len(raw) > LARGEST_FILE:
        raise Invalid(Reason(code="file_too_large", values={"most": LARGEST_FILE // 1024 // 1024}))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Invalid(Reason(code="file_not_utf8")) from failure


def bring_in(work: Work, file: CatalogueFile, effective_on: date, *, holder_id: int) -> ImportReport:
    """Write what differs, inside a running work; new matters get a post that `holder_id` holds for now."""
    for unit in file.units:
        _bring_unit(work, unit)
    names = {unit.code: unit.name for unit in records.select(Unit)}
    newest = {matter.code: matter for matter in records.select(Matter, order=_by_edition())}
    posts = {post.code for post in records.select(Post)}
    new = changed = 0
    for matter in file.matters:
        before = newest.get(matter.code)
        if before is not None and same_content(before, matter):
            continue
        edition = before.edition + 1 if before else 1
        post_code = before.post_code if before else matter.post_code
        active = before.active if before else True
        dated = replace(matter, edition=edition, effective_on=effective_on, post_code=post_code, active=active)
        _add(work, dated)
        if post_code not in posts:
            _add(work, post_of(matter, names[matter.unit_code], holder_id))
            posts.add(post_code)
        new, changed = new + (before is None), changed + (before is not None)
    return ImportReport(new=new, changed=changed, unchanged=len(file.matters) - new - changed)


def same_content(one: Matter, other: Matter) -> bool:
    """Tell whether two editions say the same, whatever their numbers, dates and posts."""
    return one == replace(
        other,
        id=one.id,
        version=one.version,
        edition=one.edition,
        effective_on=one.effective_on,
        post_code=one.post_code,
        active=one.active,
    )


def post_of(matter: Matter, unit_name: str, holder_id: int) -> Post:
    """Give the post that a new matter gets: named after unit and matter, its holder still to be confirmed.

    Source: decisions on the catalogue file.
    """
    longest = LENGTHS[Post]["name"]
    return Post(
        code=matter.code,
        name=f"{unit_name}·{matter.name}"[: longest - 1] + "岗",
        name_en=matter.name_en[: LENGTHS[Post]["name_en"]],
        unit_code=matter.unit_code,
        phone=matter.phone,
        place=matter.place,
        holder_id=holder_id,
    )


def _bring_unit(work: Work, unit: Unit) -> None:
    before = work.find(Unit, code=unit.code)
    if before is None:
        _add(work, unit)
        return
    after = as_brought(unit, before)
    if after != before:
        work.log(work.change(after))


def as_brought(unit: Unit, before: Unit) -> Unit:
    """Give a known unit as a file changes it; what the file does not say of duties and hours stays as it was."""
    return replace(
        unit,
        id=before.id,
        version=before.version,
        active=before.active,
        duties=unit.duties or before.duties,
        hours=unit.hours or before.hours,
    )


def _add(work: Work, record: T) -> T:
    added = work.add(record)
    work.log(added)
    return added


def _by_edition() -> tuple[Any, ...]:
    row = records.row_of(Matter)
    return (row.code, row.edition)
