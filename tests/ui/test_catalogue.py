"""The room of the catalogue: a matter found, read, mended, taken out of use, a file brought in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.catalogue import Material, Matter
from reception.rules.limits import Limit, LimitUnit
from reception.rules.staff import Action
from reception.services import catalogue
from reception.services.desk import Desk
from reception.services.office import shipped_catalogue
from tests.cast import BEN, CARA, Clock
from tests.ui.conftest import Ask, answered, sit
from ui.catalogue.editor import MatterEditor
from ui.catalogue.form import MatterForm
from ui.catalogue.importing import ImportStep
from ui.catalogue.page import CataloguePage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
Enter = Callable[..., CataloguePage]
TODAY = date(2026, 11, 24)


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room: `enter(code="JW-03")`."""

    def entered(code: str = "") -> CataloguePage:
        shell.activateWindow()
        if code:
            shell.go("catalogue", code=code)
        else:
            shell.go("catalogue")
        answered(link, qtbot)
        page = shell.pages["catalogue"]
        assert isinstance(page, CataloguePage)
        return page

    return entered


def names(page: CataloguePage) -> list[str]:
    model = page.table.records
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def search(page: CataloguePage, text: str, link: DeskLink, qtbot: QtBot) -> None:
    page.search.clear()
    page.search.insert(text)
    answered(link, qtbot)


def editor_of(page: CataloguePage, shell: MainWindow, qtbot: QtBot) -> MatterEditor:
    qtbot.mouseClick(page.edit_button, LEFT)
    step = shell.present_page()
    assert isinstance(step, MatterEditor)
    return step


def fill(editor: MatterEditor, name: str, text: str) -> None:
    edit = editor.form._texts[name].edit
    edit.selectAll()
    if hasattr(edit, "insertPlainText"):
        edit.insertPlainText(text)
    else:
        edit.del_()
        edit.insert(text)
        edit.textEdited.emit(edit.text())


def save(editor: MatterEditor, link: DeskLink, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor.save_button, LEFT)
    answered(link, qtbot)


def test_all_matters_stand_in_the_list(enter: Enter):
    page = enter()
    assert len(names(page)) == 65
    assert [button.text() for button in page.parts.values()] == [
        "全部 65",
        "不完整 0",
        "未承诺时限 0",
        "即将生效 0",
        "已停用 0",
    ]


@pytest.mark.parametrize("typed", ["补办学生证", "bbxsz", "JW-03", "学生证 教务"])
def test_a_matter_is_found_while_it_is_typed(enter: Enter, link: DeskLink, qtbot: QtBot, typed: str):
    page = enter()
    search(page, typed, link, qtbot)
    assert names(page)[0] == "补办学生证"


def test_the_card_answers_who_where_when_and_until_when(enter: Enter):
    page = enter("JW-03")
    said = words_of(page.sheet)
    for words in ("补办学生证", "师生服务大厅1-4号窗口", "0731-5550-1203", "2026年12月1日（星期二）17:30", "安"):
        assert words in said
    assert "1. 学生证补办申请表（原件 1 份）" in said


def test_a_search_for_nothing_offers_to_clear(enter: Enter, link: DeskLink, qtbot: QtBot):
    page = enter()
    search(page, "没有这样的事", link, qtbot)
    assert page.table._empty is not None
    assert "没有找到" in words_of(page.table._empty)
    qtbot.mouseClick(page.table._empty.findChildren(QPushButton)[0], LEFT)
    answered(link, qtbot)
    assert len(names(page)) == 65


def test_the_keys_lead_from_the_search_to_the_list_and_back(enter: Enter, qtbot: QtBot):
    page = enter()
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Key.Key_F, CTRL)
    assert page.search.hasFocus()


def test_escape_clears_the_search(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter()
    search(page, "学生证", link, qtbot)
    qtbot.keyClick(shell, Key.Key_Escape)
    answered(link, qtbot)
    assert (page.search.text(), len(names(page))) == ("", 65)


def test_the_form_gives_back_every_matter_as_it_was(qtbot: QtBot, ask: Ask):
    from reception.words import Language

    units = ask(catalogue.units)
    form = MatterForm(Language.ZH, units, contact_only=False, new=False)
    qtbot.addWidget(form)
    for matter in ask(catalogue.matters):
        form.fill(matter)
        assert form.matter(matter) == matter


def test_a_saved_change_is_a_new_edition(enter: Enter, shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    fill(editor, "fee", "工本费12元")
    save(editor, link, qtbot)
    assert shell.present_page() is page
    assert "工本费12元" in words_of(page.sheet)
    assert [one.edition for one in ask(catalogue.editions, "JW-03")] == [2, 1]


def test_an_older_edition_can_still_be_read(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    fill(editor, "fee", "工本费12元")
    save(editor, link, qtbot)
    older = next(button for button in page.sheet.findChildren(QPushButton) if "第 1 版" in button.text())
    qtbot.mouseClick(older, LEFT)
    assert "工本费10元(示例)" in words_of(page.sheet)
    assert not page.edit_button.isVisible()


def test_a_change_for_later_waits_in_its_part(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    fill(editor, "fee", "工本费12元")
    editor.effective.set_value(date(2027, 1, 1))
    save(editor, link, qtbot)
    assert "工本费10元(示例)" in words_of(page.sheet)
    qtbot.mouseClick(page.parts["coming"], LEFT)
    answered(link, qtbot)
    assert names(page) == ["补办学生证"]
    assert page.parts["coming"].text() == "即将生效 1"


def test_mistakes_stand_at_their_fields(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    fill(editor, "name", "")
    editor.form.limit.set_limit(None)
    editor.form.materials.rows[1].name.set_text("")
    save(editor, link, qtbot)
    assert shell.present_page() is editor
    assert editor.form._texts["name"].error
    assert editor.form.limit.error
    assert editor.form.materials.rows[1].name.error
    assert editor.save_button.isEnabled()


def test_a_promise_longer_than_the_statute_is_refused_at_the_limit(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    page = enter("XB-03")
    editor = editor_of(page, shell, qtbot)
    editor.form.limit.set_limit(Limit(unit=LimitUnit.WD, n=60))
    save(editor, link, qtbot)
    assert editor.form.limit.error


def test_papers_are_added_moved_and_taken_away(enter: Enter, shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    before = ask(catalogue.matter, "JW-03").materials
    editor = editor_of(page, shell, qtbot)
    rows = editor.form.materials
    qtbot.mouseClick(rows.add_button, LEFT)
    assert rows.rows[-1].name.edit.hasFocus()
    rows.rows[-1].name.edit.insert("学院证明")
    rows.rows[-1].when.edit.insert("由他人代办时")  # type: ignore[union-attr]
    qtbot.mouseClick(rows.rows[-1].up, LEFT)
    qtbot.mouseClick(rows.rows[0].remove, LEFT)
    save(editor, link, qtbot)
    after = ask(catalogue.matter, "JW-03").materials
    expected = [each.name for each in before[1:-1]] + ["学院证明", before[-1].name]
    assert [each.name for each in after] == expected
    assert [each.no for each in after] == list(range(1, len(after) + 1))
    assert after[-2] == Material(no=len(after) - 1, name="学院证明", when="由他人代办时")


def test_the_first_row_cannot_go_up_nor_the_last_one_down(enter: Enter, shell: MainWindow, qtbot: QtBot):
    editor = editor_of(enter("JW-03"), shell, qtbot)
    rows = editor.form.materials.rows
    assert (rows[0].up.isEnabled(), rows[-1].down.isEnabled()) == (False, False)
    assert rows[1].up.accessibleName() == "上移 材料 2"


def test_leaving_with_unsaved_changes_asks_first(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    fill(editor, "fee", "工本费12元")
    qtbot.keyClick(shell, Key.Key_Escape)
    assert shell.present_page() is editor
    assert editor.unsaved.isVisible()
    shell.go("register")
    assert shell.present_page() is editor
    qtbot.mouseClick(editor.unsaved.drop_button, LEFT)
    assert shell.present_page() is page


def test_leaving_without_changes_asks_nothing(enter: Enter, shell: MainWindow, qtbot: QtBot):
    page = enter("JW-03")
    editor_of(page, shell, qtbot)
    qtbot.keyClick(shell, Key.Key_Escape)
    assert shell.present_page() is page


def test_a_clerk_mends_a_room_number_and_nothing_else(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask
):
    sit(link, qtbot, BEN, clock)
    page = CataloguePage(shell, link)
    shell.pages["catalogue"] = page
    shell.stack.addWidget(page)
    shell.go("catalogue", code="JW-03")
    answered(link, qtbot)
    assert (page.new_button.isVisible(), page.retire_button.isVisible()) == (False, False)
    editor = editor_of(page, shell, qtbot)
    assert editor.form._texts["name"].edit.isReadOnly()
    assert not editor.form.unit.box.isEnabled()
    assert not editor.form.materials.inner.isEnabled()
    assert not editor.effective.isVisible()
    fill(editor, "place", "办公楼 108")
    save(editor, link, qtbot)
    assert ask(catalogue.matter, "JW-03").place == "办公楼 108"
    assert "办公楼 108" in words_of(page.sheet)


def test_somebody_faster_is_said_in_a_sentence_and_nothing_is_lost(
    enter: Enter, shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot
):
    page = enter("JW-03")
    editor = editor_of(page, shell, qtbot)
    ask(catalogue.save_matter, replace(ask(catalogue.matter, "JW-03"), fee="不收费"), TODAY)
    fill(editor, "fee", "工本费12元")
    save(editor, link, qtbot)
    assert editor.error.isVisible()
    assert editor.form._texts["fee"].text() == "工本费12元"


def test_a_new_matter_is_made(enter: Enter, shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    qtbot.mouseClick(page.new_button, LEFT)
    editor = shell.present_page()
    assert isinstance(editor, MatterEditor)
    save(editor, link, qtbot)
    assert editor.form._texts["code"].error
    fill(editor, "code", "JW-99")
    fill(editor, "name", "缓考申请")
    editor.form.unit.set_value("JW")
    editor.form.limit.set_limit(Limit(unit=LimitUnit.WD, n=3))
    save(editor, link, qtbot)
    assert page.sheet.name.text() == "缓考申请"
    assert page.parts["all"].text() == "全部 66"
    assert page.parts["incomplete"].text() == "不完整 1"
    made: Matter = ask(catalogue.matter, "JW-99")
    assert (made.edition, made.limit) == (1, Limit(unit=LimitUnit.WD, n=3))


def test_an_incomplete_matter_says_what_it_lacks(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    ask(catalogue.save_matter, replace(ask(catalogue.matter, "JW-03"), basis=(), hours=""), TODAY)
    page = enter("JW-03")
    qtbot.waitUntil(lambda: "缺：办理依据、办公时间" in words_of(page.sheet))
    qtbot.mouseClick(page.parts["incomplete"], LEFT)
    assert names(page) == ["补办学生证"]


def test_the_matters_without_a_promised_limit_are_listed_and_no_others(enter: Enter, ask: Ask, qtbot: QtBot):
    def unpromise(desk: Desk) -> None:
        with desk.work(Action.EDIT_CATALOGUE) as work:
            matter = work.find(Matter, code="JW-03")
            assert matter is not None
            work.log(work.change(replace(matter, limit=None)))

    ask(unpromise)
    page = enter()
    assert page.parts["unpromised"].text() == "未承诺时限 1"
    qtbot.mouseClick(page.parts["unpromised"], LEFT)
    assert names(page) == ["补办学生证"]


def test_a_matter_is_taken_out_of_use_and_back(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    qtbot.mouseClick(page.retire_button, LEFT)
    assert page.form is not None
    qtbot.mouseClick(page.form.act_button, LEFT)
    answered(link, qtbot)
    assert page.parts["retired"].text() == "已停用 1"
    assert len(ask(catalogue.matters)) == 64
    qtbot.waitUntil(lambda: "已停用" in words_of(page.sheet))
    qtbot.mouseClick(page.retire_button, LEFT)
    assert page.form is not None
    qtbot.mouseClick(page.form.act_button, LEFT)
    answered(link, qtbot)
    assert len(ask(catalogue.matters)) == 65


def import_step(page: CataloguePage, shell: MainWindow, qtbot: QtBot) -> ImportStep:
    qtbot.mouseClick(page.import_button, LEFT)
    step = shell.present_page()
    assert isinstance(step, ImportStep)
    return step


def read(step: ImportStep, path: Path, link: DeskLink, qtbot: QtBot) -> None:
    step.read(str(path))
    answered(link, qtbot)


def cells(step: ImportStep, table: str) -> list[list[str]]:
    model = getattr(step, table).records
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_a_file_is_looked_at_before_it_is_brought_in(
    enter: Enter, shell: MainWindow, tmp_path: Path, ask: Ask, link: DeskLink, qtbot: QtBot
):
    path = tmp_path / "catalogue.yaml"
    path.write_text(shipped_catalogue().replace("工本费10元(示例)", "工本费12元"), encoding="utf-8")
    page = enter()
    step = import_step(page, shell, qtbot)
    read(step, path, link, qtbot)
    assert step.said.text() == "新增 0 项，修改 1 项，不变 64 项；部门有变化的 0 个。"
    assert cells(step, "changes") == [["修改", "JW-03", "补办学生证", "收费"]]
    assert ask(catalogue.matter, "JW-03").fee == "工本费10元(示例)"
    qtbot.mouseClick(step.import_button, LEFT)
    answered(link, qtbot)
    assert shell.present_page() is page
    assert ask(catalogue.matter, "JW-03").fee == "工本费12元"


def test_all_mistakes_of_a_file_are_listed_with_their_lines(
    enter: Enter, shell: MainWindow, tmp_path: Path, ask: Ask, link: DeskLink, qtbot: QtBot
):
    path = tmp_path / "catalogue.yaml"
    path.write_text(shipped_catalogue().replace("category: routine", "category: rutine", 3), encoding="utf-8")
    step = import_step(enter(), shell, qtbot)
    read(step, path, link, qtbot)
    assert step.said.text() == "文件中有 3 处问题，什么都没有导入。请改好后再选一次。"
    found = cells(step, "mistakes")
    assert all(line.isdecimal() and "事项类别" in place and "rutine" in words for line, place, words in found)
    assert not step.import_button.isVisible()
    assert len(ask(catalogue.editions, "JW-03")) == 1


def test_the_same_file_again_has_nothing_to_bring(
    enter: Enter, shell: MainWindow, tmp_path: Path, link: DeskLink, qtbot: QtBot
):
    path = tmp_path / "catalogue.yaml"
    path.write_text(shipped_catalogue(), encoding="utf-8")
    step = import_step(enter(), shell, qtbot)
    read(step, path, link, qtbot)
    assert "完全相同" in step.said.text()
    assert not step.import_button.isVisible()


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", "办事".encode("gbk"), b"", b"\x00" * 10, b"[[[["])
def test_a_file_that_is_no_catalogue_is_refused_in_a_sentence(
    enter: Enter, shell: MainWindow, tmp_path: Path, link: DeskLink, qtbot: QtBot, raw: bytes
):
    path = tmp_path / "catalogue.yaml"
    path.write_bytes(raw)
    step = import_step(enter(), shell, qtbot)
    read(step, path, link, qtbot)
    assert len(cells(step, "mistakes")) >= 1
    assert "什么都没有导入" in step.said.text()


def test_a_file_that_is_gone_is_said(enter: Enter, shell: MainWindow, tmp_path: Path, link: DeskLink, qtbot: QtBot):
    step = import_step(enter(), shell, qtbot)
    read(step, tmp_path / "gone.yaml", link, qtbot)
    assert step.error.isVisible()


def test_another_desks_change_is_seen_at_once(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter("JW-03")
    ask(catalogue.save_matter, replace(ask(catalogue.matter, "JW-03"), place="办公楼 109"), TODAY)
    link.beat()
    answered(link, qtbot)
    assert "办公楼 109" in words_of(page.sheet)


def test_a_section_head_may_edit_everything(shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock):
    sit(link, qtbot, CARA, clock)
    page = CataloguePage(shell, link)
    qtbot.addWidget(page)
    page.show()
    answered(link, qtbot)
    assert (page.new_button.isVisible(), page.import_button.isVisible(), page.retire_button.isVisible()) == (True,) * 3


def test_a_turning_minute_disturbs_no_reader(enter: Enter, ask: Ask, clock: Clock, link: DeskLink, qtbot: QtBot):
    ask(catalogue.save_matter, replace(ask(catalogue.matter, "JW-03"), fee="工本费12元"), TODAY)
    page = enter("JW-03")
    older = next(button for button in page.sheet.findChildren(QPushButton) if "第 1 版" in button.text())
    qtbot.mouseClick(older, LEFT)
    old_fee = "工本费10元(示例)"
    qtbot.waitUntil(lambda: old_fee in [each.text() for each in page.sheet.findChildren(QLabel) if each.isVisible()])
    before = [each for each in page.sheet.findChildren(QLabel) if each.isVisible()]
    clock.advance(minutes=1)
    link.beat()
    answered(link, qtbot)
    assert old_fee in words_of(page.sheet)
    after = page.sheet.findChildren(QLabel)
    assert all(label in after for label in before)


def test_the_arrows_walk_through_the_list(enter: Enter, link: DeskLink, qtbot: QtBot):
    page = enter()
    qtbot.keyClick(page.search, Key.Key_Down)
    qtbot.keyClick(page.table, Key.Key_Down)
    qtbot.keyClick(page.table, Key.Key_Down)
    answered(link, qtbot)
    line = page.table.current()
    assert line is not None
    assert (line.id, page.sheet.name.text()) == ("XB-03", "学校信息公开申请")
