"""The catalogue: found, read, mended, imported."""

from ui.catalogue.page import CataloguePage

__all__ = ["CataloguePage"]
