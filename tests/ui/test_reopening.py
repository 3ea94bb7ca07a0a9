"""A case that has ended is begun again under its record: by a head, with a limit and a reason, at its fields."""

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition
from reception.rules.limits import Limit, LimitUnit
from reception.services import case_ends, case_files, inquiries
from tests.cast import CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD
from tests.ui.board import press
from tests.ui.conftest import Ask, answered, sit, until
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.register.page import RegisterPage
from ui.register.reopening import ReopenForm


@pytest.fixture
def closed(ask: Ask) -> Case:
    """Give a case that 安 accepted and closed."""
    case: Case = ask(inquiries.record, draft_of(Disposition.D3)).case
    ended: Case = ask(case_ends.close, case.id, TOLD)
    return ended


def opened(shell: MainWindow, link: DeskLink, qtbot: QtBot, case: Case) -> RegisterPage:
    shell.activateWindow()
    shell.go("register", inquiry_id=case.inquiry_id)
    answered(link, qtbot)
    page = shell.pages["register"]
    assert isinstance(page, RegisterPage)
    page.pane.area.setFocus()
    return page


def form_of(page: RegisterPage, link: DeskLink) -> ReopenForm:
    until(lambda: not DraftKeeper.of(link).is_busy)
    form = page.pane.form
    assert isinstance(form, ReopenForm)
    return form


def test_a_head_begins_a_closed_case_again_by_keys(
    closed: Case, shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, CARA, clock)
    page = opened(shell, link, qtbot, closed)
    press(link, qtbot, "Alt+J")
    form = form_of(page, link)
    form.send()
    answered(link, qtbot)
    assert (form.limit.error, form.reason.error) == ("请填写此项。", "请填写此项。")
    form.limit.set_limit(Limit(unit=LimitUnit.WD, n=2))
    form.reason.set_text("来访人补交了新证据")
    form.reason.edited.emit()
    page.pane.close_form()
    page.pane._typed.clear()
    press(link, qtbot, "Alt+J")
    assert form_of(page, link).reason.text() == "来访人补交了新证据"
    press(link, qtbot, "Alt+V")
    case = ask(case_files.by_id, closed.id).case
    assert (case.status, case.limit, case.first_due_at) == (
        CaseStatus.OPEN,
        Limit(unit=LimitUnit.WD, n=2),
        closed.due_at,
    )
    assert not page.pane.reopen_button.isVisible()
    press(link, qtbot, "Alt+2")
    assert shell.pages["cases"].numbers == (closed.case_no,)  # type: ignore[attr-defined]


def test_who_is_no_head_is_not_offered_it(closed: Case, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = opened(shell, link, qtbot, closed)
    assert page.pane.correct_button.isVisible()
    assert not page.pane.reopen_button.isVisible()


def test_what_is_under_way_cannot_be_begun_again(
    shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    case = ask(inquiries.record, draft_of(Disposition.D3)).case
    sit(link, qtbot, CARA, clock)
    assert not opened(shell, link, qtbot, case).pane.reopen_button.isVisible()
