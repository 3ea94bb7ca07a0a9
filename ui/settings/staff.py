"""The section of the colleagues: who can sign in, and what each may do."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, NotAllowed, ReceptionError
from reception.rules.staff import PASSWORD_LENGTH, Account, Action, Role
from reception.services.staff import accounts, add_account, change_account, reset_password
from reception.words import label, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import FieldSet, LineField, TickField
from ui.settings.foot import Foot
from ui.settings.roles import RolesField
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind


class StaffSection(QWidget):
    """The list of accounts, and the form of the chosen one or of a new one."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: Account | None = None
        self._new = self._typed = False
        self.table = RecordTable(
            [
                Column(title=self.tr("姓名"), text=lambda account: account.name, width=110),
                Column(title=self.tr("角色"), text=self._roles_text, tip=self._roles_text),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=100),
            ],
            name=self.tr("账号列表"),
        )
        self._make_form()
        self._lay_out()
        self.table.selected.connect(self._choose)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the accounts, for those who may see them."""
        allowed = self._link.desk.may(Action.EDIT_STAFF)
        self.new.setEnabled(allowed)
        self.reset.setEnabled(allowed)
        self.foot.allow(allowed, Action.EDIT_STAFF)
        self.fresh.inner.setEnabled(allowed)
        refusal = NotAllowed("not_allowed", action=Action.EDIT_STAFF)
        self.table.set_empty("" if allowed else sentence(refusal, self._shell.language))
        if allowed:
            self._link.run(self, accounts, done=self._show, latest=True)

    def start_new(self) -> None:
        """Begin an account that is not there yet."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.records.index(-1, -1))
        self._typed = False
        self._choose(None)
        self._new = True
        self.name.setFocus()

    def submit(self) -> None:
        """Keep the form: a new account, or what changed of the chosen one."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        name, roles, phone = self.name.text(), self.roles.value(), self.phone.text()
        if self._chosen is None:
            password = self.password.text()
            self._link.change(
                self, add_account, name, roles, password, phone=phone, done=self._added, failed=self.foot.refuse
            )
            return
        account = replace(self._chosen, name=name, roles=roles, phone=phone, active=self.active.value())
        self._link.change(self, change_account, account, done=self._kept, failed=self.foot.refuse)

    def give_password(self) -> None:
        """Give the chosen account another password, which its owner must change."""
        if self._chosen is None:
            return
        self._reset_fields.clear()
        self.reset.setEnabled(False)
        self._link.change(
            self, reset_password, self._chosen.id, self.fresh.text(), done=self._given, failed=self._refuse_password
        )

    def _make_form(self) -> None:
        self.heading = look.heading("")
        self.name = LineField(self.tr("姓名(&N)"), 60)
        self.phone = LineField(self.tr("电话(&D)"), 60)
        self.roles = RolesField(self.tr("角色（可多选）"), self._shell.language)
        hint = self.tr("至少 {length} 位；本人第一次登录时要换成自己的密码").format(length=PASSWORD_LENGTH)
        self.password = LineField(self.tr("初始密码(&P)"), 1024, secret=True, hint=hint)
        self.active = TickField(self.tr("在用，可以登录(&Y)"))
        for field in (self.name, self.roles, self.password):
            field.set_required(True)
        self.fresh = LineField(self.tr("新密码(&W)"), 1024, secret=True, hint=hint)
        self.reset = look.plain_button(self.tr("重设密码(&R)"), self.give_password)
        self._reset_line = look.text_label("", "error", wrap=True)
        self._reset_fields = FieldSet({"password": self.fresh}, self._reset_line, self._shell.language)
        fields = {
            "name": self.name,
            "phone": self.phone,
            "roles": self.roles,
            "password": self.password,
            "active": self.active,
        }
        self.new = look.plain_button(self.tr("新增同事(&A)"), self.start_new)
        self.foot = Foot(self._shell, fields, self.tr("保存(&S)"), self.submit)
        for typed in (*fields.values(), self.fresh):
            typed.edited.connect(self._touched)

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("同事与角色")), 1, self.new))
        inside.addWidget(self.table, 1)
        entry, form = look.card(spacing=look.SPACE_L)
        for part in (self.heading, self.name, self.phone, self.roles, self.password, self.active, self.foot):
            form.addWidget(part)
        self._reset_part = QWidget()
        self._reset_part.setLayout(
            look.column(look.rule(), self.fresh, self._reset_line, look.row(1, self.reset), spacing=look.SPACE_L)
        )
        form.addWidget(self._reset_part)
        form.addStretch(1)
        layout = look.row(frame, entry, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 3)
        layout.setStretchFactor(entry, 2)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _show(self, found: tuple[Account, ...]) -> None:
        in_order = sorted(found, key=lambda account: not account.active)
        self.table.show_records(in_order)
        if self.table.current() is None and in_order and not self._new:
            self.table.select_record(in_order[0].id)

    def _touched(self) -> None:
        self._typed = True

    def _choose(self, account: Account | None) -> None:
        same = account is not None and self._chosen is not None and account.id == self._chosen.id
        if self._typed and same:
            return
        self._new = self._typed = False
        self._chosen = account
        self.foot.fields.clear()
        self._reset_fields.clear()
        self.heading.setText(self.tr("修改账号") if account else self.tr("新增同事"))
        self.name.set_text(account.name if account else "")
        self.phone.set_text(account.phone if account else "")
        self.roles.set_value(account.roles if account else (Role.CLERK,))
        self.active.set_value(account.active if account else True)
        self.password.set_text("")
        self.fresh.set_text("")
        self.password.setVisible(account is None)
        self.active.setVisible(account is not None)
        self._reset_part.setVisible(account is not None)

    def _added(self, account: Account) -> None:
        self.foot.end()
        self._new = self._typed = False
        self.table.select_record(account.id)
        self._shell.toast(self.tr("已新增同事：{name}").format(name=account.name))
        self.entered()

    def _kept(self, account: Account) -> None:
        self.foot.end()
        self._chosen, self._typed = account, False
        self._shell.toast(self.tr("已保存账号：{name}").format(name=account.name))
        self.entered()

    def _given(self, account: Account) -> None:
        self.reset.setEnabled(True)
        self.fresh.set_text("")
        self._typed = False
        self._shell.toast(self.tr("已为{name}重设密码，下次登录时须更换").format(name=account.name))
        self.entered()

    def _refuse_password(self, error: ReceptionError) -> None:
        self.reset.setEnabled(True)
        if isinstance(error, Invalid):
            self._reset_fields.show(error)
            return
        self._reset_line.setText(sentence(error, self._shell.language))
        self._reset_line.show()

    def _roles_text(self, account: Account) -> str:
        return self.tr("、").join(label(role, self._shell.language) for role in account.roles)

    def _state(self, account: Account) -> str:
        if not account.active:
            return self.tr("停用")
        return self.tr("待换密码") if account.must_change else self.tr("在用")

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Account" in kinds and self.isVisible():
            self.entered()


def _tone(account: Account) -> look.Tone | None:
    if not account.active:
        return "grey"
    return "amber" if account.must_change else None
