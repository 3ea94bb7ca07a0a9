"""The small form of an absence: why, until when, how to be reached; what it leaves uncovered stands under it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.absences import SHORT_LENGTH, TO_CHOOSE, Absence, AbsenceDraft, AbsenceKind
from reception.rules.text_lengths import LENGTHS
from reception.rules.typed_times import LONGEST, Edge, read_moment
from reception.services import absences
from reception.words import Language, label, length_text, sentence
from reception.words.times import short_moment
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, FieldSet, LineField

if TYPE_CHECKING:
    from reception.services.absences import Colleague, Uncovered

POSTS_NAMED = 1
_CALM_MS = 150


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as it was typed."""

    kind: AbsenceKind | None = None
    from_text: str = ""
    until_text: str = ""
    reason: str = ""
    reach: str = ""
    leader_told: str = ""


class AbsenceForm(QFrame):
    """Enters an absence of a colleague, or puts off the return from one.

    Signals:
        carried_out(Absence): it stands in the book.
        left(): the person went back; what was typed stays.
    """

    carried_out = Signal(object)
    left = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.colleague: Colleague | None = None
        self.absence: Absence | None = None
        self.gaps: tuple[Uncovered, ...] = ()
        self._kept: dict[int, Typed] = {}
        self._asked: set[int] = set()
        self.title = look.text_label("", "strong", wrap=True)
        kinds = [(kind, label(kind, language)) for kind in TO_CHOOSE]
        lengths = LENGTHS[Absence]
        self.kind = ChoiceField(self.tr("事由(&K)"), kinds)
        self.until = LineField(self.tr("预计返回(&U)"), LONGEST)
        self.begins = LineField(self.tr("从何时起(&F)"), LONGEST)
        self.reach = LineField(self.tr("联系方式(&P)"), lengths["reach"])
        self.leader = LineField(self.tr("已告知哪位领导(&L)"), lengths["leader_told"])
        self.reason = LineField(self.tr("说明(&M)"), lengths["reason"])
        self.until.edit.setPlaceholderText(self.tr("14:30、明天、+90、12-1"))
        self.begins.edit.setPlaceholderText(self.tr("不填就是现在"))
        self.leader.edit.setPlaceholderText(self.tr("如 李处长 9:10"))
        self.warning = look.text_label("", "warning", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        self.save_button = look.primary_button("", self.submit)
        named = {"kind": self.kind, "until_at": self.until, "from_at": self.begins, "reach": self.reach}
        self._fields = FieldSet({**named, "leader_told": self.leader, "reason": self.reason}, self.error, language)
        self._asking = QTimer(self, interval=_CALM_MS, singleShot=True)
        self._asking.timeout.connect(self._ask)
        self._place()
        self._connect()

    def open(self, colleague: "Colleague", absence: Absence | None = None) -> None:
        """Begin an absence of a colleague, or with `absence` another time of return from it."""
        self.keep()
        self.colleague, self.absence = colleague, absence
        new = absence is None
        for field in (self.kind, self.begins, self.reach, self.leader, self.reason):
            field.setVisible(new)
        words = self.tr("{name} 离岗") if new else self.tr("{name} 改预计返回时间")
        self.title.setText(words.format(name=colleague.name))
        self._fill(self._kept.get(colleague.id, Typed(reach=colleague.phone)) if new else Typed())
        self.error.hide()
        self._fields.clear()
        self._show_gaps(())
        self._settle()
        self.setFocusProxy(self.kind if new else self.until)

    @property
    def is_asking(self) -> bool:
        """Tell whether it is still to be asked what the typed times leave uncovered."""
        return self._asking.isActive()

    def keep(self) -> None:
        """Remember what was typed for the colleague who is in the form."""
        if self.colleague is not None and self.absence is None:
            self._kept[self.colleague.id] = self.typed()

    def typed(self) -> Typed:
        """Give what stands in the fields."""
        return Typed(
            self.kind.value(),
            self.begins.text(),
            self.until.text(),
            self.reason.text(),
            self.reach.text(),
            self.leader.text(),
        )

    def submit(self) -> None:
        """Enter it; where posts stay uncovered only after the person was shown which."""
        if self.colleague is None or not self.save_button.isEnabled():
            return
        self._fields.clear()
        if not self._times_readable() or self._asks_for_leader():
            return
        draft = self._draft()
        self.save_button.setEnabled(False)
        if self.absence is None:
            knowing = bool(self.gaps)
            self._link.change(
                self, absences.set_away, draft, knowing_gaps=knowing, done=self._done, failed=self._refused
            )
        elif draft.until_at is None:
            self.save_button.setEnabled(True)
            self.until.set_error(self.tr("请填写新的预计返回时间。"))
        else:
            self._link.change(
                self, absences.prolong, self.absence.id, draft.until_at, done=self._done, failed=self._refused
            )

    def _place(self) -> None:
        times = look.row(self.until, self.begins, spacing=look.SPACE_M)
        reached = look.row(self.reach, self.leader, spacing=look.SPACE_M)
        for line in (times, reached):
            line.setStretch(0, 1)
            line.setStretch(1, 1)
        parts = (self.title, self.kind, times, reached, self.reason, self.warning, self.error, 1)
        self.setLayout(look.column(look.rule(), *parts, spacing=look.SPACE_M))
        self.buttons = QWidget()  # stands under the form and does not scroll away with it
        self.buttons.setLayout(look.row(1, self.back_button, self.save_button))

    def _connect(self) -> None:
        self.kind.edited.connect(self._kind_chosen)
        for field in (self.until, self.begins):
            field.edited.connect(self._settle)
        for line in (self.until, self.begins, self.reach, self.leader, self.reason):
            line.edit.returnPressed.connect(self.submit)

    def _fill(self, typed: Typed) -> None:
        self.kind.set_value(typed.kind)
        pairs = ((self.begins, typed.from_text), (self.until, typed.until_text), (self.reason, typed.reason))
        for field, text in (*pairs, (self.reach, typed.reach), (self.leader, typed.leader_told)):
            field.set_text(text)

    def _kind_chosen(self) -> None:
        minutes = int(SHORT_LENGTH / timedelta(minutes=1))
        if self.kind.value() is AbsenceKind.SHORT and not self.until.text():
            self.until.set_text(f"+{minutes}")
        self._settle()

    def _settle(self) -> None:
        """Say what the typed times mean, and ask what stays uncovered then."""
        desk = self._link.desk
        now = desk.calendar.local(desk.clock())
        for field, edge in self._edges():
            found = self._moment(field, edge)
            field.set_hint(short_moment(found, now, self._language) if found else "")
        self._label_button()
        self._asking.start()

    def _edges(self) -> tuple[tuple[LineField, Edge], ...]:
        return (self.until, "closing"), (self.begins, "opening")

    def _moment(self, field: LineField, edge: Edge) -> datetime | None:
        desk = self._link.desk
        return read_moment(field.text(), desk.calendar.local(desk.clock()), desk.calendar, edge)

    def _times_readable(self) -> bool:
        readable = True
        for field, edge in self._edges():
            if field.text().strip() and self._moment(field, edge) is None:
                field.set_error(self.tr("看不懂这个时间，请写成 14:30、明天 9:00 或 12-1。"))
                if readable:
                    field.setFocus()
                readable = False
        return readable

    def _asks_for_leader(self) -> bool:
        """Ask which leader was told and when where nobody is named: once an absence, never for a moment outside.

        Source: clauses D4.5; handbook §4.3 no. 1.
        """
        kind, who = self.kind.value(), self.colleague
        if who is None or self.absence is not None or kind in (None, AbsenceKind.SHORT) or self.leader.text().strip():
            return False
        if who.id in self._asked or not self.until.text().strip():
            return False
        self._asked.add(who.id)
        self.leader.set_error(self.tr("告知了哪位领导、何时？还没有告知就再登记一次，不再问。"))
        self.leader.setFocus()
        return True

    def _draft(self) -> AbsenceDraft:
        until, begins = (self._moment(field, edge) for field, edge in self._edges())
        calendar = self._link.desk.calendar
        draft = AbsenceDraft(
            account_id=self.colleague.id if self.colleague else None,
            kind=self.kind.value(),
            from_at=calendar.instant(begins) if begins else None,
            until_at=calendar.instant(until) if until else None,
            reason=self.reason.text(),
            reach=self.reach.text(),
            leader_told=self.leader.text(),
        )
        if self.absence is None:
            return draft
        return replace(draft, kind=self.absence.kind, from_at=self.absence.from_at)

    def _ask(self) -> None:
        if self.colleague is not None:
            self._link.run(
                self, absences.uncovered, self._draft(), done=self._show_gaps, failed=lambda _error: None, latest=True
            )

    def _show_gaps(self, gaps: "Sequence[Uncovered]") -> None:
        self.gaps = tuple(gaps)
        self.warning.setText("\n".join(self._gap_words()))
        self.warning.setVisible(bool(self.gaps))
        self._label_button()

    def _label_button(self) -> None:
        if self.absence is not None:
            self.save_button.setText(self.tr("改时间(&S)"))
        elif self.gaps:
            self.save_button.setText(self.tr("知道空岗，仍登记(&S)"))
        else:
            self.save_button.setText(self.tr("登记离岗(&S)"))

    def _gap_words(self) -> list[str]:
        """Give one line for the posts that are uncovered at the same time for the same reason."""
        together: dict[tuple[datetime, datetime, tuple[str, ...], int], list[str]] = {}
        for gap in self.gaps:
            together.setdefault((gap.first, gap.last, gap.others, gap.minutes), []).append(gap.post)
        return [self._one_gap(*span, names) for span, names in together.items()]

    def _one_gap(self, first: datetime, last: datetime, others: tuple[str, ...], minutes: int, names: list[str]) -> str:
        posts = self.tr("、").join(names)
        if len(names) > POSTS_NAMED:
            posts = self.tr("{count} 个岗位").format(count=len(names))
        ends = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%m-%d %H:%M}"
        why = self.tr("{other} 同时离岗").format(other=self.tr("、").join(others)) if others else self.tr("没有设 B岗")
        words = self.tr("▲ {posts}空岗 {length}：{first} 至 {last}，{why}。")
        length = length_text(timedelta(minutes=minutes), self._language)
        return words.format(posts=posts, length=length, first=f"{first:%m-%d %H:%M}", last=ends, why=why)

    def _done(self, absence: Absence) -> None:
        self.save_button.setEnabled(True)
        self._kept.pop(absence.account_id, None)
        self._asked.discard(absence.account_id)
        self.colleague = None
        self.carried_out.emit(absence)

    def _refused(self, error: ReceptionError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Invalid):
            if any(reason.code == "post_uncovered" for reason in error.reasons):
                self._ask()
            self._fields.show(error)
            return
        self.error.setText(sentence(error, self._language))
        self.error.show()
