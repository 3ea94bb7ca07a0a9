"""Writing a hand-over: the open work as it stands at the left, what else the stand-in must know at the right."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.absences import Absence
from reception.services import handovers
from reception.words import sentence
from reception.words.presence import why_text
from ui import look
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import FieldSet, TextField
from ui.roster.items import item_lines, item_table, lay_out
from ui.roster.taking_back import TakingBack, draft_name
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.handovers import HandoverDraft, Note
    from reception.services.open_work import Share

TEXT_HEIGHT, NOTE_HEIGHT = 56, 96


class HandoverPage(QWidget):
    """Hands over before one leaves, or afterwards; what is typed survives a crash until it is handed over."""

    def __init__(self, shell: Shell, link: DeskLink, absence: Absence) -> None:
        super().__init__()
        self.title = self.tr("写交接单")
        self._shell, self._link, self.absence = shell, link, absence
        self._keeper = DraftKeeper.of(link)
        self._form = draft_name(absence)
        self._before: HandoverDraft | None = None
        self._sent = handovers.HandoverDraft()
        self._touched = False
        self.table = item_table(self.tr("未结事项"))
        self.heading = look.text_label(self._heading(), "heading", wrap=True)
        self.whom = look.text_label("", "muted", wrap=True)
        self.keys_field = TextField(self.tr("钥匙、印章、资料、系统权限(&K)"), 1000, lines=2)
        self.calls = TextField(self.tr("会来的电话和人(&P)"), 1000, lines=2)
        self.instructions = TextField(self.tr("领导交办(&L)"), 1000, lines=2)
        self.note = TextField(self.tr("其他要交代的(&M)"), 4000, lines=3)
        self.keys_field.set_hint(self.tr("只写有什么、在哪里，不要写密码。"))
        self.error = look.text_label("", "error", wrap=True)
        self.button = look.primary_button(self.tr("交接 Ctrl+S"), self.submit)
        self.fields = {
            "keys": self.keys_field,
            "calls": self.calls,
            "instructions": self.instructions,
            "note": self.note,
        }
        self._set = FieldSet(self.fields, self.error, shell.language)
        self._place()
        for field in self.fields.values():
            field.edited.connect(self._keep)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.submit)

    def entered(self) -> None:
        """Read what is open, and what was written before."""
        self._link.run(self, _read, self.absence.id, done=self._show, failed=self._refused, latest=True)
        self._keeper.read_note(self, self._form, self._restore)
        self.keys_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Tab", self.tr("下一栏")),
            ("Ctrl+S", self.tr("交给顶岗人；对方接收前可用 Ctrl+Z 撤回")),
            ("Esc", self.tr("返回，写了的还在")),
        ]

    def submit(self) -> None:
        """Hand over."""
        if not self.button.isEnabled():
            return
        self._set.clear()
        self.button.setEnabled(False)
        self._sent = self.draft()
        self._link.change(self, handovers.hand_over, self.absence.id, self._sent, done=self._done, failed=self._refused)

    def draft(self) -> "HandoverDraft":
        """Give what stands in the fields."""
        return handovers.HandoverDraft(**{name: field.text() for name, field in self.fields.items()})

    def _heading(self) -> str:
        desk = self._link.desk
        why = why_text(self.absence, desk.clock(), desk.calendar, self._shell.language)
        return self.tr("{name}：{why}").format(name=self.absence.account, why=why)

    def _place(self) -> None:
        frame, inside = look.card()
        for part in (self.heading, self.whom):
            inside.addWidget(part)
        inside.addWidget(self.table, 1)
        side, form = look.card()
        for name, field in self.fields.items():
            field.edit.setFixedHeight(look.scaled(NOTE_HEIGHT if name == "note" else TEXT_HEIGHT))
            form.addWidget(field)
        form.addWidget(self.error)
        form.addStretch(1)
        lay_out(self, frame, side, self.button)
        self.setFocusProxy(self.keys_field)

    def _show(self, found: "tuple[tuple[Share, ...], tuple[Note, ...]]") -> None:
        shares, notes = found
        items = [item for share in shares for item in share.items]
        self.table.show_records(item_lines(items, self._link.desk, self._shell.language))
        names = self.tr("、").join(dict.fromkeys(share.to_name for share in shares))
        words = self.tr("{posts} 个岗位，{count} 件未结，交给 {names}。对方接收后才算交接；不接收也照样顶岗。")
        self.whom.setText(words.format(posts=len(shares), count=len(items), names=names))
        if notes:
            self._before = handovers.HandoverDraft(**{name: getattr(notes[0], name) for name in self.fields})
        if notes and not self._touched and not any(field.text() for field in self.fields.values()):
            for name, field in self.fields.items():
                field.set_text(getattr(notes[0], name))

    def _keep(self) -> None:
        self._touched = True
        typed = {name: field.text() for name, field in self.fields.items()}
        self._keeper.keep_note(self._form, json.dumps(typed, ensure_ascii=False) if any(typed.values()) else "")

    def _restore(self, text: str) -> None:
        if not text or self._touched:
            return
        typed = json.loads(text)
        for name, field in self.fields.items():
            field.set_text(str(typed.get(name, "")))
        self._touched = True

    def _done(self, notes: "tuple[Note, ...]") -> None:
        self._keeper.keep_note(self._form, "")
        self._shell.close_step()
        names = self.tr("、").join(note.to_name for note in notes)
        undo = TakingBack(self._shell, self._link, self.absence, self._before, self._sent).undo
        self._shell.toast(self.tr("已交接给 {names}，等对方接收").format(names=names), undo)

    def _refused(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, Invalid):
            self._set.show(error)
        else:
            self._set.say(sentence(error, self._shell.language))


def _read(desk: "Desk", absence_id: int) -> "tuple[tuple[Share, ...], tuple[Note, ...]]":
    return handovers.proposal(desk, absence_id), handovers.of_absence(desk, absence_id)
