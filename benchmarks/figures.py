"""What a benchmark gives: figures, each a ratio to a baseline of the same run or a length that is only told."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

NOTHING = 1e-9
"""The target of what must not happen at all."""


class Row(NamedTuple):
    """One figure; `most` is the target, 0 where there is none."""

    name: str
    value: float
    unit: str
    most: float = 0.0


def milliseconds(work: Callable[[], object]) -> float:
    """Give how long one round takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def median(lengths: Sequence[float]) -> float:
    """Give the middle one."""
    return statistics.median(lengths)


def high(lengths: Sequence[float], percent: int) -> float:
    """Give the length that so many of a hundred stay below."""
    return sorted(lengths)[min(len(lengths) - 1, len(lengths) * percent // 100)]


def table(rows: Sequence[Row]) -> list[str]:
    """Give the lines of a Markdown table."""
    lines = ["| figure | value | target |", "|---|---|---|"]
    for row in rows:
        target = f"≤ {row.most:g} {row.unit}".strip() if row.most else "–"
        target = "none" if row.most == NOTHING else target
        value = f"{row.value:.2f} {row.unit}" if row.unit else f"{row.value:.0f}"
        lines.append(f"| {row.name} | {value} | {target} |")
    return lines
