"""Editing a matter: a step in which a new edition is written; nothing typed is left behind without a word."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.catalogue import CaseType, Category, Matter, Unit
from reception.rules.limits import Limit
from reception.services import catalogue
from reception.words import sentence
from ui import look
from ui.catalogue.form import MatterForm
from ui.catalogue.parts import DayField
from ui.desk_link import DeskLink
from ui.forms import Field, FieldSet
from ui.shell import Keys, Shell
from ui.unsaved_bar import UnsavedBar
from ui.watch import bind


class MatterEditor(QWidget):
    """The editor of one matter, or of a new one.

    Args:
        matter: the edition that was read; None for a new matter.
        begun: what a new matter begins with.
        contact_only: only place, hours and phones may be changed.

    Signals:
        saved(Matter): the new edition.
    """

    saved = Signal(object)

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        units: Sequence[Unit],
        matter: Matter | None,
        *,
        contact_only: bool = False,
        begun: Matter | None = None,
    ) -> None:
        super().__init__()
        self.title = self.tr("修改事项") if matter else self.tr("新建事项")
        self._shell, self._link = shell, link
        today = link.desk.calendar.local(link.desk.clock()).date()
        self._base = matter or begun or blank_matter(today)
        self._changed = False
        self._set: FieldSet | None = None
        self.form = MatterForm(shell.language, units, contact_only=contact_only, new=matter is None)
        self.effective = DayField(self.tr("生效日期(&D)"), today, max(today, self._base.effective_on))
        self.effective.setVisible(not contact_only)
        self.error = look.text_label("", "error", wrap=True)
        self.save_button = look.primary_button(self.tr("保存 Ctrl+S"), self.save)
        self.unsaved = UnsavedBar(self.tr("修改还没有保存。"), self.tr("放弃修改(&X)"))
        self.unsaved.dropped.connect(self._drop)
        self.form.fill(self._base)
        self._place(contact_only=contact_only)
        self.form.edited.connect(self._touched)
        self.effective.edited.connect(self._touched)
        bind(self, "Ctrl+S", self.save)
        bind(self, "Ctrl+Return", self.save)

    def entered(self) -> None:
        """Begin with the first field."""
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Esc: ask first when something was changed."""
        return self.unsaved.answer_escape(changed=self._changed)

    def may_leave(self) -> bool:
        """Tell whether nothing typed would be lost; if something would, ask."""
        self.unsaved.setVisible(self._changed)
        return not self._changed

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [("Ctrl+S", self.tr("保存")), ("Esc", self.tr("返回，未保存时先问"))]

    def save(self) -> None:
        """Save a new edition."""
        if not self.save_button.isEnabled():
            return
        self._fields().clear()
        self.save_button.setEnabled(False)
        draft = self.form.matter(self._base)
        self._link.change(
            self, catalogue.save_matter, draft, self.effective.value(), done=self._done, failed=self._refused
        )

    def _place(self, *, contact_only: bool) -> None:
        body = QWidget()
        column = look.column(spacing=look.SPACE_L)
        if contact_only:
            words = self.tr("您可以更正地点、时间和电话，保存后立即生效；其他内容由负责人修改。")
            column.addWidget(look.text_label(words, "muted", wrap=True))
        column.addWidget(self.form)
        body.setLayout(column)
        foot = look.row(self.effective, self.error, self.save_button, spacing=look.SPACE_L)
        foot.setStretchFactor(self.error, 1)
        foot.setAlignment(self.save_button, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.error.hide()
        self.area = look.scrolled(body)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = look.column(self.area, self.unsaved, foot, spacing=look.SPACE_L, margin=look.SPACE_XL)
        layout.setStretchFactor(self.area, 1)
        self.setLayout(layout)

    def _drop(self) -> None:
        self._changed = False
        self._shell.close_step()

    def _touched(self) -> None:
        self._changed = True

    def _fields(self) -> FieldSet:
        fields: dict[str, Field] = {**self.form.fields(), "effective_on": self.effective}
        if self._set is not None:
            self._set.deleteLater()
        self._set = FieldSet(fields, self.error, self._shell.language)
        return self._set

    def _done(self, matter: Matter) -> None:
        self._changed = False
        self.saved.emit(matter)

    def _refused(self, error: ReceptionError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Invalid):
            fields = self._fields()
            fields.show(error)
            wrong = next((field for field in fields.fields.values() if field.error), None)
            if wrong is not None:
                self.area.ensureWidgetVisible(wrong)
            return
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()


def blank_matter(today: date, *, name: str = "", limit: Limit | None = None) -> Matter:
    """Give what a new matter begins with."""
    return Matter(
        code="",
        effective_on=today,
        name=name,
        unit_code="",
        category=Category.ROUTINE,
        case_type=CaseType.PROMISED,
        limit=limit,
    )
