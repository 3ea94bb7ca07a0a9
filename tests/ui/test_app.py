"""The start of the program: what it loads, one window a folder, the log, what becomes of a bug."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reception.workstation import Settings, read_settings, write_settings
from ui.app import arguments_of, furnish, show_whole
from ui.errors import Reporter, ReportWindow, code_of, masked
from ui.languages import speak
from ui.log_file import JsonLines, open_log
from ui.machine import Machine
from ui.single import SingleStart

ROOT = Path(__file__).parents[2]
FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import furnish
from ui.machine import Machine
app = QApplication([])
window = furnish(app, Machine(Path(sys.argv[1])), Path(sys.argv[1]) / "data")
window.show()
def painted():
    print(*sorted({name.partition(".")[0] for name in sys.modules}))
    window.close()
    app.quit()
window.repaint()
QTimer.singleShot(0, painted)
app.exec()
"""
START_AND_END = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main, ui.window
sys.argv = ["reception", "--data", sys.argv[1]]
opened = ui.window.Window._opened
def leave(window, store):
    opened(window, store)
    print("no office" if store is None else "office", flush=True)
    QTimer.singleShot(0, window.close)
ui.window.Window._opened = leave
sys.exit(main.main())
"""


def child(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of its own, at home in a folder."""
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    import os

    return subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_nothing_slow_is_loaded_before_the_first_paint(tmp_path: Path):
    run = child(FIRST_PAINT, tmp_path)
    assert run.returncode == 0, run.stderr
    slow = {"peewee", "playhouse", "sqlcipher3", "reportlab", "xlsxwriter", "yaml", "argon2", "phonenumbers", "segno"}
    assert slow.isdisjoint(run.stdout.split())


def test_the_program_starts_and_ends(tmp_path: Path):
    run = child(START_AND_END, tmp_path)
    assert (run.returncode, run.stdout.split("\n")[0]) == (0, "no office"), run.stderr


def test_arguments_are_few():
    given = arguments_of(["--data", "/somewhere", "--language", "en"])
    assert (given.data, given.language) == (Path("/somewhere"), "en")
    with pytest.raises(SystemExit):
        arguments_of(["--language", "fr"])


def test_a_second_start_raises_the_first_window(tmp_path: Path, qtbot: QtBot):
    first = SingleStart(tmp_path / "data", tmp_path / "locks")
    second = SingleStart(tmp_path / "data", tmp_path / "locks")
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    assert first.begin()
    try:
        assert not second.begin()
        qtbot.waitUntil(lambda: raised == [True])
    finally:
        first.end()
    assert second.begin()
    second.end()


def test_another_folder_has_a_window_of_its_own(tmp_path: Path):
    first = SingleStart(tmp_path / "one", tmp_path / "locks")
    second = SingleStart(tmp_path / "two", tmp_path / "locks")
    try:
        assert first.begin()
        assert second.begin()
    finally:
        first.end()
        second.end()


def test_the_settings_of_the_machine_come_back(tmp_path: Path):
    settings = Settings(language="en", look="dark", counter="2号窗口 100%", printer="HP", idle_minutes=5)
    write_settings(settings, tmp_path)
    assert read_settings(tmp_path) == settings


@pytest.mark.parametrize("text", ["", "nonsense", "[workstation]\nidle_minutes = x\n", "\x00\xff"])
def test_broken_settings_are_as_they_come(tmp_path: Path, text: str):
    (tmp_path / "workstation.ini").write_text(text, encoding="latin-1")
    assert read_settings(tmp_path) == Settings()


def test_the_idle_time_stays_within_its_bounds(tmp_path: Path):
    write_settings(Settings(idle_minutes=600), tmp_path)
    assert read_settings(tmp_path).idle_minutes == 10


@pytest.fixture
def quiet_root() -> Iterator[logging.Logger]:
    """Give the root logger and take away afterwards what a test hangs on it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for added in [each for each in root.handlers if each not in before]:
        root.removeHandler(added)
        added.close()
    root.setLevel(level)


def test_a_log_line_cannot_be_forged_and_shows_no_number(tmp_path: Path):
    record = logging.LogRecord("x", logging.INFO, "", 0, '来电 %s\n{"level":"ERROR"}', ("13800001234",), None)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["text"].startswith("来电 138****1234")


def test_the_log_is_written_into_its_folder(tmp_path: Path, quiet_root: logging.Logger):
    open_log(tmp_path / "log")
    logging.getLogger("reception").warning("打印机 %s 不在", "HP-1020")
    lines = (tmp_path / "log" / "reception.log").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1])["text"] == "打印机 HP-1020 不在"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话 13800001234", "电话 138****1234"),
        ("证件 430102199901011234。", "证件 430****1234。"),
        ("2026-0001", "2026-0001"),
        ("line 1234", "line 1234"),
    ],
)
def test_long_numbers_are_starred(text: str, shown: str):
    assert masked(text) == shown


def failing(text: str) -> BaseException:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as failure:
        return failure


def report_windows() -> list[ReportWindow]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, ReportWindow)]


def test_a_bug_is_shown_once_and_the_work_goes_on(qtbot: QtBot):
    reporter = Reporter()
    failure = failing("13800001234")
    for _again in range(3):
        reporter.take(type(failure), failure, failure.__traceback__)
    qtbot.waitUntil(lambda: bool(report_windows()))
    (window,) = report_windows()
    assert not window.isModal()
    assert "13800001234" not in window.details.text()
    assert not window.details.isVisible()
    qtbot.mouseClick(window.copy_button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    qtbot.mouseClick(window.close_button, Qt.MouseButton.LeftButton)


def test_a_bug_on_another_thread_is_shown_too(qtbot: QtBot):
    reporter = Reporter()
    failure = failing("x")
    thread = threading.Thread(target=reporter.take, args=(type(failure), failure, failure.__traceback__))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(report_windows()))


def test_the_same_failure_has_the_same_code():
    trace = '  File "a.py", line 3, in x\n    y()\n'
    assert code_of(trace + "ValueError: 1") == code_of(trace + "ValueError: 2")
    assert code_of(trace) != code_of(trace.replace("line 3", "line 4"))


def test_the_window_speaks_the_language_of_the_machine(tmp_path: Path, dressed: QApplication, qtbot: QtBot):
    machine = Machine(tmp_path)
    window = furnish(dressed, machine, tmp_path / "data")
    qtbot.addWidget(window)
    menu_words = QLineEdit().tr("首问接待")
    assert menu_words == "首问接待"
    machine.change(look="dark")
    assert dressed.palette().window().color().lightness() < 128
    speak(english=False)
    window.close()


def test_the_title_of_the_window_follows_the_language(tmp_path: Path, dressed: QApplication, qtbot: QtBot):
    machine = Machine(tmp_path)
    window = furnish(dressed, machine, tmp_path / "data")
    qtbot.addWidget(window)
    assert window.windowTitle() == "首问接待"
    for language, title in (("en", "Reception"), ("zh", "首问接待")):
        machine.change(language=language)
        qtbot.waitUntil(lambda title=title: window.windowTitle() == title)
    window.close()


@pytest.mark.parametrize(
    ("screen", "fills"), [(QSize(1366, 768), True), (QSize(1327, 1080), True), (QSize(1920, 1040), False)]
)
def test_a_window_that_a_screen_hardly_holds_fills_it(screen: QSize, fills: bool, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 760)
    show_whole(window, screen)
    assert window.isMaximized() is fills
    assert window.isVisible()
