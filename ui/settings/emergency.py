"""The section of the emergency numbers: whom this office calls before the numbers of the whole country."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from reception.rules.courtesy import LENGTHS, EmergencyContact
from reception.rules.staff import Action
from reception.services import emergency
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField, TickField
from ui.settings.foot import Foot
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

_LENGTHS = LENGTHS[EmergencyContact]
_TEXTS = ("name", "name_en", "phone", "note")


class EmergencySection(QWidget):
    """The office's own list, and the form of the chosen number or of a new one."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: EmergencyContact | None = None
        self._new = self._typed = False
        self.table = RecordTable(
            [
                Column(title=self.tr("打给谁"), text=lambda contact: contact.name, tone=_tone),
                Column(title=self.tr("电话"), text=lambda contact: contact.phone, tone=_tone, width=150),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=60),
            ],
            name=self.tr("应急电话列表"),
        )
        self.table.set_empty(self.tr("还没有本单位的应急电话。填上保卫处、校医院的值班电话，紧急时排在最前面。"))
        self.fields = {
            "name": LineField(self.tr("打给谁(&N)"), _LENGTHS["name"]),
            "name_en": LineField(self.tr("英文名称(&E)"), _LENGTHS["name_en"]),
            "phone": LineField(self.tr("电话(&T)"), _LENGTHS["phone"]),
            "note": LineField(self.tr("备注(&B)"), _LENGTHS["note"], hint=self.tr("如 24 小时值班、所在位置")),
        }
        self.active = TickField(self.tr("在用(&Y)"))
        self.new = look.plain_button(self.tr("新增电话(&A)"), self.start_new)
        self.up = look.plain_button(self.tr("上移(&U)"), self.move_up)
        self.heading = look.heading("")
        named = {**self.fields, "active": self.active}
        self.foot = Foot(shell, named, self.tr("保存(&S)"), self.submit, self.up)
        self._lay_out()
        self.table.selected.connect(self._choose)
        for field in named.values():
            field.edited.connect(self._touched)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the numbers."""
        allowed = self._link.desk.may(Action.EDIT_OFFICE)
        self.foot.allow(allowed, Action.EDIT_OFFICE)
        self.new.setEnabled(allowed)
        self._link.run(self, emergency.contacts, done=self._show, latest=True)

    def start_new(self) -> None:
        """Begin a number that is not there yet."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.records.index(-1, -1))
        self._typed = False
        self._choose(None)
        self._new = True
        self.fields["name"].setFocus()

    def submit(self) -> None:
        """Keep the form."""
        if self.foot.button.isEnabled():
            self.foot.begin()
            self._link.change(self, emergency.keep_contact, self._entry(), done=self._kept, failed=self.foot.refuse)

    def move_up(self) -> None:
        """Let the chosen number be called before the one above it."""
        if self._chosen is not None and self.foot.button.isEnabled():
            self._link.change(self, emergency.move_up, self._chosen.id, done=lambda _moved: self.entered())

    def _entry(self) -> EmergencyContact:
        before = self._chosen or EmergencyContact(name="", phone="")
        texts: dict[str, Any] = {name: self.fields[name].text() for name in _TEXTS}
        return replace(before, **texts, active=self.active.value())

    def _lay_out(self) -> None:
        self.fields["name"].set_required(True)
        self.fields["phone"].set_required(True)
        frame, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("应急电话")), 1, self.new))
        inside.addWidget(self.table, 1)
        words = self.tr("按 Ctrl+E 时，先列这里的电话，再列通讯录里的保卫处、校医院，最后总有 120、119、110。")
        inside.addWidget(look.text_label(words, "hint", wrap=True))
        entry, form = look.card(spacing=look.SPACE_L)
        for part in (self.heading, *self.fields.values(), self.active, self.foot):
            form.addWidget(part)
        form.addStretch(1)
        layout = look.row(frame, entry, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 3)
        layout.setStretchFactor(entry, 2)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _show(self, found: tuple[EmergencyContact, ...]) -> None:
        self.table.show_records(found)
        if self.table.current() is None and found and not self._new and not self._typed:
            self.table.select_record(found[0].id)
        if not found and not self._typed:
            self._choose(None)

    def _touched(self) -> None:
        self._typed = True

    def _choose(self, contact: EmergencyContact | None) -> None:
        """Show a number; one that is being changed stays as it was typed when the list is read again."""
        same = contact is not None and self._chosen is not None and contact.id == self._chosen.id
        if self._typed and (same or contact is None):
            return
        self._new = self._typed = False
        self._chosen = contact
        shown = contact or EmergencyContact(name="", phone="")
        self.foot.fields.clear()
        self.heading.setText(self.tr("修改应急电话") if contact else self.tr("新增应急电话"))
        for name in _TEXTS:
            self.fields[name].set_text(getattr(shown, name))
        self.active.set_value(shown.active)
        self.active.setVisible(contact is not None)
        self.up.setVisible(contact is not None)

    def _kept(self, contact: EmergencyContact) -> None:
        self.foot.end()
        self._new = self._typed = False
        self._chosen = contact
        self.table.select_record(contact.id)
        self._shell.toast(self.tr("已保存应急电话：{name}").format(name=contact.name))
        self.entered()

    def _state(self, contact: EmergencyContact) -> str:
        return self.tr("在用") if contact.active else self.tr("停用")

    def _changed(self, kinds: frozenset[str]) -> None:
        if "EmergencyContact" in kinds and self.isVisible():
            self.entered()


def _tone(contact: EmergencyContact) -> look.Tone | None:
    return None if contact.active else "grey"
