"""The section of the counters: the windows or rooms where visitors are received."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reception.rules.office import Counter
from reception.rules.staff import Action
from reception.services.office import add_counter, change_counter, counters
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField, TickField
from ui.settings.foot import Foot
from ui.settings.looks import remember
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind


class CountersSection(QWidget):
    """The list of counters, and the form of the chosen one or of a new one."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: Counter | None = None
        self._new = self._typed = False
        self.table = RecordTable(
            [
                Column(title=self.tr("窗口"), text=lambda counter: counter.name),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=90),
            ],
            name=self.tr("窗口列表"),
        )
        self.name = LineField(self.tr("名称(&N)"), 60)
        self.name.set_required(True)
        self.active = TickField(self.tr("在用(&Y)"))
        self.new = look.plain_button(self.tr("新增窗口(&A)"), self.start_new)
        self.heading = look.heading("")
        self.foot = Foot(shell, {"name": self.name, "active": self.active}, self.tr("保存(&S)"), self.submit)
        self._lay_out()
        self.table.selected.connect(self._choose)
        for field in (self.name, self.active):
            field.edited.connect(self._touched)
        self.name.edit.returnPressed.connect(self.submit)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the counters."""
        allowed = self._link.desk.may(Action.EDIT_OFFICE)
        self.foot.allow(allowed, Action.EDIT_OFFICE)
        self.new.setEnabled(allowed)
        self._link.run(self, counters, done=self._show, latest=True)

    def start_new(self) -> None:
        """Begin a counter that is not there yet."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.records.index(-1, -1))
        self._typed = False
        self._choose(None)
        self._new = True
        self.name.setFocus()

    def submit(self) -> None:
        """Keep the form."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        if self._chosen is None:
            self._link.change(self, add_counter, self.name.text(), done=self._added, failed=self.foot.refuse)
            return
        before = self._chosen
        changed = replace(before, name=self.name.text(), active=self.active.value())
        self._link.change(
            self,
            change_counter,
            changed,
            done=lambda counter: self._kept(before, counter),
            failed=self.foot.refuse,
        )

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("窗口")), 1, self.new))
        inside.addWidget(self.table, 1)
        entry, form = look.card(spacing=look.SPACE_L)
        hint = look.text_label(self.tr("改名和停用都不影响以往的登记：记录上写的是当时的名称。"), "hint", wrap=True)
        for part in (self.heading, self.name, self.active, hint, self.foot):
            form.addWidget(part)
        form.addStretch(1)
        layout = look.row(frame, entry, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 3)
        layout.setStretchFactor(entry, 2)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _show(self, found: tuple[Counter, ...]) -> None:
        self.table.show_records(found)
        if self.table.current() is None and found and not self._new:
            self.table.select_record(found[0].id)

    def _touched(self) -> None:
        self._typed = True

    def _choose(self, counter: Counter | None) -> None:
        same = counter is not None and self._chosen is not None and counter.id == self._chosen.id
        if self._typed and same:
            return
        self._new = self._typed = False
        self._chosen = counter
        self.foot.fields.clear()
        self.heading.setText(self.tr("修改窗口") if counter else self.tr("新增窗口"))
        self.name.set_text(counter.name if counter else "")
        self.active.set_value(counter.active if counter else True)
        self.active.setVisible(counter is not None)

    def _added(self, counter: Counter) -> None:
        self.foot.end()
        self._new = self._typed = False
        self.table.select_record(counter.id)
        self._shell.toast(self.tr("已新增窗口：{name}").format(name=counter.name))
        self.entered()

    def _kept(self, before: Counter, counter: Counter) -> None:
        self.foot.end()
        if before.name == self._link.desk.counter:
            self._link.refresh_desk(replace(self._link.desk, counter=counter.name))
            remember(self._shell, counter=counter.name)
        self._chosen, self._typed = counter, False
        self._shell.toast(self.tr("已保存窗口：{name}").format(name=counter.name))
        self.entered()

    def _state(self, counter: Counter) -> str:
        if not counter.active:
            return self.tr("停用")
        return self.tr("本机") if counter.name == self._link.desk.counter else self.tr("在用")

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Counter" in kinds and self.isVisible():
            self.entered()


def _tone(counter: Counter) -> look.Tone | None:
    return None if counter.active else "grey"
