"""Posts: who is in charge of what, and who stands in.

Source: handbook §4.2.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post, the account that holds it (A) and the one that stands in (B).

    `code` is what commands and records refer to.
    """

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
    stand_in_id: int | None = None
