"""The short stub: number, applicant, matter, what is missing, signatures; the rest stands in the register.

Source: handbook §2.5 (the stub half may show only these).
"""

from dataclasses import replace

from reception.documents import paper_form as form
from reception.documents.flow import Strip, space
from reception.documents.paper_foot import signatures
from reception.documents.paper_form import Type
from reception.documents.paper_materials import materials
from reception.rules.notices import MaterialState
from reception.rules.papers import PaperText

_OWED = frozenset({MaterialState.MISSING, MaterialState.DEFECTIVE})
_SIGNATURE_ROW = 21.0


def short_stub(text: PaperText, type_: Type, width: float, mark: str) -> list[Strip]:
    """Give the strips of the short stub, from the top."""
    owed = tuple(row for row in text.materials or () if row.state in _OWED)
    brief = replace(text, materials=owed if owed and text.ticked else None)
    strips = [form.head(brief, text.parts[0], type_, width, mark), space(type_.gap / 2)]
    strips += [*form.person(brief, type_, width, 3), form.matter(brief, type_, width)]
    if text.conclusion:
        strips += [form.conclusion(brief, type_, width), space(type_.gap)]
    strips += [*materials(brief, type_, width), signatures(brief, type_, width, _SIGNATURE_ROW)]
    return strips
