"""What to say: the panel of phrases and quick answers beside the form, and the offer in its answer."""

from ui.phrases.side import PhraseSide

__all__ = ["PhraseSide"]
