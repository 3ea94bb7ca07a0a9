"""Taking a matter out of use, or into use again, from a day on; what was recorded with it stays."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid, ReceptionError
from reception.rules.catalogue import Matter
from reception.services import catalogue
from reception.words import Language, sentence
from ui import look
from ui.catalogue.parts import DayField
from ui.desk_link import DeskLink


class RetireForm(QFrame):
    """The small form under a matter.

    Signals:
        carried_out(Matter): the edition that says so.
        left(): the person went back.
    """

    carried_out = Signal(object)
    left = Signal()

    def __init__(self, link: DeskLink, language: Language, matter: Matter) -> None:
        super().__init__()
        self._link, self._language, self._matter = link, language, matter
        today = link.desk.calendar.local(link.desk.clock()).date()
        retiring = matter.active
        words = (
            self.tr("停用后，登记时不再列出这一事项；已登记的不受影响，以后可以恢复。")
            if retiring
            else self.tr("恢复后，登记时又能选到这一事项。")
        )
        self.effective = DayField(self.tr("自哪一天起(&D)"), today, today)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.back_button = look.plain_button(self.tr("返回(&B)"), self.left.emit)
        self.act_button = (
            look.danger_button(self.tr("停用(&V)"), self.send)
            if retiring
            else look.primary_button(self.tr("恢复启用(&V)"), self.send)
        )
        line = look.row(self.effective, 1, self.back_button, self.act_button)
        for button in (self.back_button, self.act_button):
            line.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(look.column(look.rule(), look.text_label(words, wrap=True), self.error, line))
        self.setFocusProxy(self.effective)

    def send(self) -> None:
        """Write the edition."""
        self.act_button.setEnabled(False)
        self.error.hide()
        draft = replace(self._matter, active=not self._matter.active)
        self._link.change(
            self,
            catalogue.save_matter,
            draft,
            self.effective.value(),
            done=self.carried_out.emit,
            failed=self._refused,
        )

    def _refused(self, error: ReceptionError) -> None:
        self.act_button.setEnabled(True)
        late = [reason for reason in getattr(error, "reasons", ()) if reason.field == "effective_on"]
        if isinstance(error, Invalid) and late:
            self.effective.set_error(sentence(late[0], self._language))
            return
        self.error.setText(sentence(error, self._language))
        self.error.show()
