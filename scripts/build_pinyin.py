"""Write reception/rules/pinyin_table from pypinyin: every Han character it knows, with all its readings.

Usage: .venv/bin/python -m scripts.build_pinyin

A line is one syllable without tone and the characters read so: first those whose commonest reading it is,
after a bar those whose second reading it is, and so on. Readings of surnames that pypinyin lacks come last.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin import pinyin_dict

from reception.rules.text import is_han

TABLE = Path(__file__).parents[1] / "reception" / "rules" / "pinyin_table"
HEAD = '''"""Han characters by syllable, {} to {}; written by scripts/build_pinyin.py.

The readings are those of pypinyin (MIT licence, copyright (c) 2016 mozillazg, 闲耘).
"""'''
PARTS = (("a_to_l", "a", "l"), ("m_to_z", "m", "z"))
TONES = frozenset("\u0300\u0301\u0302\u0304\u030c")

SURNAMES = "黑he 谌shen 费bi 厘xi"


def plain(reading: str) -> str:
    """Give a reading without tone, ü as v."""
    spread = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(ch for ch in spread if ch not in TONES)).replace("ü", "v")


def readings() -> dict[str, list[str]]:
    """Give the readings of each character, the commonest first."""
    found: dict[str, list[str]] = {}
    for code, spelled in pinyin_dict.pinyin_dict.items():
        if is_han(chr(code)):
            kept = dict.fromkeys(syllable for syllable in map(plain, spelled.split(",")) if syllable.isascii())
            found[chr(code)] = list(kept)
    for surname in SURNAMES.split():
        if surname[1:] not in found[surname[0]]:
            found[surname[0]].append(surname[1:])
    return found


def main() -> None:
    """Write the two modules of the table."""
    lines: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for ch, syllables in sorted(readings().items()):
        for rank, syllable in enumerate(syllables):
            lines[syllable][rank].append(ch)
    for name, first, last in PARTS:
        written = [
            f'    "{syllable} {"|".join("".join(ranks.get(rank, ())) for rank in range(max(ranks) + 1))}",'
            for syllable, ranks in sorted(lines.items())
            if first <= syllable[0] <= last
        ]
        text = "\n".join(
            ("# ruff: noqa: E501", *HEAD.format(first, last).splitlines(), "", "LINES = (", *written, ")", "")
        )
        (TABLE / f"{name}.py").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(written)} syllables, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
