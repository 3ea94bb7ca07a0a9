"""Lists of records: short ones whole, long ones page by page; place and selection stay."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reception.rules.cases import Light
from reception.services.desk import Desk
from tests.ui.conftest import answered
from ui import look
from ui.desk_link import DeskLink
from ui.table_model import KEPT_PAGES, PAGE, RecordModel
from ui.tables import Column, RecordTable, Source

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A record of these tests."""

    id: int
    name: str
    light: Light | None = None


COLUMNS = (
    Column(title="编号", text=lambda item: str(item.id), width=80, align="right"),
    Column(title="姓名", text=lambda item: item.name, tip=lambda item: f"<b>{item.name}</b>"),
    Column(title="剩余", text=lambda _item: "剩 1 天", light=lambda item: item.light),
)


class Book:
    """A long list that counts how often it is read; the newest stands first."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.pages_read: list[int] = []

    def count(self, _desk: Desk) -> int:
        return self.length

    def page(self, _desk: Desk, offset: int, limit: int) -> list[Item]:
        self.pages_read.append(offset // limit)
        last = max(0, self.length - offset - limit)
        return [Item(id=number, name=f"来访人{number}") for number in range(self.length - offset, last, -1)]

    @property
    def source(self) -> Source:
        return Source(count=self.count, page=self.page)


def items(*numbers: int) -> list[Item]:
    return [Item(id=number, name=f"来访人{number}") for number in numbers]


@pytest.fixture
def big_table(link: DeskLink, qtbot: QtBot) -> RecordTable:
    """Give a shown table for very long lists, which the tester of models would read row by row."""
    made = RecordTable(COLUMNS, link, name="登记列表")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def table(big_table: RecordTable) -> RecordTable:
    """Give a shown table whose model is tested on every change."""
    QAbstractItemModelTester(big_table.records, QAbstractItemModelTester.FailureReportingMode.Fatal, big_table)
    return big_table


def shown(table: RecordTable, row: int, column: int = 1, role: Role = Role.DisplayRole) -> object:
    return table.records.data(table.records.index(row, column), role)


def test_a_short_list_is_shown_whole(table: RecordTable):
    table.show_records(items(1, 2, 3))
    assert [shown(table, row) for row in range(3)] == ["来访人1", "来访人2", "来访人3"]
    assert table.accessibleName() == "登记列表"


def test_columns_have_their_heads(table: RecordTable):
    heads = [table.records.headerData(place, Qt.Orientation.Horizontal) for place in range(3)]
    assert heads == ["编号", "姓名", "剩余"]


def test_a_light_has_shape_words_and_colour(table: RecordTable):
    table.show_records([Item(id=1, name="甲", light=Light.OVERDUE)])
    assert shown(table, 0, 2) == "■ 剩 1 天"
    assert shown(table, 0, 2, Role.ForegroundRole) == QColor(look.colours().red)


def test_a_tip_shows_markup_as_text(table: RecordTable):
    table.show_records([Item(id=1, name="甲")])
    assert shown(table, 0, 1, Role.ToolTipRole) == "<qt>&lt;b&gt;甲&lt;/b&gt;</qt>"


def test_selection_stays_with_its_record(table: RecordTable):
    table.show_records(items(1, 2, 3))
    table.selectRow(1)
    table.show_records(items(9, 8, 1, 2, 3))
    assert table.current() == items(2)[0]
    assert table.currentIndex().row() == 3


def test_a_record_that_is_gone_is_no_longer_selected(table: RecordTable):
    told: list[object] = []
    table.show_records(items(1, 2))
    table.selectRow(1)
    table.selected.connect(told.append)
    table.show_records(items(1))
    assert table.current() is None


def test_the_place_stays_when_new_records_come_above(table: RecordTable):
    table.show_records(items(*range(100)))
    table.selectRow(50)
    table.verticalScrollBar().setValue(45)
    table.show_records(items(200, 201, *range(100)))
    assert (table.currentIndex().row(), table.verticalScrollBar().value()) == (52, 47)


def test_enter_and_double_click_choose(table: RecordTable, qtbot: QtBot):
    chosen: list[Item] = []
    table.chosen.connect(chosen.append)
    table.show_records(items(1, 2))
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.records.index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [items(2)[0], items(1)[0]]


def test_ctrl_enter_is_left_to_the_page(table: RecordTable, qtbot: QtBot):
    chosen: list[Item] = []
    table.chosen.connect(chosen.append)
    table.show_records(items(1))
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen == []


def test_the_present_record_is_told(table: RecordTable):
    told: list[object] = []
    table.show_records(items(1, 2))
    table.selected.connect(told.append)
    table.selectRow(1)
    assert told == [items(2)[0]]


def test_an_empty_list_says_how_to_begin(table: RecordTable):
    table.set_empty("还没有登记。", look.plain_button("新登记"))
    table.show_records([])
    assert table._empty is not None
    assert table._empty.isVisible()
    table.show_records(items(1))
    assert not table._empty.isVisible()


def test_a_million_records_cost_one_page(big_table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(1_000_000)
    big_table.load(book.source)
    answered(link, qtbot)
    assert big_table.records.rowCount() == 1_000_000
    assert book.pages_read == [0]
    assert shown(big_table, 0) == "来访人1000000"


def test_a_jump_reads_the_page_that_is_seen(big_table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(1_000_000)
    big_table.load(book.source)
    answered(link, qtbot)
    big_table.scrollToBottom()
    big_table.grab()
    answered(link, qtbot)
    assert shown(big_table, 999_999) == "来访人1"
    assert len(book.pages_read) <= 3


def test_a_page_under_way_shows_dots(table: RecordTable, link: DeskLink, qtbot: QtBot):
    table.load(Book(1000).source)
    answered(link, qtbot)
    assert shown(table, 999) == "…"
    answered(link, qtbot)
    assert shown(table, 999) == "来访人1"


def test_pages_far_away_are_forgotten(big_table: RecordTable, link: DeskLink, qtbot: QtBot):
    big_table.load(Book(PAGE * (KEPT_PAGES + 20)).source)
    answered(link, qtbot)
    for page in range(KEPT_PAGES + 20):
        big_table.records.record(page * PAGE)
        answered(link, qtbot)
    assert len(big_table.records._pages) <= KEPT_PAGES


def test_a_long_list_read_again_keeps_the_record_and_the_place(table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(1000)
    table.load(book.source)
    answered(link, qtbot)
    table.selectRow(40)
    table.verticalScrollBar().setValue(35)
    before = table.current()
    book.length += 3
    table.refresh()
    answered(link, qtbot)
    assert table.current() == before
    assert (table.currentIndex().row(), table.verticalScrollBar().value()) == (43, 38)


def test_a_list_that_grew_between_two_pages_is_read_again(table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(1000)
    table.load(book.source)
    answered(link, qtbot)
    book.length += 1
    table.records.record(900)
    answered(link, qtbot)
    assert table.records.rowCount() == 1001


def test_a_record_can_be_selected_before_it_is_there(table: RecordTable, link: DeskLink, qtbot: QtBot):
    table.load(Book(50).source)
    table.select_record(20)
    answered(link, qtbot)
    assert table.current() == items(20)[0]


def test_lights_are_painted_again_without_reading(table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(10)
    table.load(book.source)
    answered(link, qtbot)
    changes: list[object] = []
    table.records.dataChanged.connect(lambda *_where: changes.append(True))
    table.records.repaint_lights()
    assert (changes, book.pages_read) == ([True], [0])


def test_a_short_list_after_a_long_one_is_read_no_more(table: RecordTable, link: DeskLink, qtbot: QtBot):
    book = Book(1000)
    table.load(book.source)
    answered(link, qtbot)
    table.show_records(items(1))
    table.refresh()
    answered(link, qtbot)
    assert (table.records.rowCount(), book.pages_read) == (1, [0])


def test_a_model_has_no_children(link: DeskLink):
    model = RecordModel(COLUMNS, link)
    model.show_records(items(1))
    child = model.index(0, 0)
    assert (model.rowCount(child), model.columnCount(child), model.data(QModelIndex())) == (0, 0, None)


class Shelf:
    """A long list whose keys are known in their order."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.pages_read: list[int] = []

    def page(self, _desk: Desk, offset: int, limit: int) -> list[Item]:
        self.pages_read.append(offset // limit)
        return items(*self.numbers[offset : offset + limit])

    @property
    def source(self) -> Source:
        return Source(count=lambda _desk: len(self.numbers), page=self.page, keys=tuple(self.numbers))


@pytest.fixture
def many(link: DeskLink, qtbot: QtBot) -> RecordTable:
    """Give a shown table in which several rows may be picked."""
    found = RecordTable(COLUMNS, link, many=True)
    qtbot.addWidget(found)
    found.resize(500, 300)
    found.show()
    return found


def test_everything_is_picked_without_being_read_and_stays_picked_when_lines_come_before(
    many: RecordTable, link: DeskLink, qtbot: QtBot
):
    shelf = Shelf(list(range(3 * PAGE)))
    many.rearrange(shelf.source, {}, fresh=True)
    answered(link, qtbot)
    many.select_record(2 * PAGE + 7)
    answered(link, qtbot)
    assert many.current().name == f"来访人{2 * PAGE + 7}"  # type: ignore[union-attr]
    qtbot.keyClick(many, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert many.picked_keys() == shelf.numbers
    assert shelf.pages_read == [0, 2]
    top = many.rowAt(0)
    more = Shelf([*range(-PAGE, 0), *shelf.numbers])
    many.rearrange(more.source, {}, fresh=True)
    answered(link, qtbot)
    assert many.picked_keys() == shelf.numbers
    assert (many.current().id, many.rowAt(0)) == (2 * PAGE + 7, top + PAGE)  # type: ignore[union-attr]


def test_what_was_read_a_moment_ago_is_not_read_again_for_another_choice(
    many: RecordTable, link: DeskLink, qtbot: QtBot
):
    shelf = Shelf(list(range(PAGE)))
    many.rearrange(shelf.source, {}, fresh=True)
    answered(link, qtbot)
    many.select_record(8)
    known = {item.id: item for item in many.records.known()}
    even = Shelf([number for number in shelf.numbers if number % 2 == 0])
    many.rearrange(even.source, known, fresh=False)
    assert (many.records.rowCount(), many.current().id) == (PAGE // 2, 8)  # type: ignore[union-attr]
    assert even.pages_read == []
    strange = Shelf([5, PAGE + 5])
    many.rearrange(strange.source, known, fresh=False)
    answered(link, qtbot)
    assert (many.records.rowCount(), strange.pages_read) == (2, [0])
