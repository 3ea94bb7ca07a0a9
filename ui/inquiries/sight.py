"""What must be seen of a long form: what has the focus, what is wrong, the verdict of the papers."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui import look
from ui.inquiries.form import InquiryForm


class Sight(QObject):
    """Scrolls the form."""

    def __init__(self, area: QScrollArea, form: InquiryForm) -> None:
        super().__init__(area)
        self._area, self._form = area, form
        form.ways.materials.edited.connect(self.show_verdict)
        area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.show_focus(QApplication.focusWidget()))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def show_first_error(self) -> None:
        """Bring the first field that is wrong into sight."""
        wrong = next((field for field in self._form.fields().values() if field.error), None)
        if wrong is not None and self._form.isAncestorOf(wrong):
            self._area.ensureWidgetVisible(wrong, 0, 40)

    def show_verdict(self) -> None:
        """Bring the verdict into sight when the last paper is ticked."""
        if not self._form.ways.materials.open_rows():
            self._area.ensureWidgetVisible(self._form.ways.verdict, 0, look.SPACE_M)

    def show_focus(self, focus: QWidget | None) -> None:
        """Bring what has the focus into sight, the duty and its way whole when they have it.

        Nothing moves under a mouse that is being pressed: the click would miss.
        """
        if focus is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        form = self._form
        if form.ways.isAncestorOf(focus):
            bar = self._area.verticalScrollBar()
            bar.setValue(min(bar.maximum(), form.ways.y()))
        if form.isAncestorOf(focus):
            whole = form.call if form.call.isAncestorOf(focus) else focus
            self._area.ensureWidgetVisible(whole, 0, 40 if whole is focus else look.SPACE_S)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._form.isAncestorOf(now):
            self.show_focus(now)
