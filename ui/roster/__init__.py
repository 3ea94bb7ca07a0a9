"""The room of posts and duty: who is there, who is away until when, who stands in."""

from ui.roster.page import RosterPage

__all__ = ["RosterPage"]
