"""What the catalogue and the directory tell the form: the card of the matter, units and posts, dates from now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.errors import NotFound, ReceptionError
from reception.rules.case_limits import Wish
from reception.rules.cases import OWED, SUPPLEMENT
from reception.rules.inquiries import Disposition, InquiryDraft
from reception.services import cases, catalogue, posts, presence
from reception.words import Language, date_text, instant_text, sentence
from ui.desk_link import DeskLink
from ui.inquiries.card import CardPanel
from ui.inquiries.form import InquiryForm
from ui.inquiries.way_rules import Known, There
from ui.presence import person_there, there_text

if TYPE_CHECKING:
    from reception.rules.catalogue import Unit
    from reception.rules.roster import Post
    from reception.services.cases import Due
    from reception.services.catalogue import MatterCard
    from reception.services.desk import Desk
    from reception.services.presence import PostNow

_KINDS = frozenset({"Matter", "Unit", "Post", "Account", "Absence"})


class MatterSide(QObject):
    """Reads for the form and keeps card, list of materials and words to say in step with the chosen matter."""

    def __init__(self, link: DeskLink, form: InquiryForm, card: CardPanel, language: Language) -> None:
        super().__init__(form)
        self._link, self._form, self._panel, self._language = link, form, card, language
        self._edition: tuple[str, int] | None = None
        self._own_due = ""
        self._supplement_by = self._reply_by = ""
        form.matter.chosen.connect(self._chosen)
        form.ways.way_changed.connect(self._propose)
        form.ways.way_changed.connect(self._ask_limit)
        form.limits.edited.connect(self._read_promise)
        link.changed.connect(self._changed)
        link.minute.connect(self._minute)
        form.ways.to_person.follow(link)
        form.ways.to_unit.follow(link)
        self._read_directory()
        self._read_dates()

    def begin(self) -> None:
        """Show the matter of a form that was just filled or emptied."""
        self._edition = None
        code = self._form.matter.code
        self._show(None)
        if code:
            self._read(code)

    def _chosen(self, code: str) -> None:
        if code:
            self._read(code)
        else:
            self._show(None)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read_directory()
            self._read(self._form.matter.code)

    def _minute(self) -> None:
        self._read_dates()
        self._read(self._form.matter.code)

    def _read_directory(self) -> None:
        self._link.run(self, _directory, done=self._take_directory, latest=True)

    def _take_directory(self, found: "tuple[Sequence[Unit], Sequence[Post], Mapping[str, PostNow]]") -> None:
        units, known, there = found
        self._form.ways.set_directory(units, known, {code: self._there(each) for code, each in there.items()})

    def _there(self, each: "PostNow") -> There:
        away = there_text(each, self._link.desk, self._language) if each.absence else ""
        line = person_there(each, self._language)
        return There(name=each.serving, line=line, away=away, uncovered=each.uncovered)

    def _read_dates(self) -> None:
        self._link.run(self, _due_dates, done=self._take_dates, latest=True)

    def _read(self, code: str) -> None:
        if code:
            self._link.run(self, catalogue.card, code, done=self._came, failed=self._failed, latest=True)

    def _failed(self, error: ReceptionError) -> None:
        if isinstance(error, NotFound):
            self._form.matter.set_error(sentence(error, self._language))
            self._show(None)

    def _came(self, card: "MatterCard") -> None:
        if card.matter.code == self._form.matter.code:
            self._show(card)

    def _show(self, card: "MatterCard | None") -> None:
        self._panel.show_card(card)
        self._form.set_brief(self._panel.brief())
        edition = (card.matter.code, card.matter.edition) if card else None
        if card is not None and self._form.matter.text() != card.matter.name:
            self._form.matter.put_name(card.matter.name)
        if edition != self._edition or card is None:
            self._edition = edition
            self._form.show_materials(card.matter.materials if card else ())
        self._ask_limit()
        self._tell()
        self._propose()

    def _ask_limit(self) -> None:
        """Let the form ask for a limit where the matter and the way leave it open."""
        self._form.limits.ask(self._form.ways.way, self._panel.card.matter if self._panel.card else None)
        self._read_promise()

    def _read_promise(self) -> None:
        """Read by when an own promise would be due."""
        way, limits = self._form.ways.way, self._form.limits
        if way is None or not limits.is_own:
            self._take_promise(None)
            return
        draft = limits.read_into(InquiryDraft(token=""), all_fields=False)
        wish = Wish(limit=draft.limit, further_offices=draft.further_offices, no_limit_reason=draft.no_limit_reason)
        matter = self._panel.card.matter if self._panel.card else None
        self._link.run(self, cases.promised, way, matter, wish, done=self._take_promise, latest=True)

    def _take_promise(self, due: "Due | None") -> None:
        limits = self._form.limits
        local = self._link.desk.calendar.local(due.at) if due else None
        self._own_due = instant_text(local, self._language) if local else ""
        if due is not None and due.provisional:
            self._own_due = self.tr("{moment}（暂定）").format(moment=self._own_due)
        said = self.tr("按这个时限，最迟 {due} 办结。").format(due=self._own_due) if due else ""
        if self._is_unlimited():
            said = self.tr("无时限：列在应办事项的最后，以后可以再给出时限。")
        limits.say(said)
        self._tell()

    def _is_unlimited(self) -> bool:
        limits = self._form.limits
        reason = limits.read_into(InquiryDraft(token=""), all_fields=False).no_limit_reason
        return limits.is_own and bool(reason.strip()) and not self._own_due

    def _propose(self) -> None:
        card = self._panel.card
        if card is not None:
            own = card.unit is not None and card.unit.name == self._link.desk.office.name
            self._form.ways.propose("" if own else card.matter.unit_code, card.matter.post_code)

    def _take_dates(self, dates: tuple[datetime, datetime]) -> None:
        self._supplement_by, self._reply_by = (date_text(each.date(), self._language) for each in dates)
        self._tell()

    def _tell(self) -> None:
        card = self._panel.card
        self._form.ways.set_known(
            Known(
                due=self._own_due or self._panel.due_words(),
                unlimited=self._is_unlimited(),
                person=card.holder if card else "",
                phone=(card.holder_phone or card.matter.phone) if card else "",
                supplement_by=self._supplement_by,
                reply_by=self._own_due or self._reply_by,
            )
        )


def _directory(desk: "Desk") -> "tuple[Sequence[Unit], Sequence[Post], Mapping[str, PostNow]]":
    """Give units, posts, and who is at each of them now."""
    return catalogue.units(desk), posts.posts(desk), presence.roll(desk).posts


def _due_dates(desk: "Desk") -> tuple[datetime, datetime]:
    """Give by when papers asked for now are to be supplemented, and by when a question asked up is answered."""
    now, asked_up = desk.clock(), OWED[Disposition.D9] or SUPPLEMENT
    supplement, reply = cases.due_of(desk, now, SUPPLEMENT), cases.due_of(desk, now, asked_up)
    return desk.calendar.local(supplement.at), desk.calendar.local(reply.at)
