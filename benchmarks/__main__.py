"""Run every benchmark that gives rows: `python -m benchmarks [NAME …] [--write]`.

With `--write` the figures go to docs/measured.md. A figure above its target is marked, and the exit code is 1.
"""

import argparse
import importlib
import pkgutil
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

import benchmarks
from benchmarks.figures import Row, table

MEASURED = Path(__file__).parents[1] / "docs" / "measured.md"
_APART = frozenset({"__main__", "figures", "office", "soak"})
_HEAD = """# Measured

Every figure stands beside a baseline of the same run: read the ratios, the lengths move with the machine and its
load. `python3 dev.py bench --write` measures again, `python3 dev.py soak` works a long day.
"""


def found() -> dict[str, Callable[[], list[Row]]]:
    """Give each benchmark by the name of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name not in _APART)
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in names}
    return {name: module.rows for name, module in modules.items() if hasattr(module, "rows")}


def main() -> int:
    """Measure, print, and perhaps write down."""
    known = found()
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    reader.add_argument("--write", action="store_true", help="write the figures to docs/measured.md")
    arguments = reader.parse_args()
    strangers = sorted(set(arguments.names) - set(known))
    if strangers:
        reader.error(f"no such benchmark: {', '.join(strangers)}")
    lines, missed = [], []
    for name in arguments.names or known:
        rows = known[name]()
        missed += [row for row in rows if row.most and row.value > row.most]
        lines += ["", f"## {name}", "", *table(rows)]
        print("\n".join(lines[-len(rows) - 5 :]), flush=True)
    if arguments.write:
        MEASURED.write_text("\n".join([_HEAD + _machine(), *lines, ""]), encoding="utf-8")
    for row in missed:
        print(f"above its target: {row.name}: {row.value:.2f} {row.unit}, at most {row.most:g}", file=sys.stderr)
    return 1 if missed else 0


def _machine() -> str:
    return (
        f"\nLast run {datetime.now(UTC):%Y-%m-%d} on {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}."
    )


if __name__ == "__main__":
    sys.exit(main())
