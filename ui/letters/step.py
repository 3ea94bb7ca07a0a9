"""Writing a letter for a record: which kind, what it says, how it looks; then it is issued and printed."""

import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QWidget

from reception.errors import Invalid, ReceptionError, Unavailable
from reception.rules.letters import LetterDraft, followed_by, followers
from reception.rules.notices import Notice
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.services import letter_openings, letter_proposals, letters, notices
from reception.services.letter_openings import Opening
from reception.words import sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import FieldSet
from ui.inquiries.form import new_token
from ui.letters.form import LetterForm
from ui.letters.page import SIZES, LetterPage
from ui.notices import NoticePage
from ui.paper_options import PaperOptions, titled
from ui.paper_pane import PaperPane
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.letters import Letter

LIST_WIDTH = 200
FORM_WIDTH = 360
PREVIEW_WIDTH = 512
_DIGITS = "1234567890"


class LetterStep(QWidget):
    """A letter of a record, written and issued.

    Args:
        inquiry_id: the record.
        wanted: the kinds that are written one after the other; without them the person chooses.
        filled: the letter before of such a row, of which the next one takes what both say.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        inquiry_id: int,
        wanted: Sequence[PaperKind] = (),
        filled: LetterDraft | None = None,
    ) -> None:
        super().__init__()
        self.title = self.tr("出具文书")
        self._shell, self._link, self._inquiry_id = shell, link, inquiry_id
        self._wanted, self._filled = tuple(wanted), filled
        self._keeper = DraftKeeper.of(link)
        self._under_way = False
        self.opening: Opening | None = None
        self.kind: PaperKind | None = None
        self.form: LetterForm | None = None
        self.fields: FieldSet | None = None
        self._make_parts()
        self._place()
        self._connect()

    def entered(self) -> None:
        """Read which kinds fit the record."""
        act = letter_openings.opening
        self._link.run(self, act, self._inquiry_id, done=self._opened, failed=self._refused)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("1…9 0", self.tr("选文书种类（在左侧列表上按）")),
            ("Ctrl+P", self.tr("出具并打印")),
            ("Ctrl+S", self.tr("只出具，不打印")),
            ("F11", self.tr("看纸面，或回到填写")),
            ("Ctrl++  Ctrl+-", self.tr("放大、缩小预览")),
            ("Esc", self.tr("返回；写了的还在，下次接着写")),
        ]

    def back(self) -> bool:
        """Esc: from the paper back to the form, where one stands in place of the other."""
        if self._sides.is_side_instead:
            self._sides.want_side(False)
            return True
        return False

    def choose(self, kind: PaperKind) -> None:
        """Write another kind; what was typed for the one before is kept."""
        if kind is not self.kind and not self._under_way:
            self.kind = kind
            self._take_form_away()
            act = letter_proposals.propose
            self._link.run(
                self, act, self._inquiry_id, kind, new_token(), done=self._proposed, failed=self._refused, latest=True
            )

    def issue(self, *, printing: bool) -> None:
        """Issue the letter as it stands, once."""
        form = self.form
        if form is None or self.fields is None or not self.issue_button.isEnabled():
            return
        self.fields.clear()
        if not form.is_read():
            return
        self._set_busy(True)
        done, failed = partial(self._issued, printing), self._not_issued
        if form.materials is not None:
            ticks = form.ticks()
            act, kind = notices.issue, form.proposed.kind
            self._link.change(self, act, self._inquiry_id, ticks, kind, done=done, failed=failed)
        else:
            self._link.change(self, letters.issue, form.draft(), done=done, failed=failed)

    def begin_anew(self) -> None:
        """Throw away what was typed, and show what is proposed."""
        if self.form is not None:
            self.form.begin_anew(new_token())
            self._edited()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the digits and Enter on the list of kinds."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = _DIGITS.find(event.text()) if event.text() else -1
            if 0 <= place < self.list.count():
                self.list.setCurrentRow(place)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._into_form()
                return True
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("文书种类"))
        self.list.setFixedWidth(look.scaled(LIST_WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.by_act = look.text_label(
            self.tr("办结、不予办理、中止、恢复和延期的文书，随受理件的这一步一同出具。"), "hint", wrap=True
        )
        self.heading = look.heading("")
        self.about = look.text_label("", "muted", wrap=True)
        self.none = look.text_label(self.tr("这条登记没有可以出具的文书。"), "muted", wrap=True)
        self.kept = look.text_label(self.tr("接着上次没有出具的内容"), "hint")
        self.anew_button = look.link_button(self.tr("重新填写"), self.begin_anew)
        self.error = look.text_label("", "error", wrap=True)
        self.issue_button = look.plain_button(self.tr("只出具 Ctrl+S"), partial(self.issue, printing=False))
        self.print_button = look.primary_button(self.tr("出具并打印 Ctrl+P"), partial(self.issue, printing=True))
        self.see_button = look.plain_button(self.tr("看纸面 F11"), self._turn)
        self.options = PaperOptions(PaperForm(), SIZES, wide=True)
        self.pane = PaperPane(self._link, self.tr("文书预览"))
        for part in (self.none, self.kept, self.anew_button, self.error, self.by_act):
            part.hide()

    def _place(self) -> None:
        frame, inside = look.card(spacing=look.SPACE_M)
        self._form_place = look.column()
        body = QWidget()
        body.setLayout(look.column(self._form_place, self.error, 1))
        self.area = look.scrolled(body)
        self.area.setMinimumWidth(look.scaled(FORM_WIDTH))
        head = look.row(self.heading, 1, self.see_button)
        inside.addLayout(look.column(head, self.about, self.none, spacing=look.SPACE_S))
        inside.addLayout(look.row(self.kept, self.anew_button, 1, spacing=look.SPACE_M))
        inside.addWidget(self.area, 1)
        inside.addLayout(look.row(1, self.issue_button, self.print_button))
        written = QWidget()
        self.by_act.setFixedWidth(look.scaled(LIST_WIDTH))
        kinds = look.column(self.list, self.by_act, spacing=look.SPACE_M)
        whole = look.row(kinds, frame, spacing=look.SPACE_L)
        whole.setStretch(1, 1)
        written.setLayout(whole)
        side, paper = look.card()
        paper.addWidget(self.options)
        paper.addWidget(self.pane, 1)
        self._sides = Beside(written, side, PREVIEW_WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.see_button.setVisible(self._sides.is_narrow))
        self.see_button.setVisible(self._sides.is_narrow)
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))
        self._show_buttons()

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._row_chosen)
        self.options.changed.connect(self._draw)
        bind(self, "Ctrl+P", partial(self.issue, printing=True))
        bind(self, "Ctrl+S", partial(self.issue, printing=False))
        bind(self, "F11", self._turn)

    def _opened(self, opening: Opening) -> None:
        if self.opening is not None:
            return
        self.opening = opening
        self.about.setText(" · ".join(part for part in (opening.reg_no, opening.matter_name) if part))
        for place, kind in enumerate(opening.kinds):
            mark = f"{_DIGITS[place]}  " if place < len(_DIGITS) else ""
            self.list.addItem(f"{mark}{titled(kind, self._shell.language)}")
        self.none.setVisible(not opening.kinds)
        self.by_act.setVisible(opening.by_act)
        wanted = next((kind for kind in self._wanted if kind in opening.kinds), None)
        if opening.kinds:
            self.list.setCurrentRow(opening.kinds.index(wanted) if wanted else 0)
            if wanted is None:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_chosen(self, row: int) -> None:
        if self.opening is not None and 0 <= row < len(self.opening.kinds):
            self.choose(self.opening.kinds[row])

    def _proposed(self, draft: LetterDraft) -> None:
        if draft.kind is not self.kind or self.opening is None:
            return
        if self._filled is not None:
            draft = followed_by(self._filled, draft)
        self.form = LetterForm(self._link, self._shell.language, draft, self.opening.matter)
        self.fields = FieldSet(self.form.fields(), self.error, self._shell.language)
        self.form.edited.connect(self._edited)
        self._form_place.addWidget(self.form)
        needed = self.form.minimumSizeHint().width() + look.SPACE_XL
        self.area.setMinimumWidth(max(look.scaled(FORM_WIDTH), needed))
        self.heading.setText(titled(draft.kind, self._shell.language))
        foreign = PaperForm(language=PaperLanguage.BOTH if self.opening.foreign else PaperLanguage.ZH)
        self.options.show_form(self._shell.prints.form(draft.kind, foreign))
        self._keeper.read_note(self.form, self._note, self._bring_back)
        self._show_buttons()
        self._draw()
        if self._wanted:
            self._into_form()

    def _bring_back(self, text: str) -> None:
        """Show what was typed before and not issued."""
        if self.form is not None and text:
            self.form.bring_back(json.loads(text))
            self._draw()
            self._show_kept(True)

    def _edited(self) -> None:
        if self.form is None:
            return
        kept = self.form.kept()
        self._keeper.keep_note(self._note, json.dumps(kept) if kept else "")
        self._show_kept(False)
        self._draw()

    def _draw(self) -> None:
        form = self.form
        if form is None:
            return
        act = letter_openings.preview
        done, failed = self.pane.show_paper, self._not_drawn
        told = (form.draft(), self.options.form, form.ticks() if form.materials is not None else None)
        self._link.run(self, act, *told, done=done, failed=failed, latest=True)

    def _not_drawn(self, _error: ReceptionError) -> None:
        """Show no paper of rows that are not all ticked yet."""
        self.pane.show_none(self.tr("材料逐项核对完，这里就显示纸面。"))

    @property
    def _note(self) -> str:
        return f"letter-{self._inquiry_id}-{self.kind}"

    def _issued(self, printing: bool, issued: "Letter | Notice") -> None:
        draft = self.form.draft() if self.form is not None else None
        self._keeper.keep_note(self._note, "")
        rest = self._wanted[1:] if self._wanted else followers(draft.kind if draft else None)
        shell, link, number = self._shell, self._link, self._inquiry_id
        form = self.options.form
        shell.close_step()
        shell.toast(self.tr("已出具 {number}").format(number=issued.number))
        if rest:
            shell.open_step(LetterStep(shell, link, number, rest, draft))
        if isinstance(issued, Notice):
            shell.open_step(NoticePage(shell, link, issued.id, kind=PaperKind(issued.kind), printing=printing))
        else:
            shell.open_step(LetterPage(shell, link, issued, form=form, printing=printing))

    def _not_issued(self, error: ReceptionError) -> None:
        self._set_busy(False)
        if isinstance(error, Unavailable) or self.form is None or self.fields is None:
            return  # the shell says it, with Retry
        if not isinstance(error, Invalid):
            self.fields.say(sentence(error, self._shell.language))
            return
        if self.form.materials is not None and any(reason.field == "second_reason" for reason in error.reasons):
            self.form.materials.ask_why()
        self.fields.fields = self.form.fields()
        self.fields.show(error)

    def _refused(self, error: ReceptionError) -> None:
        if not isinstance(error, Unavailable):
            self.error.setText(sentence(error, self._shell.language))
            self.error.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted:
            self._into_form()

    def _into_form(self) -> None:
        """Put the focus where something is to be written; a step that lies under another one waits for it."""
        if self.isVisible() and self.form is not None and not self.form.focus_first():
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_form_away(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = self.fields = None
        self.error.hide()
        self._show_kept(False)
        self._show_buttons()

    def _show_kept(self, shown: bool) -> None:
        for part in (self.kept, self.anew_button):
            part.setVisible(shown)

    def _turn(self) -> None:
        """Show the paper in place of the form, or the form again, where there is no room for both."""
        if self._sides.is_narrow:
            self._sides.want_side(not self._sides.is_side_instead)

    def _set_busy(self, busy: bool) -> None:
        self._under_way = busy
        self._show_buttons()

    def _show_buttons(self) -> None:
        able = self.form is not None and not self._under_way
        for button in (self.issue_button, self.print_button):
            button.setEnabled(able)
