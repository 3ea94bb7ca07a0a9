"""Saving a form: once, without blocking, with all mistakes at their fields, and with a way back."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reception.errors import Invalid, ReceptionError, Unavailable
from reception.rules import inquiry_check
from reception.rules.callbacks import CallDraft
from reception.rules.inquiries import Channel, Inquiry, InquiryDraft
from reception.rules.staff import Action
from reception.services import callbacks, corrections, inquiries
from reception.words import sentence
from ui.desk_link import DeskLink
from ui.forms import FieldSet
from ui.inquiries import way_paper
from ui.inquiries.calling import told
from ui.inquiries.form import InquiryForm, new_token
from ui.inquiries.letter_offer import offered
from ui.inquiries.parked import Unsaved
from ui.inquiries.unsaved import UnsavedForms
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded


class Saving(QObject):
    """Turns the form into a record.

    Signals:
        busy(bool): a save is under way.
        refused(): mistakes stand at their fields.
        saved(Recorded): the record was written and read back.
        print_wanted(int): the notice with this id shall be printed now.
    """

    busy = Signal(bool)
    refused = Signal()
    saved = Signal(object)
    print_wanted = Signal(int)

    def __init__(
        self, link: DeskLink, shell: Shell, form: InquiryForm, unsaved: UnsavedForms, fields: FieldSet
    ) -> None:
        super().__init__(form)
        self._link, self._shell, self._form, self._unsaved, self._fields = link, shell, form, unsaved, fields
        self.under_way = False
        self.last: InquiryDraft | None = None
        self._ahead: Unsaved | None = None

    @property
    def holds_form(self) -> bool:
        """Tell whether what stands in the form is being saved, and not the form before it."""
        return self.under_way and self._ahead is None

    def save(self, *, printing: bool) -> None:
        """Register what stands in the form; while a save is under way nothing happens.

        Where the form lacks nothing that can be seen from here, the next one begins at once, so that keys which
        follow fast land in it; should the desk refuse after all, the form comes back and the next one waits above.
        """
        if self.under_way:
            return
        self._fields.clear()
        sent = self._unsaved.as_it_stands()
        draft, call = self._form.draft(all_fields=False), self._form.promised_call()
        asked = (draft, self._form.notice(), call, self._form.brought())
        self._ahead = sent if self._is_sound(draft, call) else None
        self._set_busy(True)
        if self._ahead is not None:
            self.last = sent.draft
            self._unsaved.begin()
        self._link.change(
            self,
            inquiries.record,
            *asked,
            done=lambda recorded: self._recorded(recorded, sent, printing=printing),
            failed=self._refused,
        )

    def _is_sound(self, draft: InquiryDraft, call: CallDraft | None) -> bool:
        """Tell whether nothing is wrong that can be told without the register.

        Not where somebody is back with his slip, a limit is promised or paper records are entered: what is said of
        those stands at parts which would have to be built again, and the next one goes on from the last.
        """
        form = self._form
        ticks = form.ways.way in form.ways.ticking and form.ways.materials.open_rows()
        if ticks or form.limits.is_own or form.returned or form.contact.back.active:
            return False
        tidied, unclean = inquiry_check.cleaned(draft)
        now = self._link.desk.clock()
        wrong = (*unclean, *inquiry_check.check(tidied, now))
        return not (wrong or (call is not None and callbacks.faults(call, tidied.phone, now)))

    def _set_busy(self, busy: bool) -> None:
        self.under_way = busy
        self.busy.emit(busy)

    def _end(self) -> Unsaved | None:
        """End the save; give the form that was sent where another began meanwhile."""
        ahead, self._ahead = self._ahead, None
        self._set_busy(False)
        return ahead

    def _refused(self, error: ReceptionError) -> None:
        ahead = self._end()
        if ahead is not None:
            self._unsaved.bring_back(ahead)
        self._explain(error)
        if ahead is not None and self._form.ways.way in self._form.ways.ticking:
            once = Qt.ConnectionType.SingleShotConnection  # the rows of the papers are read again first
            self._form.materials_shown.connect(partial(self._explain, error), once)
        self.refused.emit()

    def _explain(self, error: ReceptionError) -> None:
        """Say what is wrong at its fields."""
        if isinstance(error, Invalid):
            self._form.open_for([reason.field for reason in error.reasons])
            self._fields.fields = self._form.fields()
            self._fields.show(error)
        else:
            self._fields.say(sentence(error, self._shell.language))

    def _recorded(self, recorded: "Recorded", sent: Unsaved, *, printing: bool) -> None:
        self._end()
        self._unsaved.forget(sent.draft.token)
        self._unsaved.forget_cleared()
        self.last = sent.draft
        if self._form.token == sent.draft.token:
            self._go_on(sent.draft)
        number = recorded.inquiry.reg_no
        if self._form.is_blank():
            self._form.contact.show_number(number)
        self._shell.toast(self._told(recorded), lambda: self._undo(recorded.inquiry.id, number, sent))
        self.saved.emit(recorded)
        if printing and recorded.notice is not None:
            self.print_wanted.emit(recorded.notice.id)

    def _go_on(self, sent: InquiryDraft) -> None:
        if self._form.draft() == sent:
            self._unsaved.begin()
        else:
            self._form.token = new_token()
            self._unsaved.keep()
            self._fields.say(self.tr("已按改动前的内容登记；此后改动的还在表单里，核对后可以清空。"))

    def _told(self, recorded: "Recorded") -> str:
        words = self.tr("已登记 {number}").format(number=recorded.inquiry.reg_no)
        case = recorded.case.case_no if recorded.case else ""
        notice = recorded.notice.number if recorded.notice else ""
        odd = self.tr("电话照录，请核对") if recorded.odd_phone else ""
        call = told(self._link, recorded.callback, self._shell.language) if recorded.callback else ""
        spoken = recorded.inquiry.channel is Channel.PHONE and self._link.desk.may(Action.PRINT_REGISTER)
        paper = self.tr("Ctrl+P 打印电话记录") if spoken and not notice else ""
        slip = way_paper.offered(recorded.inquiry, self._link)
        letters = offered(recorded.inquiry, self._link, self._shell.language)
        return " · ".join(each for each in (words, case, notice, call, odd, paper, slip, letters) if each)

    def _undo(self, inquiry_id: int, number: str, sent: Unsaved) -> None:
        """Take the record back; no earlier one then, so that Ctrl+Z held too long voids no more than one."""
        self._shell.forget_undo()
        done = partial(self._undone, number, sent)
        self._link.change(self, corrections.undo, inquiry_id, done=done, failed=self._not_undone)

    def _not_undone(self, error: ReceptionError) -> None:
        if not isinstance(error, Unavailable):  # the shell says that, with Retry
            self._shell.toast(sentence(error, self._shell.language))

    def _undone(self, number: str, sent: Unsaved, _voided: Inquiry) -> None:
        self._shell.toast(self.tr("已撤销 {number}，内容放回表单").format(number=number))
        self._unsaved.bring_back(replace(sent, draft=replace(sent.draft, token=new_token())))
