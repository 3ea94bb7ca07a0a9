"""Bring the English of the windows up to date: take the Chinese strings out of ui/, keep what is translated, say
what is still to do.

    python scripts/translate.py

writes resources/i18n/en.ts, sorted, so that two people who change different strings do not meet in one line; it ends
with 1 while a string has no English yet.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACES = ("ui", "main.py")
KEPT_IN = ROOT / "resources" / "i18n" / "en.ts"
_LUPDATE = "import sys; from PySide6.scripts.pyside_tool import lupdate; sys.exit(lupdate())"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One string of the windows and its English; `finished` once somebody has written it."""

    context: str
    source: str
    english: str
    finished: bool


def take_out(target: Path, root: Path = ROOT) -> None:
    """Bring a file of translations up to date with the strings of a tree; what is translated stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    arguments = ["-extensions", "py", "-recursive", *PLACES, "-ts", str(target)]
    arguments += ["-source-language", "zh_CN", "-target-language", "en", "-no-obsolete", "-locations", "none"]
    done = subprocess.run(
        [sys.executable, "-c", _LUPDATE, *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode != 0 or not target.exists():
        raise SystemExit(done.stdout + done.stderr)
    sort(target)


def sort(target: Path) -> None:
    """Put contexts and strings in order, so that the same strings give the same file."""
    tree = ElementTree.parse(target).getroot()
    contexts = sorted(tree.findall("context"), key=lambda context: context.findtext("name", ""))
    for context in contexts:
        tree.remove(context)
        messages = sorted(context.findall("message"), key=lambda message: message.findtext("source", ""))
        for message in messages:
            context.remove(message)
        context.extend(messages)
    tree.extend(contexts)
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree, encoding="unicode", short_empty_elements=False)
    target.write_text(f"{_HEAD}{text}\n", encoding="utf-8", newline="\n")


def entries(target: Path) -> Iterator[Entry]:
    """Give every string of a file of translations."""
    for context in ElementTree.parse(target).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            english = (translation.text or "") if translation is not None else ""
            yield Entry(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                english=english,
                finished=translation is not None and translation.get("type") is None and bool(english),
            )


def main() -> int:
    """Bring the translations up to date and list what has no English yet."""
    take_out(KEPT_IN)
    found = list(entries(KEPT_IN))
    missing = [entry for entry in found if not entry.finished]
    for entry in missing:
        print(f"{entry.context}: {entry.source}")
    print(f"{len(found)} strings, {len(missing)} without English")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
