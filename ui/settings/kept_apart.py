"""Posts that internal control keeps apart: the holder of one never stands in for the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid, ReceptionError
from reception.rules.staff import Action
from reception.services import standing_in
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, FieldSet, LineField
from ui.shell import Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.rules.roster import Post
    from reception.services.standing_in import KeptApart

LIST_HEIGHT = 116


class KeptApartPart(QFrame):
    """The pairs, and the form of a new one for the chosen post.

    Signals:
        changed(): a pair was added or lifted.
    """

    changed = Signal()

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._post: Post | None = None
        both = Column(title=self.tr("不相容岗位"), text=_codes, tip=_names, width=124)
        why = Column(title=self.tr("原因"), text=lambda pair: pair.reason, tip=lambda pair: pair.reason)
        self.table = RecordTable([both, why], name=self.tr("不相容岗位"))
        self.table.set_empty(self.tr("内部控制要求分开的岗位（如会计与出纳）列在这里，互不顶岗。"))
        self.table.setFixedHeight(look.scaled(LIST_HEIGHT))
        self.other = ChoiceField(self.tr("本岗与哪个岗位不相容(&I)"), [])
        self.reason = LineField(self.tr("原因(&R)"), standing_in.REASON_LENGTH)
        self.error = look.text_label("", "error", wrap=True)
        self.add_button = look.plain_button(self.tr("列为不相容(&D)"), self.add)
        self.lift_button = look.plain_button(self.tr("解除选中的一对(&J)"), self.lift)
        self._set = FieldSet({"other_id": self.other, "reason": self.reason}, self.error, shell.language)
        self.reason.edit.returnPressed.connect(self.add)
        parts = (self.table, look.row(1, self.lift_button), self.other, self.reason, self.error)
        self.setLayout(look.column(look.rule(), *parts, look.row(1, self.add_button)))

    def show_post(self, post: "Post | None", posts: "tuple[Post, ...]") -> None:
        """Take the chosen post, and the others that it could be kept apart from."""
        self._post = post
        others = [each for each in posts if post is None or each.id != post.id]
        self.other.set_choices([(each.id, f"{each.code} {each.name}") for each in others])
        allowed = self._link.desk.may(Action.EDIT_STAFF)
        for part in (self.add_button, self.lift_button, self.other.inner, self.reason.inner):
            part.setEnabled(allowed and post is not None)

    def read(self) -> None:
        """Read the pairs."""
        self._link.run(self, standing_in.kept_apart, done=self._show, latest=True)

    def add(self) -> None:
        """Keep the chosen post apart from another."""
        if self._post is not None and self.add_button.isEnabled() and self.other.value() is not None:
            self._set.clear()
            other, reason = self.other.value(), self.reason.text()
            self._link.change(
                self, standing_in.keep_apart, self._post.id, other, reason, done=self._added, failed=self._refused
            )

    def lift(self) -> None:
        """Let the chosen pair stand in for each other again."""
        pair = self.table.current()
        if pair is not None and self.lift_button.isEnabled():
            self._link.change(self, standing_in.lift, pair.id, done=self._lifted, failed=self._refused)

    def _show(self, pairs: "tuple[KeptApart, ...]") -> None:
        self.table.show_records(pairs)

    def _added(self, _pair_kept: object) -> None:
        self.reason.set_text("")
        self._shell.toast(self.tr("已列为不相容，互不顶岗"))
        self.read()
        self.changed.emit()

    def _lifted(self, _pair_lifted: object) -> None:
        self._shell.toast(self.tr("已解除"))
        self.read()
        self.changed.emit()

    def _refused(self, error: ReceptionError) -> None:
        if isinstance(error, Invalid):
            self._set.show(error)
        else:
            self._set.say(sentence(error, self._shell.language))


def _codes(pair: "KeptApart") -> str:
    return " / ".join(pair.codes)


def _names(pair: "KeptApart") -> str:
    return " / ".join(pair.names)
