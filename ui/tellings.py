"""A notice told without paper: read out in a calm view, copied as text, and to whom it was told so far."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from reception.errors import ReceptionError, Unavailable
from reception.rules.staff import Action
from reception.rules.supplements import Telling, ToldMode
from reception.services import supplements
from reception.words import sentence
from reception.words.tellings import Said, as_text, read_out, telling_line
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.notices import Notice

MOST_SHOWN = 4
HEADING_WIDTH = 120


class TellingPart(QWidget):
    """The two ways of telling a notice, and who told it to whom.

    Signals:
        refused(ReceptionError): it could not be noted.
    """

    refused = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, notice_id: int) -> None:
        super().__init__()
        self._shell, self._link, self._notice_id = shell, link, notice_id
        self.notice: Notice | None = None
        self.read_button = look.plain_button(self.tr("读给对方听 Ctrl+R"), self.read_aloud)
        self.copy_button = look.plain_button(self.tr("复制文字 Ctrl+Shift+C"), self.copy)
        self.told = look.text_label("", "hint", wrap=True)
        self.told.hide()
        self.setLayout(look.column(self.read_button, self.copy_button, self.told))
        link.changed.connect(self._changed)
        self._allow()

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [
            ("Ctrl+R", self.tr("读给对方听：大字，按说话的次序")),
            ("Ctrl+Shift+C", self.tr("复制成文字，发短信或邮件")),
        ]

    def bind_keys(self, page: QWidget) -> None:
        """Let the keys act on the page."""
        bind(page, "Ctrl+R", self.read_aloud)
        bind(page, "Ctrl+Shift+C", self.copy)

    def show_notice(self, notice: "Notice") -> None:
        """Take the notice as it is now."""
        self.notice = notice
        self._allow()

    def read(self) -> None:
        """Read to whom the notice was told."""
        self._link.run(self, supplements.tellings, self._notice_id, done=self._show, latest=True)

    def read_aloud(self) -> None:
        """Open the view for reading out."""
        if self.notice is not None and self.read_button.isEnabled():
            self._shell.open_step(ReadOutPage(self._shell, self._link, self.notice))

    def copy(self) -> None:
        """Put the notice as plain text on the clipboard, and note it."""
        if self.notice is None or not self.copy_button.isEnabled():
            return
        QGuiApplication.clipboard().setText(as_text(self.notice.text, self._shell.language))
        self.note(ToldMode.COPIED)
        self._shell.toast(self.tr("已复制，可以粘贴到短信、微信或邮件"))

    def note(self, mode: ToldMode) -> None:
        """Note that the notice was told."""
        self._link.change(self, supplements.told, self._notice_id, mode, failed=self._not_noted)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Telling" in kinds:
            self.read()

    def _not_noted(self, error: ReceptionError) -> None:
        if not isinstance(error, Unavailable):  # the shell says that, with Retry
            self.refused.emit(error)

    def _show(self, tellings: tuple[Telling, ...]) -> None:
        calendar, language = self._link.desk.calendar, self._shell.language
        newest = tellings[-MOST_SHOWN:]
        lines = [telling_line(each, calendar.local(each.at), language) for each in reversed(newest)]
        if len(tellings) > len(newest):
            lines.append(self.tr("另有 {n} 次，见登记簿").format(n=len(tellings) - len(newest)))
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))

    def _allow(self) -> None:
        living = self.notice is not None and not self.notice.void
        for button in (self.read_button, self.copy_button):
            button.setEnabled(living and self._link.desk.may(Action.TELL_NOTICE))


class ReadOutPage(QWidget):
    """What is said on the telephone, large and in its order; noted only when it was said."""

    def __init__(self, shell: Shell, link: DeskLink, notice: "Notice") -> None:
        super().__init__()
        self.title = self.tr("读给对方听")
        self._shell, self._link, self._notice = shell, link, notice
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.done_button = look.primary_button(self.tr("已读给对方听 Ctrl+S"), self.finish)
        self._place()
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.finish)

    def entered(self) -> None:
        """The view is shown: the arrow keys scroll it."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [("Ctrl+S", self.tr("已读完，记录告知")), ("Esc", self.tr("没有读完就返回，不记录"))]

    def finish(self) -> None:
        """Note that the notice was read out, and go back to its paper."""
        if self.done_button.isEnabled():
            self.done_button.setEnabled(False)
            act, mode = supplements.told, ToldMode.READ_OUT
            self._link.change(self, act, self._notice.id, mode, done=self._noted, failed=self._refused)

    def _noted(self, telling: Telling) -> None:
        local = self._link.desk.calendar.local(telling.at)
        self._shell.close_step()
        self._shell.toast(telling_line(telling, local, self._shell.language))

    def _refused(self, error: ReceptionError) -> None:
        self.done_button.setEnabled(True)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _place(self) -> None:
        text = self._notice.text
        body = QWidget()
        body.setLayout(_table(read_out(text, self._shell.language)))
        self.area = look.scrolled(body)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("要读的内容"))
        head = look.text_label(f"{text.matter} · {text.number}", "muted", wrap=True)
        hint = look.text_label(self.tr("读完按 Ctrl+S，记下谁在何时告知了谁；按 Esc 返回则不记录。"), "hint", wrap=True)
        frame, inside = look.card(spacing=look.SPACE_L)
        inside.addWidget(head)
        inside.addWidget(self.area, 1)
        inside.addWidget(self.error)
        foot = look.row(hint, self.done_button)
        foot.setStretchFactor(hint, 1)
        inside.addLayout(foot)
        self.setLayout(look.column(frame, margin=look.SPACE_XL))


def _table(parts: Sequence[Said]) -> QGridLayout:
    """Give what is said, line under line, each under its heading at the left."""
    table = look.grid(spacing=look.SPACE_L)
    table.setColumnMinimumWidth(0, look.scaled(HEADING_WIDTH))
    table.setColumnStretch(1, 1)
    for place, said in enumerate(parts):
        title = look.text_label(said.title, "muted", wrap=True)
        title.setFixedWidth(look.scaled(HEADING_WIDTH))
        title.setContentsMargins(0, look.scaled(9 if said.strong else 3), 0, 0)
        lines = [look.text_label(line, "large" if said.strong else "title", wrap=True) for line in said.lines]
        table.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
        table.addLayout(look.column(*lines, spacing=look.SPACE_S), place, 1)
    table.setRowStretch(len(parts), 1)
    return table
