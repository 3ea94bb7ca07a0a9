"""Desk cards and badges of chosen colleagues, and the promise of the office, seen and printed."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reception.rules.displays import DisplayKind
from reception.rules.papers import PaperLanguage
from reception.services import displays
from ui import look
from ui.choices_of_paper import PaperChoice
from ui.desk_link import DeskLink
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Keys, Shell
from ui.watch import bind

LIST_HEIGHT = 96


class CardsStep(PaperStep):
    """Whose cards, of which kind, in which language; then the paper.

    Args:
        chosen: the colleague that is ticked at the beginning; None ticks everybody.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, chosen: int | None = None, printers: Printers | None = None
    ) -> None:
        title = self.tr("桌牌、工作牌、服务承诺")
        super().__init__(shell, link, title, title, printers)
        self._chosen = chosen
        self.kind, self.language = DisplayKind.DESK_CARD, PaperLanguage.ZH
        self.people: tuple[displays.Person, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("同事"))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(lambda _item: self._ticked())
        kinds = {
            DisplayKind.DESK_CARD: self.tr("桌牌(&D)"),
            DisplayKind.BADGE: self.tr("工作牌(&G)"),
            DisplayKind.PROMISE: self.tr("承诺(&R)"),
        }
        languages = {
            PaperLanguage.ZH: self.tr("中文(&Z)"),
            PaperLanguage.BOTH: self.tr("中英(&B)"),
            PaperLanguage.EN: self.tr("英文(&E)"),
        }
        self.kinds = PaperChoice(self.tr("种类"), kinds, self.choose)
        self.languages = PaperChoice(self.tr("语言"), languages, self.speak)
        self.all_button = look.link_button(self.tr("全选(&A)"), self.choose_all)
        self.edit_button = look.link_button(self.tr("修改内容(&T)"), self._edit)
        self._place_options()
        bind(self, "Ctrl+A", self.choose_all)
        self._describe()

    def entered(self) -> None:
        """Read who there is, then draw."""
        self._link.run(self, displays.people, done=self._take, failed=self.not_done, latest=True)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [*super().keys(), ("Ctrl+A", self.tr("全选或全不选"))]

    def choose(self, kind: DisplayKind) -> None:
        """Show another kind of paper."""
        self.kind = kind
        self._describe()
        self.draw()

    def speak(self, language: PaperLanguage) -> None:
        """Show it in another language."""
        self.language = language
        self._describe()
        self.draw()

    def choose_all(self) -> None:
        """Tick everybody, or nobody if everybody is ticked."""
        wanted = len(self.ticked) < self.list.count()
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._ticked()

    @property
    def ticked(self) -> tuple[int, ...]:
        """Give the accounts that are ticked, in the order of the list."""
        return tuple(
            person.id
            for person, item in zip(self.people, self._items(), strict=True)
            if item.checkState() is Qt.CheckState.Checked
        )

    def draw(self) -> None:
        """Draw the chosen papers; without anybody there is none."""
        self.error.hide()
        done, failed = self.show_paper, self.not_done
        if self.kind is DisplayKind.PROMISE:
            self._link.run(self, displays.promise_sheet, self.language, done=done, failed=failed, latest=True)
        elif self.ticked:
            act = displays.cards
            self._link.run(self, act, self.kind, self.ticked, self.language, done=done, failed=failed, latest=True)
        else:
            self.show_paper(None)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _take(self, people: tuple[displays.Person, ...]) -> None:
        before = set(self.ticked)
        first, self.people = not self.people, people
        with QSignalBlocker(self.list):
            self.list.clear()
            for person in people:
                wanted = self._chosen in (None, person.id) if first else person.id in before
                item = QListWidgetItem(person.name)
                item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self._ticked()

    def _ticked(self) -> None:
        self._describe()
        self.draw()

    def _edit(self) -> None:
        self._shell.go("settings", section="displays")

    def _place_options(self) -> None:
        self.list.setFixedHeight(look.scaled(LIST_HEIGHT))
        self._people = QWidget()
        self._people.setLayout(look.column(self.list))
        for part in (self.kinds, self.languages, self._people):
            self.options.addWidget(part)
        self.options.addLayout(look.row(self.all_button, 1, self.edit_button))

    def _describe(self) -> None:
        alone = self.kind is DisplayKind.PROMISE
        self._people.setVisible(not alone)
        self.all_button.setVisible(not alone)
        self.languages.buttons[PaperLanguage.EN].setVisible(alone)
        if not alone and self.language is PaperLanguage.EN:
            self.language = PaperLanguage.BOTH
        self.kinds.show_value(self.kind)
        self.languages.show_value(self.language)
        names = {
            DisplayKind.DESK_CARD: self.tr("岗位桌牌"),
            DisplayKind.BADGE: self.tr("工作牌"),
            DisplayKind.PROMISE: self.tr("服务承诺"),
        }
        self.name = names[self.kind]
        self.heading.setText(self.name)
        about = {
            DisplayKind.DESK_CARD: self.tr("对折成 200×100 毫米的立牌"),
            DisplayKind.BADGE: self.tr("90×54 毫米，一页八张"),
            DisplayKind.PROMISE: self.tr("A4 一页，贴在窗口"),
        }
        self.about.setText(about[self.kind])
        ticked = self.ticked
        nobody = not alone and bool(self.people) and not ticked
        without = not alone and any(person.id in ticked and not person.posts for person in self.people)
        confirmed = self.tr("有的同事还没有已确认的岗位，牌上的职责空着；可在“修改内容”里填写。")
        self.hint.setText(self.tr("请至少勾选一位同事。") if nobody else (confirmed if without else ""))
