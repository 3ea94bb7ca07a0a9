"""Many papers in one PDF, written while they are drawn: what is kept in memory is where each object lies.

Papers are drawn some at a time onto one sheet, so that they share their letters; each sheet is then copied behind
the ones before it, with its objects numbered on. A document of ReportLab is plain enough for that: numbered objects,
one table of their places, a stream only behind its dictionary.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, NamedTuple

from reception.documents.papers import render_together
from reception.rules.papers import PaperForm, PaperText

TOGETHER = 25
"""So many papers share their letters; more would save little room and take more memory."""
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_PLACE = re.compile(rb"(\d{10}) \d{5} ([nf])")
_STREAM = re.compile(rb"stream\r?\n")
_PAGES, _CATALOG, _INFO = 1, 2, 3
_CREATOR = "首问接待 Reception"


class BatchPaper(NamedTuple):
    """A paper of a batch: its texts by language, and the mark of a reprint."""

    texts: Sequence[PaperText]
    copy_mark: str = ""


def write_batch(target: BinaryIO, papers: Iterable[BatchPaper], how: PaperForm, title: str) -> Iterator[int]:
    """Write papers as one document, each beginning on a page of its own; the document is whole when all are given.

    Args:
        target: where to; only written on, never read again.
        papers: drawn as they come, so that they may be read as late.
        how: the form of all of them.
        title: of the document.

    Yields:
        how many papers are written, after each sheet of them; who stops asking leaves a part that is no document.
    """
    document = _Document(target, title)
    waiting = iter(papers)
    written = 0
    while together := list(islice(waiting, TOGETHER)):
        document.add(render_together([(each.texts, each.copy_mark) for each in together], how).pdf)
        written += len(together)
        yield written
    document.finish()


class _Document:
    """One PDF that grows by the pages of others."""

    def __init__(self, target: BinaryIO, title: str) -> None:
        self._target = target
        self._title = title
        self._at = 0
        self._places = array("Q", [0, 0, 0, 0])
        self._pages = array("Q")
        self._put(b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n")

    def add(self, pdf: bytes) -> None:
        """Copy the pages of a document of ReportLab behind the ones before."""
        objects = _objects(pdf)
        (root,) = re.findall(rb"/Root (\d+) 0 R", pdf[pdf.rfind(b"trailer") :])
        (tree,) = re.findall(rb"/Pages (\d+) 0 R", objects[int(root)])
        pages = [int(each) for each in _REFERENCE.findall(objects[int(tree)])]
        numbers = {int(tree): _PAGES}
        for old in _reached(objects, pages, {int(tree)}):
            numbers[old] = len(self._places)
            self._places.append(0)
        for old, new in numbers.items():
            if new != _PAGES:
                self._object(new, _renumbered(objects[old], numbers))
        self._pages.extend(numbers[page] for page in pages)

    def finish(self) -> None:
        """Write what binds the pages together, and the table of places."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._object(_PAGES, b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(self._pages), kids))
        self._object(_CATALOG, b"<< /Type /Catalog /Lang (zh-CN) /Pages %d 0 R >>" % _PAGES)
        words = (("Title", self._title), ("Creator", _CREATOR), ("Producer", _CREATOR))
        named = b" ".join(b"/%s <%s>" % (name.encode(), _hexadecimal(text)) for name, text in words)
        self._object(_INFO, b"<< %s >>" % named)
        begin, count = self._at, len(self._places)
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for place in self._places[1:]:
            self._put(b"%010d 00000 n \n" % place)
        trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (count, _CATALOG, _INFO)
        self._put(trailer + b"startxref\n%d\n%%%%EOF\n" % begin)

    def _object(self, number: int, body: bytes) -> None:
        self._places[number] = self._at
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _put(self, data: bytes) -> None:
        self._target.write(data)
        self._at += len(data)


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Give the objects of a document by number, from the table of their places."""
    table = int(pdf[pdf.rfind(b"startxref") :].split()[1])
    places = [int(place) for place, used in _PLACE.findall(pdf, table) if used == b"n"]
    ends = dict(zip(sorted(places), [*sorted(places)[1:], table], strict=True))
    found = {}
    for place in places:
        head, _, body = pdf[place : ends[place]].partition(b" 0 obj")
        found[int(head)] = body[: body.rindex(b"endobj")].strip(b"\r\n")
    return found


def _reached(objects: dict[int, bytes], begin: Iterable[int], known: set[int]) -> Iterator[int]:
    """Give the objects that some lead to, in a steady order, without those that are known."""
    seen, waiting = set(known), list(begin)
    while waiting:
        number = waiting.pop(0)
        if number not in seen:
            seen.add(number)
            yield number
            waiting += [int(each) for each in _REFERENCE.findall(_dictionary(objects[number]))]


def _dictionary(body: bytes) -> bytes:
    """Give an object without its stream, whose bytes mean nothing here."""
    found = _STREAM.search(body)
    return body[: found.start()] if found else body


def _renumbered(body: bytes, numbers: dict[int, int]) -> bytes:
    head = _dictionary(body)
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], head) + body[len(head) :]


def _hexadecimal(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-be").hex().encode()
