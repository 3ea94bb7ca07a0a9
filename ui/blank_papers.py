"""Blank papers for the day when the power is out, seen and printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from reception.rules.catalogue import Matter
from reception.rules.notices import PaperSize
from reception.services import blank_papers
from ui import look
from ui.desk_link import DeskLink
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell


class BlankStep(PaperStep):
    """A blank register and a blank notice, one beside the other; of a matter its notice first.

    Args:
        matter: whose papers the notice lists; None begins with the register and has a notice with empty rows.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, matter: Matter | None = None, printers: Printers | None = None
    ) -> None:
        super().__init__(shell, link, self.tr("备用空白表"), self.tr("备用空白表"), printers)
        self._matter = matter
        self.kinds: dict[str, QPushButton] = {
            "register": look.choice_button(self.tr("登记表 A4 横向(&R)")),
            "A4": look.choice_button(self.tr("告知单 A4(&D)")),
            "A5": look.choice_button(self.tr("告知单 A5(&W)")),
        }
        self.kind = "A4" if matter else "register"
        self._group = QButtonGroup(self)
        for kind, button in self.kinds.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, kind=kind: self.choose(kind))
            self.options.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.kinds[self.kind].setChecked(True)
        self.hint.setText(self.tr("停电时手写。恢复后在登记页按 Ctrl+J 逐条补录，备注里留下纸质序号。"))
        self._describe()

    def choose(self, kind: str) -> None:
        """Show another paper."""
        self.kind = kind
        self.kinds[kind].setChecked(True)
        self._describe()
        self.draw()

    def draw(self) -> None:
        """Draw the chosen paper."""
        if self.kind == "register":
            self._link.run(self, blank_papers.blank_register, done=self.show_paper, failed=self.not_done, latest=True)
            return
        code = self._matter.code if self._matter else ""
        act = blank_papers.blank_notice
        self._link.run(self, act, code, PaperSize(self.kind), done=self.show_paper, failed=self.not_done, latest=True)

    def _describe(self) -> None:
        if self.kind == "register":
            self.heading.setText(self.tr("空白登记表"))
            self.about.setText(self.tr("与登记表相同的栏目，编号留空。"))
        elif self._matter is None:
            self.heading.setText(self.tr("空白一次性告知单"))
            self.about.setText(self.tr("十行空白，材料逐项手写。"))
        else:
            self.heading.setText(self.tr("空白一次性告知单"))
            self.about.setText(self._matter.name)
        self.name = f"{self.title} {self._matter.code}" if self._matter and self.kind != "register" else self.title
