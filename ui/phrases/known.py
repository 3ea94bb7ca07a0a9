"""What the phrases are filled with: what the form, the matter's card and the office know, in each language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reception.rules.visitors import DOUBLE_SURNAMES
from reception.words import Language, instant_text, limit_text

if TYPE_CHECKING:
    from reception.rules.catalogue import Unit
    from reception.services.catalogue import MatterCard
    from reception.services.desk import Desk
    from ui.inquiries.form import InquiryForm


def known_values(desk: "Desk", form: "InquiryForm", card: "MatterCard | None", language: Language) -> Mapping[str, str]:
    """Give the values for `{names}` in phrases; what is not known is empty."""
    chinese = language is Language.ZH
    matter = card.matter if card else None
    unit = _unit(form, card)
    name = desk.account.name
    owed = form.ways.materials.owed()
    office = desk.office
    return {
        "office": office.name if chinese else office.name_en or office.name,
        "university": office.university if chinese else office.university_en or office.university,
        "surname": name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1],
        "speaker": name,
        "caller": form.person.phone.text(),
        "about": form.matter.text() or form.summary.text(),
        "n": str(owed) if owed else "",
        "limit": limit_text(matter.limit, language) if matter and matter.limit else "",
        "due": instant_text(card.due.due, language) if card and card.due else "",
        "unit": (unit.name if chinese else unit.name_en or unit.name) if unit else "",
        "place": form.ways.told_place.text() or _place(card, unit, chinese=chinese),
        "phone": form.ways.told_phone.text() or (matter.phone if matter else "") or (unit.phone if unit else ""),
        "stand_in": card.there.serving if card and card.there and card.there.stands_in else "",
        "supervision": office.supervise_phone,
    }


def _unit(form: "InquiryForm", card: "MatterCard | None") -> "Unit | None":
    chosen: Unit | None = form.ways.to_unit.chosen_entry()
    return chosen or (card.unit if card else None)


def _place(card: "MatterCard | None", unit: "Unit | None", *, chinese: bool) -> str:
    same = card is not None and card.unit is not None and unit is not None and unit.code == card.unit.code
    places = [(card.matter.place, card.matter.place_en)] if card is not None and same else []
    places += [(unit.place, unit.place_en)] if unit else []
    return next((found for zh, en in places if (found := zh if chinese else en or zh)), "")
