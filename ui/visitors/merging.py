"""Merging two visitors who are one person: who is meant, then both side by side, then one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from reception.errors import ReceptionError
from reception.services import merging
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.visitors.choosing import ChoosePart
from ui.visitors.comparing import ComparePart
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.recognition import VisitorMerge
    from reception.services.merging import MergePreview


class MergeStep(QWidget):
    """The step in which two visitors become one.

    Args:
        one_id: a visitor.
        other_id: who may be the same person; 0 asks for that first.
    """

    def __init__(self, shell: Shell, link: DeskLink, one_id: int, other_id: int = 0) -> None:
        super().__init__()
        self.title = self.tr("合并来访人")
        self._shell, self._link, self._one_id = shell, link, one_id
        self._chosen_here = not other_id
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.choosing = ChoosePart(link, shell.language, one_id)
        self.comparing = ComparePart(link, shell.language)
        self.merge_button = look.primary_button(self.tr("合并 Ctrl+S"), self.merge)
        self._place()
        self.choosing.chosen.connect(self.compare)
        self.choosing.part_wanted.connect(self.part)
        self.choosing.refused.connect(self._refused)
        bind(self, "Ctrl+S", self.merge)
        if other_id:
            self.compare(other_id)
        else:
            self._choose()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Enter", self.tr("选定是同一人的一位")),
            ("1 2", self.tr("不同的内容：保留左边的、右边的")),
            ("Ctrl+S", self.tr("合并")),
            ("Esc", self.tr("退一步，什么都不改")),
        ]

    def back(self) -> bool:
        """Go back to the choice, if the other one was chosen here."""
        if not self._chosen_here or self._stack.currentWidget() is self.choosing:
            return False
        self._choose()
        return True

    def compare(self, other_id: int) -> None:
        """Show both side by side."""
        self.error.hide()
        self._link.run(
            self, merging.merge_preview, self._one_id, other_id, done=self._show, failed=self._refused, latest=True
        )

    def merge(self) -> None:
        """Merge the two as they stand here."""
        preview = self.comparing.preview
        if preview is None or not self.merge_button.isEnabled() or self._stack.currentWidget() is self.choosing:
            return
        self._set_busy(True)
        kept, merged = preview.kept.visitor, preview.merged.visitor
        self._link.change(
            self, merging.merge, kept, merged, self.comparing.taken(), done=self._merged, failed=self._refused
        )

    def part(self, merge_id: int) -> None:
        """Undo an earlier merge."""
        self._link.change(self, merging.unmerge, merge_id, done=self._parted, failed=self._refused)

    def _place(self) -> None:
        frame, inside = look.card(spacing=look.SPACE_L)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.choosing)
        self._stack.addWidget(self.comparing)
        inside.addWidget(self.error)
        inside.addWidget(self._stack, 1)
        self._foot = QWidget()
        words = self.tr("合并后登记都归到保留的一位；合错了可以撤销，原样分开。")
        self._foot.setLayout(
            look.row(look.text_label(words, "muted", wrap=True), self.merge_button, spacing=look.SPACE_L)
        )
        self._foot.layout().setStretch(0, 1)  # type: ignore[union-attr]
        inside.addWidget(self._foot)
        self.setLayout(look.column(frame, margin=look.SPACE_XL))

    def _choose(self) -> None:
        self._stack.setCurrentWidget(self.choosing)
        self._foot.hide()
        self.choosing.read()
        self.choosing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, preview: "MergePreview") -> None:
        self.comparing.show_preview(preview)
        self._stack.setCurrentWidget(self.comparing)
        self._foot.show()
        self._set_busy(False)
        self.comparing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merged(self, merge: "VisitorMerge") -> None:
        name = self.comparing.name()
        self._set_busy(False)
        self._shell.close_step()
        words = self.tr("已合并到{name}，转入 {n} 条登记").format(name=name, n=len(merge.moved))
        shell, link, tell = self._shell, self._link, self.tr("已撤销合并，两位的登记各归各位")
        shell.toast(words, lambda: link.change(link, merging.unmerge, merge.id, done=lambda _done: shell.toast(tell)))

    def _parted(self, _merge: "VisitorMerge") -> None:
        self._shell.toast(self.tr("已撤销合并，两位的登记各归各位"))
        self._choose()

    def _refused(self, error: ReceptionError) -> None:
        self._set_busy(False)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _set_busy(self, busy: bool) -> None:
        self.merge_button.setEnabled(not busy)
