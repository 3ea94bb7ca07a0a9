"""The duty question and the ways that follow from it: each way shows its own fields and its own words to say.

Source: handbook §1.3 (decision tree, mandatory fields), §1.4 (wording).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from reception.rules.catalogue import Unit
from reception.rules.inquiries import WAYS, Disposition, GuideMode, InquiryDraft, ReplyPref, Scope
from reception.rules.inquiry_check import DEMANDS, LINES, NAMES, TEXTS, fits
from reception.rules.roster import Post
from reception.words import Language, label, what_to_say
from ui import look
from ui.courtesy import sayable
from ui.directory.field import UnitField
from ui.forms import Field, LineField, TextField, TickField
from ui.inquiries.choices import ChoiceRow
from ui.inquiries.materials import MaterialList
from ui.inquiries.papers import PapersPart
from ui.inquiries.suggesting import ColleagueField, DirectoryField
from ui.inquiries.way_rules import EMPTY, KEYS, NOBODY, SHOWN, Known, There, usual_scope
from ui.inquiries.way_words import note_words, verdict_words


class WayPanel(QWidget):
    """The duty question, the ways, and the fields of the chosen way; `saying` is placed by the page.

    Signals:
        edited: the person changed something.
        way_changed: another way is chosen, or none.
    """

    edited = Signal()
    way_changed = Signal()

    def __init__(self, host: QWidget, language: Language) -> None:
        super().__init__()
        self._language = language
        self._there: dict[str, There] = {}
        self._known = Known()
        self.scope = ChoiceRow(self.tr("职责归属"), self._scopes(), beside=True)
        self.disposition = ChoiceRow("", [(way, self._way_words(way)) for way in Disposition], strong=True)
        self.disposition.inner.setAccessibleName(self.tr("处置方式"))
        self.ask = look.text_label(
            self.tr("先回答职责归属；也可以直接按 F5–F9、⇧F5–⇧F9 选择处置方式。"), "muted", wrap=True
        )
        self._make_fields(host)
        self.materials = MaterialList(language)
        self.ticking = frozenset({Disposition.D4})
        self.verdict = look.text_label("", "strong", wrap=True)
        self.note = look.text_label("", "hint", wrap=True)
        self.saying = QWidget()
        self.saying.hide()
        self._say_head = look.chip(self.tr("可以这样说"), "blue")
        self.say = look.text_label("", "accent", wrap=True, selectable=True)
        self._place()
        self.papers.tab_after = self.guide_mode.buttons[-1]
        self.materials.tab_after = self.reply_pref.buttons[-1]
        self._connect()
        self.fill(InquiryDraft(token=""))

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order, with the rows of the lists that are shown."""
        named: dict[str, Field] = {"scope": self.scope, "disposition": self.disposition}
        for name in ("to_unit", "nobody_there", "to_post", "to_person", "told_phone", "told_place", "guide_mode"):
            named[name] = getattr(self, name)
        named |= self.papers.fields()
        if self.way in self.ticking:
            named |= self.materials.fields()
        for name in ("answer", "result", "reply_pref"):
            named[name] = getattr(self, name)
        return named

    @property
    def way(self) -> Disposition | None:
        """Give the chosen way."""
        chosen: Disposition | None = self.disposition.value()
        return chosen

    def demanded(self) -> frozenset[str]:
        """Give the fields that the chosen way demands."""
        return frozenset(DEMANDS[self.way]) if self.way else frozenset()

    def choose(self, ways: Sequence[Disposition]) -> None:
        """Choose a way, the next one of several at each call, and the duty that fits it."""
        place = ways.index(self.way) + 1 if self.way in ways else 0
        way = ways[place % len(ways)]
        scope = self.scope.value()
        if scope is None or not fits(scope, way):
            self.scope.set_value(usual_scope(way))
            self.scope.clear_error()
        self._offer(way)
        self.disposition.set_value(way)
        self.disposition.clear_error()
        self._show_way()
        self.edited.emit()

    def names_of(self, key: str) -> str:
        """Give what the ways of a key are called."""
        return " / ".join(label(way, self._language) for way in KEYS[key])

    def focus_way(self) -> None:
        """Put the focus on the first field of the chosen way, if it has one."""
        wanted = [*SHOWN.get(self.way, ())] if self.way else []
        if self.way is Disposition.D4:
            rows = [row for row in self.materials.fields().values() if row.isVisibleTo(self)]
            target: Field | None = rows[0] if rows else None
        else:
            target = getattr(self, wanted[0]) if wanted else None
        (target or self.disposition).setFocus(Qt.FocusReason.TabFocusReason)

    def read_into(self, draft: InquiryDraft, *, all_fields: bool) -> InquiryDraft:
        """Give the draft with these fields; for a record only those of the chosen way count."""
        values: dict[str, Any] = {
            "answer": self.answer.text(),
            "result": self.result.text(),
            "reply_pref": self.reply_pref.value(),
            "to_unit": self.to_unit.asked(),
            "to_post": self.to_post.asked(),
            "to_person": self.to_person.text(),
            "guide_mode": self.guide_mode.value(),
            "nobody_there": self.nobody_there.value(),
            "told_phone": self.told_phone.text(),
            "told_place": self.told_place.text(),
            "papers": self.papers.papers(),
        }
        shown = SHOWN[self.way] if self.way else ()
        if not all_fields:
            values = {name: value if name in shown else EMPTY.get(name, "") for name, value in values.items()}
        return replace(draft, scope=self.scope.value(), disposition=self.way, **values)

    def fill(self, draft: InquiryDraft) -> None:
        """Show what a draft holds."""
        for name in ("answer", "result", "to_person", "told_phone", "told_place"):
            getattr(self, name).set_text(getattr(draft, name))
        for field, code in ((self.to_unit, draft.to_unit), (self.to_post, draft.to_post)):
            entry = field.entries.get(code)
            field.set_chosen(code, entry.name if entry else code)
        for name in ("reply_pref", "guide_mode", "nobody_there"):
            getattr(self, name).set_value(getattr(draft, name))
        self.papers.fill(draft.papers)
        self.scope.set_value(draft.scope)
        self._offer(draft.disposition)
        self.disposition.set_value(draft.disposition)
        self._show_way()

    def set_directory(self, units: Sequence[Unit], posts: Sequence[Post], there: Mapping[str, There]) -> None:
        """Take the directory of units and posts, and by a post's code who is there."""
        self._there = dict(there)
        self.to_unit.set_entries(units, {unit.code: unit.place for unit in units})
        self.to_post.set_entries(posts, {code: each.line for code, each in there.items()})
        self.refresh()

    def propose(self, unit_code: str, post_code: str) -> None:
        """Put the chosen matter's unit and post into fields of the chosen way that are still empty."""
        if self.way is Disposition.D7 and not self.to_unit.text() and unit_code in self.to_unit.entries:
            self.to_unit.set_chosen(unit_code, self.to_unit.entries[unit_code].name)
            self._unit_chosen()
        asks_post = self.way in (Disposition.D5A, Disposition.D5B, Disposition.D6)
        if asks_post and not self.to_post.text() and post_code in self.to_post.entries:
            self.to_post.set_chosen(post_code, self.to_post.entries[post_code].name)
            self._post_chosen()

    def set_known(self, known: Known) -> None:
        """Take what the words to say may use."""
        self._known = known
        self.refresh()

    def refresh(self) -> None:
        """Let verdict, note and the words to say follow what stands in the fields."""
        self.verdict.setVisible(self.way in self.ticking)
        self._show_verdict()
        self._show_note()
        settled = self.way is Disposition.D4 and not self.materials.owed()
        words = what_to_say(self.way, self._spoken(), self._language) if self.way and not settled else ""
        self.say.setText(words)
        self.saying.setVisible(bool(words))

    def _make_fields(self, host: QWidget) -> None:
        self.to_unit = UnitField(self.tr("引导至单位"), host, missing := self.tr("通讯录里没有；请从列表中选定。"))
        self.nobody_there = TickField(self.tr("经办处无人（须告知电话）"))
        self.to_post = DirectoryField(self.tr("承办岗位"), host, nothing=missing)
        self.to_person = ColleagueField(self.tr("姓名"), host, NAMES["to_person"])
        self.told_phone = LineField(self.tr("告知的电话"), LINES["told_phone"])
        self.told_place = LineField(self.tr("告知的地点"), LINES["told_place"])
        self.guide_mode = ChoiceRow(self.tr("引导方式"), self._labels(GuideMode), beside=True)
        self.papers = PapersPart()
        self.answer = TextField(self.tr("答复内容"), TEXTS["answer"], lines=2, courteous=True)
        self.result = TextField(self.tr("办理结果"), TEXTS["result"], lines=2, courteous=True)
        for text in (self.answer, self.result):
            text.edit.setFixedHeight(look.scaled(68))
        self.reply_pref = ChoiceRow(self.tr("答复方式"), self._labels(ReplyPref), beside=True)

    def _labels(self, kind: type[GuideMode] | type[ReplyPref]) -> list[tuple[Any, str]]:
        return [(member, label(member, self._language)) for member in kind]

    def _scopes(self) -> list[tuple[Scope, str]]:
        return [
            (Scope.OWN_POST, self.tr("本岗(&H)")),
            (Scope.SAME_UNIT, self.tr("本单位他岗(&J)")),
            (Scope.OTHER_UNIT, self.tr("外单位(&W)")),
            (Scope.OUTSIDE_UNIVERSITY, self.tr("校外(&X)")),
            (Scope.UNCLEAR, self.tr("不明(&Y)")),
            (Scope.NOT_ACCEPTABLE, self.tr("不受理(&Z)")),
        ]

    def _way_words(self, way: Disposition) -> str:
        key = next(key for key, ways in KEYS.items() if way in ways)
        if way is Disposition.D5B:
            key = self.tr("F9 两次")
        return f"{label(way, self._language)} {key.replace('Shift+', '⇧')}"

    def _place(self) -> None:
        rows = [
            self._row((self.to_unit, 3), (self.nobody_there, 2)),
            self._row((self.to_post, 3), (self.to_person, 2)),
            self._row((self.told_phone, 2), (self.told_place, 3)),
        ]
        said = look.row(self._say_head, spacing=look.SPACE_M)
        said.addWidget(self.say, 1)
        self.saying.setLayout(said)
        upper: tuple[QWidget | QLayout, ...] = (self.scope, self.disposition, self.ask, *rows, self.guide_mode)
        lower = (self.papers, self.materials, self.verdict, self.answer, self.result, self.reply_pref, self.note)
        self.setLayout(look.column(*upper, *lower, spacing=look.SPACE_M))

    def _row(self, *fields: tuple[Field, int]) -> QHBoxLayout:
        line = look.row(spacing=look.SPACE_M)
        for field, share in fields:
            line.addWidget(field, share)
        if fields[-1][0] is self.nobody_there:
            line.setAlignment(self.nobody_there, Qt.AlignmentFlag.AlignBottom)
        return line

    def _connect(self) -> None:
        self.scope.edited.connect(self._scope_changed)
        self.disposition.edited.connect(self._show_way)
        self.to_unit.chosen.connect(lambda _code: self._unit_chosen())
        self.to_post.chosen.connect(lambda _code: self._post_chosen())
        self.nobody_there.edited.connect(self._mark_demanded)
        self.materials.edited.connect(self._changed)
        named = self.fields()
        for name in ("scope", "disposition", "papers", *{name for names in SHOWN.values() for name in names}):
            named[name].edited.connect(self._changed)

    def _changed(self) -> None:
        self.refresh()
        self.edited.emit()

    def _scope_changed(self) -> None:
        scope, way = self.scope.value(), self.way
        kept = way if way is not None and fits(scope, way) else None
        self._offer(kept)
        self.disposition.set_value(kept)
        self._show_way()

    def _offer(self, way: Disposition | None) -> None:
        scope = self.scope.value()
        ways = list(WAYS[scope]) if scope else []
        if way is not None and way not in ways:
            ways.append(way)
        self.disposition.offer(ways)
        self.disposition.setVisible(bool(ways))
        self.ask.setVisible(not ways)

    def _show_way(self) -> None:
        shown = SHOWN[self.way] if self.way else ()
        for name in {name for names in SHOWN.values() for name in names}:
            getattr(self, name).setVisible(name in shown)
        self.materials.setVisible(self.way in self.ticking)
        self._name_fields()
        self._mark_demanded()
        self.refresh()
        self.way_changed.emit()

    def _name_fields(self) -> None:
        self.answer.set_label(self.tr("说明的原因和建议") if self.way is Disposition.D8 else self.tr("答复内容"))
        names = {
            Disposition.D5A: self.tr("引导至（姓名）"),
            Disposition.D9: self.tr("请示的领导"),
        }
        self.to_person.set_label(names.get(self.way, self.tr("接收人")) if self.way else self.tr("接收人"))

    def _mark_demanded(self) -> None:
        demanded = self.demanded()
        for name in ("answer", "result", "to_unit", "to_post", "to_person", "guide_mode"):
            getattr(self, name).set_required(name in demanded)
        self.told_phone.set_required(self.way is Disposition.D7 and self.nobody_there.value())

    def _unit_chosen(self) -> None:
        unit: Unit | None = self.to_unit.chosen_entry()
        if unit is not None:
            self.told_phone.set_text(unit.phone)
            self.told_place.set_text(unit.place)
        self.refresh()

    def _post_chosen(self) -> None:
        post, there = self.to_post.chosen_entry(), self._there.get(self.to_post.code, NOBODY)
        self.to_post.set_hint(there.away)
        if post is not None and self.way is Disposition.D5A:
            self.to_person.set_text("" if there.uncovered else there.name)
            self.to_person.clear_error()
            self.told_phone.set_text(post.phone)
            self.told_place.set_text(post.place)
        self.refresh()

    def _show_verdict(self) -> None:
        words, role = verdict_words(self.materials, self._known.supplement_by)
        self.verdict.setText(words)
        look.set_role(self.verdict, role)

    def _show_note(self) -> None:
        words = note_words(self.way, self._known, self._receiver(), self.to_post.chosen_entry()) if self.way else ""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _receiver(self) -> str:
        named = self.to_person.text().strip() if self.way in (Disposition.D5B, Disposition.D6) else ""
        return named or self._there.get(self.to_post.code, NOBODY).name

    def _spoken(self) -> dict[str, str]:
        unit, post = self.to_unit.chosen_entry(), self.to_post.chosen_entry()
        mode = self.guide_mode.value()
        owed = self.materials.owed()
        person = self.to_person.text().strip()
        values = {
            "answer": sayable(self.answer),
            "result": sayable(self.result),
            "reason": sayable(self.answer),
            "unit": unit.name if unit else "",
            "post": post.name if post else "",
            "place": self.told_place.text().strip(),
            "phone": self.told_phone.text().strip(),
            "person": person,
            "receiver": self._receiver(),
            "leader": person,
            "guide_mode": label(mode, self._language) if mode else "",
            "n": str(owed) if owed else "",
        }
        if self.way is Disposition.D3:
            values |= {"due": self._known.due, "person": self._known.person, "phone": self._known.phone}
        if self.way is Disposition.D4:
            values["due"] = self._known.supplement_by if owed else ""
        if self.way is Disposition.D9:
            values["due"] = self._known.reply_by
        return values
