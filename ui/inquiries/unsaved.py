"""Forms that are not saved yet: kept at each edit, parked, cleared, brought back after a crash."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reception.errors import ReceptionError
from reception.rules.inquiries import InquiryDraft
from reception.words import sentence
from ui.desk_link import DeskLink
from ui.drafts import CLEARED, DraftKeeper
from ui.inquiries.form import InquiryForm
from ui.inquiries.parked import ParkedRow, Unsaved
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.drafts import KeptDraft


class UnsavedForms(QObject):
    """What happens to a form before it is saved; nothing that was typed is ever lost.

    Signals:
        shown(): the form holds something else now.
    """

    shown = Signal()

    def __init__(self, link: DeskLink, shell: Shell, form: InquiryForm, parked: ParkedRow) -> None:
        super().__init__(form)
        self._link, self._shell, self._form, self._parked = link, shell, form, parked
        self._cleared: str | None = None
        self._keeper = DraftKeeper.of(link)
        form.edited.connect(self.keep)
        parked.wanted.connect(self._switch_to)
        self._keeper.kept.connect(self._kept)
        self._keeper.failed.connect(self._not_kept)
        self._keeper.read(self, self._restore)

    def keep(self) -> None:
        """Keep the form as it stands; an emptied one is forgotten."""
        if self._form.is_blank():
            self._keeper.drop(self._form.token)
        else:
            self._keeper.keep(self._form.draft(), self._form.extra())

    def count(self) -> int:
        """Give how many forms are not saved yet."""
        return len(self._parked.forms) + (not self._form.is_blank())

    def forget(self, token: str) -> None:
        """Forget a form that became a record, wherever it waits; nothing needs to be said of its draft any more."""
        self._parked.take(token)
        self._keeper.drop(token)
        self._shell.say("", "draft")

    def as_it_stands(self) -> Unsaved:
        """Give the form as it stands."""
        moment = self._form.contact.received_at.value() or self._link.desk.clock()
        return Unsaved(draft=self._form.draft(), extra=self._form.extra(), clock=self._clock(moment))

    def begin(self, person: InquiryDraft | None = None) -> None:
        """Begin an empty form; with `person` for the same visitor."""
        self._form.empty(person)
        self._parked.tell("")
        self.shown.emit()

    def park(self) -> None:
        """Let what stands in the form wait above it."""
        if not self._form.is_blank():
            self._parked.put(self.as_it_stands())

    def clear(self) -> None:
        """Empty the form; 撤销 brings everything back, and so does the next start after a crash."""
        if self._form.is_blank():
            return
        cleared = self.as_it_stands()
        self.forget_cleared()
        self._cleared = cleared.draft.token
        self._keeper.keep(cleared.draft, cleared.extra | {CLEARED: self._keeper.session})
        self.begin()
        self._shell.toast(self.tr("已清空"), lambda: self.bring_back(cleared))

    def forget_cleared(self) -> None:
        """Forget the form that was cleared last: work went on without it."""
        if self._cleared is not None:
            self._keeper.drop(self._cleared)
            self._cleared = None

    def bring_back(self, form: Unsaved) -> None:
        """Show a form again; what stands in its place waits above."""
        self.park()
        self._cleared = None
        self._put(form)
        self.keep()

    def put_back(self, form: Unsaved) -> None:
        """Show a form as it stood a moment ago, in place of what stands there now."""
        self._put(form)
        self.keep()

    def show_waiting(self, slip: str) -> bool:
        """Show the form that waits with this slip; False when there is none."""
        token = next((each for each, form in self._parked.forms.items() if form.draft.returned_with == slip), "")
        if token:
            self._switch_to(token)
        return bool(token)

    def _put(self, form: Unsaved) -> None:
        self._form.fill(form.draft, form.extra)
        self.shown.emit()

    def _switch_to(self, token: str) -> None:
        form = self._parked.take(token)
        if form is not None:
            self.park()
            self._put(form)

    def _restore(self, kept: "tuple[KeptDraft, ...]") -> None:
        kept = tuple(each for each in kept if each.draft.token != self._form.token)
        forms = [self._from_kept(each) for each in kept]
        if not forms:
            return
        for was, form in zip(kept, forms, strict=True):
            if CLEARED in was.extra:  # nobody can undo it any more: it waits like any other from now on
                self._keeper.keep(form.draft, form.extra)
        if not self._form.is_blank():
            for form in forms:
                self._parked.put(form)
            return
        for form in forms[:-1]:
            self._parked.put(form)
        self._put(forms[-1])
        words = self.tr("已恢复 {clock} 未保存的内容，可以接着填写。").format(clock=forms[-1].clock)
        self._parked.tell(words)

    def _from_kept(self, kept: "KeptDraft") -> Unsaved:
        extra = {name: value for name, value in kept.extra.items() if name != CLEARED}
        return Unsaved(draft=kept.draft, extra=extra, clock=self._clock(datetime.fromisoformat(kept.saved_at)))

    def _kept(self, saved_at: str) -> None:
        clock = self._clock(datetime.fromisoformat(saved_at))
        self._shell.say(self.tr("草稿已存 {clock}").format(clock=clock), "draft")

    def _not_kept(self, error: ReceptionError) -> None:
        why = sentence(error, self._shell.language)
        self._shell.say(self.tr("草稿没有存下：{why}").format(why=why), "draft")

    def _clock(self, moment: datetime) -> str:
        return f"{self._link.desk.calendar.local(moment):%H:%M}"
