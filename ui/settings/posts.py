"""The section of the posts: who holds each of them and who stands in; those that nobody has confirmed come first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.assignments import StaffFault, Staffing
from reception.rules.roster import MOST_STAND_INS, Post, stands_in_for
from reception.rules.staff import Account, Action
from reception.rules.typed_times import LONGEST, read_moment
from reception.services import assignments, catalogue, posts, staff
from reception.words import date_text, label
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, LineField
from ui.settings.foot import Foot
from ui.settings.kept_apart import KeptApartPart
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from datetime import date

    from reception.services.assignments import Tenure
    from reception.services.desk import Desk

TABLE_WIDTH, TABLE_HEIGHT, SIDE = 440, 240, 328
MOST_PAST = 4
NOBODY = 0
"""Stands for nobody in the list of those who could stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post as the list shows it."""

    id: int
    post: Post
    holder: str
    stand_in: str
    second: str
    unit: str
    faults: tuple[StaffFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The posts, unconfirmed ones first, and who can be given one."""

    held: tuple[HeldPost, ...]
    people: tuple[Account, ...]


def read_posts(desk: "Desk") -> Roster:
    """Give the posts with their holders, and the accounts in use to whoever may give posts away."""
    names = posts.holders(desk)
    units = {unit.code: unit.name for unit in catalogue.units(desk, inactive=True)}
    in_order = sorted(posts.posts(desk), key=lambda post: (post.confirmed, post.code))
    faults = assignments.faults(desk)
    people = staff.accounts(desk) if desk.may(Action.EDIT_STAFF) else ()
    return Roster(
        held=tuple(
            HeldPost(
                id=post.id,
                post=post,
                holder=names.get(post.holder_id, ""),
                stand_in=names.get(post.stand_in_id or 0, ""),
                second=names.get(post.second_id or 0, ""),
                unit=units.get(post.unit_code, post.unit_code),
                faults=faults.get(post.id, ()),
            )
            for post in in_order
        ),
        people=tuple(account for account in people if account.active),
    )


class PostsSection(QWidget):
    """The list of posts, and who is to hold the chosen one and to stand in."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: HeldPost | None = None
        self._posts: tuple[Post, ...] = ()
        self.table = RecordTable(
            [
                Column(title=self.tr("编码"), text=lambda held: held.post.code, width=80),
                Column(title=self.tr("岗位"), text=lambda held: held.post.name, tip=lambda held: held.post.name),
                Column(title=self.tr("A岗"), text=lambda held: held.holder, width=84),
                Column(title=self.tr("B岗"), text=self._stand_ins, tone=_cover, tip=self._stand_ins, width=96),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, tip=self._state, width=104),
            ],
            name=self.tr("岗位列表"),
        )
        self.table.set_empty(self.tr("导入办事目录后，这里列出各事项的承办岗位。"))
        self.table.setMinimumSize(look.scaled(TABLE_WIDTH), look.scaled(TABLE_HEIGHT))
        self.summary = look.text_label("", "muted", wrap=True)
        self.post_name = look.text_label("", "strong", wrap=True)
        self.post_place = look.text_label("", "muted", wrap=True)
        self.holder = ChoiceField(self.tr("在岗人（A岗）(&N)"), [])
        self.stand_in = ChoiceField(self.tr("顶岗人（B岗）(&B)"), [])
        self.second = ChoiceField(self.tr("第二顶岗人（B2）(&C)"), [])
        self.swap_button = look.link_button(self.tr("对调两位顶岗人(&X)"), self.swap)
        self.begins = LineField(self.tr("从哪天起(&F)"), LONGEST)
        self.begins.edit.setPlaceholderText(self.tr("不填就是今天"))
        self.approved = LineField(self.tr("批准人(&P)"), assignments.APPROVED_LENGTH)
        self.tenures = look.text_label("", "hint", wrap=True)
        self.faults = look.text_label("", "warning", wrap=True)
        self.apart = KeptApartPart(shell, link)
        self.apart.changed.connect(self.entered)
        for field in (self.holder, self.stand_in, self.second):
            field.box.setMinimumWidth(look.scaled(180))
            field.edited.connect(self._hint)
        self.begins.edited.connect(self._say_day)
        chosen: dict[str, Field] = {"holder_id": self.holder, "stand_in_id": self.stand_in, "second_id": self.second}
        fields = {**chosen, "from_on": self.begins, "approved_by": self.approved}
        self.foot = Foot(shell, fields, self.tr("确认在岗人(&S)"), self.submit)
        self._lay_out()
        self.table.selected.connect(self._choose)
        self.table.chosen.connect(lambda _held: self.submit())
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the posts."""
        self.foot.allow(self._link.desk.may(Action.EDIT_STAFF), Action.EDIT_STAFF)
        self._link.run(self, read_posts, done=self._show, latest=True)
        self.apart.read()

    def submit(self) -> None:
        """Give the chosen post to the chosen person, or confirm who holds it."""
        if self._chosen is None or self.holder.value() is None or not self.foot.button.isEnabled():
            return
        day = self._day()
        if self.begins.text().strip() and day is None:
            self.begins.set_error(self.tr("看不懂这个日期，请写成 12-1 或 2026-12-01。"))
            return
        self.foot.begin()
        row = self.table.currentIndex().row()
        following = self.table.records.record(row + 1)
        self._link.change(
            self,
            assignments.assign,
            self._chosen.id,
            Staffing(
                holder_id=self.holder.value(),
                stand_in_id=self.stand_in.value() or None,
                second_id=self.second.value() or None,
                from_on=day,
                approved_by=self.approved.text(),
            ),
            done=lambda post: self._kept(post, following, day),
            failed=self.foot.refuse,
        )

    def swap(self) -> None:
        """Let the second stand-in be asked first."""
        first, second = self.stand_in.value(), self.second.value()
        if second:
            self.stand_in.set_value(second)
            self.second.set_value(first)
            self._hint()

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addWidget(look.heading(self.tr("岗位")))
        inside.addWidget(self.summary)
        inside.addWidget(self.table, 1)
        entry, form = look.card(spacing=look.SPACE_L)
        when = look.row(self.begins, self.approved, spacing=look.SPACE_M)
        for part in (self.post_name, self.post_place, self.faults, self.holder, self.stand_in, self.second):
            form.addWidget(part)
        form.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignLeft)
        form.addLayout(when)
        for below in (self.foot, self.tenures, self.apart):
            form.addWidget(below)
        form.addStretch(1)
        self.setLayout(look.column(Beside(frame, entry, SIDE, "below")))
        self.setFocusProxy(self.table)

    def _show(self, roster: Roster) -> None:
        waiting = sum(not held.post.confirmed for held in roster.held)
        self.summary.setText(self._summary(roster, waiting))
        self._posts = tuple(held.post for held in roster.held)
        people = [(account.id, account.name) for account in roster.people]
        self.holder.set_choices(people)
        for field in (self.stand_in, self.second):
            field.set_choices([(NOBODY, self.tr("（不设）")), *people])
        self.table.show_records(roster.held)
        if self.table.current() is None and roster.held:
            self.table.select_record(roster.held[0].id)
        else:
            self._choose(self.table.current())

    def _summary(self, roster: Roster, waiting: int) -> str:
        if not waiting:
            return self.tr("共 {count} 个岗位，在岗人都已确认。").format(count=len(roster.held))
        first = self.tr("共 {count} 个岗位，其中 {waiting} 个还没有确认在岗人，排在前面。")
        rule = self.tr("建立单位时各岗位都先由第一个账号代管，请逐个选定实际在岗人；不变的也请确认一次。")
        return first.format(count=len(roster.held), waiting=waiting) + rule

    def _choose(self, held: HeldPost | None) -> None:
        self._chosen = held
        self.foot.fields.clear()
        self.post_name.setText(f"{held.post.code} {held.post.name}" if held else "")
        place = (held.unit, held.post.place, held.post.phone) if held else ()
        self.post_place.setText(" · ".join(part for part in place if part))
        self.holder.set_value(held.post.holder_id if held else None)
        self.stand_in.set_value((held.post.stand_in_id or NOBODY) if held else None)
        self.second.set_value((held.post.second_id or NOBODY) if held else None)
        for line in (self.begins, self.approved):
            line.set_text("")
            line.set_hint("")
        comma = self.tr("、")
        faults = [label(fault, self._shell.language) for fault in held.faults] if held else []
        self.faults.setText(self.tr("▲ {faults}").format(faults=comma.join(faults)) if faults else "")
        self.faults.setVisible(bool(faults))
        self.tenures.setText("")
        self.tenures.hide()
        self.apart.show_post(held.post if held else None, self._posts)
        if held is not None:
            self._link.run(self, assignments.tenures, held.id, done=self._show_tenures, latest=True)
        self._hint()

    def _show_tenures(self, found: "tuple[Tenure, ...]") -> None:
        """Say who is planned, and who was before."""
        past = [each for each in found if not each.planned and each.assignment.to_on is not None]
        planned = [each for each in found if each.planned]
        lines = [self._tenure(each, self.tr("将任")) for each in planned]
        lines += [self._tenure(each, self.tr("曾任")) for each in past[:MOST_PAST]]
        self.tenures.setText("\n".join(lines))
        self.tenures.setVisible(bool(lines))

    def _tenure(self, tenure: "Tenure", words: str) -> str:
        each = tenure.assignment
        until = self.tr("至 {day}").format(day=each.to_on) if each.to_on else ""
        since = self.tr("自 {day}").format(day=each.from_on)
        role = label(each.role, self._shell.language)
        return " ".join(part for part in (words, role, tenure.name, since, until) if part)

    def _day(self) -> "date | None":
        desk = self._link.desk
        found = read_moment(self.begins.text(), desk.calendar.local(desk.clock()), desk.calendar, "opening")
        return found.date() if found is not None else None

    def _say_day(self) -> None:
        day = self._day()
        self.begins.set_hint(date_text(day, self._shell.language) if day is not None else "")

    def _hint(self) -> None:
        """Say when somebody would stand in for more posts than one person can."""
        chosen = self.stand_in.value()
        if not chosen or self._chosen is None:
            self.stand_in.set_hint(self.tr("A岗离岗时，转办和待办自动转给顶岗人。"))
            return
        others = [post for post in stands_in_for(self._posts, chosen) if post.id != self._chosen.id]
        words = self.tr("还在 {count} 个岗位任 B岗；一人顶岗不宜超过 {most} 个。")
        many = len(others) >= MOST_STAND_INS
        self.stand_in.set_hint(words.format(count=len(others), most=MOST_STAND_INS) if many else "")
        look.set_role(self.stand_in.line, "warning" if many else "hint")

    def _kept(self, post: Post, following: HeldPost | None, day: "date | None") -> None:
        self.foot.end()
        desk = self._link.desk
        if day is not None and day > desk.calendar.local(desk.clock()).date():
            words = self.tr("已排定：{name}，{day} 起生效").format(name=post.name, day=day)
            self._shell.toast(words)
            self.entered()
            return
        self._shell.toast(self.tr("已确认在岗人：{name}").format(name=post.name))
        if following is not None:
            self.table.select_record(following.id)
        self.entered()

    def _stand_ins(self, held: HeldPost) -> str:
        return self.tr("、").join(name for name in (held.stand_in, held.second) if name) or self.tr("未设")

    def _state(self, held: HeldPost) -> str:
        """Give the gravest of what is wrong, or that all is well."""
        if not held.post.confirmed:
            return self.tr("待确认")
        return label(held.faults[0], self._shell.language) if held.faults else self.tr("已确认")

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"Post", "Account", "Assignment"} and self.isVisible():
            self.entered()


def _tone(held: HeldPost) -> look.Tone | None:
    return None if held.post.confirmed and not held.faults else "amber"


def _cover(held: HeldPost) -> look.Tone | None:
    return None if held.stand_in else "grey"
