"""Known visitors: two who are one person are merged here."""

from ui.visitors.merging import MergeStep

__all__ = ["MergeStep"]
