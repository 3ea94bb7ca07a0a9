"""The commands of the papers that an office shows to everybody."""

from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import nobody, signed_in
from reception.documents.rendered import RenderedPaper
from reception.errors import Reason
from reception.rules.displays import DisplayKind
from reception.rules.papers import PaperLanguage
from reception.services import blank_papers, displays, guides


def guide(arguments: Namespace, console: Console) -> Exit:
    """Write the guide of a matter or of all as a PDF file."""
    language = PaperLanguage(arguments.paper_language)
    with nobody(arguments.data) as desk:
        matter = arguments.matter
        paper = guides.guide(desk, matter, language) if matter else guides.book(desk, language)
    return _written(paper, arguments, console)


def cards(arguments: Namespace, console: Console) -> Exit:
    """Write desk cards, badges or the promise sheet as a PDF file."""
    kind, language = DisplayKind(arguments.kind), PaperLanguage(arguments.paper_language)
    with signed_in(arguments) as desk:
        if kind is DisplayKind.PROMISE:
            paper = displays.promise_sheet(desk, language)
        else:
            paper = displays.cards(desk, kind, displays.named(desk, arguments.person or ()), language)
    return _written(paper, arguments, console)


def _written(paper: RenderedPaper, arguments: Namespace, console: Console) -> Exit:
    if paper.missing_characters:
        console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
    blank_papers.save(paper, Path(arguments.out))
    console.result(arguments.out)
    return Exit.DONE
