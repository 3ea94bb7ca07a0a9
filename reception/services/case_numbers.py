"""A case by whatever number people have at hand."""

from reception.errors import NotFound
from reception.rules.cases import Case
from reception.services.desk import Desk
from reception.services.inquiries import find_by_number
from reception.store import records


def find(desk: Desk, number: str) -> Case:
    """Give the case that 受理〔2026〕0001, 首问〔2026〕0001 or 2026-0001 (the number of its record) names.

    Raises:
        NotFound: there is none.
    """
    typed = "".join(number.split())[:60]
    with desk.reading():
        case = records.find(Case, case_no=typed)
        inquiry = find_by_number(typed) if case is None else None
        if inquiry is not None:
            case = records.find(Case, inquiry_id=inquiry.id)
    if case is None:
        raise NotFound("no_such_case", number=typed)
    return case


def inquiry_of(desk: Desk, number: str) -> int:
    """Give the record that a number names, its own or that of its case.

    Raises:
        NotFound: there is none.
    """
    typed = "".join(number.split())[:60]
    with desk.reading():
        inquiry = find_by_number(typed)
    return inquiry.id if inquiry is not None else find(desk, number).inquiry_id
