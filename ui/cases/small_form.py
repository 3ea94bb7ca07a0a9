"""A small form in the pane: it does one thing, its errors stand at its fields, what was typed outlives it."""

import json
from datetime import date, datetime
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid, ReceptionError
from reception.rules.limits import Limit, LimitUnit
from reception.rules.typed_times import LONGEST, read_moment
from reception.words import Language, instant_text, sentence, weekday_text
from ui import look
from ui.catalogue.parts import LimitField, NumberField
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import ChoiceField, Field, FieldSet, LineField, TextField, TickField
from ui.inquiries.suggesting import DirectoryField
from ui.watch import bind


class SmallForm(QFrame):
    """A form that does one thing.

    Signals:
        carried_out(object): it was done; with what it gave.
        left(): the person went back; what was typed stays with whoever made the form.
    """

    carried_out = Signal(object)
    left = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.error = look.text_label("", "error", wrap=True)
        self.back_button = look.plain_button(self.tr("返回(&B)"), self.left.emit)
        self.act_button = look.primary_button("", self.send)
        self.restored = look.text_label(self.tr("已恢复没有提交的内容。"), "muted", wrap=True)
        self.restored.hide()
        self.fields: FieldSet
        self._named: dict[str, Field] = {}
        self._note = ""
        self._begun: dict[str, Any] = {}
        bind(self, "Ctrl+Return", self._send_if_able)

    def send(self) -> None:
        """Do it."""
        raise AssertionError("each form does one thing")

    def typed(self) -> dict[str, Any]:
        """Give what was typed, to be kept while the form is away."""
        return {name: _typed(field) for name, field in self._named.items()}

    def bring_back(self, typed: dict[str, Any]) -> None:
        """Show again what was typed before."""
        for name, value in typed.items():
            _bring_back(self._named[name], value)

    def keep_as(self, name: str, *, read: bool = True) -> None:
        """Keep what is typed at each edit under this name, through a crash too, and bring back what is kept.

        Args:
            name: of the form in the drafts of this person.
            read: look for what is kept; not where what was typed is known already.
        """
        self._note, self._begun = name, self.typed()
        for field in self._named.values():
            field.edited.connect(self._keep)
        if read:
            DraftKeeper.of(self._link).read_note(self, name, self._restore)

    def forget(self) -> None:
        """Forget what was kept: it was carried out."""
        if self._note:
            DraftKeeper.of(self._link).keep_note(self._note, "")

    def close_popup(self) -> bool:
        """Take an open list away; False when there was none."""
        return True in [field.close_popup() for field in self._named.values() if isinstance(field, DirectoryField)]

    def _keep(self) -> None:
        typed = self.typed()
        if typed == self._begun:
            self.forget()
            return
        plain = {name: _plain(value) for name, value in typed.items()}
        DraftKeeper.of(self._link).keep_note(self._note, json.dumps(plain, ensure_ascii=False))

    def _restore(self, text: str) -> None:
        if not text or self.typed() != self._begun:
            return  # what is being typed now counts more
        kept = json.loads(text)
        self.bring_back({name: _unplain(field, kept[name]) for name, field in self._named.items() if name in kept})
        self.restored.show()

    def _lay_out(self, words: str, note: str, named: dict[str, Field], button: str, *, warns: bool = True) -> None:
        self._named = named
        self.act_button.setText(button)
        self.fields = FieldSet(named, self.error, self._language)
        layout = look.column(look.rule(), look.text_label(words, "strong", wrap=True))
        if note:
            layout.addWidget(look.text_label(note, "warning" if warns else "muted", wrap=True))
        layout.addWidget(self.restored)
        for field in named.values():
            if isinstance(field, TextField):
                field.edit.setFixedHeight(field.edit.minimumHeight())
            layout.addWidget(field)
        layout.addWidget(self.error)
        layout.addLayout(look.row(1, self.back_button, self.act_button))
        layout.addStretch(1)  # what room is left stays below: no label drifts from its field
        self.setLayout(layout)
        self.setFocusProxy(next(iter(named.values()), self.act_button))

    def _send_if_able(self) -> None:
        if self.act_button.isEnabled():
            self.send()

    def _change(self, service: Any, *arguments: Any, **named: Any) -> None:
        if [field for field in self._named.values() if isinstance(field, MomentField) and field.refuses()]:
            return
        self.fields.clear()
        if self.act_button.hasFocus():  # disabled, it would hand the focus on to anywhere in the window
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.act_button.setEnabled(False)
        self._link.change(self, service, *arguments, done=self._done, failed=self._refused, **named)

    def _done(self, given: object) -> None:
        self.forget()
        self.carried_out.emit(given)

    def _refused(self, error: ReceptionError) -> None:
        self.act_button.setEnabled(True)
        if self.back_button.hasFocus():
            self.act_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, Invalid):
            self.fields.show(error)
            return
        self.error.setText(sentence(error, self._language))
        self.error.show()


class MomentField(LineField):
    """A moment as people type it; how it was understood stands below. With `whole_days` only its day counts."""

    def __init__(self, words: str, link: DeskLink, language: Language, *, whole_days: bool = False) -> None:
        super().__init__(words, LONGEST)
        self._link, self._language, self._whole_days = link, language, whole_days
        self.edited.connect(self._say)

    def moment(self) -> datetime | None:
        """Give the local moment; None where nothing was typed, or nothing that means one."""
        desk = self._link.desk
        edge: Literal["opening", "closing"] = "closing" if self._whole_days else "opening"
        return read_moment(self.text(), desk.calendar.local(desk.clock()), desk.calendar, edge)

    def instant(self) -> datetime | None:
        """Give the moment as an instant."""
        moment = self.moment()
        return self._link.desk.calendar.instant(moment) if moment else None

    def day(self) -> date | None:
        """Give the day."""
        moment = self.moment()
        return moment.date() if moment else None

    def refuses(self) -> bool:
        """Say at the field that it cannot be understood; False where it can, or where nothing was typed."""
        if not self.text().strip() or self.moment() is not None:
            return False
        self.set_error(
            self.tr("看不懂这个日期，请写成 12-1、明天 或 下周五。")
            if self._whole_days
            else self.tr("看不懂这个时间，请写成 14:30、昨天 9:00 或 12-1。")
        )
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _say(self) -> None:
        moment = self.moment()
        if moment is None:
            self.set_hint("")
        elif self._whole_days:
            self.set_hint(f"{moment:%Y-%m-%d} {weekday_text(moment.date(), self._language)}")
        else:
            self.set_hint(instant_text(moment, self._language))


def _typed(field: Field) -> Any:
    if isinstance(field, DirectoryField):
        return field.code, field.text()
    if isinstance(field, LimitField):
        return field.limit()
    if isinstance(field, ChoiceField | TickField | NumberField):
        return field.value()
    return field.text() if isinstance(field, LineField | TextField) else None


def _bring_back(field: Field, value: Any) -> None:
    if isinstance(field, DirectoryField):
        field.set_chosen(*value)
    elif isinstance(field, LimitField):
        field.set_limit(value)
    elif isinstance(field, ChoiceField | TickField | NumberField):
        field.set_value(value)
    elif isinstance(field, LineField | TextField):
        field.set_text(value)


def _plain(value: Any) -> Any:
    return {"unit": value.unit.value, "n": value.n} if isinstance(value, Limit) else value


def _unplain(field: Field, value: Any) -> Any:
    if isinstance(field, LimitField) and isinstance(value, dict):
        return Limit(unit=LimitUnit(value["unit"]), n=value["n"])
    return value
