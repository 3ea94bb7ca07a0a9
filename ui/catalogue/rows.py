"""Rows that are added, moved and taken away: the papers of a matter, and the steps of its procedure."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.rules.catalogue import Material, Step
from reception.rules.text_lengths import MOST_ROWS, ROW_LENGTHS
from ui import look
from ui.catalogue.parts import NumberField
from ui.forms import Field, LineField

_MOST_COPIES = 99


class _Row(QWidget):
    """One row, with what moves it and takes it away."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._spoken = spoken
        self.number = look.text_label("", "muted")
        self.number.setFixedWidth(look.scaled(24))
        self.up = self._small("↑", lambda: self.moved.emit(-1))
        self.down = self._small("↓", lambda: self.moved.emit(1))
        self.remove = self._small("×", self.removed.emit)

    def say_number(self, no: int) -> None:
        """Say which row it is now."""
        self.number.setText(f"{no}.")
        for button, words in (
            (self.up, self.tr("上移 {spoken} {no}")),
            (self.down, self.tr("下移 {spoken} {no}")),
            (self.remove, self.tr("删除 {spoken} {no}")),
        ):
            name = words.format(spoken=self._spoken, no=no)
            button.setAccessibleName(name)
            look.set_tip(button, name)
        for name, field in self.fields().items():
            field.inner.setAccessibleName(f"{self._spoken} {no} {self.names()[name]}")

    def fields(self) -> dict[str, Field]:
        """Give the parts by the names that reasons bear."""
        return {}

    def names(self) -> dict[str, str]:
        """Give what the parts are called."""
        return {}

    def value(self, no: int) -> Any:
        """Give the row as it stands."""

    def _line(self, words: str, limit: int) -> LineField:
        field = LineField(words, limit, labelled=False)
        field.edit.setPlaceholderText(words)
        field.edited.connect(self.edited)
        return field

    def _small(self, sign: str, act: Any) -> QPushButton:
        button = look.link_button(sign, act)
        button.setFixedWidth(look.scaled(32))
        return button


class MaterialEdit(_Row):
    """One paper: its names, how many originals and copies, and when it is needed."""

    def __init__(self, material: Material | None = None) -> None:
        super().__init__(QCoreApplication.translate("MaterialEdit", "材料"))
        self.name = self._line(self.tr("材料名称"), ROW_LENGTHS["name"])
        self.name_en = self._line(self.tr("英文名称（可不填）"), ROW_LENGTHS["name_en"])
        self.when = self._line(self.tr("何时需要（总是需要则不填）"), ROW_LENGTHS["when"])
        self.original = self._count(self.tr("原件 "), material.original if material else 1)
        self.copies = self._count(self.tr("复印件 "), material.copies if material else 0)
        if material is not None:
            for field, text in (
                (self.name, material.name),
                (self.name_en, material.name_en),
                (self.when, material.when),
            ):
                field.set_text(text)
        first = look.row(self.number, self.name, self.original, self.copies, self.up, self.down, self.remove)
        first.setStretchFactor(self.name, 1)
        second = look.row(self.when, self.name_en)
        second.setContentsMargins(look.scaled(24) + look.SPACE_M, 0, 0, 0)
        self.setLayout(look.column(first, second, spacing=look.SPACE_S))

    def fields(self) -> dict[str, Field]:
        """Give the parts by the names that reasons bear."""
        parts: dict[str, Field] = {"name": self.name, "original": self.original, "copies": self.copies}
        return parts | {"when": self.when, "name_en": self.name_en}

    def names(self) -> dict[str, str]:
        """Give what the parts are called."""
        return {
            "name": self.tr("名称"),
            "original": self.tr("原件份数"),
            "copies": self.tr("复印件份数"),
            "when": self.tr("何时需要"),
            "name_en": self.tr("英文名称"),
        }

    def value(self, no: int) -> Material:
        """Give the paper as it stands."""
        return Material(
            no=no,
            name=self.name.text(),
            name_en=self.name_en.text(),
            original=self.original.value(),
            copies=self.copies.value(),
            when=self.when.text(),
        )

    def _count(self, prefix: str, value: int) -> NumberField:
        field = NumberField(prefix, 0, _MOST_COPIES, labelled=False, prefix=prefix)
        field.inner.setFixedWidth(look.scaled(112))
        field.set_value(value)
        field.edited.connect(self.edited)
        return field


class StepEdit(_Row):
    """One step of the procedure."""

    def __init__(self, step: Step | None = None) -> None:
        super().__init__(QCoreApplication.translate("StepEdit", "步骤"))
        self.name = self._line(self.tr("步骤"), ROW_LENGTHS["name"])
        self.name_en = self._line(self.tr("英文（可不填）"), ROW_LENGTHS["name_en"])
        if step is not None:
            self.name.set_text(step.name)
            self.name_en.set_text(step.name_en)
        line = look.row(self.number, self.name, self.name_en, self.up, self.down, self.remove)
        line.setStretchFactor(self.name, 1)
        line.setStretchFactor(self.name_en, 1)
        self.setLayout(line)

    def fields(self) -> dict[str, Field]:
        """Give the parts by the names that reasons bear."""
        return {"name": self.name, "name_en": self.name_en}

    def names(self) -> dict[str, str]:
        """Give what the parts are called."""
        return {"name": self.tr("名称"), "name_en": self.tr("英文名称")}

    def value(self, no: int) -> Step:
        """Give the step as it stands."""
        return Step(name=self.name.text(), name_en=self.name_en.text())


class RowsField(Field):
    """Rows of one kind in their order.

    Args:
        words: the heading.
        kind: MaterialEdit or StepEdit.
        add: the words of the button that adds one.
    """

    def __init__(self, words: str, kind: "type[MaterialEdit] | type[StepEdit]", add: str) -> None:
        self._place = QWidget()
        super().__init__(words, self._place)
        self._kind = kind
        self.rows: list[MaterialEdit | StepEdit] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(look.SPACE_M)
        self.add_button = look.plain_button(add, self._add, icon_name="add")
        self._place.setLayout(look.column(self._stack, look.row(self.add_button, 1)))
        self._place.setFocusProxy(self.add_button)

    def show_rows(self, values: Sequence[Any]) -> None:
        """Show these rows; this counts as no edit of the person."""
        for row in list(self.rows):
            self._take_out(row)
        for value in values:
            self._put_in(self._kind(value))
        self._number()

    def values(self) -> tuple[Any, ...]:
        """Give the rows as they stand, numbered from 1."""
        return tuple(row.value(no) for no, row in enumerate(self.rows, start=1))

    def fields(self, name: str) -> dict[str, Field]:
        """Give the parts of all rows by the names that reasons bear: `materials.3.name`."""
        return {
            f"{name}.{no}.{part}": field
            for no, row in enumerate(self.rows, start=1)
            for part, field in row.fields().items()
        }

    def _put_in(self, row: "MaterialEdit | StepEdit") -> None:
        row.edited.connect(self._edited)
        row.moved.connect(lambda step, row=row: self._move(row, step))
        row.removed.connect(lambda row=row: self._remove(row))
        self.rows.append(row)
        self._stack.addWidget(row)

    def _take_out(self, row: "MaterialEdit | StepEdit") -> None:
        self.rows.remove(row)
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add(self) -> None:
        row = self._kind()
        self._put_in(row)
        self._number()
        self._order_tabs()
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _remove(self, row: "MaterialEdit | StepEdit") -> None:
        place = self.rows.index(row)
        self._take_out(row)
        self._number()
        near = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add_button
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _move(self, row: "MaterialEdit | StepEdit", step: int) -> None:
        place = self.rows.index(row)
        goal = place + step
        if not 0 <= goal < len(self.rows):
            return
        self.rows.insert(goal, self.rows.pop(place))
        self._stack.removeWidget(row)
        self._stack.insertWidget(goal, row)
        self._number()
        self._order_tabs()
        self._edited()

    def _number(self) -> None:
        for no, row in enumerate(self.rows, start=1):
            row.say_number(no)
            row.up.setEnabled(no > 1)
            row.down.setEnabled(no < len(self.rows))
        self.add_button.setEnabled(len(self.rows) < MOST_ROWS)

    def _order_tabs(self) -> None:
        """Let Tab follow the order in which the rows stand now."""
        parts: list[QWidget] = []
        for row in self.rows:
            parts += [field.inner for field in row.fields().values()]
            parts += [row.up, row.down, row.remove]
        for before, after in zip(parts, [*parts[1:], self.add_button], strict=True):
            QWidget.setTabOrder(before, after)
