"""The small forms of what happens to a case on its way: stopped, longer, promised, given to a person."""

from typing import TYPE_CHECKING

from reception.rules.case_acts import CaseAct
from reception.rules.case_life import Extension, PauseCause
from reception.rules.case_limits import next_petition_limit
from reception.rules.inquiries import ReplyPref
from reception.services import case_ends, case_life, case_people, case_requests
from reception.services.case_life import PauseDraft
from reception.services.case_requests import MOST_DAYS, Answer
from reception.words import Language, instant_text, label, limit_text
from ui.cases.small_form import MomentField, SmallForm
from ui.catalogue.parts import LimitField, NumberField
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, LineField, TextField

if TYPE_CHECKING:
    from reception.services.case_files import CaseView
    from reception.services.case_people import Assignee

_REASON, _GROUND = 1000, 500


class ActForm(SmallForm):
    """A form that does one thing to one case."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language)
        self.view, self.act = view, act
        self.case_id = view.case.id

    def title(self) -> str:
        """Give what the form does, as a heading."""
        words = label(self.act, self._language)
        return words[:1].upper() + words[1:]


class SureForm(ActForm):
    """Says what will be, and asks for nothing: the clock runs again, a request is taken back, the wait ends."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        notes = {
            CaseAct.RESUME: self.tr("从现在起恢复计时，到期时间按停掉的天数顺延，同时出具恢复计时告知书。"),
            CaseAct.RETRACT: self.tr("撤回后不再等待批准，到期时间不变。"),
            CaseAct.LAPSE: self.tr("补正期限已过，材料仍未补齐。结束后来访人可以重新申请。"),
        }
        buttons = {
            CaseAct.RESUME: self.tr("恢复计时(&S)"),
            CaseAct.RETRACT: self.tr("撤回申请(&S)"),
            CaseAct.LAPSE: self.tr("按逾期未补正结束(&S)"),
        }
        self._lay_out(self.title(), notes[act], {}, buttons[act], warns=act is CaseAct.LAPSE)

    def send(self) -> None:
        """Do it."""
        services = {
            CaseAct.RESUME: case_life.resume,
            CaseAct.RETRACT: case_requests.retract,
            CaseAct.LAPSE: case_ends.lapse,
        }
        self._change(services[self.act], self.case_id)


class PauseForm(ActForm):
    """Why the clock stops, by which rule, and until when."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.cause = ChoiceField(self.tr("中止原因(&C)"), [(cause, label(cause, language)) for cause in PauseCause])
        self.cause.set_value(None)  # a cause is chosen, never taken over
        self.reason = TextField(self.tr("具体情况(&X)"), _REASON, lines=2)
        self.ground = LineField(self.tr("依据(&G)"), _GROUND)
        self.until = MomentField(self.tr("预计到哪天(&W)"), link, language, whole_days=True)
        self.until.edit.setPlaceholderText(self.tr("12-1、下周五"))
        note = self.tr("中止当天仍计入；同时出具中止计时告知书，交给申请人。")
        named: dict[str, Field] = {
            "cause": self.cause,
            "reason": self.reason,
            "ground": self.ground,
            "planned_on": self.until,
        }
        self._lay_out(self.title(), note, named, self.tr("中止计时(&S)"), warns=False)

    def send(self) -> None:
        """Stop the clock."""
        draft = PauseDraft(
            cause=self.cause.value(),
            reason=self.reason.text(),
            ground=self.ground.text(),
            planned_on=self.until.day(),
        )
        self._change(case_life.pause, self.case_id, draft)


class ExtendForm(ActForm):
    """How many working days more, and why."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.days = NumberField(self.tr("延长几个工作日(&D)"), 1, MOST_DAYS)
        self.reason = TextField(self.tr("延期理由(&X)"), _REASON, lines=2)
        note = self.tr("到期前由他人批准才算数；批准时出具延期告知书。")
        if view.statutory_due is not None:
            latest = instant_text(view.statutory_due, language)
            note += "\n" + self.tr("法定时限最迟到 {latest}。").format(latest=latest)
        named: dict[str, Field] = {"days": self.days, "reason": self.reason}
        self._lay_out(self.title(), note, named, self.tr("提出申请(&S)"), warns=False)

    def send(self) -> None:
        """Ask for it."""
        self._change(case_requests.extend, self.case_id, self.days.value(), self.reason.text())


class ReasonForm(ActForm):
    """Asks for nothing but a reason: a petition's longer limit, an application taken back."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        after = next_petition_limit(view.case.limit) if act is CaseAct.RECLASSIFY else None
        self.reason = TextField(self.tr("理由(&X)"), _REASON, lines=2)
        note = self.tr("这一件到此结束，登记随之办结。")
        if after is not None:
            note = self.tr("改为{limit}，自原来的起算时间算起；须由单位负责人批准。")
            note = note.format(limit=limit_text(after, language))
        button = self.tr("提出申请(&S)") if after else self.tr("记录撤回(&S)")
        self._lay_out(self.title(), note, {"reason": self.reason}, button, warns=False)

    def send(self) -> None:
        """Ask for it, or note it."""
        service = case_requests.reclassify if self.act is CaseAct.RECLASSIFY else case_ends.withdraw
        self._change(service, self.case_id, self.reason.text())


class PromiseForm(ActForm):
    """The limit of a case that had none."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.limit = LimitField(self.tr("时限(&L)"), language, self.tr("请选定"), self.tr("数量"))
        note = self.tr("从现在起算，不得长于法定时限和已公布的承诺。")
        self._lay_out(self.title(), note, {"limit": self.limit}, self.tr("给出时限(&S)"), warns=False)

    def send(self) -> None:
        """Promise it."""
        self._change(case_life.promise, self.case_id, self.limit.limit())


class AssignForm(ActForm):
    """To whom the case is given, and why."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.person = ChoiceField(self.tr("承办人(&P)"), [])
        self.reason = TextField(self.tr("理由(&X)"), _REASON, lines=2)
        note = self.tr("指定的人优先于岗位；不在岗时由其B岗代办。")
        named: dict[str, Field] = {"assigned_id": self.person, "reason": self.reason}
        self._lay_out(self.title(), note, named, self.tr("指定(&S)"), warns=False)
        self.act_button.setEnabled(False)
        restricted = view.case.restricted
        link.run(self, case_people.handlers, restricted=restricted, done=self._came, failed=self._refused)
        self._chosen: int | None = None

    def send(self) -> None:
        """Give it."""
        chosen = self.person.value()
        self._change(case_life.assign, self.case_id, chosen or None, self.reason.text())

    def bring_back(self, typed: dict[str, object]) -> None:
        """Show again what was typed before; the person as soon as the names are there."""
        kept = typed.get("assigned_id")
        self._chosen = kept if isinstance(kept, int) else None
        super().bring_back({name: value for name, value in typed.items() if name != "assigned_id"})

    def _came(self, people: "tuple[Assignee, ...]") -> None:
        choices: list[tuple[int, str]] = [(each.account_id, each.name) for each in people]
        choices = [each for each in choices if each[0] != self.view.case.assigned_id]
        if self.view.case.assigned_id is not None:
            choices.insert(0, (0, self.tr("交回岗位")))
        self.person.set_choices(choices)
        if self._chosen is not None:
            self.person.set_value(self._chosen)
        self.act_button.setEnabled(bool(choices))


class SettleForm(ActForm):
    """What is asked for, and yes or no with what that needs."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        asked = view.asked
        if asked is None:
            raise AssertionError("the act is open only where something is asked")
        self.answer = ChoiceField(self.tr("批复(&A)"), [(True, self.tr("批准")), (False, self.tr("不批准"))])
        self.answer.set_value(None)  # an answer is given, never taken over
        self.note = TextField(self.tr("意见，不批准时写明理由(&X)"), _REASON, lines=2)
        named: dict[str, Field] = {"granted": self.answer, "note": self.note}
        self.leader = TextField(self.tr("分管领导的决定(&L)"), _REASON, lines=2)
        if view.needs_leader:
            named["leader_decision"] = self.leader
        modes = [(mode, label(mode, language)) for mode in ReplyPref]
        self.told_mode = ChoiceField(self.tr("怎样告知来访人(&M)"), modes)
        self.told_mode.set_value(None)
        if not isinstance(asked, Extension):
            named["told_mode"] = self.told_mode
        self._lay_out(self.title(), self._asked(), named, self.tr("作出批复(&S)"), warns=False)

    def send(self) -> None:
        """Answer it."""
        granted = self.answer.value()
        if granted is None:
            self.answer.set_error(self.tr("请选批准或不批准。"))
            self.answer.setFocus()
            return
        answer = Answer(
            granted=granted,
            note=self.note.text(),
            leader_decision=self.leader.text(),
            told_mode=self.told_mode.value(),
        )
        self._change(case_requests.settle, self.case_id, answer)

    def _asked(self) -> str:
        asked = self.view.asked
        if isinstance(asked, Extension):
            words = self.tr("{name} 申请延长 {n} 个工作日：{reason}")
            return words.format(name=asked.asked_by, n=asked.days, reason=asked.reason)
        if asked is None:
            return ""
        after = limit_text(asked.after, self._language)
        words = self.tr("{name} 申请改为{limit}：{reason}")
        return words.format(name=asked.asked_by, limit=after, reason=asked.reason)
