"""One mapping of a file while it is read: each value in its kind, each mistake at its place and line."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from reception.errors import Reason
from reception.rules.faults import Faults, shown
from reception.rules.yaml_tree import Block, Items, Node, Scalar

Choice = TypeVar("Choice", bound=StrEnum)

_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
_LARGEST_WRITTEN = 9
_SAME_NAMES: Mapping[str, str] = MappingProxyType({})


class Reading:
    """A mapping of the file, its place, and where faults go.

    Args:
        node: the mapping.
        place: how faults name it, such as `matters.JW-03`; empty for the whole file.
        faults: gathers the mistakes.
        names: what the record calls a key of the file, where it differs.
    """

    def __init__(self, node: Block, place: str, faults: Faults, names: Mapping[str, str] = _SAME_NAMES) -> None:
        self.node = node
        self.place = place
        self.faults = faults
        self.names = names

    def field(self, key: str) -> str:
        """Give the place of a key as faults name it."""
        name = self.names.get(key, key)
        return f"{self.place}.{name}" if self.place else name

    def line(self, key: str) -> int:
        """Give the line of a key; where it is absent, of the mapping."""
        return self.node.lines.get(key, self.node.line)

    def line_of(self, name: str) -> int:
        """Give the line of what a record calls `name`: a key, or `key.number.column` inside a list."""
        first, *deeper = name.split(".")
        key = next((key for key, own in self.names.items() if own == first), first)
        node = self.node.nodes.get(key)
        if not deeper or not isinstance(node, Items) or int(deeper[0]) > len(node.items):
            return self.line(key)
        return node.items[int(deeper[0]) - 1].line

    def fault(self, code: str, key: str, /, **values: object) -> None:
        """Note a mistake at a key."""
        values = {"line": self.line(key), **values}
        self.faults.reasons.append(Reason(code=code, field=self.field(key), values=values))

    def known(self, keys: Iterable[str]) -> None:
        """Note every key that has no meaning here; a misspelt one would lose its value in silence."""
        for key in self.node.nodes:
            if key not in keys:
                self.fault("unknown_key", shown(key), key=shown(key))

    def present(self, key: str) -> Node | None:
        """Give the node of a key, None when the key is absent or empty."""
        node = self.node.nodes.get(key)
        return None if node is None or (isinstance(node, Scalar) and node.absent) else node

    def text(self, key: str) -> str:
        """Give one text, as it is written and without blanks at its ends."""
        node = self.present(key)
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return node.text.strip()
        self.fault("text_expected", key)
        return ""

    def count(self, key: str, default: int) -> int:
        """Give a whole number."""
        text = self.text(key)
        if not text:
            return default
        if re.fullmatch(r"[+-]?[0-9]+", text, re.ASCII) and len(text) <= _LARGEST_WRITTEN:
            return int(text)
        self.fault("number_not_whole", key, value=shown(text))
        return default

    def flag(self, key: str) -> bool:
        """Give yes or no; no when absent."""
        text = self.text(key)
        if text and text.lower() not in _FLAGS:
            self.fault("yes_or_no_expected", key, value=shown(text))
        return _FLAGS.get(text.lower(), False)

    def choice(self, key: str, kind: type[Choice], default: Choice) -> Choice:
        """Give a member of a closed set."""
        text = self.text(key)
        found = _member(kind, text)
        if not text:
            self.fault("required", key)
        elif found is None:
            self.fault("choice_unknown", key, value=shown(text), choices=", ".join(kind))
        return found or default

    def items(self, key: str) -> tuple[Node, ...]:
        """Give the nodes of a list, none when it is absent."""
        node = self.present(key)
        if node is None:
            return ()
        if isinstance(node, Items):
            return node.items
        self.fault("items_expected", key)
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the texts of a list, without empty ones."""
        found = []
        for node in self.items(key):
            if isinstance(node, Scalar):
                found.append("" if node.absent else node.text.strip())
            else:
                self.faults.add("text_expected", self.field(key), line=node.line)
        return tuple(text for text in found if text)

    def block(self, key: str, keys: Iterable[str]) -> "Reading | None":
        """Give the mapping behind a key, None when it is absent."""
        node = self.present(key)
        if node is None:
            return None
        if isinstance(node, Block):
            reading = Reading(node, self.field(key), self.faults)
            reading.known(keys)
            return reading
        self.fault("block_expected", key)
        return None

    def rows(self, key: str, names: Mapping[str, str] = _SAME_NAMES) -> list["Reading"]:
        """Give the mappings of a list, each at `key.number`."""
        found = []
        for number, node in enumerate(self.items(key), start=1):
            place = f"{self.field(key)}.{number}"
            if isinstance(node, Block):
                found.append(Reading(node, place, self.faults, names))
            else:
                self.faults.add("block_expected", place, line=node.line)
        return found


def _member(kind: type[Choice], text: str) -> Choice | None:
    return next((member for member in kind if member.value == text), None)
