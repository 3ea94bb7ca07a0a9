"""Posts: who is in charge of what. Stand-ins and absences join in a later story.

Source: handbook §4.2.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post and the account that holds it; `code` is what commands and records refer to."""

    id: int = 0
    version: int = 0
    code: str
    name: str
    name_en: str = ""
    unit_code: str
    phone: str = ""
    place: str = ""
    holder_id: int
    confirmed: bool = False
    active: bool = True
