"""The command of the letters: written for a record from what it knows and what is said, and saved as a PDF file."""

import sys
import uuid
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_fields, read_notice, read_object, read_papers, read_token
from reception.cli.sessions import signed_in
from reception.errors import Reason
from reception.rules.faults import Faults
from reception.rules.letters import LetterDraft, fields_of
from reception.rules.papers import TICKED, PaperForm, PaperKind
from reception.rules.staff import Action
from reception.services import files, inquiries, letter_proposals, letters, notices
from reception.services.desk import Desk
from reception.services.notices import RenderedPaper

KINDS = tuple(kind for kind in PaperKind if kind is not PaperKind.YC)
_OURS = frozenset({"case_no", "due_at", "papers"})
"""What the case says, and what is read apart."""
_HINTS: Mapping[str, Any] = get_type_hints(LetterDraft)


def letter(arguments: Namespace, console: Console) -> Exit:
    """Issue a letter for a record, write it as a PDF file, which counts as a print, and print its number."""
    target = Path(arguments.out)
    with signed_in(arguments) as desk:
        desk.require(Action.ISSUE_NOTICE)
        entry = _entry(sys.stdin.buffer.read(LONGEST_ENTRY + 1))
        inquiry = inquiries.by_number(desk, arguments.number)
        files.check_folder(target.parent)
        how = PaperForm(size=arguments.size, language=arguments.paper_language, large=arguments.large)
        kind = PaperKind(arguments.kind)
        number, paper = (_ticked if kind in TICKED else _written)(desk, inquiry.id, kind, entry, how, target)
        if paper.missing_characters:
            console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
        console.result(number)
    return Exit.DONE


def _entry(raw: bytes) -> dict[str, object]:
    """Give what is said besides; nothing is needed where the record knows all."""
    return read_object(raw) if raw.strip() else {}


def _ticked(
    desk: Desk, inquiry_id: int, kind: PaperKind, entry: Mapping[str, object], how: PaperForm, target: Path
) -> tuple[str, RenderedPaper]:
    issued = notices.issue(desk, inquiry_id, read_notice(entry), kind)
    return issued.number, notices.save_paper(desk, issued.id, how, target).paper


def _written(
    desk: Desk, inquiry_id: int, kind: PaperKind, entry: Mapping[str, object], how: PaperForm, target: Path
) -> tuple[str, RenderedPaper]:
    draft = letter_proposals.propose(desk, inquiry_id, kind, str(uuid.uuid4()))
    issued = letters.issue(desk, _filled(desk, draft, entry))
    return issued.number, letters.save_paper(desk, issued.id, how, target).paper


def _filled(desk: Desk, draft: LetterDraft, entry: Mapping[str, object]) -> LetterDraft:
    """Give what is proposed with what was said in its place.

    Raises:
        Invalid: unknown keys and values of the wrong type, all at once.
    """
    own = fields_of(draft.kind)
    kinds = {one.name: _HINTS[one.name] for one in fields(LetterDraft) if one.name in own and one.name not in _OURS}
    rest = {key: value for key, value in entry.items() if key != "papers" or "papers" not in own}
    faults = Faults()
    token = read_token(rest.pop("token", None), draft.token, faults)
    faults.settle()
    values = read_fields(rest, kinds, desk.calendar)
    if "papers" in own and entry.get("papers") is not None:
        values["papers"] = read_papers(entry["papers"])
    return replace(draft, token=token, **values)
