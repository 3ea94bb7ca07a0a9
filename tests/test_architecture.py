"""The plan of the house (docs/house.md), kept by the machine."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dev
from tests import lints

ROOT = Path(__file__).parents[1]
LONGEST_MODULE = 350
Lint = Callable[[ast.AST], Iterator[str]]


def sources(*folders: str) -> list[Path]:
    """Give the Python files of some folders of the tree."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def findings(lint: Lint, files: list[Path]) -> list[str]:
    """Give `path:line: what` for each place that a lint finds."""
    return [
        f"{path.relative_to(ROOT).as_posix()}:{finding}"
        for path in files
        for finding in lint(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_no_floor_imports_a_floor_above_it():
    contracts = subprocess.run(
        [*dev.entry("importlinter.cli", "lint_imports_command"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert contracts.returncode == 0, contracts.stdout + contracts.stderr


def test_the_whole_of_reception_loads_without_qt():
    program = """
import importlib, pkgutil, sys
import reception
for module in pkgutil.walk_packages(reception.__path__, "reception."):
    if not module.name.endswith("__main__") and ".migrations." not in module.name:
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "ui", "main"}))
"""
    fresh = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (fresh.returncode, fresh.stdout.split()) == (0, []), fresh.stderr


def test_modules_are_short_enough_to_be_read_at_once():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources("reception", "ui")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_fit_on_a_screen():
    assert findings(lints.long_functions, [*sources("reception", "ui"), ROOT / "dev.py"]) == []


def test_windows_show_text_as_text():
    files = [path for path in sources("ui") if path != ROOT / "ui" / "look.py"]
    assert findings(lints.markup_in_windows, files) == []


def test_nothing_is_joined_to_the_line_for_good():
    assert findings(lints.holds_for_good, sources("ui")) == []


def test_papers_draw_text_as_text():
    assert findings(lints.markup_on_paper, sources("reception")) == []


def test_no_statement_is_put_together_from_pieces():
    assert findings(lints.built_sql, sources("reception", "ui")) == []


def test_rules_do_not_look_at_the_machine():
    assert findings(lints.looks_at_the_machine, sources("reception/rules")) == []


def test_names_say_something():
    files = sources("reception", "ui")
    assert [path.as_posix() for path in files if lints.banned_module(path.stem)] == []
    assert findings(lints.banned_names, files) == []


def test_nothing_stands_for_something_unwritten():
    files = [*sources("reception", "ui", "tests", "benchmarks", "scripts"), ROOT / "dev.py"]
    assert findings(lints.unfinished, files) == []


def test_tests_do_not_look_away():
    assert findings(lints.looks_away, sources("tests")) == []


@pytest.mark.parametrize(
    ("lint", "offence"),
    [
        (lints.markup_in_windows, "QLabel(name)"),
        (lints.markup_in_windows, "QtWidgets.QLabel(f'{name}')"),
        (lints.markup_in_windows, "QLabel()"),
        (lints.markup_in_windows, "QLabel(self.tr('来访人：{}').format(name))"),
        (lints.markup_in_windows, "button.setToolTip(reason)"),
        (lints.markup_in_windows, "QMessageBox(self)"),
        (lints.markup_in_windows, "QMessageBox.warning(self, title, text)"),
        (lints.markup_in_windows, "view.setHtml(text)"),
        (lints.markup_in_windows, "label.setTextFormat(Qt.TextFormat.RichText)"),
        (lints.markup_on_paper, "Paragraph(text, style)"),
        (lints.markup_on_paper, "from reportlab.platypus import Table"),
        (lints.markup_on_paper, "import reportlab.platypus.tables"),
        (lints.built_sql, "database.execute_sql(f'select * from {table}')"),
        (lints.built_sql, "database.execute_sql('select * from %s' % table)"),
        (lints.built_sql, "connection.execute('select ' + columns)"),
        (lints.built_sql, "SQL('{} desc'.format(column))"),
        (lints.looks_at_the_machine, "datetime.now(UTC)"),
        (lints.looks_at_the_machine, "datetime.datetime.now()"),
        (lints.looks_at_the_machine, "date.today()"),
        (lints.looks_at_the_machine, "time.monotonic()"),
        (lints.looks_at_the_machine, "Path('x').read_text()"),
        (lints.banned_names, "class CaseManager: pass"),
        (lints.banned_names, "def _do_close(): pass"),
        (lints.long_functions, "def f():\n" + "    x = 1\n" * 60),
        (lints.unfinished, "raise NotImplementedError"),
        (lints.unfinished, "assert True"),
        (lints.looks_away, "pytest.skip('later')"),
        (lints.looks_away, "time.sleep(1)"),
        (lints.holds_for_good, "self._link.changed.connect(lambda kinds: self.read())"),
    ],
)
def test_a_lint_finds_its_offence(lint: Lint, offence: str):
    assert len(list(lint(ast.parse(offence)))) == 1


@pytest.mark.parametrize(
    ("lint", "code"),
    [
        (lints.markup_in_windows, "QLabel(self.tr('姓名(&N)'))"),
        (lints.markup_in_windows, "QLabel('—', self)"),
        (lints.markup_in_windows, "button.setToolTip(self.tr('锁定'))"),
        (lints.markup_in_windows, "box.setStandardButtons(QMessageBox.StandardButton.Ok)"),
        (lints.markup_on_paper, "canvas.drawString(x, y, text)"),
        (lints.built_sql, "database.execute_sql('select * from inquiry where id = ?', (number,))"),
        (lints.built_sql, "InquiryRow.insert(summary=text).execute()"),
        (lints.looks_at_the_machine, "calendar.now(at)"),
        (lints.banned_names, "class DoubleClick: pass"),
        (lints.holds_for_good, "self._link.changed.connect(self.read)"),
        (lints.long_functions, "def f():\n" + "    x = 1\n" * 59),
    ],
)
def test_a_lint_lets_right_code_pass(lint: Lint, code: str):
    assert list(lint(ast.parse(code))) == []


@pytest.mark.parametrize("stem", ["utils", "string_helpers", "common", "data", "record_info"])
def test_a_module_name_that_says_nothing_is_found(stem: str):
    assert lints.banned_module(stem)


@pytest.mark.parametrize("stem", ["database", "processing_times", "inquiries", "__init__"])
def test_a_module_name_that_says_something_passes(stem: str):
    assert not lints.banned_module(stem)
