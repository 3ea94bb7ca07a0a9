"""By when the case is owed, where the catalogue leaves it open or somebody promises less than the published limit.

Source: handbook §3.1 (5 working days and 2 for each further office; a promise is never longer); clauses D3.2, D3.4.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.case_limits import MOST_OFFICES
from reception.rules.cases import limit_of
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Disposition, InquiryDraft
from reception.rules.inquiry_check import LINES
from reception.rules.limits import Limit
from reception.words import Language, limit_text
from ui import look
from ui.catalogue.parts import LimitField
from ui.forms import Field, LineField
from ui.inquiries.more import CountField

KEY = "Ctrl+N"
OFFERED = (Disposition.D3, Disposition.D6, Disposition.D9)
"""Ways whose case may be promised earlier: the others are due by their notice or on the same day."""
OFFICES_WIDTH = 120


class LimitPart(QWidget):
    """The own promise, folded away until it is wanted or nothing else is given.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._way: Disposition | None = None
        self._given: Limit | None = None
        self._lacking = self._wanted = False
        self.limit = LimitField(self.tr("本单位承诺的时限"), language, self.tr("（不另定）"), self.tr("承诺的时限数"))
        self.further_offices = CountField(self.tr("另有几个部门"), 0, MOST_OFFICES)
        self.further_offices.setFixedWidth(look.scaled(OFFICES_WIDTH))
        self.no_limit_reason = LineField(self.tr("不能定时限的原因"), LINES["no_limit_reason"])
        self.no_limit_reason.edit.setPlaceholderText(self.tr("如 等上级统一部署"))
        self.button = look.link_button(self.tr("另定更短的时限 {key}").format(key=KEY), self.open)
        self.button.setProperty("tight", "true")
        self.said = look.text_label("", "accent", wrap=True)
        row = look.row(self.limit, self.further_offices, self.no_limit_reason, spacing=look.SPACE_M)
        row.setStretch(0, 3)
        row.setStretch(2, 4)
        self.setLayout(look.column(look.row(self.button, 1), row, self.said, spacing=look.SPACE_S))
        for field in self.fields().values():
            field.edited.connect(self._changed)
        self._arrange()

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order."""
        return {name: getattr(self, name) for name in ("limit", "further_offices", "no_limit_reason")}

    def ask(self, way: Disposition | None, matter: Matter | None) -> None:
        """Follow the way and the matter; what was typed stays, and counts again when its way comes back."""
        self._way = way if way in OFFERED and (matter is not None or way is not Disposition.D3) else None
        self._given = limit_of(self._way, matter.limit if matter else None) if self._way else None
        self._lacking = self._way is Disposition.D3 and self._given is None
        self._arrange()

    def open(self) -> None:
        """Ask for an own promise, or take it back."""
        if self._way is None or self._lacking:
            return
        self._wanted = not self._wanted
        self.limit.set_limit(self._given if self._wanted else None)
        self.limit.clear_error()
        self._arrange()
        if self._wanted:
            self.limit.count.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.limit.count.box.selectAll()
        self.edited.emit()

    def read_into(self, draft: InquiryDraft, *, all_fields: bool) -> InquiryDraft:
        """Give the draft with what is said of the limit; for a record only what is asked for now."""
        limit = self.limit.limit() if all_fields or self._lacking or (self._way and self._wanted) else None
        if not (all_fields or self._lacking):
            return replace(draft, limit=limit)
        reason = self.no_limit_reason.text()
        return replace(draft, limit=limit, further_offices=self.further_offices.value(), no_limit_reason=reason)

    def fill(self, draft: InquiryDraft) -> None:
        """Show what a draft holds."""
        self._wanted = draft.limit is not None
        self.limit.set_limit(draft.limit)
        self.further_offices.set_value(draft.further_offices)
        self.no_limit_reason.set_text(draft.no_limit_reason)
        self._arrange()

    @property
    def is_own(self) -> bool:
        """Tell whether the limit is this office's own word, or there is to be none."""
        return self._lacking or (self._way is not None and self._wanted)

    def say(self, words: str) -> None:
        """Say what follows from what stands here."""
        self.said.setText(words)
        self.said.setVisible(bool(words) and self.is_own)

    def _changed(self) -> None:
        self.edited.emit()

    def _arrange(self) -> None:
        self.setVisible(self._way is not None)
        self.button.setVisible(not self._lacking)
        folded = self.tr("另定更短的时限 {key}") if not self._wanted else self.tr("不另定了 {key}")
        self.button.setText(folded.format(key=KEY))
        self.limit.setVisible(self.is_own)
        self.limit.set_required(False)
        given = limit_text(self._given, self._language) if self._given else ""
        self.limit.set_hint(self.tr("不得长于{given}").format(given=given) if given else "")
        for field in (self.further_offices, self.no_limit_reason):
            field.setVisible(self._lacking)
        self.said.setVisible(self.is_own and bool(self.said.text()))
