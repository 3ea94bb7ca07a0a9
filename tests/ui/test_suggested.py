"""What should become a matter: listed where the figures are, its records behind, the new matter one key away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.rules.limits import Limit, LimitUnit
from reception.services import inquiries
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, until
from tests.ui.test_accessibility import faults
from ui.catalogue.editor import MatterEditor
from ui.desk_link import DeskLink
from ui.logs.page import LogsPage
from ui.main_window import MainWindow

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
PROMISED = Limit(unit=LimitUnit.WD, n=2)


def room(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> LogsPage:
    shell.activateWindow()
    shell.go("logs", part="suggested")
    answered(link, qtbot)
    page = shell.pages["logs"]
    assert isinstance(page, LogsPage)
    return page


def test_three_of_one_title_are_listed_and_one_key_begins_the_matter(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    for summary in ("借用礼堂", "请问借用礼堂怎么办理？"):
        ask(inquiries.record, draft_of(Disposition.D9, summary=summary, limit=PROMISED))
    view = room(shell, link, qtbot).suggested
    assert view is not None
    assert (view.table.records.rowCount(), view.new_button.isEnabled()) == (0, False)
    ask(inquiries.record, draft_of(Disposition.D9, summary="借用礼堂", limit=PROMISED))
    view.read()
    answered(link, qtbot)
    row = [view.table.records.index(0, column).data() for column in range(4)]
    assert row == ["3", "借用礼堂", "2个工作日", "—"]
    assert faults(shell) == []
    qtbot.keyClick(view.table, Key.Key_Return)
    assert (view.records.hasFocus(), view.records.records.rowCount()) == (True, 3)
    assert shell.pages["logs"].back()
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Key.Key_C, ALT)
    until(lambda: isinstance(shell.present_page(), MatterEditor))
    editor = shell.present_page()
    assert isinstance(editor, MatterEditor)
    begun = editor.form.matter(editor._base)
    assert (begun.name, begun.limit, begun.code) == ("借用礼堂", PROMISED, "")
    assert editor.may_leave()
    code, unit = editor.form.fields()["code"], editor.form.unit
    assert isinstance(code.inner, QLineEdit)
    code.inner.insert("LT-01")
    unit.set_value("JW")
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert shell.room == "catalogue"
    assert room(shell, link, qtbot).suggested.table.records.rowCount() == 0


def test_who_does_not_keep_the_catalogue_is_not_asked(shell: MainWindow, link: DeskLink, clock: Clock, qtbot: QtBot):
    sit(link, qtbot, BEN, clock)
    page = room(shell, link, qtbot)
    assert (page.suggested, page.part) == (None, "week")
