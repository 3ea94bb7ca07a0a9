"""A small form whose words survive a crash: kept at each edit under its name, given back when it is opened again."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.typed_times import Edge, read_moment
from reception.words import sentence
from reception.words.times import short_moment
from ui import look
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import ChoiceField, Field, FieldSet, LineField, TextField
from ui.shell import Shell


class KeptForm(QFrame):
    """The fields of one record, new or to be changed; made into a form by the classes that lay it out.

    Signals:
        done(str): what was typed was carried out, in words.
        left(): the person went back; what was typed stays.
    """

    done = Signal(str)
    left = Signal()

    def __init__(self, shell: Shell, link: DeskLink, kind: str) -> None:
        super().__init__()
        self._shell, self._link, self._kind = shell, link, kind
        self._keeper = DraftKeeper.of(link)
        self._name = ""
        self._touched = False
        self.fields: dict[str, Field] = {}
        self._choices: dict[str, list[Any]] = {}
        self.title = look.text_label("", "heading", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self._set = FieldSet({}, self.error, shell.language)

    def take_fields(self, fields: Mapping[str, Field]) -> None:
        """Take the fields of the form by their names in reasons, in reading order."""
        self.fields = dict(fields)
        self._set = FieldSet(self.fields, self.error, self._shell.language)
        for field in self.fields.values():
            field.edited.connect(self._keep)

    def offer(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer the choices of a field; where nothing was chosen, nothing is."""
        field = self.fields[name]
        assert isinstance(field, ChoiceField)
        before = field.value()
        self._choices[name] = [value for value, _words in choices]
        field.set_choices(choices)
        field.set_value(before)

    def open_as(self, key: object, values: Mapping[str, Any]) -> None:
        """Begin with values, and with what was typed here before under the same key."""
        self._name = f"{self._kind}-{key}"
        self._touched = False
        self._set.clear()
        self._fill(values)
        self._keeper.read_note(self, self._name, partial(self._restore, self._name))

    def forget(self) -> None:
        """Forget what was typed: it stands in the book now."""
        self._touched = False
        self._keeper.keep_note(self._name, "")

    def refused(self, error: ReceptionError) -> None:
        """Say at its field what is wrong."""
        self.set_busy(busy=False)
        if isinstance(error, Invalid):
            self._set.show(error)
        else:
            self._set.say(sentence(error, self._shell.language))

    def set_busy(self, *, busy: bool) -> None:
        """Let the buttons act, or not while something is under way."""

    def change(self, act: Callable[..., Any], *arguments: Any, said: str) -> None:
        """Carry out what was typed, and tell it."""
        self._set.clear()
        self.set_busy(busy=True)

        def carried_out(_record: object) -> None:
            self.set_busy(busy=False)
            self.forget()
            self.done.emit(said)

        self._link.change(self, act, *arguments, done=carried_out, failed=self.refused)

    def day(self, name: str) -> date | None:
        """Give the day that a field means, or None."""
        found = self.moment(name, "opening")
        return found.date() if found else None

    def moment(self, name: str, edge: Edge) -> datetime | None:
        """Give the local moment that a field means, or None."""
        desk, field = self._link.desk, self.fields[name]
        assert isinstance(field, LineField)
        return read_moment(field.text(), desk.calendar.local(desk.clock()), desk.calendar, edge)

    def unreadable(self, name: str, found: object, words: str) -> bool:
        """Say at a field that nothing can be made of what stands in it; False where there is nothing to say."""
        field = self.fields[name]
        assert isinstance(field, LineField)
        if not field.text().strip() or found is not None:
            return False
        field.set_error(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tell_day(self, name: str) -> None:
        """Say under a field which day it means."""
        found = self.moment(name, "opening")
        field = self.fields[name]
        now = self._link.desk.calendar.local(self._link.desk.clock())
        words = f"{found:%Y-%m-%d}" if found else ""
        same = isinstance(field, LineField) and field.text().strip() == words
        field.set_hint("" if same or found is None or found == now else words)

    def tell_moment(self, name: str, edge: Edge) -> None:
        """Say under a field which moment it means."""
        found = self.moment(name, edge)
        now = self._link.desk.calendar.local(self._link.desk.clock())
        self.fields[name].set_hint(short_moment(found, now, self._shell.language) if found else "")

    def _fill(self, values: Mapping[str, Any]) -> None:
        for name, field in self.fields.items():
            value = values.get(name)
            if isinstance(field, ChoiceField):
                field.set_value(value)
            elif isinstance(field, LineField | TextField):
                field.set_text("" if value is None else str(value))

    def _typed(self) -> dict[str, str]:
        return {name: _text(field) for name, field in self.fields.items()}

    def _keep(self) -> None:
        self._touched = True
        self._keeper.keep_note(self._name, json.dumps(self._typed(), ensure_ascii=False))

    def _restore(self, name: str, text: str) -> None:
        if not text or self._touched or name != self._name:
            return
        typed = json.loads(text)
        for place, field in self.fields.items():
            kept = str(typed.get(place, ""))
            if isinstance(field, ChoiceField):
                field.set_value(next((each for each in self._choices.get(place, ()) if str(each) == kept), None))
            elif isinstance(field, LineField | TextField):
                field.set_text(kept)
        self._touched = True


def _text(field: Field) -> str:
    if isinstance(field, ChoiceField):
        return "" if field.value() is None else str(field.value())
    return field.text() if isinstance(field, LineField | TextField) else ""


def halves(first: QWidget, second: QWidget) -> QWidget:
    """Give two fields side by side, as wide as each other."""
    line = look.row(first, second)
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    both = QWidget()
    both.setLayout(line)
    return both
