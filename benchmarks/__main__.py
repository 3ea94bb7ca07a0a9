"""Run every benchmark that gives rows: `python -m benchmarks [NAME …] [--write]`.

With `--write` the figures go to docs/measured.md. A figure above its target is marked, and the exit code is 1.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Callable

import benchmarks
from benchmarks import measured
from benchmarks.figures import Row, table

_APART = frozenset({"__main__", "figures", "measured", "office", "soak"})


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
    sections: dict[str, list[str]] = {}
    missed: list[Row] = []
    for name in arguments.names or known:
        rows = known[name]()
        missed += [row for row in rows if row.most and row.value > row.most]
        sections[name] = table(rows)
        print("\n".join(["", f"## {name}", "", *sections[name]]), flush=True)
    if arguments.write:
        measured.write(sections)
    for row in missed:
        print(f"above its target: {row.name}: {row.value:.2f} {row.unit}, at most {row.most:g}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
