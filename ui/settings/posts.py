"""The section of the posts: who holds each of them; those that nobody has confirmed come first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.roster import Post
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post as the list shows it."""

    id: int
    post: Post
    holder: str
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
                unit=units.get(post.unit_code, post.unit_code),
            )
            for post in in_order
        ),
        people=tuple(account for account in people if account.active),
    )


class PostsSection(QWidget):
    """The list of posts, and who is to hold the chosen one."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: HeldPost | None = None
        self.table = RecordTable(
            [
                Column(title=self.tr("编码"), text=lambda held: held.post.code, width=96),
                Column(title=self.tr("岗位"), text=lambda held: held.post.name, tip=lambda held: held.post.name),
                Column(title=self.tr("在岗人"), text=lambda held: held.holder, width=100),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=84),
            ],
            name=self.tr("岗位列表"),
        )
        self.table.set_empty(self.tr("导入办事目录后，这里列出各事项的承办岗位。"))
        self.table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        self.summary = look.text_label("", "muted", wrap=True)
        self.post_name = look.text_label("", "strong", wrap=True)
        self.post_place = look.text_label("", "muted", wrap=True)
        self.holder = ChoiceField(self.tr("在岗人(&N)"), [])
        self.holder.box.setMinimumWidth(look.scaled(180))
        self.foot = Foot(shell, {"holder_id": self.holder}, self.tr("确认在岗人(&S)"), self.submit)
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
            posts.assign_post,
            self._chosen.id,
            self.holder.value(),
            done=lambda post: self._kept(post, following),
            failed=self.foot.refuse,
        )

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addWidget(look.heading(self.tr("岗位")))
        inside.addWidget(self.summary)
        inside.addWidget(self.table, 1)
        entry, form = look.card(spacing=look.SPACE_L)
        for part in (self.post_name, self.post_place, self.holder, self.foot):
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
        self.holder.set_choices([(account.id, account.name) for account in roster.people])
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
