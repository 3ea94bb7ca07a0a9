"""The readings of Han characters, as compact lines that cost nothing until somebody asks for one.

A line is a syllable, a blank, and the characters read so: those whose commonest reading it is, then after each
bar those whose next reading it is.
"""

from functools import cache

from reception.rules.pinyin_table import a_to_l, m_to_z


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Give the syllables of each character, the commonest first, without tones, ü as v."""
    groups = [
        (rank, syllable, group)
        for syllable, _, signs in (line.partition(" ") for line in (*a_to_l.LINES, *m_to_z.LINES))
        for rank, group in enumerate(signs.split("|"))
    ]
    table: dict[str, tuple[str, ...]] = {}
    for rank, syllable, group in sorted(groups):
        if rank == 0:
            table.update(dict.fromkeys(group, (syllable,)))
        else:
            table.update((ch, (*table[ch], syllable)) for ch in group)
    return table
