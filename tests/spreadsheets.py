"""How another program reads an exported file: LibreOffice, without a window."""

import os
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_REPEATED = 1000
_COMMAS_AND_UTF_8 = "--infilter=CSV:44,34,76,1"
"""What the dialogue of LibreOffice proposes for our file; without a window it asks nobody and guesses wrongly."""


class Cell(NamedTuple):
    """A cell as LibreOffice holds it: its kind (string, float, date, percentage), its value, and its formula."""

    kind: str
    value: str
    formula: str


EMPTY = Cell("", "", "")


def open_with_libreoffice(folder: Path, *paths: Path) -> dict[str, dict[str, list[list[Cell]]]]:
    """Let LibreOffice open files and give, by file name and sheet name, the rows that it sees."""
    flat = folder / "flat"
    for number, path in enumerate(paths):
        target = flat / str(number)
        command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        if path.suffix == ".csv":
            command.append(_COMMAS_AND_UTF_8)
        command += ["--convert-to", "fods", "--outdir", str(target), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=200, env=os.environ | {"LC_ALL": "C.UTF-8"})
    return {path.name: _sheets(flat / str(number) / f"{path.stem}.fods") for number, path in enumerate(paths)}


def _sheets(path: Path) -> dict[str, list[list[Cell]]]:
    root = ElementTree.parse(path).getroot()
    return {table.get(f"{_TABLE}name", ""): list(_rows(table)) for table in root.iter(f"{_TABLE}table")}


def _rows(table: ElementTree.Element) -> Iterator[list[Cell]]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [cell for element in row for cell in _cells(element)]
        while cells and cells[-1] == EMPTY:
            cells.pop()
        if cells:
            yield cells


def _cells(element: ElementTree.Element) -> list[Cell]:
    kind = element.get(f"{_OFFICE}value-type", "")
    values = (element.get(f"{_OFFICE}{name}") for name in ("value", "date-value", "time-value", "boolean-value"))
    value = next((each for each in values if each is not None), None)
    if value is None:
        value = "\n".join(_paragraph(each) for each in element.findall(f"{_TEXT}p"))
    repeated = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
    cell = Cell(kind, value, element.get(f"{_TABLE}formula", ""))
    return [cell] * min(repeated, _MOST_REPEATED)


def _paragraph(element: ElementTree.Element) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            text += " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}tab":
            text += "\t"
        else:
            text += _paragraph(child)
        text += child.tail or ""
    return text
