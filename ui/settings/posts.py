"""The section of the posts: who holds each of them and who stands in; those that nobody has confirmed come first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.roster import MOST_STAND_INS, Post, stands_in_for
from reception.rules.staff import Account, Action
from reception.services import catalogue, posts, staff
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField
from ui.settings.foot import Foot
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

TABLE_WIDTH = 440
NOBODY = 0
"""Stands for nobody in the list of those who could stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post as the list shows it."""

    id: int
    post: Post
    holder: str
    stand_in: str
    unit: str


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
    people = staff.accounts(desk) if desk.may(Action.EDIT_STAFF) else ()
    return Roster(
        held=tuple(
            HeldPost(
                id=post.id,
                post=post,
                holder=names.get(post.holder_id, ""),
                stand_in=names.get(post.stand_in_id or 0, ""),
                unit=units.get(post.unit_code, post.unit_code),
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
                Column(title=self.tr("B岗"), text=lambda held: held.stand_in or self.tr("未设"), tone=_cover, width=84),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=84),
            ],
            name=self.tr("岗位列表"),
        )
        self.table.set_empty(self.tr("导入办事目录后，这里列出各事项的承办岗位。"))
        self.table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        self.summary = look.text_label("", "muted", wrap=True)
        self.post_name = look.text_label("", "strong", wrap=True)
        self.post_place = look.text_label("", "muted", wrap=True)
        self.holder = ChoiceField(self.tr("在岗人（A岗）(&N)"), [])
        self.stand_in = ChoiceField(self.tr("顶岗人（B岗）(&B)"), [])
        for field in (self.holder, self.stand_in):
            field.box.setMinimumWidth(look.scaled(180))
            field.edited.connect(self._hint)
        fields = {"holder_id": self.holder, "stand_in_id": self.stand_in}
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

    def submit(self) -> None:
        """Give the chosen post to the chosen person, or confirm who holds it."""
        if self._chosen is None or self.holder.value() is None or not self.foot.button.isEnabled():
            return
        self.foot.begin()
        row = self.table.currentIndex().row()
        following = self.table.records.record(row + 1)
        self._link.change(
            self,
            posts.staff_post,
            self._chosen.id,
            self.holder.value(),
            self.stand_in.value() or None,
            done=lambda post: self._kept(post, following),
            failed=self.foot.refuse,
        )

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addWidget(look.heading(self.tr("岗位")))
        inside.addWidget(self.summary)
        inside.addWidget(self.table, 1)
        entry, form = look.card(spacing=look.SPACE_L)
        for part in (self.post_name, self.post_place, self.holder, self.stand_in, self.foot):
            form.addWidget(part)
        form.addStretch(1)
        layout = look.row(frame, entry, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 5)
        layout.setStretchFactor(entry, 2)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _show(self, roster: Roster) -> None:
        waiting = sum(not held.post.confirmed for held in roster.held)
        self.summary.setText(self._summary(roster, waiting))
        self._posts = tuple(held.post for held in roster.held)
        people = [(account.id, account.name) for account in roster.people]
        self.holder.set_choices(people)
        self.stand_in.set_choices([(NOBODY, self.tr("（不设）")), *people])
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
        self._hint()

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

    def _kept(self, post: Post, following: HeldPost | None) -> None:
        self.foot.end()
        self._shell.toast(self.tr("已确认在岗人：{name}").format(name=post.name))
        if following is not None:
            self.table.select_record(following.id)
        self.entered()

    def _state(self, held: HeldPost) -> str:
        return self.tr("已确认") if held.post.confirmed else self.tr("待确认")

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"Post", "Account"} and self.isVisible():
            self.entered()


def _tone(held: HeldPost) -> look.Tone | None:
    return None if held.post.confirmed else "amber"


def _cover(held: HeldPost) -> look.Tone | None:
    return None if held.stand_in else "grey"
