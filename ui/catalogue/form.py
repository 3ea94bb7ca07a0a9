"""The fields of a matter, part by part; what a person may not change is shown and cannot be edited."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from reception.rules.catalogue import CONTACT_FIELDS, Audience, CaseType, Category, Matter, Unit
from reception.rules.text_lengths import LENGTHS
from reception.words import Language, field_label, label
from ui import look
from ui.catalogue.parts import LimitField, TicksField
from ui.catalogue.rows import MaterialEdit, RowsField, StepEdit
from ui.forms import ChoiceField, Field, LineField, TextField, TickField

_LINES = frozenset({"code", "name", "name_en", "statutory_text", "fee", "fee_en"} | CONTACT_FIELDS)
_TEXTS = frozenset({"condition", "condition_en", "result", "result_en"})
_LISTS = frozenset({"basis", "pause_reasons"})
_LIST_LIMIT = 4000
_KEYWORDS_LIMIT = 1000


class MatterForm(QWidget):
    """All fields of a matter.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, language: Language, units: Sequence[Unit], *, contact_only: bool, new: bool) -> None:
        super().__init__()
        self._language = language
        self._contact_only = contact_only
        self._texts: dict[str, LineField | TextField] = {}
        self._make_texts()
        self.unit = ChoiceField(self._words("unit_code"), [(unit.code, unit.name) for unit in units])
        self.category = self._members("category", Category)
        self.case_type = self._members("case_type", CaseType)
        audiences = [(each, label(each, language)) for each in Audience]
        self.audience = TicksField(self._words("audience"), audiences)
        self.keywords = LineField(self.tr("关键词（用顿号或逗号分开）"), _KEYWORDS_LIMIT)
        self.online = TickField(self.tr("网上可办"))
        self.limit = LimitField(self.tr("承诺时限"), language, self.tr("（尚未确定）"), self.tr("时限数"))
        self.materials = RowsField(self.tr("材料"), MaterialEdit, self.tr("添加材料(&M)"))
        self.steps = RowsField(self.tr("流程"), StepEdit, self.tr("添加步骤(&T)"))
        self._texts["code"].setVisible(new)
        self._place(new=new)
        self._require()
        self._lock()
        for field in self._all():
            field.edited.connect(self.edited)

    def fill(self, matter: Matter) -> None:
        """Show a matter; this counts as no edit of the person."""
        for name in _LINES | _TEXTS:
            self._texts[name].set_text(getattr(matter, name))
        for name in _LISTS:
            self._texts[name].set_text("\n".join(getattr(matter, name)))
        self.unit.set_value(matter.unit_code)
        self.category.set_value(matter.category)
        self.case_type.set_value(matter.case_type)
        self.audience.set_values(matter.audience)
        self.keywords.set_text(self.tr("、").join(matter.keywords))
        self.online.set_value(matter.online)
        self.limit.set_limit(matter.limit)
        self.materials.show_rows(matter.materials)
        self.steps.show_rows(matter.steps)
        self._lock()

    def matter(self, base: Matter) -> Matter:
        """Give the matter as it stands in the fields, on the ground of what was read."""
        texts: dict[str, Any] = {name: self._texts[name].text() for name in _LINES | _TEXTS}
        if self._contact_only:
            return replace(base, **{name: texts[name] for name in CONTACT_FIELDS})
        lists: dict[str, Any] = {name: _lines(self._texts[name].text()) for name in _LISTS}
        return replace(
            base,
            **texts,
            **lists,
            unit_code=self.unit.value() or "",
            category=self.category.value() or base.category,
            case_type=self.case_type.value() or base.case_type,
            audience=self.audience.values(),
            keywords=_words_of(self.keywords.text()),
            online=self.online.value(),
            limit=self.limit.limit(),
            materials=self.materials.values(),
            steps=self.steps.values(),
        )

    def fields(self) -> dict[str, Field]:
        """Give the fields by the names that reasons bear, in reading order."""
        found: dict[str, Field] = dict(self._texts)
        found |= {
            "unit_code": self.unit,
            "category": self.category,
            "case_type": self.case_type,
            "audience": self.audience,
            "keywords": self.keywords,
            "limit": self.limit,
        }
        found |= self.materials.fields("materials") | {"materials": self.materials}
        return found | self.steps.fields("steps") | {"steps": self.steps}

    def first_field(self) -> Field:
        """Give the field to begin with."""
        if self._contact_only:
            return self._texts["place"]
        return self._texts["code"] if not self._texts["code"].isHidden() else self._texts["name"]

    def _all(self) -> list[Field]:
        fields: Mapping[str, Field] = self.fields()
        return [*dict.fromkeys(fields.values()), self.online]

    def _make_texts(self) -> None:
        lengths = LENGTHS[Matter]
        for name in ("code", "name", "name_en", "statutory_text", "fee", "fee_en", *sorted(CONTACT_FIELDS)):
            self._texts[name] = LineField(self._words(name), lengths[name])
        for name in sorted(_TEXTS):
            self._texts[name] = TextField(self._words(name), lengths[name], lines=2)
        self._texts["basis"] = TextField(self.tr("办理依据（一行一条）"), _LIST_LIMIT, lines=3)
        self._texts["pause_reasons"] = TextField(self.tr("不计时情形（一行一条）"), _LIST_LIMIT, lines=2)
        for field in self._texts.values():
            if isinstance(field, TextField):
                field.edit.setFixedHeight(field.edit.minimumHeight())

    def _words(self, name: str) -> str:
        return field_label(name, self._language)

    def _members(self, name: str, kind: type[Any]) -> ChoiceField:
        return ChoiceField(self._words(name), [(each, label(each, self._language)) for each in kind])

    def _require(self) -> None:
        for field in (self._texts["code"], self._texts["name"], self.unit, self.limit):
            field.set_required(True)

    def _place(self, *, new: bool) -> None:
        contact = self._part(
            self.tr("办理地点与联系"),
            ("place", "hours"),
            ("phone", "supervise_phone"),
            ("place_en",),
        )
        texts = self._texts
        basics = self._framed(
            self.tr("事项"),
            [
                [texts["code"], texts["name"]] if new else [texts["name"]],
                [texts["name_en"], self.unit],
                [self.category, self.case_type],
                [self.audience],
                [self.keywords, self.online],
            ],
        )
        limits = self._framed(self.tr("时限"), [[self.limit, texts["statutory_text"]], [texts["pause_reasons"]]])
        basis = self._part(self.tr("依据与条件"), ("basis",), ("condition", "condition_en"))
        papers = self._framed(self.tr("材料与流程"), [[self.materials], [self.steps]])
        result = self._part(self.tr("结果与收费"), ("result", "result_en"), ("fee", "fee_en"))
        parts = [basics, limits, basis, papers, result]
        ordered = [contact, *parts] if self._contact_only else [*parts, contact]
        self.setLayout(look.column(*ordered, spacing=look.SPACE_L, margin=0))

    def _part(self, title: str, *lines: tuple[str, ...]) -> QFrame:
        return self._framed(title, [[self._texts[name] for name in line] for line in lines])

    def _framed(self, title: str, lines: Sequence[Sequence[QWidget]]) -> QFrame:
        frame, inside = look.card()
        inside.addWidget(look.heading(title))
        for line in lines:
            across = look.row(spacing=look.SPACE_L)
            for field in line:
                across.addWidget(field, 1, *self._alignment(field))
            inside.addLayout(across)
        return frame

    def _alignment(self, field: QWidget) -> tuple[Qt.AlignmentFlag, ...]:
        return (Qt.AlignmentFlag.AlignBottom,) if field is self.online else ()

    def _lock(self) -> None:
        """Let what the person may not change be read only."""
        if not self._contact_only:
            return
        for name, field in self.fields().items():
            if name in CONTACT_FIELDS:
                continue
            if isinstance(field.inner, QLineEdit | QPlainTextEdit):
                field.inner.setReadOnly(True)
            else:
                field.inner.setEnabled(False)
        self.online.setEnabled(False)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _words_of(text: str) -> tuple[str, ...]:
    for sign in ("，", "、", ";", "；", "\n"):
        text = text.replace(sign, ",")
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
