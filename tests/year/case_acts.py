"""What happens to records and cases in the simulated year, chosen at random, allowed or not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

from reception.rules.case_acts import CaseAct
from reception.rules.case_life import PauseCause
from reception.rules.cases import Case, Referral, ReturnReason
from reception.rules.catalogue import Category
from reception.rules.inquiries import Channel, Disposition, InquiryDraft, Paper, ReplyPref, Scope, VoidReason
from reception.rules.letters import Letter
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notices import NoticeDraft
from reception.rules.papers import PaperKind
from reception.rules.referrals import AckMode
from reception.rules.staff import Role
from reception.services import (
    case_ends,
    case_files,
    case_life,
    case_requests,
    catalogue,
    corrections,
    due_moves,
    inquiries,
    letters,
    presence,
    referrals,
    supervision,
    supplements,
)
from reception.services.case_ends import Closing, Refusal
from reception.services.case_life import PauseDraft
from reception.services.case_requests import Answer
from reception.services.demo.contacts import Setting, contact
from reception.services.demo.people import person
from reception.services.desk import Desk
from reception.store import records
from tests.drafts import draft_of
from tests.year.office import POSTS, Stage

_OWN_WORDS = (
    *(None, None, None),
    *(Limit(unit=LimitUnit.WHOUR, n=4), Limit(unit=LimitUnit.HOUR, n=30), Limit(unit=LimitUnit.SAME_DAY, n=0)),
    *(Limit(unit=LimitUnit.CD, n=2), Limit(unit=LimitUnit.WD, n=1)),
)
_WAYS = (
    *(Disposition.D3,) * 10,
    *(Disposition.D4,) * 3,
    *(Disposition.D5B,) * 3,
    *(Disposition.D6,) * 3,
    *(Disposition.D9,) * 2,
    Disposition.D10,
)
_TOLD = Closing(result="已办结", told_mode=ReplyPref.PHONE)
_REFUSAL = Refusal(
    reason="不符合规定", basis="学籍管理规定", clause="第八条", remedy="可申诉", told_mode=ReplyPref.PHONE
)
_WEIGHTS: Mapping[CaseAct, int] = {
    CaseAct.CLOSE: 14,
    CaseAct.RESUME: 12,
    CaseAct.PAUSE: 9,
    CaseAct.SETTLE: 60,
    CaseAct.RETRACT: 1,
    CaseAct.EXTEND: 9,
    CaseAct.RECLASSIFY: 20,
    CaseAct.PROMISE: 10,
    CaseAct.REFUSE: 2,
    CaseAct.LAPSE: 12,
    CaseAct.WITHDRAW: 2,
    CaseAct.ASSIGN: 3,
    CaseAct.REOPEN: 30,
}


@dataclass
class Work:
    """The records of the year and what is done with them."""

    stage: Stage
    open_ids: list[int] = field(default_factory=list)
    closed_ids: list[int] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    opened: int = 0
    _setting: Setting | None = None

    @property
    def setting(self) -> Setting:
        """Give the catalogue that contacts happen in."""
        if self._setting is None:
            desk = self.stage.keeper
            own = [one for one in catalogue.matters(desk) if one.post_code in POSTS]
            others = [one for one in catalogue.matters(desk) if one.post_code not in POSTS]
            self._setting = Setting(own=own, others=others, units={unit.code: unit for unit in catalogue.units(desk)})
        return self._setting

    def record(self, desk: Desk) -> None:
        """Receive somebody: a case, a transfer, a notice of what lacks."""
        random = self.stage.random
        way = random.choice(_WAYS)
        notice: NoticeDraft | None = None
        if way in (Disposition.D4, Disposition.D5B, Disposition.D6):
            made = contact(random, self.setting, person(random), way, self.stage.clock(), "")
            draft, notice = replace(made.draft, received_at=None), made.notice
            if way is not Disposition.D4 and random.random() < 0.15:
                draft = replace(draft, to_person=random.choice(self.stage.clerks).account.name)
        elif way is Disposition.D3:
            draft = self._accepted()
        else:
            draft = draft_of(way, token=self._token())
        if random.random() < 0.2:
            draft = replace(draft, channel=random.choice((Channel.EMAIL, Channel.LETTER, Channel.ONLINE)))
        done = inquiries.record(desk, draft, notice)
        if done.case is not None:
            self.open_ids.append(done.case.id)
            self.opened += 1
        if done.referral is not None:
            self.sent.append(done.referral.inquiry_id)
        if done.notice is not None and way is Disposition.D4:
            self.slips.append(done.notice.number)

    def _token(self) -> str:
        return str(UUID(int=self.stage.random.getrandbits(128), version=4))

    def _accepted(self) -> InquiryDraft:
        random = self.stage.random
        petitions = [one for one in self.setting.own if one.category is Category.PETITION]
        matter = random.choice(petitions if random.random() < 0.2 else self.setting.own)
        draft = draft_of(Disposition.D3, token=self._token(), matter=matter.code)
        if random.random() < 0.04:
            return replace(draft, disposition=Disposition.D9, scope=Scope.UNCLEAR, matter="", papers=None)
        limit = random.choice(_OWN_WORDS)
        return replace(draft, limit=limit, papers=(Paper(name="申请表"),))

    def come_back(self, desk: Desk) -> None:
        """Let a visitor come back with the papers that his slip named."""
        if not self.slips:
            return
        number = self.slips.pop(self.stage.random.randrange(len(self.slips)))
        brought = supplements.bring_back(desk, number, self._token())
        draft = replace(brought.draft, disposition=Disposition.D3, papers=(Paper(name="补齐的材料"),))
        done = inquiries.record(desk, draft)
        if done.case is not None:
            self.open_ids.append(done.case.id)
            self.opened += 1

    def act(self) -> str:
        """Do something with a case that somebody may do now."""
        random = self.stage.random
        pool = self.closed_ids if self.closed_ids and random.random() < 0.03 else self.open_ids
        if not pool:
            return ""
        number = random.choice(pool)
        desk = self._somebody_for(number)
        view = case_files.by_id(desk, number)
        if not view.acts:
            if pool is self.open_ids and view.case.closed_at is not None:
                self._moved(number)
            return ""
        act = random.choices(view.acts, [_WEIGHTS[each] for each in view.acts])[0]
        if act is CaseAct.CLOSE and random.random() < 0.45:
            return ""
        self._do(act, desk, view.case)
        self._moved(number)
        return act.value

    def _somebody_for(self, number: int) -> Desk:
        random = self.stage.random
        with self.stage.store.reading():
            case = records.get(Case, number)
            worker = presence.roll_within(self.stage.clock()).works_on(case).account_id
        if random.random() < 0.3:
            return random.choice(self.stage.with_role(Role.SECTION_HEAD, Role.UNIT_HEAD, Role.SUPERVISOR))
        if random.random() < 0.04 or worker not in self.stage.desks:
            return random.choice(list(self.stage.desks.values()))
        return self.stage.desks[worker]

    def _moved(self, number: int) -> None:
        with self.stage.store.reading():
            case = records.get(Case, number)
        ended = case.status.value in ("closed", "void")
        if ended and number in self.open_ids:
            self.open_ids.remove(number)
            self.closed_ids.append(number)
        elif not ended and number in self.closed_ids:
            self.closed_ids.remove(number)
            self.open_ids.append(number)

    def _do(self, act: CaseAct, desk: Desk, case: Case) -> None:
        random, number = self.stage.random, case.id
        days = random.choice((1, 2, 3, 4, 5, 7, 12))
        today = desk.calendar.local(self.stage.clock()).date()
        planned = today + timedelta(days=random.choice((1, 2, 3, 5, 8, 14)))
        cause = random.choice((PauseCause.SUPPLEMENT, *PauseCause))
        limit = Limit(unit=random.choice((LimitUnit.WD, LimitUnit.WD, LimitUnit.CD)), n=random.randint(1, 3))
        people = [None, *(each.account.id for each in self.stage.clerks)]
        granted = random.random() < 0.75
        acts: Mapping[CaseAct, Callable[[], object]] = {
            CaseAct.CLOSE: lambda: case_ends.close(desk, number, replace(_TOLD, letter=random.random() < 0.1)),
            CaseAct.RESUME: lambda: case_life.resume(desk, number),
            CaseAct.PAUSE: lambda: case_life.pause(
                desk, number, PauseDraft(cause=cause, reason="等待", ground="规定第八条", planned_on=planned)
            ),
            CaseAct.SETTLE: lambda: case_requests.settle(
                desk,
                number,
                Answer(granted=granted, note="意见", leader_decision="分管领导同意", told_mode=ReplyPref.PHONE),
            ),
            CaseAct.RETRACT: lambda: case_requests.retract(desk, number),
            CaseAct.EXTEND: lambda: case_requests.extend(desk, number, days, "等盖章"),
            CaseAct.RECLASSIFY: lambda: case_requests.reclassify(desk, number, "情况复杂"),
            CaseAct.PROMISE: lambda: case_life.promise(desk, number, limit),
            CaseAct.REFUSE: lambda: case_ends.refuse(desk, number, _REFUSAL),
            CaseAct.LAPSE: lambda: case_ends.lapse(desk, number),
            CaseAct.WITHDRAW: lambda: case_ends.withdraw(desk, number, "本人撤回"),
            CaseAct.ASSIGN: lambda: case_life.assign(desk, number, random.choice(people), "分工"),
            CaseAct.REOPEN: lambda: case_ends.reopen(desk, number, limit, "来访人有异议"),
        }
        acts[act]()

    def void_something(self) -> None:
        """Let a head take back a letter of an extension, or a whole record."""
        random = self.stage.random
        head = random.choice(self.stage.with_role(Role.SECTION_HEAD, Role.UNIT_HEAD))
        if random.random() < 0.5 and self.open_ids:
            case = case_files.by_id(head, random.choice(self.open_ids)).case
            corrections.void(head, case.inquiry_id, VoidReason.MISTAKE, "登记有误")
            self._moved(case.id)
            return
        with self.stage.store.reading():
            written = [each for each in records.select(Letter) if each.kind == PaperKind.YQ and not each.void]
        if written:
            letters.void_letter(head, random.choice(written[-12:]).id, "写错了")

    def transfer(self) -> None:
        """Do something with a transfer that is not settled."""
        random = self.stage.random
        if not self.sent:
            return
        inquiry_id = random.choice(self.sent)
        with self.stage.store.reading():
            newest = records.select(Referral, inquiry_id=inquiry_id)[-1]
            worker = presence.roll_within(self.stage.clock()).receives(newest).account_id
        if newest.status.value in ("acknowledged", "void") and random.random() < 0.9:
            self.sent.remove(inquiry_id)
            return
        everybody = list(self.stage.desks.values())
        desk = self.stage.desks.get(worker) if random.random() < 0.6 else random.choice(everybody)
        desk = desk or random.choice(everybody)
        if newest.status.value == "deciding":
            desk = random.choice(self.stage.with_role(Role.UNIT_HEAD))
            referrals.decide(desk, newest.id, random.choice(POSTS), "由该岗位承办")
        elif random.random() < 0.55:
            referrals.acknowledge(desk, newest.id)
        elif random.random() < 0.3:
            referrals.acknowledge(desk, newest.id, by="刘老师", mode=AckMode.BY_PHONE)
        elif random.random() < 0.5:
            referrals.give_back(desk, newest.id, ReturnReason.OTHER_POST, "不属本岗")
        else:
            referrals.pass_on(desk, newest.id, random.choice(POSTS), "应由该岗位办理")

    def answer_something(self) -> None:
        """Answer a slip, note reminders and moved dates as somebody would who comes to his screen."""
        random = self.stage.random
        desk = random.choice(list(self.stage.desks.values()))
        lines = supervision.to_answer(desk)
        if lines:
            supervision.answer(desk, random.choice(lines).id, "正在办理")
        if random.random() < 0.3:
            supervision.note_seen(desk, [line.id for line in supervision.unseen(desk)][:5])
        if random.random() < 0.3:
            due_moves.note_all_seen(desk)
