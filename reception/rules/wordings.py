"""The fixed sentences of an office's papers: their editions, and the check of what somebody writes there.

A template has placeholders in braces, `{due}`, and clauses in square brackets that fall away where a placeholder of
theirs is not known.

Source: handbook §2.8; part of it each office words for itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.errors import Reason
from reception.rules.papers import PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One edition of what an office says on a kind of paper; the latest one counts for papers issued from then on."""

    id: int = 0
    version: int = 0
    kind: PaperKind
    edition: int
    statement: str = ""
    statement_en: str = ""
    closing: str = ""
    closing_en: str = ""
    made_at: datetime
    made_by: str


LENGTHS: Mapping[str, int] = {"statement": 2000, "statement_en": 2000, "closing": 1000, "closing_en": 1000}

_CLAUSES = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_PLACEHOLDERS = re.compile(r"\{([^{}]*)\}")


def clauses(template: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of a template in order, each with whether it may fall away."""
    for found in _CLAUSES.finditer(template):
        yield (found[1], True) if found[1] is not None else (found[2], False)


def placeholders(template: str) -> frozenset[str]:
    """Give the names of the placeholders of a template."""
    return frozenset(_PLACEHOLDERS.findall(template))


def check_template(template: str, shipped: str, field: str, *, whole: bool = True) -> tuple[Reason, ...]:
    """Give what is wrong with a template: an unknown placeholder, a lost one, an open bracket.

    What the shipped statement must say stays said: every placeholder of it outside square brackets is needed, unless
    the template is not the `whole` of it but a closing line, which may use them.
    """
    reasons: list[Reason] = []
    bare = _PLACEHOLDERS.sub("", _CLAUSES.sub(lambda found: found[1] or found[2], template))
    if any(sign in bare for sign in "[]{}"):
        reasons.append(Reason(code="template_brackets", field=field))
    known = placeholders(shipped)
    unknown = sorted(placeholders(template) - known)
    reasons += [Reason(code="template_unknown", field=field, values={"name": f"{{{name}}}"}) for name in unknown]
    needed = placeholders("".join(words for words, optional in clauses(shipped) if not optional))
    said = placeholders("".join(words for words, optional in clauses(template) if not optional))
    lost = sorted(needed - said) if whole else []
    reasons += [Reason(code="template_lost", field=field, values={"name": f"{{{name}}}"}) for name in lost]
    return tuple(reasons)
