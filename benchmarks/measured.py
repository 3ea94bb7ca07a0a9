"""What was measured, as it stands in docs/measured.md: one section a measurement, replaced by its next run alone."""

import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

MEASURED = Path(__file__).parents[1] / "docs" / "measured.md"
_HEAD = """# Measured

Every figure stands beside a baseline of the same run: read the ratios, the lengths move with the machine and its
load. `python3 dev.py bench --write` measures again, `python3 dev.py soak --write` lives a long day and a whole year.
"""
_SECTION = "## "


def merged(text: str, sections: Mapping[str, Sequence[str]], head: str) -> str:
    """Give the page with these sections in the place of those that bear their names, all in the order of the names."""
    known = {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip("\n") for part in text.split(f"\n{_SECTION}")[1:]}
    known |= {name: "\n".join(lines).strip("\n") for name, lines in sections.items()}
    parts = [f"{_SECTION}{name}\n\n{known[name]}" for name in sorted(known)]
    return "\n\n".join([head.strip("\n"), *parts]) + "\n"


def write(sections: Mapping[str, Sequence[str]]) -> None:
    """Write sections down, each with the day and the machine it was measured on."""
    text = MEASURED.read_text(encoding="utf-8") if MEASURED.exists() else ""
    dated = {name: [_machine(), "", *lines] for name, lines in sections.items()}
    MEASURED.write_text(merged(text, dated, _HEAD), encoding="utf-8")


def _machine() -> str:
    return (
        f"Last run {datetime.now(UTC):%Y-%m-%d} on {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}."
    )
