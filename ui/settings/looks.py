"""The section of language and looks: what this machine remembers for itself."""

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from reception.errors import ReceptionError
from reception.words import Language, label
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField
from ui.shell import Shell

TEXT_SIZES = (100, 115, 130, 150, 200)
IDLE_MINUTES = range(1, 11)


def remember(shell: Shell, **values: Any) -> None:
    """Let this machine remember other values; where they cannot be written, they hold until the program ends."""
    try:
        shell.machine.change(**values)
    except ReceptionError as failure:
        shell.failure(failure)


class LooksSection(QWidget):
    """Choices that act at once."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        settings = shell.machine.settings
        languages = {each.value: label(each, each) for each in Language}
        self.languages = self._choices("language", languages, settings.language)
        looks = {"light": self.tr("浅色"), "dark": self.tr("深色")}
        self.looks = self._choices("look", looks, settings.look)
        sizes = {percent: f"{percent}%" for percent in TEXT_SIZES}
        self.sizes = self._choices("text_percent", sizes, settings.text_percent)
        self.idle = ChoiceField(
            self.tr("没有操作多久后自动锁定(&I)"),
            [(minutes, self.tr("{n} 分钟").format(n=minutes)) for minutes in IDLE_MINUTES],
        )
        self.idle.set_value(settings.idle_minutes)
        self.idle.edited.connect(lambda: remember(shell, idle_minutes=self.idle.value()))
        frame, inside = look.card(spacing=look.SPACE_L)
        inside.addWidget(look.heading(self.tr("语言与外观")))
        hint = self.tr("只管这台电脑，选定即生效；告知单等文书不随之改变。")
        inside.addWidget(look.text_label(hint, "muted", wrap=True))
        rows: tuple[tuple[QLabel, dict[Any, QPushButton]], ...] = (
            (look.text_label(self.tr("界面语言"), "hint"), self.languages),
            (look.text_label(self.tr("外观"), "hint"), self.looks),
            (look.text_label(self.tr("文字大小"), "hint"), self.sizes),
        )
        for words, buttons in rows:
            inside.addWidget(words)
            inside.addLayout(look.row(*buttons.values(), 1))
        inside.addLayout(look.row(self.idle, 1))
        self.setLayout(look.column(frame, 1))
        self.setFocusProxy(next(iter(self.languages.values())))

    def _choices(self, name: str, words: dict[Any, str], present: object) -> dict[Any, QPushButton]:
        group = QButtonGroup(self)
        buttons = {}
        for value, text in words.items():
            button = look.choice_button(text)
            button.setChecked(value == present)
            button.clicked.connect(lambda _on, value=value: remember(self._shell, **{name: value}))
            group.addButton(button)
            buttons[value] = button
        return buttons
