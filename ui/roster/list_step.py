"""A report of duty, the slips of a period or a list of the day on paper: seen, printed, saved."""

from reception.rules.day_lists import Wanted
from reception.rules.papers import PaperLanguage
from reception.services import duty_papers
from reception.words import Language
from ui.choices_of_paper import PaperChoice
from ui.desk_link import DeskLink
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell


class ListStep(PaperStep):
    """One list, in Chinese or English.

    Args:
        wanted: which list.
        name: what it is called.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, wanted: Wanted, name: str, printers: Printers | None = None
    ) -> None:
        super().__init__(shell, link, name, name, printers)
        self._wanted, self.language = wanted, PaperLanguage(shell.language.value)
        words = {PaperLanguage.ZH: self.tr("中文(&Z)"), PaperLanguage.EN: self.tr("英文(&E)")}
        self.languages = PaperChoice(self.tr("语言"), words, self.speak)
        self.languages.show_value(self.language)
        self.options.addWidget(self.languages)
        self.heading.setText(name)
        self.about.setText(self.tr("A4 横向，每个数字后面是其记录"))
        self.hint.setText(self.tr("不含来访人姓名；投诉举报只有编号。打印和存为文件都记入修改痕迹。"))

    def draw(self) -> None:
        """Draw the list as of now."""
        self.error.hide()
        language = Language(self.language.value)
        self._link.run(
            self, duty_papers.paper, self._wanted, language, done=self.show_paper, failed=self.not_done, latest=True
        )

    def speak(self, language: PaperLanguage) -> None:
        """Show it in another language."""
        self.language = language
        self.draw()

    def was_printed(self) -> None:
        """Write down that it was printed."""
        self._link.change(self, duty_papers.printed, self._wanted)
