"""What can be done with a line of the day, each with its key; done at once, with a way back where there is one."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reception.errors import ReceptionError, Unavailable
from reception.rules.call_times import CallTime, usual_times, usual_window
from reception.rules.callbacks import MANY_MISSES, Callback, CallDraft, CallOutcome
from reception.rules.cases import ReferralStatus
from reception.rules.shifts import ShiftNote
from reception.rules.staff import Action
from reception.services import (
    absences,
    call_list,
    callbacks,
    case_ends,
    due_moves,
    referrals,
    shifts,
    supervision,
    waits,
)
from reception.words import label, sentence
from ui.desk_link import DeskLink
from ui.inquiries.calling import told
from ui.reminders.day import SupervisionItem
from ui.shell import Shell
from ui.today.duty import DutyItem, may_confirm_return
from ui.today.lines import Line

if TYPE_CHECKING:
    from reception.rules.absences import Absence
    from reception.rules.cases import Case
    from reception.rules.letters import Letter
    from reception.services.call_list import CallLine
    from reception.services.callbacks import Tried
    from reception.services.desk import Desk
    from reception.services.handovers import Note
    from reception.services.waits import Ended

ONE_GO = 1.0
"""Nobody rings twice within so many seconds: the same key again is the same try."""
OUTCOMES = (CallOutcome.REACHED, CallOutcome.NOT_REACHED, CallOutcome.BUSY, CallOutcome.WRONG_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that can be done with a line: its key, what it is called, and how it looks."""

    key: str
    words: str
    run: Callable[[], object]
    primary: bool = False


class DayActs(QObject):
    """Does things with lines.

    Signals:
        form_wanted(str): `pass_on` or `give_up` asks for more before it is done.
        carried_out(): something was done.
        revealed(CallLine): a colleague's call, whole.
    """

    form_wanted = Signal(str)
    carried_out = Signal()
    revealed = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        self.busy = False
        self.answers: dict[int, str] = {}
        self.monotonic: Callable[[], float] = monotonic
        self._session = secrets.token_hex(8)
        self._pressed: tuple[int, CallOutcome | None, float] = (0, None, 0.0)

    def of(self, line: Line | None) -> list[Act]:
        """Give what this person may do with a line now."""
        if line is None:
            return []
        found: list[Act] = []
        if line.call is not None and self._link.desk.may(Action.CALL_BACK):
            found = self._call_acts(line.call)
        elif line.notice is not None and line.notice.callable:
            found = [Act(key="1", words=self.tr("约定回电"), run=lambda: self.promise(line), primary=True)]
        elif line.note is not None and self._link.desk.may(Action.HAND_OVER_SHIFT):
            found = [Act(key="1", words=self.tr("接班"), run=lambda: self.take_over(line), primary=True)]
        elif line.silent is not None and line.silent.due_at and self._link.desk.may(Action.ISSUE_NOTICE):
            found = [Act(key="1", words=self.tr("出具受理通知单"), run=lambda: self.accept(line), primary=True)]
        elif line.lapsed is not None and self._link.desk.may(Action.CLOSE_LAPSED):
            found = [Act(key="1", words=self.tr("逾期结案"), run=lambda: self.lapse(line), primary=True)]
        elif line.moved is not None:
            found = [
                Act(key="1", words=self.tr("知道了"), run=lambda: self.note_moved(line), primary=True),
                Act(key="2", words=self.tr("全部知道了"), run=self.note_all_moved),
            ]
        elif line.duty is not None:
            found = self._duty_acts(line.duty)
        elif line.kind == "slip":
            found = [
                Act(key="1", words=self.tr("书面答复…"), run=lambda: self.form_wanted.emit("answer"), primary=True)
            ]
        elif line.kind == "transfer" and line.item is not None and line.item.state is ReferralStatus.SENT:
            found = [Act(key="1", words=self.tr("签收"), run=lambda: self.acknowledge(line), primary=True)]
        opening = self._opening(line)
        return [*found, Act(key="Enter", words=opening, run=lambda: self.open(line))] if opening else found

    def open(self, line: Line) -> None:
        """Go where a line comes from."""
        if line.kind == "draft":
            self._shell.go("inquiries")
        elif line.week is not None:
            self._shell.go("logs", week=line.week)
        elif line.kind == "second":
            self._shell.go("logs", part="second")
        elif line.duty is not None and line.duty.finding_id:
            self._shell.go("roster", view="findings", finding=line.duty.finding_id)
        elif line.duty is not None and line.duty.on is not None:
            self._shell.go("roster", view="month", day=line.duty.on)
        elif line.duty is not None:
            self._shell.go("roster", account=line.duty.account_id)
        elif line.inquiry_id is not None:
            self._shell.go("register", inquiry_id=line.inquiry_id)

    def promise(self, line: Line) -> None:
        """Promise a call about a line's record: before closing today, else on the next morning."""
        if line.inquiry_id is None:
            return
        calendar, now = self._link.desk.calendar, self._link.desk.clock()
        local = calendar.local(now)
        usual = CallTime.CLOSING if CallTime.CLOSING in usual_times(local, calendar) else CallTime.NEXT_MORNING
        window = usual_window(usual, local, calendar)
        draft = CallDraft(
            token=secrets.token_hex(16),
            inquiry_id=line.inquiry_id,
            about=self.tr("提醒补正：{matter}").format(matter=line.notice.matter) if line.notice else "",
            not_before=calendar.instant(window.not_before) if window.not_before else None,
            due_at=calendar.instant(window.due),
        )
        self._change(callbacks.promise, draft, done=self._promised)

    def take_over(self, line: Line) -> None:
        """Take a shift over."""
        if line.note is not None:
            self._change(shifts.take, line.note.id, done=self._taken)

    def acknowledge(self, line: Line) -> None:
        """Acknowledge a transfer."""
        if line.inquiry_id is not None:
            words = self.tr("已签收 {number}").format(number=line.item.number if line.item else "")
            self._change(_acknowledge, line.inquiry_id, done=lambda _done: self._shell.toast(words))

    def accept(self, line: Line) -> None:
        """Accept papers that nobody answered; the record shows the notice, to be printed."""
        if line.silent is not None:
            self._change(waits.accept_silent, line.silent.id, done=self._accepted)

    def lapse(self, line: Line) -> None:
        """End a wait for papers that is over."""
        if line.lapsed is not None and line.lapsed.paused:
            self._change(case_ends.lapse, line.lapsed.id, done=lambda case: self._shell.toast(self._ended(case)))
        elif line.lapsed is not None:
            self._change(waits.lapse, line.lapsed.id, done=self._lapsed)

    def note_moved(self, line: Line) -> None:
        """Take note of a due date that moved with the calendar."""
        if line.moved is not None:
            words = self.tr("已知悉 {number} 的新期限").format(number=line.moved.number)
            self._change(due_moves.note_seen, line.moved.ids, done=lambda _done: self._shell.toast(words))

    def note_all_moved(self) -> None:
        """Take note of every due date that moved and that this person answers for."""
        words = self.tr("已知悉 {n} 件的新期限")
        self._change(due_moves.note_all_seen, done=lambda n: self._shell.toast(words.format(n=n)))

    def answer(self, item: SupervisionItem, text: str, refused: Callable[[ReceptionError], object]) -> None:
        """Answer a slip in writing."""

        def answered(_done: object) -> None:
            self.answers.pop(item.reminder_id, None)
            self._shell.toast(self.tr("已答复 {number} 的督办").format(number=item.number))

        self._change(supervision.answer, item.reminder_id, text, done=answered, refused=refused)

    def attempt(self, call: "CallLine", outcome: CallOutcome) -> None:
        """Note one try; a key that was struck twice in one go notes one."""
        last, self._pressed = self._pressed, (call.id, outcome, self.monotonic())
        if last[:2] == (call.id, outcome) and self.monotonic() - last[2] < ONE_GO:
            return
        token = f"{self._session}-{call.id}-{len(call.attempts)}"
        self._change(callbacks.attempt, call.id, outcome, "", token, done=self._tried)

    def pass_on(
        self, call: "CallLine", account_id: int, name: str, refused: Callable[[ReceptionError], object]
    ) -> None:
        """Let a colleague owe a call."""
        words = self.tr("已转给 {name}").format(name=name)
        self._change(
            callbacks.pass_on, call.id, account_id, done=lambda _done: self._shell.toast(words), refused=refused
        )

    def give_up(self, call: "CallLine", reason: str, refused: Callable[[ReceptionError], object]) -> None:
        """Settle a call without having reached anybody."""
        self._change(callbacks.give_up, call.id, reason, done=self._settled, refused=refused)

    def _call_acts(self, call: "CallLine") -> list[Act]:
        if call.restricted and not call.mine:
            return []
        language = self._shell.language
        acts = [
            Act(
                key=str(place),
                words=label(outcome, language),
                run=partial(self.attempt, call, outcome),
                primary=outcome is CallOutcome.REACHED,
            )
            for place, outcome in enumerate(OUTCOMES, start=1)
        ]
        if call.misses:
            acts.append(Act(key="5", words=self.tr("半小时后再打"), run=lambda: self._try_again(call)))
        acts.append(Act(key="6", words=self.tr("转给同事…"), run=lambda: self.form_wanted.emit("pass_on")))
        acts.append(Act(key="7", words=self.tr("不再回电…"), run=lambda: self.form_wanted.emit("give_up")))
        if call.masked and self._link.desk.may(Action.SEE_PERSONAL):
            acts.append(Act(key="8", words=self.tr("显示电话"), run=lambda: self._reveal(call)))
        return acts

    def _duty_acts(self, item: DutyItem) -> list[Act]:
        """Read a note or a report where it can be accepted; confirm a return."""
        note, absence = item.note, item.absence
        if note is not None and self._link.desk.may(Action.HAND_OVER):
            words = self.tr("看后接收") if item.kind == "handover" else self.tr("看后确认")
            return [Act(key="1", words=words, run=lambda: self._read_note(note), primary=True)]
        if absence is not None and may_confirm_return(item, self._link.desk):
            return [Act(key="1", words=self.tr("销假"), run=lambda: self._confirm_return(absence), primary=True)]
        if item.kind == "coming":
            return [Act(key="1", words=self.tr("指定临时顶岗"), run=lambda: self._name_ahead(item), primary=True)]
        return []

    def _name_ahead(self, item: DutyItem) -> None:
        from ui.roster.naming import NamingPage  # not at the top: few need it

        if item.on is not None:
            self._shell.open_step(NamingPage(self._shell, self._link, item.on, item.account_id))

    def _read_note(self, note: "Note") -> None:
        from ui.roster.handed import HandedPage  # not at the top: few need it

        self._shell.open_step(HandedPage(self._shell, self._link, note))

    def _confirm_return(self, absence: "Absence") -> None:
        words = self.tr("{name} 已销假").format(name=absence.account)
        self._change(absences.back, absence.id, done=lambda _done: self._shell.toast(words))

    def _opening(self, line: Line) -> str:
        if line.kind == "draft":
            return self.tr("继续填写")
        if line.duty is not None:
            return self.tr("去岗位与值班")
        if line.week is not None:
            return self.tr("去导出")
        if line.kind == "second":
            return self.tr("去核准")
        return self.tr("打开登记") if line.inquiry_id is not None else ""

    def _try_again(self, call: "CallLine") -> None:
        self._change(callbacks.try_again, call.id, done=self._again)

    def _reveal(self, call: "CallLine") -> None:
        self._change(call_list.reveal, call.id, done=self.revealed.emit)

    def _tried(self, tried: "Tried") -> None:
        if tried.outcome is CallOutcome.REACHED:
            self._settled(tried.callback)
            return
        said = self.tr("已记：{outcome}").format(outcome=label(tried.outcome, self._shell.language))
        if tried.outcome is CallOutcome.WRONG_NUMBER:
            said += self.tr("。请核对登记里的电话，或换个方式联系")
        elif tried.misses >= MANY_MISSES:
            said += self.tr("。已 {n} 次没有接通，可换个方式联系").format(n=tried.misses)
        elif tried.next_try is not None:
            said += self.tr("。按 5：{clock} 再打").format(clock=self._clock(tried.next_try))
        self._shell.toast(said)

    def _again(self, callback: Callback) -> None:
        if callback.not_before is not None:
            self._shell.toast(self.tr("{clock} 再打").format(clock=self._clock(callback.not_before)))

    def _settled(self, callback: Callback) -> None:
        self._shell.toast(self.tr("回电已了结"), lambda: self._change(callbacks.reopen, callback.id))

    def _promised(self, callback: Callback) -> None:
        self._shell.toast(told(self._link, callback, self._shell.language))

    def _accepted(self, letter: "Letter") -> None:
        from ui.letters.page import LetterPage  # not at the top: it brings the printing libraries along

        self._shell.toast(self.tr("已出具 {number}，请打印交来访人").format(number=letter.number))
        self._shell.open_step(LetterPage(self._shell, self._link, letter))

    def _lapsed(self, ended: "Ended") -> None:
        self._shell.toast(self._ended(ended.case), lambda: self._change(waits.take_back_lapse, ended))

    def _ended(self, case: "Case") -> str:
        return self.tr("{number} 已结案，请退还材料").format(number=case.case_no)

    def _taken(self, note: ShiftNote) -> None:
        self._shell.toast(self.tr("已接 {name} 的班").format(name=note.made_by))

    def _clock(self, instant: datetime) -> str:
        return f"{self._link.desk.calendar.local(instant):%H:%M}"

    def _change(
        self,
        service: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], object] | None = None,
        refused: Callable[[ReceptionError], object] | None = None,
    ) -> None:
        """Do one thing; while it is under way a key pressed twice does nothing."""
        if self.busy:
            return
        self.busy = True

        def finish(result: Any) -> None:
            self.busy = False
            self.carried_out.emit()
            if done is not None:
                done(result)

        def fail(error: ReceptionError) -> None:
            self.busy = False
            if refused is not None:
                refused(error)
            elif not isinstance(error, Unavailable):  # the window says that, with Retry
                self._shell.toast(sentence(error, self._shell.language))

        self._link.change(self, service, *arguments, done=finish, failed=fail)


def _acknowledge(desk: "Desk", inquiry_id: int) -> object:
    found = referrals.of(desk, inquiry_id)
    return referrals.acknowledge(desk, found.newest.id) if found is not None else None
