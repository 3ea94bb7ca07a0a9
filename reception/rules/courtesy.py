"""What to say: quick answers of the office, and the numbers for an emergency.

Source: handbook §1.3 (emergency first), §6 (courteous words).
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickAnswer:
    """An answer to a question that the office hears often."""

    id: int = 0
    version: int = 0
    question: str
    answer: str
    answer_en: str = ""
    matter_code: str = ""
    keywords: tuple[str, ...] = ()
    uses: int = 0
    last_used_at: datetime | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyContact:
    """Whom to call first in danger; registered later (handbook §1.3)."""

    id: int = 0
    version: int = 0
    name: str
    name_en: str = ""
    phone: str
    note: str = ""
    position: int = 0
    active: bool = True
