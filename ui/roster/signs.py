"""How the states of colleagues look: shape, word and colour together."""

from collections.abc import Mapping

from reception.rules.absences import Presence
from reception.words import Language, label
from ui import look

SIGNS: Mapping[Presence, look.Sign] = {
    Presence.HERE: look.Sign(shape="●", tone="green"),
    Presence.SHORTLY_AWAY: look.Sign(shape="▲", tone="amber"),
    Presence.AWAY: look.Sign(shape="■", tone="blue"),
    Presence.UNCONFIRMED: look.Sign(shape="■", tone="red"),
}


def state_text(presence: Presence, language: Language) -> str:
    """Give the state behind its shape."""
    return f"{SIGNS[presence].shape} {label(presence, language)}"
