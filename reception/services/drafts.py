"""Drafts of unsaved forms: kept at each edit, given back after a crash, dropped once the record is read back."""

import json
from dataclasses import dataclass
from pathlib import Path

from reception.rules.inquiries import Inquiry, InquiryDraft
from reception.rules.plain import from_plain, to_plain
from reception.services.desk import Desk
from reception.store import records
from reception.store.drafts import Drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft as it was left: the fields, what else the form remembers (ticks of a notice), and when."""

    draft: InquiryDraft
    extra: dict[str, object]
    saved_at: str


INQUIRY = "inquiry"


def _note_token(desk: Desk, form: str) -> str:
    return f"{form}-{desk.account.id}"


class DraftBox:
    """The drafts of this workstation; one box a process, used by one thread only."""

    def __init__(self, folder: Path) -> None:
        self._drafts = Drafts(folder)

    def keep(self, desk: Desk, draft: InquiryDraft, extra: dict[str, object]) -> str:
        """Keep a form as it stands and give the time of keeping (ISO, UTC).

        Raises:
            Unavailable: the disk is full or cannot be written.
        """
        content = json.dumps({"draft": to_plain(draft), "extra": extra})
        saved_at = desk.clock().isoformat()
        self._drafts.keep(draft.token, desk.account.name, INQUIRY, content, saved_at)
        return saved_at

    def keep_note(self, desk: Desk, form: str, text: str) -> str:
        """Keep what this person wrote so far into a form of one text; give the time of keeping (ISO, UTC).

        Raises:
            Unavailable: the disk is full or cannot be written.
        """
        saved_at = desk.clock().isoformat()
        token = _note_token(desk, form)
        if text:
            self._drafts.keep(token, desk.account.name, form, json.dumps({"text": text}), saved_at)
        else:
            self._drafts.drop(token)
        return saved_at

    def note(self, desk: Desk, form: str) -> str:
        """Give what this person wrote into a form of one text and did not send yet."""
        token = _note_token(desk, form)
        kept = {found: content for found, _, content, _ in self._drafts.of(desk.account.name)}
        return str(json.loads(kept[token])["text"]) if token in kept else ""

    def drop(self, token: str) -> None:
        """Forget a form."""
        self._drafts.drop(token)

    def open_drafts(self, desk: Desk) -> tuple[KeptDraft, ...]:
        """Give this person's unsaved forms; one that was registered before the crash is dropped instead."""
        kept: list[KeptDraft] = []
        for token, form, content, saved_at in self._drafts.of(desk.account.name):
            if form != INQUIRY:
                continue
            with desk.reading():
                registered = records.find(Inquiry, token=token)
            if registered is not None:
                self._drafts.drop(token)
                continue
            plain = json.loads(content)
            draft = from_plain(InquiryDraft, plain["draft"])
            kept.append(KeptDraft(draft=draft, extra=plain["extra"], saved_at=saved_at))
        return tuple(kept)

    def close(self) -> None:
        """Close the file."""
        self._drafts.close()
