"""The quick answer that fits what is being asked, offered beside the answer and put in with one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reception.rules.inquiries import Disposition
from reception.services import courtesy
from ui.courtesy import KEY, put_in
from ui.desk_link import DeskLink
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.courtesy import QuickAnswer
    from ui.inquiries.form import InquiryForm


class AnswerOffer(QObject):
    """While the summary is typed, proposes the best quick answer as long as the answer on the spot is empty."""

    def __init__(self, link: DeskLink, form: "InquiryForm") -> None:
        super().__init__(form)
        self._link, self._form = link, form
        self._asked: tuple[str, str] | None = None
        form.summary.edited.connect(self.look)
        form.matter.edited.connect(self.look)
        form.matter.chosen.connect(lambda _code: self.look())
        form.ways.way_changed.connect(self.look)
        form.ways.answer.edit.textChanged.connect(self.look)
        link.changed.connect(self._changed)
        for field in (form.summary, form.matter):
            bind(field, KEY, self._take).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def look(self) -> None:
        """Look for the best answer to what stands in the form now."""
        asked = self._question()
        if asked == self._asked:
            return
        self._asked = asked
        self._show(None)
        if asked is not None:
            self._link.run(self, courtesy.best_answer, *asked, done=self._show, latest=True)

    def _question(self) -> tuple[str, str] | None:
        form = self._form
        if form.ways.way is not Disposition.D1 or form.ways.answer.text().strip():
            return None
        words = form.summary.text().strip() or form.matter.text().strip()
        return (words, form.matter.code) if words else None

    def _show(self, answer: "QuickAnswer | None") -> None:
        line = self._form.ways.answer.courtesy
        if line is None:
            return
        if answer is None or self._question() is None:
            line.withdraw()
            return
        words = self.tr("快速答复：{answer}").format(answer=" ".join(answer.answer.split()))
        line.propose(words, lambda: self._put_in(answer))

    def _take(self) -> None:
        line = self._form.ways.answer.courtesy
        if line is not None and self._form.ways.answer.isVisibleTo(self._form):
            line.take()

    def _put_in(self, answer: "QuickAnswer") -> None:
        if put_in(self._form.ways.answer, answer.answer):
            self._link.change(self, courtesy.use_answer, answer.id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "QuickAnswer" in kinds:
            self._asked = None
            self.look()
