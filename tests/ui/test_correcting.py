"""Setting a record right in the register, by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reception.rules.corrections import Correction, CorrectionReason
from reception.rules.inquiries import Disposition, Inquiry, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.services import corrections, inquiries, notices, register
from reception.words import Language
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text, until
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.register.correcting import CorrectForm
from ui.register.page import RegisterPage

PERSON: dict[str, Any] = {"person_name": "林小舟", "phone": "13800001234", "privacy_told": True}
LACKING = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=MaterialState.MISSING) for no in range(1, 5)))


class Hands:
    """A clerk at the register: opens a record, presses keys, looks."""

    def __init__(self, shell: MainWindow, link: DeskLink, qtbot: QtBot) -> None:
        self.shell, self.link, self.qtbot = shell, link, qtbot
        shell.activateWindow()
        assert QTest.qWaitForWindowActive(shell, 20_000)

    @property
    def page(self) -> RegisterPage:
        """Give the room."""
        found = self.shell.pages["register"]
        assert isinstance(found, RegisterPage)
        return found

    @property
    def form(self) -> CorrectForm:
        """Give the open form."""
        found = self.page.pane.form
        assert isinstance(found, CorrectForm)
        return found

    def open(self, inquiry: Inquiry) -> "Hands":
        """Open a record beside the list."""
        self.shell.go("register", inquiry_id=inquiry.id)
        return self.settle()

    def settle(self) -> "Hands":
        """Wait until nothing is under way, kept forms and buttons on their way down included."""
        keeper = DraftKeeper.of(self.link)
        buttons = self.shell.findChildren(QPushButton)
        self.qtbot.waitUntil(lambda: not any(isValid(each) and each.isDown() for each in buttons), timeout=20_000)
        answered(self.link, self.qtbot)
        until(lambda: not keeper.is_busy)
        answered(self.link, self.qtbot)
        return self

    def press(self, *keys: str) -> "Hands":
        """Press keys wherever the focus is."""
        for key in keys:
            chord = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(QApplication.focusWidget() or self.shell, chord.key(), chord.keyboardModifiers())
            self.settle()
        return self

    def type(self, text: str) -> "Hands":
        """Type over what stands where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.press("Ctrl+A")
        type_text(focus, text)
        return self.settle()

    def focused(self) -> str:
        """Give the name of the field that has the focus."""
        focus = QApplication.focusWidget()
        shown = {**self.form.fields, "reason": self.form.reason, "note": self.form.note}
        return next((name for name, field in shown.items() if field.inner is focus), "")

    def said(self) -> str:
        """Give what stands in the pane."""
        return words_of(self.page.pane)


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


@pytest.fixture
def hands(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Hands:
    """Give the hands of whoever sits at the desk."""
    return Hands(shell, link, qtbot)


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry."""

    def made(way: Disposition = Disposition.D1, notice: NoticeDraft | None = None, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **{**PERSON, **changes}), notice).inquiry
        return found

    return made


def states(page: RegisterPage) -> list[str]:
    place = list(page._columns).index("status")
    model = page.table.records
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def test_a_name_is_set_right_by_keys_alone_and_the_history_says_so(record, hands: Hands, ask: Ask):
    made = record(answer="带照片来")
    hands.open(made).press("Alt+G")
    assert hands.focused() == "person_name"
    hands.type("林晓舟").press("Alt+R", "Down").press("Ctrl+S")
    assert hands.page.pane.form is None
    assert states(hands.page) == ["已办结 · 已更正"]
    hands.qtbot.waitUntil(lambda: "已更正" in hands.said().splitlines(), timeout=20_000)
    for words in ("更正登记", "姓名（单位）：林小舟 → 林晓舟", "更正原因：听错"):
        assert words in hands.said()
    after = ask(register.show, made.id).inquiry
    assert (after.person_name, after.answer, after.version) == ("林晓舟", "带照片来", made.version + 1)


def test_only_what_was_changed_is_sent(record, hands: Hands):
    hands.open(record(remark="原备注", ended_at=None)).press("Alt+G")
    assert hands.form.changes() == {}
    hands.press("Alt+Y").type("新备注")
    assert hands.form.changes() == {"remark": "新备注"}
    hands.type("原备注")
    assert hands.form.changes() == {}


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(record, hands: Hands, ask: Ask):
    made = record(Disposition.D9)
    hands.open(made).press("Alt+G").type("x").press("Backspace").press("Ctrl+S")
    assert hands.form.fields["person_name"].error
    assert hands.form.reason.error
    assert hands.focused() == "person_name"
    assert ask(register.show, made.id).inquiry == made
    hands.type("林晓舟").press("Ctrl+S")
    assert not hands.form.fields["person_name"].error
    assert hands.form.reason.error
    assert hands.form.fields["person_name"].text() == "林晓舟"  # type: ignore[attr-defined]


def test_nothing_changed_is_said_under_the_form(record, hands: Hands):
    hands.open(record()).press("Alt+G", "Alt+R", "Down", "Ctrl+S")
    assert hands.form.error.text() == "内容没有变化，不需要保存。"
    assert not hands.form.error.isHidden()


def test_a_time_that_cannot_be_read_is_not_sent(record, hands: Hands, ask: Ask):
    made = record()
    hands.open(made).press("Alt+G", "Alt+R", "Down")
    field = hands.form.fields["received_at"]
    field.setFocus()
    hands.type("25:99").press("Ctrl+S")
    assert "看不懂这个时间" in field.error
    assert ask(register.show, made.id).inquiry == made
    hands.type("9:15").press("Ctrl+S")
    assert f"{ask(register.show, made.id).inquiry.received_at:%H:%M}" == "01:15"


def test_another_matter_is_found_by_typing(record, hands: Hands, ask: Ask):
    made = record(matter="JW-01")
    hands.open(made).press("Alt+G", "Alt+M").type("JW-03").press("Return")
    hands.press("Alt+R", "Down", "Ctrl+S")
    assert ask(register.show, made.id).inquiry.matter_code == "JW-03"


def test_escape_closes_the_list_of_matters_then_the_form_then_the_record(record, hands: Hands):
    hands.open(record(matter="JW-01")).press("Alt+G", "Alt+M").type("JW")
    popup = hands.form.fields["matter"].popup  # type: ignore[attr-defined]
    assert popup.isVisible()
    hands.press("Esc")
    assert not popup.isVisible()
    assert hands.form.isVisible()
    hands.press("Esc")
    assert hands.page.pane.form is None
    assert hands.page.pane.area.isVisible()
    hands.press("Esc")
    assert not hands.page.pane.isVisible()


def test_a_time_and_a_matter_on_which_something_rests_are_not_offered(record, hands: Hands):
    hands.open(record(Disposition.D3)).press("Alt+G")
    assert {"received_at", "matter"} & set(hands.form.fields) == set()
    assert hands.form.fields["ended_at"].isVisible()


def test_what_was_typed_comes_back_after_escape_and_after_a_crash(
    record, hands: Hands, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    made = record(reply_pref=None)
    hands.open(made).press("Alt+G").type("林晓舟").press("Alt+R", "Down", "Alt+D").type("他拼给我听的").press(
        "Esc", "Alt+G"
    )
    assert hands.form.changes() == {"person_name": "林晓舟"}
    crashed = RegisterPage(shell, link)
    qtbot.addWidget(crashed)
    crashed.show()
    crashed.open_record(made.id)
    hands.settle()
    crashed.pane.correct()
    hands.settle()
    form = crashed.pane.form
    assert isinstance(form, CorrectForm)
    assert form.changes() == {"person_name": "林晓舟"}
    assert (form.reason.value(), form.note.text()) == (CorrectionReason.MISHEARD, "他拼给我听的")
    assert form.kept.isVisible()


def test_who_was_interrupted_goes_on_typing_in_the_correction_left_open(record, hands: Hands):
    hands.open(record()).press("Alt+G").type("Lin").press("Alt+1", "Alt+3", "X", "u")
    assert hands.form.changes() == {"person_name": "Linxu"}


def test_changes_are_thrown_away_by_a_key_and_do_not_come_back(record, hands: Hands):
    hands.open(record()).press("Alt+G").type("林晓舟").press("Alt+X")
    assert hands.form.fields["person_name"].text() == "林小舟"  # type: ignore[attr-defined]
    assert not hands.form.anew_button.isVisible()
    hands.press("Esc", "Alt+G")
    assert hands.form.changes() == {}
    assert not hands.form.kept.isVisible()


def test_somebody_who_was_faster_is_told_and_what_was_typed_stays(record, hands: Hands, ask: Ask):
    made = record()
    hands.open(made).press("Alt+G").type("林晓舟").press("Alt+R", "Down")
    ask(corrections.correct, made.id, Correction(changes={"remark": "别人改的"}, reason=CorrectionReason.MISTYPED))
    hands.press("Ctrl+S")
    assert "刚被其他同事修改" in hands.form.error.text()
    hands.press("Esc", "Alt+G")
    assert hands.form.changes() == {"person_name": "林晓舟"}
    assert hands.form.fields["remark"].text() == "别人改的"  # type: ignore[attr-defined]
    hands.press("Ctrl+S")
    after = ask(register.show, made.id).inquiry
    assert (after.person_name, after.remark) == ("林晓舟", "别人改的")


def test_an_issued_notice_is_named_as_still_saying_what_it_said(record, hands: Hands, ask: Ask, clock: Clock):
    made = record(Disposition.D4, matter="JW-03")
    issued = ask(notices.issue, made.id, LACKING)
    clock.advance(minutes=1)
    hands.open(made)
    assert "仍是原内容" not in hands.said()
    hands.press("Alt+G").type("林晓舟").press("Alt+R", "Down", "Ctrl+S")
    assert f"{issued.number} 上仍是原内容，需要时重新出具。" in hands.said()


def test_the_section_head_sees_whole_values_for_it_and_the_look_is_recorded(
    record, hands: Hands, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask
):
    made = record()
    clock.advance(days=1)
    hands.open(made)
    assert not hands.page.pane.correct_button.isVisible()
    sit(link, qtbot, CARA, clock)
    page = RegisterPage(hands.shell, link)
    qtbot.addWidget(page)
    page.show()
    page.open_record(made.id)
    answered(link, qtbot)
    assert page.pane.view is not None
    assert page.pane.view.masked
    qtbot.mouseClick(page.pane.correct_button, Qt.MouseButton.LeftButton)
    hands.settle()
    form = page.pane.form
    assert isinstance(form, CorrectForm)
    assert form.fields["person_name"].text() == "林小舟"  # type: ignore[attr-defined]
    actions = [entry.action for entry in ask(register.show, made.id).history]
    assert actions[-1] == "see_personal"


def test_another_clerk_is_not_offered_it(record, hands: Hands, link: DeskLink, qtbot: QtBot, clock: Clock):
    made = record()
    sit(link, qtbot, BEN, clock)
    page = RegisterPage(hands.shell, link)
    qtbot.addWidget(page)
    page.show()
    page.open_record(made.id)
    answered(link, qtbot)
    assert page.pane.number.text() == made.reg_no
    assert not page.pane.correct_button.isVisible()
    page.pane.correct()
    hands.settle()
    assert page.pane.form is None


def test_a_void_record_is_not_offered_for_correction(record, hands: Hands, ask: Ask):
    made = record()
    ask(corrections.void, made.id, VoidReason.TEST, "试")
    hands.open(made).press("Alt+G")
    assert hands.page.pane.form is None


def test_a_name_that_comes_in_later_asks_for_the_privacy_notice(
    hands: Hands, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, ANN, clock)
    made = ask(inquiries.record, draft_of(Disposition.D1)).inquiry
    hands.open(made).press("Alt+G").type("林晓舟").press("Alt+R", "Down", "Ctrl+S")
    assert hands.form.fields["privacy_told"].error
    assert hands.focused() == "privacy_told"
    hands.press("Space", "Ctrl+S")
    assert ask(register.show, made.id).inquiry.privacy_told


def test_every_control_of_the_form_has_a_name_in_both_languages(record, hands: Hands, link: DeskLink):
    hands.open(record()).press("Alt+G")
    for language in Language:
        form = CorrectForm(link, language, hands.form.inquiry, with_matter=True, with_time=True)
        fields = [*form.fields.values(), form.reason, form.note]
        assert all(field.inner.accessibleName() for field in fields), language
        form.deleteLater()


def test_the_key_stands_in_the_map_of_keys(hands: Hands, record):
    hands.open(record())
    keys = dict(hands.page.keys())
    assert keys["Alt+G"] == "更正打开的登记"
