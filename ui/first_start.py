"""The first start: one page that makes the office, with everything filled in that can be."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from reception.errors import Invalid, ReceptionError
from reception.words import Language, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, FieldSet, LineField, TextField
from ui.roomy import Roomy

ZONES = ("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "UTC")
ALL_YEAR = "08:00-12:00, 14:30-17:30"
PAGE_WIDTH = 860

COLUMN_WIDTH, COLUMN_LEAST = 250, 200


class FirstStartPage(QWidget):
    """Asks for the office, the counter, the first account and the catalogue.

    Signals:
        made(name, password, counter): the office stands; the first account can sign in.
    """

    made = Signal(str, str, str)

    def __init__(self, link: DeskLink, language: Language, folder: Path, **start: Any) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link, self._language, self._folder, self._start = link, language, folder, start
        self._catalogue: str | None = None
        self._make_fields()
        self._lay_out()

    def take_file(self, path: Path) -> None:
        """Take a catalogue file of the person's own instead of the sample."""
        from reception.services.opening import read_catalogue

        self._chosen.setText(path.name)
        self._link.without_desk(self, read_catalogue, path, done=self._read, failed=self._refuse)

    def submit(self) -> None:
        """Make the office, or show everything that is wrong with the entry."""
        from reception.services.opening import FirstEntry, start_office

        self._fields.clear()
        self.faults.hide()
        self.button.setEnabled(False)
        self._words.setText(self.tr("正在建立…"))
        entry = FirstEntry(
            name=self.name.text(),
            short_name=self.short_name.text(),
            counter=self.counter.text(),
            zone=self.zone.value() or "",
            hours=self.sessions.text() if self.hours.value() == "all_year" else None,
            account=self.account.text(),
            password=self.password.text(),
            again=self.again.text(),
            catalogue_text=self._catalogue,
        )
        self._link.without_desk(
            self, start_office, self._folder, entry, done=self._made, failed=self._refuse, **self._start
        )

    def _make_fields(self) -> None:
        self.name = LineField(self.tr("单位名称(&N)"), 100, hint=self.tr("登记簿和告知书上的单位名称"))
        self.name.set_text(self.tr("教务处"))
        self.short_name = LineField(self.tr("编号用简称(&H)"), 8, hint=self.tr("如“教务”：教务告〔2026〕第0001号"))
        self.short_name.set_text(self.tr("教务"))
        self.counter = LineField(self.tr("本机所在窗口(&C)"), 60)
        self.counter.set_text(self.tr("1号窗口"))
        self.zone = ChoiceField(self.tr("时区(&Z)"), [(zone, zone) for zone in ZONES])
        self.zone.set_value(ZONES[0])
        self.hours = ChoiceField(
            self.tr("办公时间(&T)"),
            [
                ("all_year", self.tr("全年同一时间")),
                ("seasonal", self.tr("夏季下午另定")),
            ],
        )
        self.hours.set_value("all_year")
        self.hours.set_hint(self.tr("限时从办公时间算起"))
        self.sessions = LineField(self.tr("上午、下午(&W)"), 60)
        self.sessions.set_text(ALL_YEAR)
        self.account = LineField(self.tr("您的姓名(&M)"), 60, hint=self.tr("第一个账号，兼管理员"))
        self.password = LineField(self.tr("密码(&P)"), 1024, secret=True, hint=self.tr("至少 8 位，不要用常见的密码"))
        self.again = LineField(self.tr("再输一遍密码(&A)"), 1024, secret=True)
        for field in (self.name, self.short_name, self.counter, self.sessions, self.account, self.password, self.again):
            field.set_required(True)
        self._catalogue_choice()
        self.faults = TextField(self.tr("需要改正的地方"), 100_000, lines=4)
        self.faults.setMaximumHeight(look.scaled(150))
        self.faults.edit.setReadOnly(True)
        self.faults.hide()
        self._line = look.text_label("", "error", wrap=True)
        self._fields = FieldSet(
            {
                "name": self.name,
                "short_name": self.short_name,
                "counter": self.counter,
                "zone": self.zone,
                "hours": self.sessions,
                "account": self.account,
                "password": self.password,
                "again": self.again,
            },
            self._line,
            self._language,
        )
        self.hours.edited.connect(self._show_hours)

    def _show_hours(self) -> None:
        all_year = self.hours.value() == "all_year"
        self.sessions.setVisible(all_year)
        summer = self.tr("5月1日至9月30日下午 15:00–18:00，其余 14:30–17:30")
        self.hours.set_hint(self.tr("限时从办公时间算起") if all_year else summer)

    def _catalogue_choice(self) -> None:
        self.sample = look.choice_button(self.tr("用自带的示例目录（65 个事项，可以再改）(&Y)"))
        self.own_file = look.choice_button(self.tr("导入自己的目录文件(&F)…"))
        self.sample.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.sample)
        group.addButton(self.own_file)
        self.sample.clicked.connect(lambda _on: self._take_sample())
        self.own_file.clicked.connect(lambda _on: self._ask_for_file())
        self._chosen = look.ElidedLabel("", "hint")

    def _lay_out(self) -> None:
        self.button = look.primary_button(self.tr("建立单位，开始使用(&S)"), self.submit)
        self._words = look.text_label("", "muted")
        frame, inside = look.card(spacing=look.SPACE_L, margin=24)
        frame.setMaximumWidth(look.scaled(PAGE_WIDTH))
        inside.addWidget(look.text_label(self.tr("首次使用：建立本单位"), "title"))
        inside.addWidget(
            look.text_label(
                self.tr("只有姓名和密码要您填写，其余已填好，以后都可以在“设置”中修改。"), "muted", wrap=True
            )
        )
        fields = look.grid(spacing=look.SPACE_L)
        places: tuple[tuple[QWidget, ...], ...] = (
            (self.name, self.short_name, self.counter),
            (self.zone, self.hours, self.sessions),
            (self.account, self.password, self.again),
        )
        for line, widgets in enumerate(places):
            for place, widget in enumerate(widgets):
                fields.addWidget(widget, line, place)
        for place in range(3):
            fields.setColumnStretch(place, 1)
            fields.setColumnMinimumWidth(place, max(COLUMN_WIDTH, look.scaled(COLUMN_LEAST)))
        inside.addLayout(fields)
        inside.addWidget(look.text_label(self.tr("服务事项目录"), "hint"))
        inside.addLayout(look.row(self.sample, self.own_file, self._chosen, spacing=look.SPACE_M))
        inside.addWidget(self._line)
        inside.addWidget(self.faults)
        inside.addSpacing(look.SPACE_S)
        inside.addWidget(look.rule())
        inside.addLayout(look.row(self._words, 1, self.button))
        middle = look.row(1, frame, 1)
        middle.setStretchFactor(frame, 100)
        whole = QWidget()
        whole.setLayout(look.column(2, middle, 3, margin=look.SPACE_XL))
        self.setLayout(look.column(Roomy(whole)))
        self.setFocusProxy(self.account)

    def _take_sample(self) -> None:
        self._catalogue = None
        self._chosen.setText("")

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("选择目录文件"), str(Path.home()), self.tr("目录文件 (*.yaml *.yml)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.rejected.connect(self._keep_choice)
        dialog.open()

    def _keep_choice(self) -> None:
        self.sample.setChecked(self._catalogue is None)
        self.own_file.setChecked(self._catalogue is not None)

    def _read(self, text: str) -> None:
        self._catalogue = text
        self._keep_choice()

    def _made(self, _nothing: object) -> None:
        self.made.emit(self.account.text().strip(), self.password.text(), self.counter.text().strip())

    def _refuse(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        self._words.setText("")
        self._keep_choice()
        if isinstance(error, Invalid):
            self._show_reasons(error)
        else:
            self._line.setText(sentence(error, self._language))
            self._line.setVisible(True)

    def _show_reasons(self, error: Invalid) -> None:
        own = [reason for reason in error.reasons if reason.field in self._fields.fields]
        rest = [reason for reason in error.reasons if reason.field not in self._fields.fields]
        self._fields.show_reasons(own)
        if rest:
            self.faults.set_label(self.tr("目录文件中需要改正的地方：{count} 处").format(count=len(rest)))
            self.faults.set_text(sentence(Invalid(*rest), self._language))
            self.faults.show()
