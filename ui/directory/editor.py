"""Writing a unit of the directory: a step; nothing typed is left behind without a word."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.catalogue import Unit
from reception.rules.staff import Action
from reception.rules.text_lengths import LENGTHS
from reception.services import directory
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, FieldSet, LineField, TextField, TickField
from ui.shell import Keys, Shell
from ui.unsaved_bar import UnsavedBar
from ui.watch import bind

_LENGTHS = LENGTHS[Unit]
_OF_EDITORS = ("code", "name", "name_en", "active")


class UnitEditor(QWidget):
    """The editor of one unit, or of a new one; who only mends changes place, phone, hours and duties.

    Signals:
        saved(Unit): the unit as it stands now.
    """

    saved = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, unit: Unit | None) -> None:
        super().__init__()
        self.title = self.tr("修改单位") if unit else self.tr("新增单位")
        self._shell, self._link = shell, link
        self._base = unit or Unit(code="", name="")
        self._changed = False
        self.fields = self._make_fields()
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self._set = FieldSet(self.fields, self.error, shell.language)
        self.save_button = look.primary_button(self.tr("保存 Ctrl+S"), self.save)
        self.unsaved = UnsavedBar(self.tr("修改还没有保存。"), self.tr("放弃修改(&X)"))
        self.unsaved.dropped.connect(self._drop)
        self._fill()
        self._place()
        for field in self.fields.values():
            field.edited.connect(self._touched)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.save)

    def entered(self) -> None:
        """Begin with the first field that may be changed."""
        first = next(field for field in self.fields.values() if field.inner.isEnabled())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Esc: ask first when something was changed."""
        return self.unsaved.answer_escape(changed=self._changed)

    def may_leave(self) -> bool:
        """Tell whether nothing typed would be lost; if something would, ask."""
        self.unsaved.setVisible(self._changed)
        return not self._changed

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [("Ctrl+S", self.tr("保存")), ("Esc", self.tr("返回，未保存时先问"))]

    def save(self) -> None:
        """Save the unit."""
        if not self.save_button.isEnabled():
            return
        self._set.clear()
        self.save_button.setEnabled(False)
        self._link.change(self, directory.save_unit, self.draft(), done=self._done, failed=self._refused)

    def draft(self) -> Unit:
        """Give the unit as it stands in the fields."""
        texts: dict[str, Any] = {name: field.text() for name, field in self._texts().items()}
        return replace(self._base, active=self.active.value(), **texts)

    def _texts(self) -> dict[str, LineField | TextField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, LineField | TextField)}

    def _make_fields(self) -> dict[str, Field]:
        lines = {
            "code": self.tr("编码(&C)"),
            "name": self.tr("名称(&N)"),
            "name_en": self.tr("英文名称(&G)"),
            "place": self.tr("地点(&L)"),
            "place_en": self.tr("英文地点(&M)"),
            "phone": self.tr("电话(&T)"),
            "hours": self.tr("办公时间(&H)"),
        }
        fields: dict[str, Field] = {name: LineField(words, _LENGTHS[name]) for name, words in lines.items()}
        fields["hours"].set_hint(self.tr("如 工作日 08:00-12:00 14:30-17:30；写成这样才能显示现在是否开门。"))
        fields["duties"] = TextField(self.tr("职责(&D)"), _LENGTHS["duties"], lines=4)
        fields["duties"].set_hint(self.tr("来访人会怎么说，用顿号隔开：学费、发票、报销。登记时按这些词找到这个单位。"))
        self.active = TickField(self.tr("在用，登记时可以引导到这里(&A)"))
        fields["active"] = self.active
        for name in ("code", "name"):
            fields[name].set_required(True)
        return fields

    def _fill(self) -> None:
        for name, field in self._texts().items():
            field.set_text(getattr(self._base, name))
        self.active.set_value(self._base.active)
        edits = self._link.desk.may(Action.EDIT_CATALOGUE)
        for name in _OF_EDITORS:
            self.fields[name].inner.setEnabled(edits and not (name == "code" and self._base.id))

    def _place(self) -> None:
        body = QWidget()
        column = look.column(spacing=look.SPACE_L)
        if not self._link.desk.may(Action.EDIT_CATALOGUE):
            words = self.tr("您可以更正地点、电话、办公时间和职责，保存后立即生效；名称和停用由负责人修改。")
            column.addWidget(look.text_label(words, "muted", wrap=True))
        for names in (("code", "name", "name_en"), ("place", "place_en"), ("phone", "hours"), ("duties",), ("active",)):
            column.addLayout(self._line(names))
        column.addStretch(1)
        body.setLayout(column)
        self.area = look.scrolled(body)
        foot = look.row(self.error, self.save_button, spacing=look.SPACE_L)
        foot.setStretchFactor(self.error, 1)
        foot.setAlignment(self.save_button, Qt.AlignmentFlag.AlignRight)
        frame, inside = look.card(spacing=look.SPACE_L)
        inside.addWidget(self.area, 1)
        inside.addWidget(self.unsaved)
        inside.addLayout(foot)
        self.setLayout(look.column(frame, margin=look.SPACE_XL))

    def _line(self, names: tuple[str, ...]) -> QHBoxLayout:
        line = look.row(spacing=look.SPACE_L)
        for name in names:
            line.addWidget(self.fields[name], 1 if name == "code" else 3)
            line.setAlignment(self.fields[name], Qt.AlignmentFlag.AlignTop)
        return line

    def _touched(self) -> None:
        self._changed = True

    def _drop(self) -> None:
        self._changed = False
        self._shell.close_step()

    def _done(self, unit: Unit) -> None:
        self._changed = False
        self.saved.emit(unit)

    def _refused(self, error: ReceptionError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Invalid):
            self._set.show(error)
            wrong = next((field for field in self.fields.values() if field.error), None)
            if wrong is not None:
                self.area.ensureWidgetVisible(wrong)
            return
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()
