"""Phrases beside the form: F10 shows them in place of card and list, Esc takes them away and gives the focus back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reception.errors import ReceptionError
from reception.rules.courtesy import QuickAnswer
from reception.rules.inquiries import Channel
from reception.rules.phrases import FITTING, MARKS, Situation, filled, suiting
from reception.rules.staff import Action
from reception.services import courtesy
from reception.words import Language, label, sentence
from ui import look
from ui.courtesy import put_in
from ui.desk_link import DeskLink
from ui.emergency import open_emergency
from ui.forms import TextField
from ui.phrases.known import known_values
from ui.phrases.offering import AnswerOffer
from ui.phrases.panel import QUICK, PhrasePanel
from ui.phrases.sayings import Saying
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.inquiries.card import CardPanel
    from ui.inquiries.form import InquiryForm

LEAST_WIDTH = 280


class PhraseSide(QWidget):
    """Holds the panel, which is made when it is first wanted.

    Signals:
        changed(): it was opened or closed.
    """

    changed = Signal()

    def __init__(self, shell: Shell, link: DeskLink, form: "InquiryForm", card: "CardPanel") -> None:
        super().__init__()
        self._shell, self._link, self._form, self._card = shell, link, form, card
        self._panel: PhrasePanel | None = None
        self._before: QWidget | None = None
        self.is_open = self._moving = False
        self.offer = AnswerOffer(link, form)
        self._inside = look.column()
        self.setLayout(self._inside)
        form.ways.way_changed.connect(self._follow_way)
        form.contact.channel.edited.connect(self._refresh)
        link.changed.connect(self._changed)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(LEAST_WIDTH), super().minimumSizeHint().height())

    @property
    def panel(self) -> PhrasePanel:
        """Give the panel."""
        if self._panel is None:
            self._panel = self._make()
        return self._panel

    def toggle(self) -> None:
        """Show what to say now, go to it from the form, or take it away."""
        if self.is_open:
            focus = QApplication.focusWidget()
            inside = focus is not None and self.panel.isAncestorOf(focus)
            (self.close_side if inside else self.panel.focus_start)()
            return
        self._before = QApplication.focusWidget()
        self.is_open = True
        way = self._form.ways.way
        situation = FITTING[way] if way else (Situation.ASK if self._form.matter.text() else Situation.GREET)
        self.panel.english = self._shell.language is Language.EN
        self.panel.choose_situation(situation)
        self._settle()
        self._moving = True  # what is hidden now hands its focus on from widget to widget
        self.changed.emit()
        self.panel.focus_start()
        self._moving = False

    def close_side(self) -> None:
        """Take the panel away; the focus goes back to where it was."""
        if not self.is_open:
            return
        self.is_open = False
        self.changed.emit()
        before = self._before if self._before is not None and self._before.isVisible() else None
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.focus_first()

    def back(self) -> bool:
        """Go one step back: from the large letters to the list, then to the form."""
        if not self.is_open:
            return False
        if not self.panel.close_large():
            self.close_side()
        return True

    def _make(self) -> PhrasePanel:
        panel = PhrasePanel(self._shell.language)
        self._inside.addWidget(panel)
        panel.chosen.connect(lambda _digit: self._refresh())
        panel.searched.connect(lambda _text: self._refresh())
        panel.taken.connect(self._take)
        panel.keep_wanted.connect(self._keep)
        panel.emergency_wanted.connect(lambda: open_emergency(self._shell, self._link))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        panel.keep.setVisible(self._link.desk.may(Action.KEEP_ANSWERS))
        return panel

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the person came from into the panel."""
        came = self.is_open and not self._moving and now is not None and self.panel.isAncestorOf(now)
        if came and before is not None and not self.panel.isAncestorOf(before) and before.window() is self.window():
            self._before = before
            self._settle()

    def _target(self) -> TextField | None:
        """Give the field in which an answer was being written when the panel was opened."""
        fields = (self._form.ways.answer, self._form.ways.result)
        return next((f for f in fields if f.edit is self._before and f.isVisibleTo(self._form) and f.isEnabled()), None)

    def _written(self) -> str:
        """Give the answer that stands in the form."""
        fields = (self._form.ways.answer, self._form.ways.result)
        return next((f.text().strip() for f in fields if f.isVisibleTo(self._form) and f.text().strip()), "")

    def _follow_way(self) -> None:
        way = self._form.ways.way
        if self.is_open and way and self.panel.digit != QUICK:
            self.panel.choose_situation(FITTING[way])
        if self.is_open:
            self._settle()

    def _settle(self) -> None:
        self.panel.say("")
        self.panel.set_puts_in(self._target() is not None)
        self.panel.set_keeps(bool(self._written()))

    def _refresh(self) -> None:
        if not self.is_open:
            return
        channel: Channel | None = self._form.channel
        self.panel.show_channel(label(channel, self._shell.language) if channel else "")
        situation = self.panel.situation
        if situation is None:
            self._link.run(self, courtesy.answers, self.panel.search.text(), done=self._show_answers, latest=True)
        else:
            self.panel.show_sayings(self._phrases(situation, channel), "")

    def _phrases(self, situation: Situation, channel: Channel | None) -> list[Saying]:
        desk, card = self._link.desk, self._card.card
        chinese = known_values(desk, self._form, card, Language.ZH)
        english = known_values(desk, self._form, card, Language.EN)
        found = suiting(courtesy.phrase_book(), situation, channel)
        return [
            Saying(zh=filled(phrase.zh, chinese, MARKS["zh"]), en=filled(phrase.en, english, MARKS["en"]))
            for phrase in found
        ]

    def _show_answers(self, answers: tuple[QuickAnswer, ...]) -> None:
        if self.panel.digit != QUICK:
            return
        empty = (
            self.tr("没有这样的快速答复。换个说法，或用拼音首字母试试。")
            if self.panel.search.text()
            else self.tr("还没有快速答复。写好一条答复，按 Ctrl+D 存到这里；也可以在设置里添加。")
        )
        sayings = [Saying(zh=each.answer, en=each.answer_en, head=each.question, answer_id=each.id) for each in answers]
        self.panel.show_sayings(sayings, empty)

    def _take(self, saying: Saying, words: str) -> None:
        target = self._target()
        if target is None:
            return
        self.close_side()
        if put_in(target, words) and saying.answer_id:
            self._link.change(self, courtesy.use_answer, saying.answer_id)

    def _keep(self) -> None:
        question = self._form.summary.text().strip() or self._form.matter.text().strip()
        if not question:
            self.panel.say(self.tr("先填写摘要：它就是快速答复的问题。"))
            return
        answer = QuickAnswer(question=question, answer=self._written(), matter_code=self._form.matter.code)
        self._link.change(self, courtesy.keep_answer, answer, done=self._kept, failed=self._not_kept)

    def _kept(self, answer: QuickAnswer) -> None:
        words = self.tr("已存为快速答复：{question}").format(question=answer.question)
        self._shell.toast(words, lambda: self._link.change(self, courtesy.retire_answer, answer.id))
        if self.is_open:
            self.panel.say("")
            self.panel.choose(QUICK)

    def _not_kept(self, error: ReceptionError) -> None:
        self.panel.say(sentence(error, self._shell.language))

    def _changed(self, kinds: frozenset[str]) -> None:
        if "QuickAnswer" in kinds and self.is_open and self.panel.digit == QUICK:
            self._refresh()
