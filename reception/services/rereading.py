"""A rendered paper is read back before it counts: no silent blank where a name or a number should stand.

Source: handbook §10.4 (rare characters); clauses T7 (text extractable and equal to the screen).
"""

import pypdfium2

from reception.documents.fonts import regular
from reception.documents.rendered import RenderedPaper
from reception.errors import Unavailable
from reception.rules.papers import PaperText


def reread(paper: RenderedPaper, text: PaperText) -> None:
    """Read the text of a paper back and look for its number and its applicant.

    Raises:
        Unavailable: one of them is not there; the paper must not be handed out.
    """
    read_back(paper, text.number, text.applicant)


def read_back(paper: RenderedPaper, number: str, *words: str) -> None:
    """Read the text of a paper back and look for its number and for words that must not be missing.

    Raises:
        Unavailable: one of them is not there; the paper must not be handed out.
    """
    found = _dense(text_of(paper.pdf))
    wanted = (number, *("".join(regular()[sign].text for sign in each) for each in words))
    lacking = [each for each in wanted if _dense(each) not in found]
    if lacking:
        raise Unavailable("paper_not_read_back", number=number, words=" ".join(lacking))


def text_of(pdf: bytes) -> str:
    """Give all text of a document."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _dense(text: str) -> str:
    return "".join(text.split())
