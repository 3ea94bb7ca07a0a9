"""The intake: a first inquiry recorded, its matter's card, its materials, and what was recorded today."""

from ui.inquiries.page import IntakePage

__all__ = ["IntakePage"]
