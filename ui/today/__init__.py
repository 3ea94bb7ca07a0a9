"""The room of the day: what to do in the morning, what is open in the evening, the hand-over between."""

from ui.today.page import TodayPage

__all__ = ["TodayPage"]
