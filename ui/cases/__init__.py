"""What is due: a plain list by light, with the reason of each date."""

from ui.cases.page import CasesPage

__all__ = ["CasesPage"]
