"""Make resources/fonts/NotoSansSC-Bold.ttf from the full bold font.

Usage: .venv/bin/python scripts/subset_bold.py path/to/NotoSansSC_700Bold.ttf

The full bold is 10.5 MB; headings and printed names need less: every character of the 20,992 unified
ideographs, of the Table of General Standard Chinese Characters (通用规范汉字表, 8,105 characters, of which
77 lie in Extension A and 196 beyond the basic plane), and the signs that papers use.
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).parents[1] / "resources" / "fonts" / "NotoSansSC-Bold.ttf"

BLOCKS = (
    (0x20, 0xFF),  # Latin
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x218F),  # superscripts, currency, letter-like signs, numerals
    (0x2190, 0x21FF),  # arrows
    (0x2460, 0x24FF),  # numbers in circles
    (0x2500, 0x267F),  # boxes, geometric shapes
    (0x3000, 0x303F),  # Chinese punctuation
    (0x4E00, 0x9FFF),  # unified ideographs
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x3FFFF),  # the ideographs beyond the basic plane that the font has
)

# The characters of the general standard that lie in Extension A.
EXTENSION_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡"
    "䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)


def main(source: str) -> None:
    """Write the subset of the font at `source` to its place in the tree."""
    wanted = {ord(character) for character in EXTENSION_A}
    wanted.update(code for first, last in BLOCKS for code in range(first, last + 1))
    options = subset.Options(layout_features=[], recalc_timestamp=False)
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    subset.save_font(font, str(TARGET), options)
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.1f} MB, {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main(sys.argv[1])
