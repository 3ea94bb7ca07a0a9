"""Fields of a form: labels, errors at their place, and whatever is pasted into them."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception.errors import Invalid, Reason
from reception.words import Language
from tests.ui.conftest import type_text
from ui import look
from ui.forms import ChoiceField, Field, FieldSet, LineField, TextField, TickField, harmless

NASTY = [
    "",
    "a\0b\x01c",
    "\u202e反过来",
    "<b>张三</b><img src='file:///etc/passwd'>",
    "=cmd|' /C calc'!A0",
    "'; DROP TABLE inquiry; --",
    "😀👨‍👩‍👧",
    "𬭩𫖯𠅤",
    "line\r\nbreak\u2028and\u2029more",
    "学" * 100_000,
]


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """Give a shown, empty form."""
    made = QWidget()
    made.setLayout(look.column())
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def put(form: QWidget, *fields: QWidget) -> None:
    layout = form.layout()
    assert layout is not None
    for field in fields:
        layout.addWidget(field)
        field.show()


def paste(field: LineField | TextField, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    field.edit.paste()


def test_a_label_leads_to_its_field_by_its_mnemonic(form: QWidget, qtbot: QtBot):
    first, second = LineField("姓名(&N)", 60), LineField("电话(&P)", 60)
    put(form, first, second)
    first.edit.setFocus()
    qtbot.keyClick(form, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(second.edit.hasFocus)


@pytest.mark.parametrize(
    "field",
    [
        lambda: LineField("姓名(&N)", 60),
        lambda: TextField("姓名(&N)", 60),
        lambda: TickField("姓名(&N)"),
    ],
)
def test_every_field_speaks_its_label(form: QWidget, field: Callable[[], Field]):
    made = field()
    put(form, made)
    assert QAccessible.queryAccessibleInterface(made.inner).text(QAccessible.Text.Name) == "姓名(N)"


def test_a_required_field_bears_a_star():
    field = LineField("姓名(&N)", 60)
    field.set_required(True)
    assert field.label.text() == "姓名(&N) *"
    field.set_required(False)
    assert field.label.text() == "姓名(&N)"


def test_an_error_covers_the_hint_until_the_person_types(form: QWidget, qtbot: QtBot):
    field = LineField("电话", 60, hint="手机或座机")
    put(form, field)
    field.set_error("请填写此项。")
    assert (field.line.text(), field.error) == ("请填写此项。", "请填写此项。")
    qtbot.keyClicks(field.edit, "1")
    assert (field.line.text(), field.error) == ("手机或座机", "")


def test_an_error_is_spoken_too(form: QWidget):
    field = LineField("电话", 60)
    put(form, field)
    field.set_error("请填写此项。")
    assert QAccessible.queryAccessibleInterface(field.edit).text(QAccessible.Text.Description) == "请填写此项。"


def test_an_error_shows_markup_as_text(form: QWidget):
    field = LineField("电话", 60)
    put(form, field)
    field.set_error("“<b>x</b>”不是电话。")
    assert field.line.textFormat() == Qt.TextFormat.PlainText


def test_filling_a_field_is_no_edit(form: QWidget, qtbot: QtBot):
    fields: list[LineField | TextField] = [LineField("甲", 60), TextField("乙", 60)]
    edits: list[Field] = []
    for field in fields:
        field.edited.connect(lambda f=field: edits.append(f))
        field.set_text("以前的内容")
    assert edits == []
    put(form, *fields)
    for field in fields:
        type_text(field, "x")
    assert edits == fields


@pytest.mark.parametrize("text", NASTY)
def test_a_line_takes_anything_within_its_limit(form: QWidget, text: str):
    field = LineField("姓名", 60)
    put(form, field)
    paste(field, text)
    assert len(field.text()) <= 60
    assert "\n" not in field.text()


@pytest.mark.parametrize("text", NASTY)
def test_a_text_takes_anything_within_its_limit(form: QWidget, text: str):
    field = TextField("内容", 4000)
    put(form, field)
    paste(field, text)
    assert len(field.text()) <= 4000
    assert "\0" not in field.text()
    assert "\u202e" not in field.text()


def test_ten_megabytes_are_pasted_at_once_and_it_is_told(form: QWidget):
    field = TextField("内容", 4000)
    put(form, field)
    mime = QMimeData()
    mime.setText("学生证遗失。" * (10_000_000 // 18))
    begun = time.perf_counter()
    field.edit.insertFromMimeData(mime)
    length_ms = (time.perf_counter() - begun) * 1000
    assert len(field.text()) == 4000
    assert "4000" in field.error
    assert length_ms < 1000


def test_a_paste_that_fits_is_not_told(form: QWidget):
    field = TextField("内容", 10)
    put(form, field)
    paste(field, "一二三四五六七八九十")
    assert (field.text(), field.error) == ("一二三四五六七八九十", "")


def test_a_paste_over_a_selection_counts_the_selection_as_gone(form: QWidget):
    field = TextField("内容", 4)
    put(form, field)
    field.set_text("一二三四")
    field.edit.selectAll()
    paste(field, "五六七八")
    assert (field.text(), field.error) == ("五六七八", "")


def test_the_key_after_the_last_character_is_told(form: QWidget, qtbot: QtBot):
    field = TextField("内容", 3)
    put(form, field)
    qtbot.keyClicks(field.edit, "abcd")
    assert field.text() == "abc"
    assert field.error


def test_an_input_method_cannot_write_beyond_the_limit(form: QWidget):
    field = TextField("内容", 3)
    put(form, field)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("学生证遗失")
    QApplication.sendEvent(field.edit, committed)
    assert field.text() == "学生证"
    assert field.error


def test_a_line_tells_when_a_paste_was_cut(form: QWidget, qtbot: QtBot):
    field = LineField("姓名", 3)
    put(form, field)
    paste(field, "学生证遗失")
    assert field.text() == "学生证"
    qtbot.waitUntil(lambda: bool(field.error))


def test_control_and_bidi_characters_are_dropped_and_emoji_kept():
    assert harmless("a\0b\u202ec\ud800d😀", 100, lines=False) == "abcd😀"


def test_line_ends_become_blanks_in_one_line_and_stay_in_several():
    assert harmless("甲\r\n乙\r丙", 100, lines=False) == "甲 乙 丙"
    assert harmless("甲\r\n乙\r丙", 100, lines=True) == "甲\n乙\n丙"


def test_tab_leaves_a_text_of_several_lines(form: QWidget, qtbot: QtBot):
    text, line = TextField("内容", 100), LineField("姓名", 60)
    put(form, text, line)
    text.edit.setFocus()
    qtbot.keyClick(text.edit, Qt.Key.Key_Tab)
    assert line.edit.hasFocus()


def test_leaving_a_field_is_told(form: QWidget, qtbot: QtBot):
    first, second = LineField("甲", 60), LineField("乙", 60)
    put(form, first, second)
    left: list[bool] = []
    first.left.connect(lambda: left.append(True))
    first.edit.setFocus()
    qtbot.waitUntil(first.edit.hasFocus)
    qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
    assert left == [True]


def test_a_choice_gives_its_value(form: QWidget, qtbot: QtBot):
    field = ChoiceField("身份", [("a", "本科生"), ("b", "研究生")])
    put(form, field)
    assert field.box.accessibleName() == "身份"
    field.set_value("b")
    assert (field.value(), field.box.currentText()) == ("b", "研究生")
    field.set_value("c")
    assert field.value() is None


def test_new_choices_keep_the_value_that_is_still_offered():
    field = ChoiceField("身份", [("a", "本科生"), ("b", "研究生")])
    field.set_value("b")
    field.set_choices([("b", "研究生"), ("c", "教工")])
    assert field.value() == "b"


def test_a_tick_is_clicked(form: QWidget, qtbot: QtBot):
    field = TickField("已告知(&I)")
    edits: list[bool] = []
    field.edited.connect(lambda: edits.append(field.value()))
    put(form, field)
    qtbot.mouseClick(field.box, Qt.MouseButton.LeftButton, pos=QPoint(8, field.box.height() // 2))
    assert edits == [True]


def shown_set(form: QWidget) -> tuple[FieldSet, LineField, LineField]:
    name, phone = LineField("姓名", 60), LineField("电话", 60)
    line = look.text_label("", "error", wrap=True)
    put(form, name, phone, line)
    return FieldSet({"name": name, "phone": phone}, line, Language.ZH), name, phone


def test_all_reasons_stand_at_their_fields_and_the_first_has_the_focus(form: QWidget, qtbot: QtBot):
    fields, name, phone = shown_set(form)
    fields.show(Invalid(Reason(code="required", field="phone"), Reason(code="required", field="name")))
    assert name.error == phone.error == "请填写此项。"
    qtbot.waitUntil(name.edit.hasFocus)


def test_a_reason_without_a_field_stands_in_the_line_of_the_form(form: QWidget):
    fields, name, _phone = shown_set(form)
    fields.show(Invalid(Reason(code="required", field="zone"), Reason(code="nothing_to_change")))
    assert name.error == ""
    assert fields._line.isVisible()
    assert len(fields._line.text().splitlines()) == 2


def test_a_reason_at_a_hidden_field_is_not_lost(form: QWidget):
    fields, _name, phone = shown_set(form)
    phone.hide()
    fields.show(Invalid(Reason(code="required", field="phone")))
    assert "请填写此项。" in fields._line.text()


def test_two_reasons_at_one_field_are_both_shown(form: QWidget):
    fields, name, _phone = shown_set(form)
    fields.show(
        Invalid(Reason(code="required", field="name"), Reason(code="too_long", field="name", values={"limit": 3}))
    )
    assert len(name.error.splitlines()) == 2


def test_reasons_are_taken_away_together(form: QWidget):
    fields, name, _phone = shown_set(form)
    fields.show(Invalid(Reason(code="required", field="name"), Reason(code="nothing_to_change")))
    fields.clear()
    assert (name.error, fields._line.isVisible()) == ("", False)
