"""The section of the office's own sentences on its papers: written beside what was shipped, seen on a sample."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.staff import Action
from reception.rules.wordings import LENGTHS, Wording, placeholders
from reception.services import wording_samples, wordings
from reception.words import Language, date_text, sentence
from reception.words.language import pick
from reception.words.letter_texts import PLACEHOLDERS, WORDINGS
from ui import look
from ui.beside import Beside
from ui.choices_of_paper import PaperChoice
from ui.desk_link import DeskLink
from ui.forms import TextField
from ui.heeding import heed
from ui.paper_options import titled
from ui.paper_pane import PaperPane
from ui.settings.foot import Foot
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

NAMES = ("statement", "statement_en", "closing", "closing_en")
LIST_WIDTH = 184
PREVIEW_WIDTH = 356
PREVIEW_HEIGHT = 460
STATEMENT_HEIGHT, CLOSING_HEIGHT, EDITIONS_HEIGHT = 132, 62, 108


class _Kind:
    """A line of the list."""

    def __init__(self, kind: PaperKind, words: str) -> None:
        self.kind, self.words, self.id = kind, words, kind.value


class WordingsSection(QWidget):
    """The kinds of papers, the sentences of the chosen one in both languages, and a sample of it.

    What was typed and not kept stays with its kind, also while another one is looked at.
    """

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.kind: PaperKind | None = None
        self.language = PaperLanguage.ZH
        self._kept: Wording | None = None
        self._typed: dict[PaperKind, dict[str, str]] = {}
        self._make_parts()
        self._lay_out()
        self._connect()

    def entered(self) -> None:
        """Read what is kept."""
        self.foot.allow(self._link.desk.may(Action.EDIT_OFFICE), Action.EDIT_OFFICE)
        if self.kind is None:
            kinds = [_Kind(kind, titled(kind, self._shell.language)) for kind in WORDINGS]
            self.table.show_records(kinds)
            self.table.select_record(kinds[0].id)
        else:
            self._read()

    def speak(self, language: PaperLanguage) -> None:
        """Write the sentences of another language."""
        self.language = language
        self.languages.show_value(language)
        for name, field in self.fields.items():
            field.setVisible(name.endswith("_en") is (language is PaperLanguage.EN))
        self._show_places()
        self._follow()

    def insert(self, name: str) -> None:
        """Put a placeholder where the cursor stands."""
        if self.foot.button.isEnabled():
            field = next((each for each in self._shown() if each.edit.hasFocus()), self._shown()[0])
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.edit.insertPlainText(f"{{{name}}}")

    def fill(self) -> None:
        """Put what was shipped into the empty fields of this language, to be changed there."""
        for name, field in self.fields.items():
            if not field.isHidden() and not field.text().strip():
                field.set_text(self._shipped(name))
        self._touched()

    def go_back(self) -> None:
        """Empty all fields: what was shipped counts again once this is kept."""
        for field in self.fields.values():
            field.set_text("")
        self._touched()

    def submit(self) -> None:
        """Keep what is typed as a new edition."""
        if self.kind is not None and self.foot.button.isEnabled():
            self.foot.begin()
            self._link.change(self, wordings.save, self._wording(), done=self._saved, failed=self._refused)

    def _make_parts(self) -> None:
        name = [Column(title=self.tr("文书"), text=lambda line: line.words, tip=lambda line: line.words)]
        self.table = RecordTable(name, name=self.tr("文书种类"))
        self.heading = look.heading("")
        self.state = look.text_label("", "hint", wrap=True)
        languages = {PaperLanguage.ZH: self.tr("中文(&Z)"), PaperLanguage.EN: self.tr("英文(&E)")}
        self.languages = PaperChoice(self.tr("语言"), languages, self.speak)
        self.fields: dict[str, TextField] = {
            "statement": TextField(self.tr("正文(&T)"), LENGTHS["statement"]),
            "statement_en": TextField(self.tr("英文正文(&T)"), LENGTHS["statement_en"]),
            "closing": TextField(self.tr("结尾(&W)"), LENGTHS["closing"]),
            "closing_en": TextField(self.tr("英文结尾(&W)"), LENGTHS["closing_en"]),
        }
        for each, field in self.fields.items():
            high = STATEMENT_HEIGHT if each.startswith("statement") else CLOSING_HEIGHT
            field.edit.setFixedHeight(look.scaled(high))
        self.shipped = look.text_label("", "hint", wrap=True)
        self.places = look.grid(spacing=look.SPACE_S)
        self.place_buttons: list[QPushButton] = []
        self.fill_button = look.plain_button(self.tr("填入出厂用语(&F)"), self.fill)
        self.back_button = look.plain_button(self.tr("回到出厂用语(&R)"), self.go_back)
        self.foot = Foot(self._shell, self.fields, self.tr("保存(&S)"), self.submit, self.fill_button, self.back_button)
        self.editions = RecordTable(
            [
                Column(title=self.tr("版本"), text=self._edition, width=84),
                Column(title=self.tr("时间"), text=self._made_at, width=128),
                Column(title=self.tr("谁"), text=lambda wording: wording.made_by),
            ],
            name=self.tr("用语的历次版本"),
        )
        self.editions.set_empty(self.tr("还没有自己的用语，印的是出厂用语。"))
        self.editions.setFixedHeight(look.scaled(EDITIONS_HEIGHT))
        self.pane = PaperPane(self._link, self.tr("样张"))

    def _lay_out(self) -> None:
        self.table.setFixedWidth(look.scaled(LIST_WIDTH))
        self.table.horizontalHeader().hide()
        frame, form = look.card()
        form.addLayout(look.row(self.heading, 1, self.languages))
        form.addWidget(self.state)
        for field in self.fields.values():
            form.addWidget(field)
        form.addWidget(self.shipped)
        hint = self.tr("填空：光标所在处按 Ctrl 加数字放入。方括号里的一段，填空没有内容时整段不印。")
        form.addWidget(look.text_label(hint, "hint", wrap=True))
        form.addLayout(self.places)
        form.addWidget(self.foot)
        form.addStretch(1)
        side, seen = look.card(margin=look.SPACE_M)
        side.setMinimumHeight(look.scaled(PREVIEW_HEIGHT))
        seen.addWidget(self.pane, 1)
        again = look.text_label(self.tr("历次版本，Enter 取回"), "hint")
        seen.addLayout(look.column(again, self.editions, spacing=look.SPACE_S))
        written = QWidget()
        line = look.row(self.table, frame, spacing=look.SPACE_L)
        line.setStretch(1, 1)
        written.setLayout(line)
        self.setLayout(look.column(Beside(written, side, PREVIEW_WIDTH, "below")))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.editions.chosen.connect(self._take_back)
        for field in self.fields.values():
            field.edited.connect(self._touched)
        heed(self, self._link, {"Wording"}, lambda: self._read() if self.isVisible() else None)
        bind(self, "Ctrl+S", self.submit)
        for number in range(1, 10):
            bind(self, f"Ctrl+{number}", partial(self._insert_nth, number - 1))
        self.speak(self.language)

    def _choose(self, line: _Kind | None) -> None:
        if line is None or line.kind is self.kind:
            return
        self.kind, self._kept = line.kind, None
        self.foot.fields.clear()
        self.heading.setText(line.words)
        self._show_texts(self._typed.get(line.kind, dict.fromkeys(NAMES, "")))
        self._show_places()
        self._read()

    def _read(self) -> None:
        if self.kind is not None:
            self._link.run(self, _editions, self.kind, done=self._show, latest=True)

    def _show(self, found: tuple[PaperKind, tuple[Wording, ...]]) -> None:
        kind, editions = found
        if kind is not self.kind:
            return
        self.editions.show_records(editions)
        self._kept = editions[0] if editions else None
        if kind not in self._typed:
            self._show_texts({name: getattr(self._kept, name) if self._kept else "" for name in NAMES})
        self._say_state()
        self._follow()

    def _say_state(self) -> None:
        kept = self._kept
        if self.kind in self._typed:
            self.state.setText(self.tr("有改动还没有保存"))
        elif kept is None or not any(getattr(kept, name) for name in NAMES):
            self.state.setText(self.tr("印的是出厂用语（浅色）"))
        else:
            words = self.tr("{edition} · {name} · {at}")
            said = words.format(edition=self._edition(kept), name=kept.made_by, at=self._made_at(kept))
            self.state.setText(said)

    def _show_texts(self, texts: dict[str, str]) -> None:
        for name, field in self.fields.items():
            if field.text() != texts[name]:
                field.set_text(texts[name])
            field.edit.setPlaceholderText(self._shipped(name))

    def _shipped(self, name: str) -> str:
        if self.kind is None:
            return ""
        pair = WORDINGS[self.kind].statement if name.startswith("statement") else WORDINGS[self.kind].closing
        return pick(pair, Language.EN if name.endswith("_en") else Language.ZH)

    def _shown(self) -> list[TextField]:
        return [field for field in self.fields.values() if not field.isHidden()]

    def _places(self) -> Sequence[str]:
        if self.kind is None:
            return ()
        english = self.language is PaperLanguage.EN
        last = "_en" if english else ""
        said = self._shipped(f"statement{last}") + self._shipped(f"closing{last}")
        return sorted(placeholders(said), key=lambda name: said.index(f"{{{name}}}"))

    def _show_places(self) -> None:
        for button in self.place_buttons:
            button.hide()
            button.deleteLater()
        self.place_buttons = []
        for place, name in enumerate(self._places()):
            words = f"{pick(PLACEHOLDERS[name], self._shell.language)} {{{name}}} Ctrl+{place + 1}"
            button = look.link_button(words, partial(self.insert, name))
            button.setProperty("align", "left")
            self.place_buttons.append(button)
            self.places.addWidget(button, place // 2, place % 2)

    def _insert_nth(self, place: int) -> None:
        names = self._places()
        if place < len(names):
            self.insert(names[place])

    def _touched(self) -> None:
        if self.kind is not None:
            self._typed[self.kind] = {name: field.text() for name, field in self.fields.items()}
            self._say_state()
            self._follow()

    def _wording(self) -> Wording:
        assert self.kind is not None
        texts: dict[str, Any] = {name: field.text() for name, field in self.fields.items()}
        empty = Wording(kind=self.kind, edition=0, made_at=self._link.desk.clock(), made_by="")
        return replace(empty, **texts)

    def _follow(self) -> None:
        """Show the sample, and beside what is typed what was shipped."""
        if self.kind is None:
            return
        own = [name for name, field in self.fields.items() if not field.isHidden() and field.text().strip()]
        shipped = "\n".join(self._shipped(name) for name in own if self._shipped(name))
        self.shipped.setText(self.tr("出厂用语：{text}").format(text=shipped))
        self.shipped.setVisible(bool(shipped))
        how = PaperForm(size=PaperSize.A5, language=self.language)
        act = wording_samples.sample
        done, failed = self._show_sample, self._show_faults
        self._link.run(self, act, self._wording(), how, done=done, failed=failed, latest=True)

    def _show_sample(self, paper: object) -> None:
        self.foot.fields.clear()
        self.pane.show_paper(paper)  # type: ignore[arg-type]

    def _show_faults(self, error: ReceptionError) -> None:
        """Say at once what is wrong, where it is typed; the focus stays."""
        if not isinstance(error, Invalid):
            return
        for name, field in self.fields.items():
            said = [sentence(reason, self._shell.language) for reason in error.reasons if reason.field == name]
            field.set_error("\n".join(said)) if said else field.clear_error()
        self.pane.show_none(self.tr("用语改对以后，这里显示样张。"))

    def _take_back(self, wording: Wording) -> None:
        self._show_texts({name: getattr(wording, name) for name in NAMES})
        self._touched()

    def _saved(self, wording: Wording) -> None:
        self.foot.end()
        self._typed.pop(wording.kind, None)
        self._shell.toast(self.tr("已保存，从现在起出具的{kind}用新的用语").format(kind=self.heading.text()))
        self._read()

    def _refused(self, error: ReceptionError) -> None:
        if isinstance(error, Invalid) and error.reasons:
            english = error.reasons[0].field.endswith("_en")
            self.speak(PaperLanguage.EN if english else PaperLanguage.ZH)
        self.foot.refuse(error)

    def _edition(self, wording: Wording) -> str:
        return self.tr("第 {n} 版").format(n=wording.edition)

    def _made_at(self, wording: Wording) -> str:
        local = self._link.desk.calendar.local(wording.made_at)
        return date_text(local.date(), self._shell.language)


def _editions(desk: "Desk", kind: PaperKind) -> tuple[PaperKind, tuple[Wording, ...]]:
    return kind, wordings.editions(desk, kind)
