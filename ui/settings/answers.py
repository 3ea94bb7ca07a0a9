"""The section of the quick answers: what this office answers often, found, mended, taken out of use."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QWidget

from reception.rules.courtesy import KEYWORD_LENGTH, LENGTHS, MOST_KEYWORDS, QuickAnswer, keywords_of
from reception.rules.staff import Action
from reception.services import courtesy
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField, TextField, TickField
from ui.search_line import SearchLine
from ui.settings.foot import Foot
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

_LENGTHS = LENGTHS[QuickAnswer]


class AnswersSection(QWidget):
    """The list of quick answers, and the form of the chosen one or of a new one."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: QuickAnswer | None = None
        self._new = self._typed = False
        self.search = SearchLine(self.tr("查找快速答复"), self.tr("问题、关键词、拼音首字母"))
        self.table = RecordTable(
            [
                Column(title=self.tr("问题"), text=_question, tip=_question, tone=_tone),
                Column(title=self.tr("次数"), text=lambda answer: str(answer.uses), tone=_tone, width=52),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=60),
            ],
            name=self.tr("快速答复列表"),
        )
        self.table.set_empty(self.tr("还没有快速答复。常被问到的问题写在这里，接待时一键放入答复。"))
        self._make_fields()
        self.new = look.plain_button(self.tr("新增答复(&A)"), self.start_new)
        self.heading = look.heading(self.tr("新增快速答复"))
        fields = {
            "question": self.question,
            "answer": self.answer,
            "answer_en": self.answer_en,
            "keywords": self.keywords,
            "matter_code": self.matter_code,
            "active": self.active,
        }
        self.foot = Foot(shell, fields, self.tr("保存(&S)"), self.submit)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._read())
        self.table.selected.connect(self._choose)
        for field in fields.values():
            field.edited.connect(self._touched)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the answers."""
        allowed = self._link.desk.may(Action.KEEP_ANSWERS)
        self.foot.allow(allowed, Action.KEEP_ANSWERS)
        self.new.setEnabled(allowed)
        self._read()

    def start_new(self) -> None:
        """Begin an answer that is not there yet."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.records.index(-1, -1))
        self._typed = False
        self._choose(None)
        self._new = True
        self.question.setFocus()

    def submit(self) -> None:
        """Keep the form."""
        if self.foot.button.isEnabled():
            self.foot.begin()
            self._link.change(self, courtesy.keep_answer, self._entry(), done=self._kept, failed=self.foot.refuse)

    def _entry(self) -> QuickAnswer:
        before = self._chosen or QuickAnswer(question="", answer="")
        return replace(
            before,
            question=self.question.text(),
            answer=self.answer.text(),
            answer_en=self.answer_en.text(),
            keywords=keywords_of(self.keywords.text()),
            matter_code=self.matter_code.text(),
            active=self.active.value(),
        )

    def _make_fields(self) -> None:
        self.question = LineField(self.tr("问题(&Q)"), _LENGTHS["question"])
        self.answer = TextField(self.tr("答复(&D)"), _LENGTHS["answer"], lines=4, courteous=True)
        self.answer_en = TextField(self.tr("英文答复(&E)"), _LENGTHS["answer_en"], lines=3)
        hint = self.tr("用逗号分开；问到其中一个词，就会提示这条答复。")
        self.keywords = LineField(self.tr("关键词(&K)"), (KEYWORD_LENGTH + 1) * MOST_KEYWORDS, hint=hint)
        self.matter_code = LineField(self.tr("事项编码(&M)"), _LENGTHS["matter_code"])
        self.active = TickField(self.tr("在用(&Y)"))
        for field in (self.question, self.answer):
            field.set_required(True)
        for text, height in ((self.answer, 112), (self.answer_en, 68)):
            text.edit.setFixedHeight(look.scaled(height))

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("快速答复")), 1, self.new))
        inside.addWidget(self.search)
        inside.addWidget(self.table, 1)
        entry = self._form_card()
        layout = look.row(frame, entry, spacing=look.SPACE_XL)
        for part in (frame, entry):
            layout.setStretchFactor(part, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _form_card(self) -> QFrame:
        frame, form = look.card(spacing=look.SPACE_L)
        last = look.row(self.matter_code, self.active, spacing=look.SPACE_L)
        last.setStretch(0, 1)
        for part in (self.heading, self.question, self.answer, self.answer_en, self.keywords):
            form.addWidget(part)
        form.addLayout(last)
        form.addWidget(self.foot)
        form.addStretch(1)
        return frame

    def _read(self) -> None:
        self._link.run(self, courtesy.answers, self.search.text(), inactive=True, done=self._show, latest=True)

    def _show(self, found: tuple[QuickAnswer, ...]) -> None:
        self.table.show_records(found)
        if self.table.current() is None and found and not self._new and not self._typed:
            self.table.select_record(found[0].id)

    def _touched(self) -> None:
        self._typed = True

    def _choose(self, answer: QuickAnswer | None) -> None:
        """Show an answer; one that is being changed stays as it was typed when the list is read again."""
        same = answer is not None and self._chosen is not None and answer.id == self._chosen.id
        if self._typed and (same or answer is None):
            return
        self._new = self._typed = False
        self._chosen = answer
        shown = answer or QuickAnswer(question="", answer="")
        self.foot.fields.clear()
        self.heading.setText(self.tr("修改快速答复") if answer else self.tr("新增快速答复"))
        self.question.set_text(shown.question)
        self.answer.set_text(shown.answer)
        self.answer_en.set_text(shown.answer_en)
        self.keywords.set_text(self.tr("，").join(shown.keywords))
        self.matter_code.set_text(shown.matter_code)
        self.active.set_value(shown.active)
        self.active.setVisible(answer is not None)

    def _kept(self, answer: QuickAnswer) -> None:
        self.foot.end()
        self._new = self._typed = False
        self._chosen = answer
        self.search.clear()
        self.table.select_record(answer.id)
        self._shell.toast(self.tr("已保存快速答复：{question}").format(question=answer.question))
        self._read()

    def _state(self, answer: QuickAnswer) -> str:
        return self.tr("在用") if answer.active else self.tr("停用")

    def _changed(self, kinds: frozenset[str]) -> None:
        if "QuickAnswer" in kinds and self.isVisible():
            self._read()


def _question(answer: QuickAnswer) -> str:
    return answer.question


def _tone(answer: QuickAnswer) -> look.Tone | None:
    return None if answer.active else "grey"
