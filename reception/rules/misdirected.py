"""What people wrongly come to us for: the visitors guided to other units, counted by unit and by what they wanted.

Source: handbook §1.3 (D7), §8.3 (the annual summary names what signs and guides could spare people).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reception.rules.directory import duty_words

_NOT_WORDS = re.compile(r"[\W_]+")
_POLITE = re.compile(r"^(?:请问|您好|你好|想问问|想问一下|想问|咨询一下|咨询|询问|问一下|问问|打听|问)+")
_OPEN_END = re.compile(r"(?:怎么办理|怎么办|在哪里办|在哪里|在哪儿|在哪|找谁|的事情|的问题|吗|呢)+$")
_SIGNS = " 　，。、？！；：,.?!;:…~～“”‘’\"'"
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided:
    """What is read of a visitor who was guided to another unit; the summary masked."""

    id: int
    unit_code: str
    matter_code: str
    matter_name: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MisdirectedLine:
    """How often people came to us for something of another unit, with the records behind the number."""

    unit_code: str
    unit: str
    what: str
    ids: tuple[int, ...]

    @property
    def id(self) -> tuple[str, str]:
        """Give what tells this line from the others."""
        return self.unit_code, self.what

    @property
    def count(self) -> int:
        """Give how many records stand behind it."""
        return len(self.ids)


def wanted(guided: Guided, duties: str) -> str:
    """Give what somebody wanted: the matter, else the unit's duty that the summary names, else the bare summary.

    The longest duty wins, so that 学费退费 is not counted as 学费.
    """
    if guided.matter_code:
        return guided.matter_name or guided.matter_code
    said = bare(guided.summary)
    named = [duty for duty in duty_words(duties) if len(duty) >= _SHORTEST and bare(duty) in said]
    return max(named, key=len) if named else said or guided.summary.strip()


def counted(found: Iterable[Guided], units: Mapping[str, tuple[str, str]]) -> tuple[MisdirectedLine, ...]:
    """Give the lines, the most frequent first; equal ones by unit and words.

    Args:
        found: those who were guided.
        units: name and duties of each unit by its code.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for each in found:
        _name, duties = units.get(each.unit_code, ("", ""))
        groups.setdefault((each.unit_code, wanted(each, duties)), []).append(each.id)
    lines = (
        MisdirectedLine(unit_code=code, unit=units.get(code, (code, ""))[0] or code, what=what, ids=tuple(ids))
        for (code, what), ids in groups.items()
    )
    return tuple(sorted(lines, key=lambda line: (-line.count, line.unit_code, line.what)))


def bare(text: str) -> str:
    """Give a text without signs, greetings and questions, so that the same wish in other words is one."""
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _OPEN_END.sub("", _POLITE.sub("", words)) or words


def title(text: str) -> str:
    """Give a text as a name: without greeting and question, its own letters and signs kept."""
    named = _POLITE.sub("", text.strip().strip(_SIGNS)).strip(_SIGNS)
    return _OPEN_END.sub("", named).strip(_SIGNS) or text.strip()
