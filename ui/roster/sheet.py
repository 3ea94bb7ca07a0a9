"""The duty sheet of a post, seen and printed: for who holds it, who stands in, and the heads."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reception.rules.papers import PaperLanguage
from reception.services import duty_sheets
from reception.words import Language
from ui.choices_of_paper import PaperChoice
from ui.desk_link import DeskLink
from ui.forms import ChoiceField
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.rules.roster import Post
    from reception.services.notices import RenderedPaper


class DutySheetStep(PaperStep):
    """Shows what whoever stands in must know of a post; a print stands in the log.

    Args:
        code: the post that is shown first; without it, the first that this person serves.
        holder_id: without a code, the first post of this colleague.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, code: str = "", printers: Printers | None = None, *, holder_id: int = 0
    ) -> None:
        title = self.tr("岗位职责单")
        super().__init__(shell, link, title, title, printers)
        self.code, self._holder_id = code, holder_id
        self.language = PaperLanguage.EN if shell.language is Language.EN else PaperLanguage.ZH
        self.posts: dict[str, Post] = {}
        self.post = ChoiceField(self.tr("岗位(&G)"), [])
        self.post.edited.connect(lambda: self.choose(str(self.post.value())))
        languages = {PaperLanguage.ZH: self.tr("中文(&Z)"), PaperLanguage.EN: self.tr("英文(&E)")}
        self.languages = PaperChoice(self.tr("语言"), languages, self.speak)
        self.languages.show_value(self.language)
        self.options.addWidget(self.post)
        self.options.addWidget(self.languages)
        self.heading.setText(title)
        self.about.setText(self.tr("职责、事项和时限、电话、未结事项、交接单；内部使用，用后收回。"))

    def entered(self) -> None:
        """Read which posts there are, then draw."""
        self._link.run(self, duty_sheets.posts, done=self._take, failed=self.not_done, latest=True)

    def choose(self, code: str) -> None:
        """Show the sheet of another post."""
        self.code = code
        post = self.posts.get(code)
        self.name = self.tr("岗位职责单 {code}").format(code=code)
        self.heading.setText(post.name if post else self.name)
        self.draw()

    def speak(self, language: PaperLanguage) -> None:
        """Show it in another language."""
        self.language = language
        self.draw()

    def draw(self) -> None:
        """Draw the sheet marked 预览."""
        self.error.hide()
        if self.code:
            done, failed = self.show_paper, self.not_done
            self._link.run(self, duty_sheets.preview, self.code, self.language, done=done, failed=failed, latest=True)

    def draw_for_printer(self, done: "Callable[[RenderedPaper], object]") -> None:
        """Draw the sheet as it is printed; that is an audit entry."""
        self._link.change(self, duty_sheets.printed, self.code, self.language, done=done, failed=self.not_done)

    def _take(self, posts: "tuple[Post, ...]") -> None:
        self.posts = {each.code: each for each in posts}
        self.post.set_choices([(each.code, f"{each.code} {each.name}") for each in posts])
        if not posts:
            self.hint.setText(self.tr("您现在不在任何岗位上，也不替谁顶岗，没有可看的职责单。"))
            return
        first = next((each for each in posts if each.holder_id == self._holder_id), posts[0])
        code = self.code if self.code in self.posts else first.code
        self.post.set_value(code)
        self.choose(code)
