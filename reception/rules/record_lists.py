"""Lists for paper, file and screen: parts with a heading, a figure, columns, and the lines behind the figure.

They are made of words already; what draws them knows nothing of what they tell.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column: its heading, its share of the width, and whether its cells stand at the right."""

    title: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A line; `inquiry_id` is the record that it leads to, `grave` that it is one of those that the figure counts."""

    key: str
    cells: tuple[str, ...]
    inquiry_id: int | None = None
    grave: bool = False

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """One part: what it is called, its figure in words, what it counts and does not see, columns and lines."""

    key: str
    heading: str
    figure: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]
    note: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """A whole list: whose, of which days, as of when, its parts, and who signs it.

    `name` is that of its file, `page` and `pages` say which page it is and how many there are,
    `continued` what stands above a part that goes on.
    """

    title: str
    unit: str
    period: str
    as_of: str
    parts: tuple[ListPart, ...]
    signers: tuple[str, ...] = ()
    name: str = ""
    page: str = "第 {n} 页"
    pages: str = "共 {n} 页"
    continued: str = "{heading}（续）"
