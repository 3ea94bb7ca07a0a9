"""Ctrl+G: what the visitor just said of himself, large, for him to check before it is saved."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reception.rules.visitors import ANONYMOUS, REFUSED
from ui.inquiries.form import InquiryForm
from ui.rare_names import KEY as RARE_KEY
from ui.rare_names import NameAid
from ui.rare_names.large import LargeName
from ui.shell import Keys, Shell
from ui.watch import bind

KEY = "Ctrl+G"
_UNSAID = frozenset({"", ANONYMOUS, REFUSED})


class Confirming(QObject):
    """Shows name and number large, and follows what is typed.

    Only what was typed into the present form counts as said: what was taken from earlier records is shown to nobody
    who may not be the one it belongs to.
    """

    def __init__(self, shell: Shell, form: InquiryForm, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._form, self._page = shell, form, page
        self._said: dict[str, tuple[str, str]] = {}
        self.view: LargeName | None = None
        for name, field in (("name", form.person.person_name), ("phone", form.person.phone)):
            field.edited.connect(lambda name=name: self._hear(name))
            field.edit.textChanged.connect(lambda _text: self._follow())
        for field in (form.person.person_name, form.more.agent_name):
            NameAid(field, page, shell.language)
        bind(page, KEY, self.toggle)

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [
            (KEY, self.tr("大字显示姓名电话，请来访人核对")),
            (f"{RARE_KEY} / Alt+X", self.tr("在姓名栏：找生僻字；U+编码与字互换")),
        ]

    def toggle(self) -> None:
        """Show what was said large, or take it away."""
        if self.back():
            return
        if not self._spoken("name"):
            self._shell.toast(self.tr("先把来访人自己说的姓名输入姓名栏，再请他核对。"))
            return
        self.view = LargeName(self._page.window())
        self.view.closed.connect(self._gone)
        self._follow()
        self.view.showFullScreen()
        if self.view.other is None:
            self.view.activateWindow()

    def back(self) -> bool:
        """Take the large view away; tell whether it was there."""
        shown = self.view
        if shown is not None:
            shown.close()
        return shown is not None

    def _hear(self, name: str) -> None:
        self._said[name] = (self._form.token, self._text(name))

    def _spoken(self, name: str) -> str:
        text = self._text(name)
        said = self._said.get(name) == (self._form.token, text)
        return text.strip() if said and text.strip() not in _UNSAID else ""

    def _text(self, name: str) -> str:
        field = self._form.person.person_name if name == "name" else self._form.person.phone
        return field.text()

    def _follow(self) -> None:
        if self.view is None:
            return
        name = self._spoken("name")
        if name:
            self.view.show_name(name, self._spoken("phone"))
        else:
            self.view.close()

    def _gone(self) -> None:
        self.view = None
