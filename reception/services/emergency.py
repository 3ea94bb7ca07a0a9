"""Whom to call in danger: the office's own numbers, those of the directory, and those of the whole country.

Source: handbook §1.3 (an emergency: call first, register later).
"""

from dataclasses import replace
from typing import Any

from reception.rules.catalogue import Unit
from reception.rules.courtesy import NATIONAL, EmergencyContact, tidied
from reception.rules.phrases import Call
from reception.rules.staff import Action
from reception.services.courtesy import phrase_book
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import EmergencyContactRow

_E: Any = EmergencyContactRow
_HELPERS = ("保卫", "校医院")
"""How the units of a university that help in danger are called."""


def numbers(desk: Desk) -> tuple[EmergencyContact, ...]:
    """Give whom to call, first things first: the office's list, helpers in the directory, the national numbers."""
    with desk.reading():
        own = tuple(contact for contact in _listed() if contact.active)
        known = {contact.phone for contact in own} | {contact.name for contact in own}
        helpers = (unit for name in _HELPERS for unit in records.select(Unit) if unit.active and name in unit.name)
        listed = tuple(_contact(unit) for unit in helpers if unit.phone and not known & {unit.phone, unit.name})
    return (*own, *listed, *NATIONAL)


def whereabouts(desk: Desk) -> tuple[str, str]:
    """Give where the office is, in Chinese and in English, as far as it is known."""
    office = desk.office
    with desk.reading():
        unit = records.find(Unit, name=office.name)
    place = office.place or (unit.place if unit else "")
    known = unit is not None and unit.place == place
    return place, unit.place_en if unit is not None and known else ""


def contacts(desk: Desk) -> tuple[EmergencyContact, ...]:
    """Give the office's own list, those out of use last."""
    with desk.reading():
        return tuple(_in_use_first())


def keep_contact(desk: Desk, contact: EmergencyContact) -> EmergencyContact:
    """Add a number at the end of the office's list (without an id) or change one; `active` takes it out of use.

    Raises:
        Invalid: all reasons at once.
        Conflict: somebody else changed it meanwhile.
        NotAllowed: the account may not edit the office.
    """
    with desk.work(Action.EDIT_OFFICE) as work:
        wanted = tidied(contact)
        last = max((each.position for each in _listed()), default=0)
        kept = work.change(wanted) if wanted.id else work.add(replace(wanted, position=last + 1))
        work.log(kept)
    return kept


def move_up(desk: Desk, contact_id: int) -> tuple[EmergencyContact, ...]:
    """Let a number of the office's list be called before the one above it, and give the list."""
    with desk.work(Action.EDIT_OFFICE) as work:
        shown = _in_use_first()
        place = next((place for place, each in enumerate(shown) if each.id == contact_id), 0)
        if place > 0:
            shown[place - 1], shown[place] = shown[place], shown[place - 1]
            for position, each in enumerate(shown, start=1):
                if each.position != position:
                    work.log(work.change(replace(each, position=position)))
    return contacts(desk)


def calls() -> tuple[Call, ...]:
    """Give what to say, to whom."""
    return phrase_book().emergency


def _listed() -> list[EmergencyContact]:
    return records.select(EmergencyContact, order=(_E.position, _E.id))


def _in_use_first() -> list[EmergencyContact]:
    return sorted(_listed(), key=lambda contact: not contact.active)


def _contact(unit: Unit) -> EmergencyContact:
    return EmergencyContact(name=unit.name, name_en=unit.name_en, phone=unit.phone, note=unit.place)
