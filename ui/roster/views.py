"""The views of the room of posts and duty: what each is called, its key, and how it is made when it is first wanted."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.rules.staff import Action
from ui.desk_link import DeskLink
from ui.shell import Shell

Making = Callable[[Shell, DeskLink], Any]


def _people(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.colleagues import ColleaguesView

    return ColleaguesView(shell, link)


def _work(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.my_work import MyWorkView

    return MyWorkView(shell, link)


def _training(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.training import TrainingView

    return TrainingView(shell, link)


def _findings(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.findings import FindingsView

    return FindingsView(shell, link)


def _reports(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.reports import ReportsView

    return ReportsView(shell, link)


def _month(shell: Shell, link: DeskLink) -> QWidget:
    from ui.roster.month import MonthView

    return MonthView(shell, link)


VIEWS: Mapping[str, Making] = {
    "people": _people,
    "work": _work,
    "month": _month,
    "training": _training,
    "findings": _findings,
    "reports": _reports,
}
"""In the order of their buttons. A view has `entered(**what)`, `back()` and `keys()` as a page has."""

_KEYS: Mapping[str, str] = {"people": "O", "work": "W", "month": "V", "training": "Q", "findings": "Z", "reports": "D"}
_RIGHTS: Mapping[str, Action] = {"reports": Action.REPORT_DUTY}


def names_for(link: DeskLink) -> tuple[str, ...]:
    """Give the views that whoever sits at the desk may see."""
    return tuple(name for name in VIEWS if name not in _RIGHTS or link.desk.may(_RIGHTS[name]))


def key_of(name: str) -> str:
    """Give the letter that, with Alt, leads to a view."""
    return _KEYS[name]


def title_of(name: str) -> str:
    """Give what a view is called."""
    return {
        "people": QCoreApplication.translate("roster", "同事"),
        "work": QCoreApplication.translate("roster", "我的工作"),
        "month": QCoreApplication.translate("roster", "月历"),
        "training": QCoreApplication.translate("roster", "培训"),
        "findings": QCoreApplication.translate("roster", "督查"),
        "reports": QCoreApplication.translate("roster", "报表"),
    }[name]
