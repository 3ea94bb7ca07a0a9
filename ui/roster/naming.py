"""Naming who stands in for a gap that is still to come: which posts, from when until when, and who."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception.rules.coming_gaps import NamingDraft
from reception.rules.typed_times import LONGEST, Edge
from reception.services import coming_gaps
from reception.words.displays import post_name
from reception.words.times import length_text, short_moment
from ui import look
from ui.beside import give_back
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField
from ui.inquiries.suggesting import ColleagueField
from ui.roomy import Roomy
from ui.roster.kept_form import KeptForm, halves
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from datetime import datetime

    from reception.services.coming_gaps import GapChoice, Nameable

NAME_LENGTH = 60
WIDTH = 640


class NamingForm(KeptForm):
    """Asks who takes a gap; the stretch of the gap stands there already.

    Args:
        host: the page, above which the names of colleagues open.
    """

    def __init__(self, shell: Shell, link: DeskLink, host: QWidget) -> None:
        super().__init__(shell, link, "naming")
        self.choices: dict[str, GapChoice] = {}
        self.post = ChoiceField(self.tr("空岗(&P)"), [])
        self.from_at = LineField(self.tr("从(&F)"), LONGEST)
        self.until_at = LineField(self.tr("到(&T)"), LONGEST)
        self.person = ColleagueField(self.tr("由谁临时顶岗(&N)"), host, NAME_LENGTH)
        self.person.edit.setPlaceholderText(self.tr("姓名或拼音；按 ↓ 看可以指定的人"))
        self.save_button = look.primary_button(self.tr("指定 Ctrl+S"), self.submit)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        times = {"from_at": self.from_at, "until_at": self.until_at}
        self.take_fields({"post_ids": self.post, **times, "person": self.person})
        for field in self.fields.values():
            field.set_required(True)
        self.post.edited.connect(self._propose)
        self.from_at.edited.connect(lambda: self.tell_moment("from_at", "opening"))
        self.until_at.edited.connect(lambda: self.tell_moment("until_at", "closing"))
        for line in (self.from_at, self.until_at, self.person):
            line.edit.returnPressed.connect(self.submit)
        self.title.setText(self.tr("提前指定临时顶岗"))
        self._place()

    def show_found(self, found: "Nameable", key: str) -> None:
        """Offer the gaps, the first one chosen, and who may be named."""
        self.choices = {each.id: each for each in found.choices}
        self.offer("post_ids", [(each.id, self._words(each)) for each in found.choices])
        self.person.set_people(found.people)
        self.set_busy(busy=False)
        if not found.choices:
            self._set.say(self.tr("这里已经没有空岗：离岗改了期，或者有人回来了。"))
            return
        first = found.choices[0]
        self.open_as(key, {"post_ids": first.id, **_times(first)})
        self._tell()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Name the person."""
        if not self.save_button.isEnabled():
            return
        draft = self._draft()
        if draft is not None:
            said = self.tr("已指定 {name} 临时顶岗，到时自动接手").format(name=draft.person.strip())
            self.change(coming_gaps.name, draft, said=said)

    def set_busy(self, *, busy: bool) -> None:
        """Let the button act, or not while something is under way or there is no gap."""
        self.save_button.setEnabled(bool(self.choices) and not busy)

    def _draft(self) -> NamingDraft | None:
        """Give what stands in the fields; None where a time cannot be read, which its field says."""
        self._set.clear()
        edges: dict[str, Edge] = {"from_at": "opening", "until_at": "closing"}
        found = {name: self.moment(name, edge) for name, edge in edges.items()}
        words = self.tr("看不懂这个时间，请写成 9:30 或 11-20 9:30。")
        strange = [self.unreadable(name, moment, words) for name, moment in found.items()]
        if any(strange):
            return None
        instant, chosen = self._link.desk.calendar.instant, self._chosen()
        times = {name: instant(moment) if moment else None for name, moment in found.items()}
        return NamingDraft(post_ids=chosen.post_ids if chosen else (), person=self.person.text(), **times)

    def _chosen(self) -> "GapChoice | None":
        return self.choices.get(str(self.post.value()))

    def _propose(self) -> None:
        """Let the stretch be that of the chosen gap."""
        chosen = self._chosen()
        if chosen is not None:
            for name, text in _times(chosen).items():
                field = self.fields[name]
                assert isinstance(field, LineField)
                field.set_text(text)
                field.clear_error()
        self._tell()

    def _tell(self) -> None:
        chosen, language = self._chosen(), self._shell.language
        if chosen is not None:
            words = self.tr("上班时间共 {length} 没有人；A岗或B岗先回来的，仍由其负责。")
            self.post.set_hint(words.format(length=length_text(chosen.length, language)))
        self.tell_moment("from_at", "opening")
        self.tell_moment("until_at", "closing")

    def _restore(self, name: str, text: str) -> None:
        super()._restore(name, text)
        self._tell()

    def _words(self, choice: "GapChoice") -> str:
        language = self._shell.language
        several = self.tr("{holder} 的 {count} 个岗位").format(holder=choice.holder, count=len(choice.posts))
        one = self.tr("{holder}：{post}").format(holder=choice.holder, post=post_name(choice.posts[0], language))
        parts = [
            several if len(choice.posts) > 1 else one,
            f"{self._moment(choice.first)} – {self._moment(choice.last)}",
        ]
        if choice.named:
            parts.append(self.tr("已指定 {name}，可改派").format(name=choice.named))
        return " · ".join(parts)

    def _moment(self, local: "datetime") -> str:
        desk = self._link.desk
        return short_moment(local, desk.calendar.local(desk.clock()), self._shell.language)

    def _place(self) -> None:
        frame, inside = look.card()
        for part in (self.title, self.post, halves(self.from_at, self.until_at), self.person, self.error):
            inside.addWidget(part)
        inside.addLayout(look.row(self.back_button, 1, self.save_button))
        frame.setMaximumWidth(look.scaled(WIDTH))
        across = look.row(frame, 1)
        across.setStretch(0, 100)
        whole = look.column(across)
        whole.addStretch(1)
        self.setLayout(whole)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class NamingPage(QWidget):
    """Names a temporary stand-in for the gaps around a day; without a holder, for those of everybody."""

    def __init__(self, shell: Shell, link: DeskLink, on: date, holder_id: int = 0) -> None:
        super().__init__()
        self._came_from = QApplication.focusWidget()
        self.title = self.tr("指定临时顶岗")
        self._shell, self._link, self._on, self._holder_id = shell, link, on, holder_id
        self.form = NamingForm(shell, link, self)
        room = Roomy(self.form)
        layout = look.column(room, margin=look.SPACE_XL)
        self.setLayout(layout)
        self.setFocusProxy(self.form.person)
        self.form.done.connect(self._done)
        self.form.left.connect(shell.close_step)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.form.submit)

    def entered(self) -> None:
        """Read the gaps of the day."""
        key = f"{self._on.isoformat()}-{self._holder_id}"

        def show(found: Any) -> None:
            self.form.show_found(found, key)

        self._link.run(
            self, coming_gaps.around, self._on, self._holder_id, done=show, failed=self.form.refused, latest=True
        )

    def ended(self) -> None:
        """Go back to where one came from."""
        give_back(self._came_from)

    def back(self) -> bool:
        """Close the open list of colleagues; False when there was none."""
        return self.form.person.close_popup()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("↓", self.tr("在姓名里：看可以指定的人")),
            ("Ctrl+S", self.tr("指定；当事人和月历马上看到")),
            ("Esc", self.tr("返回，写了的还在")),
        ]

    def _done(self, said: str) -> None:
        self._shell.close_step()
        self._shell.toast(said)


def _times(choice: "GapChoice") -> dict[str, str]:
    return {"from_at": f"{choice.first:%Y-%m-%d %H:%M}", "until_at": f"{choice.last:%Y-%m-%d %H:%M}"}
