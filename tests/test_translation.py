"""The English of the windows: whole, of the same form as the Chinese, and everywhere."""

import ast
import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.translate import KEPT_IN, ROOT, Entry, entries, take_out
from tests.lints import TRANSLATORS, called

CHINESE = re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
MARK = re.compile(r"&(?!&)\w")
MEANT_CHINESE = {
    # What stands on Chinese papers, or is an example of it.
    "如“教务”：教务告〔2026〕第0001号",
    "教务",
    "预览不计入打印次数。打过一次以后，再打的单子注明“补打第 N 次”，内容不变。",
}


@pytest.fixture(scope="module")
def english() -> list[Entry]:
    """Give every string with its English."""
    return list(entries(KEPT_IN))


def test_every_string_of_the_windows_has_its_english(tmp_path: Path):
    copy = tmp_path / "en.ts"
    shutil.copy(KEPT_IN, copy)
    take_out(copy)
    assert [(entry.context, entry.source) for entry in entries(copy) if not entry.finished] == []


def test_every_string_that_the_program_asks_for_is_in_the_file(english: list[Entry]):
    """The tool that takes the strings out does not look inside an f-string."""
    known = {entry.source for entry in english}
    asked = {text for path in windows() for text in asked_for(ast.parse(path.read_text(encoding="utf-8")))}
    assert sorted(asked - known) == []


def asked_for(tree: ast.AST) -> Iterator[str]:
    """Give the texts for which a translation is asked."""
    for node in ast.walk(tree):
        if called(node) in TRANSLATORS and isinstance(node, ast.Call):
            for text in node.args[:1] if called(node) == "tr" else node.args[1:2]:
                if isinstance(text, ast.Constant):
                    yield str(text.value)


def test_the_file_of_translations_is_in_order_and_holds_nothing_old(tmp_path: Path):
    copy = tmp_path / "en.ts"
    shutil.copy(KEPT_IN, copy)
    take_out(copy)
    assert copy.read_bytes() == KEPT_IN.read_bytes()


def test_english_has_the_places_that_the_chinese_has(english: list[Entry]):
    assert [entry.source for entry in english if places(entry.source) != places(entry.english)] == []


def places(text: str) -> list[str]:
    return sorted(name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None)


def test_english_has_a_mnemonic_where_the_chinese_has_one_and_on_the_same_key(english: list[Entry]):
    def keys(text: str) -> list[str]:
        return [mark.upper() for mark in MARK.findall(text)]

    assert [entry.source for entry in english if keys(entry.source) != keys(entry.english)] == []


def test_english_names_the_keys_that_the_chinese_names(english: list[Entry]):
    def keys(text: str) -> list[str]:
        return sorted(re.findall(r"Ctrl\+\w+|Alt\+\w+|⇧?F\d+|Esc", text))

    assert [entry.source for entry in english if keys(entry.source) != keys(entry.english)] == []


def test_english_is_english(english: list[Entry]):
    chinese = [entry.source for entry in english if CHINESE.search(entry.english)]
    assert set(chinese) <= MEANT_CHINESE


def test_english_begins_and_ends_as_the_chinese_does_where_texts_are_put_together(english: list[Entry]):
    for entry in english:
        assert (entry.english[:1] == " ") <= (entry.source[:1] in " ，"), entry
        assert entry.english.strip(), entry


def windows() -> list[Path]:
    return sorted([*(ROOT / "ui").rglob("*.py"), ROOT / "main.py"])


def chinese_outside_translation(tree: ast.AST) -> Iterator[str]:
    """Find Chinese texts that stand in the program without a way to another language."""
    inside = {id(part) for node in ast.walk(tree) if called(node) in TRANSLATORS for part in ast.walk(node)}
    explained = {id(part) for node in ast.walk(tree) for part in _docstring(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if CHINESE.search(node.value) and id(node) not in inside | explained:
            yield f"{node.lineno}: {node.value}"


def _docstring(node: ast.AST) -> list[ast.AST]:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or not node.body:
        return []
    first = node.body[0]
    return [first.value] if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else []


def built_texts(tree: ast.AST) -> Iterator[str]:
    """Find translations asked for with a text that is put together: nobody could translate it beforehand."""
    for node in ast.walk(tree):
        if called(node) not in TRANSLATORS or not isinstance(node, ast.Call):
            continue
        texts = node.args[:1] if called(node) == "tr" else node.args[1:2]
        for text in texts:
            if not isinstance(text, ast.Constant):
                yield f"{node.lineno}: {ast.unparse(node)}"


def test_no_chinese_stands_in_the_windows_without_a_translation():
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{finding}"
        for path in windows()
        for finding in chinese_outside_translation(ast.parse(path.read_text(encoding="utf-8")))
        if not path.relative_to(ROOT).as_posix().startswith(NOT_SHOWN) and finding.partition(": ")[2] not in RECORDED
    ]
    assert found == []


NOT_SHOWN = ("ui/app.py", "ui/tour/")
"""Modules whose Chinese is no text of a window: arguments of the command line, and what the tour types."""
RECORDED = {"，", "、", "；", "。", "。！？.!?", "转", "年"}
"""Signs that are read from what people type, or stand in what is recorded in Chinese."""


def test_translations_are_asked_for_with_texts_that_stand_in_the_program():
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{finding}"
        for path in windows()
        for finding in built_texts(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("label = '姓名'", 1),
        ("self.setText('姓名' + name)", 1),
        ("x = f'第{n}次'", 2),
        ("self.tr('姓名')", 0),
        ("QCoreApplication.translate('rooms', '姓名').format(n=1)", 0),
        ("'''说明'''\nx = 1", 0),
    ],
)
def test_the_search_for_chinese_finds_what_it_should(code: str, count: int):
    assert len(list(chinese_outside_translation(ast.parse(code)))) == count


@pytest.mark.parametrize("code", ["self.tr(name)", "self.tr(f'{n} 次')", "QCoreApplication.translate('a', words)"])
def test_the_search_for_texts_put_together_finds_them(code: str):
    assert len(list(built_texts(ast.parse(code)))) == 1
