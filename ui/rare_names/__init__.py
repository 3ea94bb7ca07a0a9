"""Rare characters of names: typed by code, found by sound, drawn large, or as their code where no font has them."""

from ui.rare_names.aid import KEY, NameAid

__all__ = ["KEY", "NameAid"]
