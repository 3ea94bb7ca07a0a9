"""The section of one's own password."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.staff import PASSWORD_LENGTH
from reception.services.staff import change_own_password
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.settings.foot import Foot
from ui.shell import Shell
from ui.watch import bind

FORM_WIDTH = 420


class OwnPasswordSection(QWidget):
    """The old password, and the new one twice."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        hint = self.tr("至少 {length} 位，可以用一句好记的话").format(length=PASSWORD_LENGTH)
        self.old = LineField(self.tr("现在的密码(&O)"), 1024, secret=True)
        self.new = LineField(self.tr("新密码(&N)"), 1024, secret=True, hint=hint)
        self.again = LineField(self.tr("再输一遍新密码(&A)"), 1024, secret=True)
        fields = {"old_password": self.old, "password": self.new, "again": self.again}
        self.foot = Foot(shell, fields, self.tr("更换密码(&S)"), self.submit)
        frame, inside = look.card(spacing=look.SPACE_L)
        frame.setFixedWidth(look.scaled(FORM_WIDTH))
        inside.addWidget(look.heading(self.tr("我的密码")))
        for field in (self.old, self.new, self.again):
            field.set_required(True)
            inside.addWidget(field)
        inside.addWidget(self.foot)
        self.setLayout(look.column(look.row(frame, 1), 1))
        self.setFocusProxy(self.old)
        self.again.edit.returnPressed.connect(self.submit)
        bind(self, "Ctrl+S", self.submit)

    def submit(self) -> None:
        """Change the password."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        if self.new.text() != self.again.text():
            self.foot.end()
            self.again.set_error(self.tr("两次输入的密码不一样，请再输一遍。"))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        old, new = self.old.text(), self.new.text()
        self._link.change(self, change_own_password, old, new, done=self._kept, failed=self.foot.refuse)

    def _kept(self, _account: object) -> None:
        self.foot.end()
        for field in (self.old, self.new, self.again):
            field.set_text("")
        self._shell.toast(self.tr("密码已更换，下次登录请用新密码"))
