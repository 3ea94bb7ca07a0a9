"""What is better said is proposed beside the field's words, taken with one key, and never forced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import type_text
from ui import look
from ui.courtesy import CourtesyLine, put_in
from ui.forms import TextField

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """Give a shown form with two courteous fields and a plain one."""
    made = QWidget()
    made.setLayout(look.column(*(TextField(f"答复{n}", 60, courteous=n < 3) for n in (1, 2, 3))))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def field(form: QWidget) -> TextField:
    """Give the first field, with the focus."""
    first = fields(form)[0]
    first.setFocus()
    return first


def fields(form: QWidget) -> list[TextField]:
    return [child for child in form.children() if isinstance(child, TextField)]


def line(field: TextField) -> CourtesyLine:
    assert field.courtesy is not None
    return field.courtesy


def take(field: TextField) -> None:
    QTest.keyClick(field.edit, Qt.Key.Key_Period, ALT)


def undo(field: TextField) -> None:
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_banned_phrase_is_answered_by_better_words_and_the_key_puts_them_in(field: TextField):
    type_text(field, "您好。这事不归我管，去财务处问。")
    assert line(field).text == "“不归我管”换成：这件事由某某科负责，我带您过去。"
    assert field.text() == "您好。这事不归我管，去财务处问。"
    take(field)
    assert field.text() == "您好。这件事由某某科负责，我带您过去，去财务处问。"
    assert line(field).text == ""


def test_one_undo_gives_the_own_words_back(field: TextField):
    type_text(field, "不归我管。")
    take(field)
    undo(field)
    assert field.text() == "不归我管。"
    assert line(field).text.startswith("“不归我管”")


def test_what_is_still_to_be_said_is_selected_so_that_typing_goes_on_there(field: TextField):
    type_text(field, "不归我管")
    take(field)
    assert field.edit.textCursor().selectedText() == "某某科"
    type_text(field, "学籍科")
    assert field.text() == "这件事由学籍科负责，我带您过去。"


def test_the_cursor_stays_where_the_person_writes_when_nothing_is_left_to_say(field: TextField):
    type_text(field, "急什么，谢谢")
    take(field)
    type_text(field, "您")
    assert field.text() == "我知道您着急，我尽快办，谢谢您"


def test_rare_characters_before_the_phrase_do_not_shift_what_is_replaced(field: TextField):
    type_text(field, "𬭎𠅤老师😀：您好。随便你。再见")
    take(field)
    assert field.text() == "𬭎𠅤老师😀：您好。由您决定，两种办法的区别是这样的。再见"


def test_phrases_are_replaced_one_by_one(field: TextField):
    type_text(field, "急什么。催什么。")
    take(field)
    assert field.text() == "我知道您着急，我尽快办。催什么。"
    take(field)
    assert field.text() == "我知道您着急，我尽快办。进度我马上帮您查。"
    take(field)
    assert field.text() == "我知道您着急，我尽快办。进度我马上帮您查。"


def test_the_key_acts_in_the_field_that_has_the_focus_alone(form: QWidget):
    one, two, plain = fields(form)
    for each in (one, two, plain):
        each.set_text("急什么")
    two.setFocus()
    take(two)
    assert [each.text() for each in (one, two, plain)] == ["急什么", "我知道您着急，我尽快办。", "急什么"]
    assert plain.courtesy is None


def test_nothing_moves_when_the_line_comes_and_goes(field: TextField, form: QWidget):
    def places() -> list[tuple[int, int]]:
        QApplication.processEvents()
        return [(each.y(), each.edit.mapTo(form, each.edit.rect().topLeft()).y()) for each in fields(form)]

    before = places()
    type_text(field, "不归我管")
    assert line(field).button.isVisible()
    assert places() == before


def test_long_words_are_cut_on_the_line_and_whole_in_its_tip(field: TextField, form: QWidget):
    type_text(field, "别的部门的事，不要打这个电话")
    form.resize(320, 400)
    QApplication.processEvents()
    assert form.width() == 320
    assert "也可以帮您转达" in line(field).words.toolTip()


def test_a_screen_reader_hears_the_proposal_and_its_key_beside_an_error(field: TextField):
    type_text(field, "不归我管")
    interface = QAccessible.queryAccessibleInterface(field.edit)
    assert "这件事由某某科负责" in interface.text(QAccessible.Text.Description)
    assert "Alt+." in interface.text(QAccessible.Text.Description)
    field.set_error("请填写此项。")
    type_text(field, "，")
    assert "这件事由某某科负责" in interface.text(QAccessible.Text.Description)
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert interface.text(QAccessible.Text.Description) == ""


def test_a_draft_that_comes_back_is_looked_at_and_is_no_edit(field: TextField, qtbot: QtBot):
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("不归我管")
    assert line(field).text
    with qtbot.waitSignal(field.edited):
        take(field)


def test_while_an_input_method_composes_the_key_does_nothing(field: TextField):
    type_text(field, "急什么")
    QApplication.sendEvent(field.edit, QInputMethodEvent("hao", []))
    take(field)
    assert field.text() == "急什么"
    QApplication.sendEvent(field.edit, QInputMethodEvent("", []))
    take(field)
    assert field.text() == "我知道您着急，我尽快办。"


def test_better_words_that_do_not_fit_change_nothing_and_the_field_says_so(field: TextField):
    text = "学" * 50 + "。不归我管"
    type_text(field, text)
    take(field)
    assert field.text() == text
    assert "最多 60 个字" in field.error


def test_an_offer_is_taken_with_the_same_key_and_better_words_go_before_it(field: TextField):
    line(field).propose("快速答复：三号窗口", lambda: put_in(field, "三号窗口"))
    assert line(field).text == "快速答复：三号窗口"
    type_text(field, "急什么")
    assert line(field).text.startswith("“急什么”")
    take(field)
    take(field)
    assert field.text() == "我知道您着急，我尽快办。三号窗口"
    line(field).withdraw()
    take(field)
    assert field.text() == "我知道您着急，我尽快办。三号窗口"


def test_a_mouse_takes_the_proposal_too(field: TextField, qtbot: QtBot):
    type_text(field, "急什么")
    qtbot.mouseClick(line(field).button, Qt.MouseButton.LeftButton)
    assert field.text() == "我知道您着急，我尽快办。"
