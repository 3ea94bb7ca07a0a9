"""The service guide on paper: of the matter that is open, or of the whole catalogue."""

from enum import StrEnum

from reception.rules.catalogue import Matter
from reception.rules.papers import PaperLanguage
from reception.services import guides
from ui.choices_of_paper import PaperChoice
from ui.desk_link import DeskLink
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell


class Part(StrEnum):
    """How much of the catalogue is printed."""

    MATTER = "matter"
    ALL = "all"


class GuideStep(PaperStep):
    """What is told of a matter, or of all, in the language of the reader.

    Args:
        matter: the one that is open; None leaves only the whole catalogue.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, matter: Matter | None = None, printers: Printers | None = None
    ) -> None:
        super().__init__(shell, link, self.tr("打印办事指南"), self.tr("办事指南"), printers)
        self._matter = matter
        self.part = Part.MATTER if matter else Part.ALL
        self.language = PaperLanguage.ZH
        parts = {Part.MATTER: self.tr("本事项(&D)"), Part.ALL: self.tr("全部事项(&A)")}
        self.parts = PaperChoice(self.tr("范围"), parts, self.choose)
        languages = {
            PaperLanguage.ZH: self.tr("中文(&Z)"),
            PaperLanguage.EN: self.tr("英文(&E)"),
            PaperLanguage.BOTH: self.tr("对照(&B)"),
        }
        self.languages = PaperChoice(self.tr("语言"), languages, self.speak)
        self.options.addWidget(self.parts)
        self.parts.setVisible(matter is not None)
        self.options.addWidget(self.languages)
        self.languages.show_value(self.language)
        self.hint.setText(self.tr("印今天有效的版次。岗位的在岗人确认之后才印姓名；没有英文的内容印中文。"))
        self._describe()

    def choose(self, part: Part) -> None:
        """Show the open matter, or all of them."""
        self.part = part
        self._describe()
        self.draw()

    def speak(self, language: PaperLanguage) -> None:
        """Show the guide in another language."""
        self.language = language
        self.draw()

    def draw(self) -> None:
        """Draw the chosen guide."""
        self.error.hide()
        done, failed = self.show_paper, self.not_done
        if self.part is Part.MATTER and self._matter is not None:
            code = self._matter.code
            self._link.run(self, guides.guide, code, self.language, done=done, failed=failed, latest=True)
        else:
            self._link.run(self, guides.book, self.language, done=done, failed=failed, latest=True)

    def _describe(self) -> None:
        self.parts.show_value(self.part)
        alone = self._matter if self.part is Part.MATTER else None
        self.heading.setText(alone.name if alone else self.tr("全部办事指南"))
        self.about.setText(
            self.tr("一页讲清：找谁、在哪、何时、凭什么、带什么、多久、收费。")
            if alone
            else self.tr("封面、目录和页码，按单位排列；PDF 带书签。")
        )
        self.name = f"{self.tr('办事指南')} {alone.code}" if alone else self.tr("办事指南")
