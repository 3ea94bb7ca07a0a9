"""The section of what the office shows of itself: its promise, and what stands on each colleague's card and badge."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from reception.rules.displays import LENGTHS, MOST_DUTIES, MOST_SENTENCES, Nameplate, ServicePromise
from reception.rules.staff import Action
from reception.services import displays
from reception.words import date_text
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField, TextField
from ui.settings.texts_form import TextsForm
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

OFFICE = 0
"""Stands for the whole office in the list of those whose texts are kept."""
_PROMISE_LINES = (("motto", "motto_en"), ("sentences",), ("sentences_en",))
_PLATE_LINES = (("name_en", "staff_no"), ("title", "title_en"), ("duties",), ("duties_en",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line of the list: whose texts, as kept, and what is printed where they are empty."""

    id: int
    name: str
    kept: Nameplate | ServicePromise
    suggested: Nameplate | ServicePromise

    @property
    def filled(self) -> bool:
        """Tell whether anything of its own is kept."""
        return any(getattr(self.kept, name) for name in LENGTHS[type(self.kept)])


def read_displays(desk: "Desk") -> tuple[Shown, ...]:
    """Give the promise, then everybody in use."""
    shipped = displays.shipped(desk)
    kept = displays.promise(desk) or replace(shipped, motto="", motto_en="", sentences="", sentences_en="")
    people = displays.people(desk)
    return (
        Shown(id=OFFICE, name="", kept=kept, suggested=shipped),
        *(Shown(id=one.id, name=one.name, kept=one.plate, suggested=one.suggested) for one in people),
    )


class DisplaysSection(QWidget):
    """The list of the promise and of the colleagues, and the form of the chosen line.

    What was typed and not kept stays with its line, also while another one is looked at.
    """

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._chosen: Shown | None = None
        self._typed: dict[int, dict[str, str]] = {}
        self.table = RecordTable(
            [
                Column(title=self.tr("内容"), text=self._name, tip=self._name),
                Column(title=self.tr("状态"), text=self._state, tone=self._tone, width=76),
            ],
            name=self.tr("桌牌和承诺列表"),
        )
        self.promise = TextsForm(shell, self._promise_fields(), _PROMISE_LINES, self.submit)
        self.plate = TextsForm(shell, self._plate_fields(), _PLATE_LINES, self.submit)
        self._lay_out()
        self.table.selected.connect(self._choose)
        for form in (self.promise, self.plate):
            form.edited.connect(self._touched)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    @property
    def form(self) -> TextsForm:
        """Give the form that is shown."""
        return self.promise if self._chosen is None or self._chosen.id == OFFICE else self.plate

    def entered(self) -> None:
        """Read what is kept."""
        allowed = self._link.desk.may(Action.KEEP_DISPLAYS)
        for form in (self.promise, self.plate):
            form.foot.allow(allowed, Action.KEEP_DISPLAYS)
        self._link.run(self, read_displays, done=self._show, latest=True)

    def submit(self) -> None:
        """Keep what is typed."""
        shown, foot = self._chosen, self.form.foot
        if shown is None or not foot.button.isEnabled():
            return
        texts: dict[str, Any] = self.form.texts()
        foot.begin()
        if isinstance(shown.kept, Nameplate):
            act, entry = displays.keep_nameplate, replace(shown.kept, **texts)
            self._link.change(self, act, entry, done=lambda _kept: self._kept(shown), failed=foot.refuse)
        else:
            promise = replace(shown.kept, **texts)
            done = displays.keep_promise
            self._link.change(self, done, promise, done=lambda _kept: self._kept(shown), failed=foot.refuse)

    def _promise_fields(self) -> Mapping[str, LineField | TextField]:
        lengths = LENGTHS[ServicePromise]
        lines = self.tr("每行一条，最多 {most} 行。").format(most=MOST_SENTENCES)
        return {
            "motto": LineField(self.tr("一句话承诺(&M)"), lengths["motto"], hint=self.tr("印在每个桌牌上。")),
            "motto_en": LineField(self.tr("英文(&E)"), lengths["motto_en"]),
            "sentences": TextField(self.tr("承诺内容(&N)"), lengths["sentences"], hint=lines),
            "sentences_en": TextField(self.tr("英文内容(&G)"), lengths["sentences_en"]),
        }

    def _plate_fields(self) -> Mapping[str, LineField | TextField]:
        lengths = LENGTHS[Nameplate]
        lines = self.tr("每行一条，最多 {most} 行。").format(most=MOST_DUTIES)
        return {
            "name_en": LineField(self.tr("英文姓名(&N)"), lengths["name_en"]),
            "staff_no": LineField(self.tr("工号(&K)"), lengths["staff_no"], hint=self.tr("只印在工作牌上。")),
            "title": LineField(self.tr("岗位名称(&T)"), lengths["title"]),
            "title_en": LineField(self.tr("英文岗位名称(&E)"), lengths["title_en"]),
            "duties": TextField(self.tr("职责(&D)"), lengths["duties"], hint=lines),
            "duties_en": TextField(self.tr("英文职责(&G)"), lengths["duties_en"]),
        }

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addWidget(look.heading(self.tr("桌牌和承诺")))
        inside.addWidget(self.table, 1)
        words = self.tr("在“岗位与值班”按 Ctrl+P 打印桌牌、工作牌和服务承诺。空着的栏目印浅色的字。")
        inside.addWidget(look.text_label(words, "hint", wrap=True))
        self._forms = QStackedWidget()
        for form in (self.promise, self.plate):
            self._forms.addWidget(form)
        layout = look.row(frame, self._forms, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 2)
        layout.setStretchFactor(self._forms, 3)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _show(self, found: tuple[Shown, ...]) -> None:
        self.table.show_records(found)
        if self.table.current() is None:
            self.table.select_record(found[0].id)
        self._choose(self.table.current())

    def _choose(self, shown: Shown | None) -> None:
        """Show the texts of a line, as they were typed if they are not kept yet."""
        if shown is None:
            return
        other = self._chosen is None or self._chosen.id != shown.id
        self._chosen = shown
        form = self.form
        self._forms.setCurrentWidget(form)
        if other:
            form.foot.fields.clear()
        form.heading.setText(self._name(shown))
        form.show_note(self._edition(shown.kept))
        kept = {name: str(getattr(shown.kept, name)) for name in form.fields}
        form.show_texts(self._typed.get(shown.id, kept))
        form.suggest({name: str(getattr(shown.suggested, name)) for name in form.fields})

    def _edition(self, kept: Nameplate | ServicePromise) -> str:
        if isinstance(kept, Nameplate) or not kept.edition:
            return ""
        made_on = self._link.desk.calendar.local(kept.made_at).date()
        words = self.tr("第 {n} 版，{who}，{day}")
        return words.format(n=kept.edition, who=kept.made_by, day=date_text(made_on, self._shell.language))

    def _touched(self) -> None:
        if self._chosen is not None:
            self._typed[self._chosen.id] = self.form.texts()
            self.table.viewport().update()

    def _kept(self, shown: Shown) -> None:
        self._typed.pop(shown.id, None)
        for form in (self.promise, self.plate):
            form.foot.end()
        self._shell.toast(self.tr("已保存：{name}").format(name=self._name(shown)))
        self.entered()

    def _name(self, shown: Shown) -> str:
        return shown.name if shown.id != OFFICE else self.tr("服务承诺")

    def _state(self, shown: Shown) -> str:
        if shown.id in self._typed:
            return self.tr("未保存")
        return self.tr("已填写") if shown.filled else self.tr("默认")

    def _tone(self, shown: Shown) -> look.Tone | None:
        if shown.id in self._typed:
            return "amber"
        return None if shown.filled else "grey"

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"Nameplate", "ServicePromise", "Account", "Post", "Matter"} and self.isVisible():
            self.entered()
