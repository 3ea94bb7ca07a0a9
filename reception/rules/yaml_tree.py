"""Reading a YAML text into a tree whose every node knows its line; what could do harm is refused.

Anchors and aliases (a short text may unfold without end), tags (they name things to be built), several
documents in one text and deep nesting have no place in a file of ours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from reception.rules.faults import Faults, shown

LARGEST_FILE = 5 * 1024 * 1024
DEEPEST = 12
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One plain value as it is written; `absent` for null and for a key with nothing behind it."""

    line: int
    text: str
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    line: int
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A mapping; `lines` holds the line of each key."""

    line: int
    nodes: Mapping[str, "Node"]
    lines: Mapping[str, int] = field(default_factory=dict)


Node = Scalar | Items | Block


class _Refused(Exception):
    """Something that ends the reading of the whole text."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def read_tree(text: str, faults: Faults) -> Node | None:
    """Give the tree of a YAML text, or None when it cannot be read; every mistake is a fault with its line."""
    text = text.removeprefix("\ufeff")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > LARGEST_FILE:
        faults.add("file_too_large", most=LARGEST_FILE // 1024 // 1024)
        return None
    found = _UNPRINTABLE.search(text)
    if found is not None:
        faults.add("control_character", line=text.count("\n", 0, found.start()) + 1, sign=_codepoint(found.group()))
        return None
    try:
        return _Reader(text, faults).document()
    except _Refused as refusal:
        faults.add(refusal.code, line=refusal.line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        faults.add("yaml_syntax", line=min(line, text.count("\n") + 1), column=column)
    return None


def _codepoint(character: str) -> str:
    return f"U+{ord(character):04X}"


class _Reader:
    """Builds the tree from the parser's events."""

    def __init__(self, text: str, faults: Faults) -> None:
        self.faults = faults
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))

    def document(self) -> Node | None:
        """Give the tree of the only document."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _Refused("yaml_documents", _line(event))
                root = self.node(next(self.events), 0)
        if root is None or (isinstance(root, Scalar) and root.absent):
            self.faults.add("file_empty")
            return None
        return root

    def node(self, event: Any, depth: int) -> Node:
        """Give the node that begins with an event."""
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _Refused("yaml_alias", line)
        if event.tag is not None and event.tag != "!":
            raise _Refused("yaml_tag", line)
        if depth > DEEPEST:
            raise _Refused("yaml_too_deep", line)
        if isinstance(event, yaml.ScalarEvent):
            absent = event.implicit[0] and not event.style and event.value in _NOTHING
            return Scalar(line=line, text=event.value, absent=absent)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(line=line, items=tuple(self.items(depth + 1)))
        return self.block(line, depth + 1)

    def items(self, depth: int) -> Iterator[Node]:
        """Give the nodes of a list."""
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth)

    def block(self, line: int, depth: int) -> Block:
        """Give a mapping; a key that stands twice is a fault, the first one holds."""
        nodes: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, value = self.node(event, depth), self.node(next(self.events), depth)
            if not isinstance(key, Scalar):
                self.faults.add("key_not_text", line=key.line)
            elif key.text in nodes:
                self.faults.add("key_twice", line=key.line, key=shown(key.text))
            else:
                nodes[key.text] = value
                lines[key.text] = key.line
        return Block(line=line, nodes=nodes, lines=lines)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
