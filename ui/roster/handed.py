"""A hand-over as its receiver reads and accepts it, and the report that its writer acknowledges on return."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, ReceptionError
from reception.services import handovers
from reception.words import instant_text, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import FieldSet, LineField
from ui.roster.items import item_lines, item_table, lay_out
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.handovers import Note


class HandedPage(QWidget):
    """Shows a note; accepts it, or acknowledges its report."""

    def __init__(self, shell: Shell, link: DeskLink, note: "Note") -> None:
        super().__init__()
        self._shell, self._link, self.note = shell, link, note
        self.is_report = note.reported_at is not None
        self.title = self.tr("顶岗报告") if self.is_report else self.tr("接收工作交接")
        self.table = item_table(self.tr("未结事项"))
        self.remark = LineField(self.tr("接收意见，可不填(&M)"), handovers.REMARK_LENGTH)
        self.error = look.text_label("", "error", wrap=True)
        self._set = FieldSet({"accepted_note": self.remark}, self.error, shell.language)
        words = self.tr("确认收回 Ctrl+S") if self.is_report else self.tr("接收 Ctrl+S")
        self.button = look.primary_button(words, self.submit)
        self._place()
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.submit)

    def entered(self) -> None:
        """Show what was open."""
        self.table.show_records(item_lines(self.note.items, self._link.desk, self._shell.language))
        first = self.table if self.is_report else self.remark
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        done = self.tr("确认收回岗位和报告") if self.is_report else self.tr("接收")
        return [("Ctrl+S", done), ("Esc", self.tr("返回，以后再办"))]

    def submit(self) -> None:
        """Accept, or acknowledge."""
        if not self.button.isEnabled():
            return
        self._set.clear()
        self.button.setEnabled(False)
        if self.is_report:
            self._link.change(self, handovers.acknowledge, self.note.ids, done=self._done, failed=self._refused)
        else:
            act, remark = handovers.accept, self.remark.text()
            self._link.change(self, act, self.note.ids, remark, done=self._done, failed=self._refused)

    def _place(self) -> None:
        frame, inside = look.card()
        note = self.note
        local = self._link.desk.calendar.local
        words = self.tr("{from_name} 交给 {to_name}").format(from_name=note.from_name, to_name=note.to_name)
        inside.addWidget(look.text_label(words, "heading", wrap=True))
        made = instant_text(local(note.made_at), self._shell.language)
        posts = self.tr("、").join(note.posts)
        inside.addWidget(look.text_label(f"{made} · {posts}", "muted", wrap=True))
        inside.addWidget(self.table, 1)
        side, form = look.card()
        for title, text in self._texts():
            said = look.text_label(text, wrap=True, selectable=True)
            form.addLayout(look.column(look.text_label(title, "hint"), said, spacing=0))
        form.addWidget(self.remark)
        self.remark.setVisible(not self.is_report)
        form.addWidget(self.error)
        form.addStretch(1)
        lay_out(self, frame, side, self.button)
        self.setFocusProxy(self.table if self.is_report else self.remark)

    def _texts(self) -> list[tuple[str, str]]:
        note = self.note
        accepted = note.accepted_at
        when = instant_text(self._link.desk.calendar.local(accepted), self._shell.language) if accepted else ""
        found = [
            (self.tr("顶岗报告"), note.report),
            (self.tr("钥匙、印章、资料、系统权限"), note.keys),
            (self.tr("会来的电话和人"), note.calls),
            (self.tr("领导交办"), note.instructions),
            (self.tr("其他要交代的"), note.note),
            (self.tr("已接收"), " · ".join(part for part in (when, note.accepted_note) if part)),
        ]
        shown = [pair for pair in found if pair[1]]
        return shown or [(self.tr("说明"), self.tr("没有另外写的话；左边是未结的事项。"))]

    def _done(self, notes: "tuple[Note, ...]") -> None:
        self._shell.close_step()
        if self.is_report:
            self._shell.toast(self.tr("已确认，岗位已收回"))
        else:
            self._shell.toast(self.tr("已接收 {name} 的工作交接").format(name=notes[0].from_name))

    def _refused(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, Invalid):
            self._set.show(error)
        else:
            self._set.say(sentence(error, self._shell.language))
