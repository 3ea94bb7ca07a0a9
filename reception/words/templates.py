"""Filling the sentences of a paper: placeholders in braces, clauses in square brackets that may fall away.

Source: handbook §2.8.
"""

import re
from collections.abc import Mapping

from reception.rules.wordings import clauses, placeholders

_PLACE = re.compile(r"\{(\w+)\}")


def fill(template: str, values: Mapping[str, str], blank: str = "") -> str:
    """Fill a template.

    Args:
        template: a clause in square brackets falls away where one of its placeholders is not known.
        values: what the placeholders stand for.
        blank: stands where something that must be said is not known yet.
    """
    return "".join(_filled(words, values, blank, optional=optional) for words, optional in clauses(template))


def _filled(words: str, values: Mapping[str, str], blank: str, *, optional: bool) -> str:
    if optional and not all(values.get(name) for name in placeholders(words)):
        return ""
    return _PLACE.sub(lambda found: values.get(found[1]) or blank, words)


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a filled text, without empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
