"""Whom to call in danger: the office's own numbers, those of the directory, and those of the whole country.

Source: handbook §1.3 (an emergency: call first, register later).
"""

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
        return tuple(sorted(_listed(), key=lambda contact: not contact.active))


def keep_contact(desk: Desk, contact: EmergencyContact) -> EmergencyContact:
    """Add a number to the office's list (without an id) or change one; `active` takes it out of use or back.

    Raises:
        Invalid: all reasons at once.
        Conflict: somebody else changed it meanwhile.
        NotAllowed: the account may not edit the office.
    """
    with desk.work(Action.EDIT_OFFICE) as work:
        wanted = tidied(contact)
        kept = work.change(wanted) if wanted.id else work.add(wanted)
        work.log(kept)
    return kept


def calls() -> tuple[Call, ...]:
    """Give what to say, to whom."""
    return phrase_book().emergency


def _listed() -> list[EmergencyContact]:
    return records.select(EmergencyContact, order=(_E.position, _E.id))


def _contact(unit: Unit) -> EmergencyContact:
    return EmergencyContact(name=unit.name, name_en=unit.name_en, phone=unit.phone, note=unit.place)
