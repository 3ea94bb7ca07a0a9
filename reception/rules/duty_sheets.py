"""The duty sheet of a post (岗位职责单): what whoever stands in must know, on one paper.

Source: handbook §4.3 no. 3; clauses D4.6 (duties, current items, phrases, contacts on one page).
"""

from dataclasses import dataclass

from reception.rules.papers import PaperFact, PaperLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTable:
    """A table of the sheet: title, columns with their share of the width, rows; `none` is said where it is empty."""

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySheetText:
    """Everything the sheet says in one language; all strings are final, what is empty is not printed.

    `people` are who holds the post and who stands in, with room and phones; `note` is the hand-over, where whoever
    prints may read it; `page` takes `{place}` and `{count}`.
    """

    language: PaperLanguage
    title: str
    code: str
    name: str
    office: str
    as_of: str
    people: tuple[PaperFact, ...]
    duties_label: str
    duties: tuple[str, ...]
    matters: SheetTable
    open: SheetTable
    note_label: str
    note: tuple[PaperFact, ...]
    phrases_label: str
    phrases: tuple[str, ...]
    remark: str
    page: str
