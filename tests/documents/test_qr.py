"""The QR code holds the query code, readable from paper."""

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from reception.documents.qr import cells
from reception.rules.notices import QUERY_ALPHABET


def picture(text: str, scale: int = 4) -> bytes:
    """Give the code as a PNG."""
    rows = cells(text)
    image = Image.new("L", (len(rows), len(rows)))
    image.putdata([0 if cell == "1" else 255 for row in rows for cell in row])
    file = io.BytesIO()
    image.resize((len(rows) * scale, len(rows) * scale), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("code", ["7K3F92", "234567", "ZYXWVU", QUERY_ALPHABET[:6], QUERY_ALPHABET[-6:]])
def test_a_reader_reads_the_query_code(code: str, tmp_path: Path):
    file = tmp_path / "code.png"
    file.write_bytes(picture(code))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, check=True, text=True)
    assert read.stdout.strip() == code


def test_every_query_code_has_the_same_small_size():
    assert {len(cells(code)) for code in ("234567", "ZZZZZZ", "7K3F92")} == {21 + 8}


def test_four_white_cells_surround_the_code():
    rows = cells("7K3F92")
    assert set("".join(rows[:4] + rows[-4:])) == {"0"}
    assert {row[:4] + row[-4:] for row in rows} == {"0" * 8}


def test_the_same_code_gives_the_same_picture():
    assert cells("7K3F92") == cells("7K3F92")
