"""The weekly log as files: what other programs read in them, and what the paper shows."""

import csv
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from reception.documents.log_rows import COLUMNS as PRINTED
from reception.documents.log_rows import PADDING, set_rows
from reception.documents.log_sheet import COLUMNS, cell, moment_text
from reception.documents.logs import WeekLog, log_name, render_log
from reception.rules.inquiries import Disposition, Inquiry, Paper, PersonKind, Status, VoidReason
from reception.rules.log_entries import Surroundings, log_entry, masked
from reception.rules.logs import LogFormat, Week, WeekRecords, summarise
from reception.rules.text import neutralise_formula
from tests.spreadsheets import EMPTY, Cell, open_with_libreoffice
from tests.weeks import WEEK, Maker, shipped_calendar

CALENDAR = shipped_calendar()
WATERMARK = "完整信息导出 · 凯 · 2026-11-27 16:05 · 用途：抽查"
DANGEROUS = (
    "=cmd()",
    "=1+1",
    "+1",
    "-2+3",
    "@x",
    "\t=1",
    "＝1+1",
    " =1+1",
    "'; DROP TABLE inquiry; --",
    "<b>粗</b>",
    '引号"，逗号, 换行\n第二行',
    "0012345",
    "1e5",
    "https://example.edu.cn/a?b=c",
    "_x0041_",
    "𠅤𰻞🙂",
)


def log_of(*inquiries: Inquiry, watermark: str = "", **around: Any) -> WeekLog:
    entries = [log_entry(inquiry, Surroundings(**around), CALENDAR) for inquiry in inquiries]
    return WeekLog(
        week=WEEK,
        unit="示例大学教务处",
        entries=tuple(entries if watermark else map(masked, entries)),
        figures=summarise(WEEK, WeekRecords(inquiries=inquiries), CALENDAR),
        watermark=watermark,
    )


def dangerous_log(watermark: str = "") -> WeekLog:
    make = Maker()
    inquiries = [make.inquiry(summary=text, detail=text * 3, person_name=text[:20], remark=text) for text in DANGEROUS]
    phones = ["+442055500123", "0731-55501234", "13800001234", "8012"]
    numbers = ["0020240101", "2024E5", "202401012345"]
    inquiries += [make.inquiry(phone=phone, person_count=12) for phone in phones]
    inquiries += [make.inquiry(person_no=number, papers=(Paper(name="申请表", copies=2),)) for number in numbers]
    inquiries.append(make.complaint())
    inquiries.append(make.inquiry(status=Status.VOID, void_reason=VoidReason.MISTAKE, void_note="=void()"))
    return log_of(*inquiries, watermark=watermark)


@dataclass(frozen=True)
class Opened:
    log: WeekLog
    xlsx: dict[str, list[list[Cell]]]
    csv: list[list[Cell]]
    folder: Path


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Give a whole log full of dangerous texts as LibreOffice sees its XLSX and its CSV."""
    folder = tmp_path_factory.mktemp("log")
    log = dangerous_log(WATERMARK)
    paths = [folder / log_name(WEEK, form) for form in (LogFormat.XLSX, LogFormat.CSV)]
    for path, form in zip(paths, (LogFormat.XLSX, LogFormat.CSV), strict=True):
        path.write_bytes(render_log(log, form))
    seen = open_with_libreoffice(folder, *paths)
    (csv_rows,) = seen[paths[1].name].values()
    return Opened(log=log, xlsx=seen[paths[0].name], csv=csv_rows, folder=folder)


def written(log: WeekLog) -> Iterator[list[Any]]:
    for entry in log.entries:
        yield [cell(log, entry, column) for column in COLUMNS]


def at(row: list[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else EMPTY


def test_files_are_named_after_the_week():
    assert log_name(Week(year=2027, number=1), LogFormat.CSV) == "reception-2027-W01.csv"


def test_the_first_row_names_each_field_in_chinese_and_for_programs():
    text = render_log(dangerous_log(), LogFormat.CSV).decode("utf-8-sig")
    first = next(csv.reader(io.StringIO(text)))
    assert first[:3] == ["登记编号 reg_no", "登记时间 reg_at", "来访/来电时间 received_at"]
    names = [heading.split() for heading in first]
    assert all(len(name) == 2 and name[0] != name[1] for name in names)


def test_libreoffice_reads_the_same_values_from_the_workbook(opened: Opened):
    rows = opened.xlsx["登记"][1:]
    for row, values in zip(rows, written(opened.log), strict=True):
        for place, value in enumerate(values):
            seen = at(row, place)
            if value in (None, ""):
                assert seen == EMPTY
            elif isinstance(value, str):
                assert (seen.kind, seen.value) == ("string", value)
            elif isinstance(value, int):
                assert (seen.kind, float(seen.value)) == ("float", value)
            else:
                assert seen.kind == "date"
                assert datetime.fromisoformat(seen.value) == datetime.fromisoformat(moment_text(value))


def test_libreoffice_reads_the_same_values_from_the_csv(opened: Opened):
    for row, values in zip(opened.csv[1:], written(opened.log), strict=True):
        for place, value in enumerate(values):
            seen = at(row, place)
            if seen.kind == "string" or seen == EMPTY:
                shown = moment_text(value) if isinstance(value, date) else str("" if value is None else value)
                assert seen.value.split() == neutralise_formula(shown).split()
            elif seen.kind == "date":
                assert datetime.fromisoformat(seen.value) == datetime.fromisoformat(moment_text(value))
            else:
                assert float(seen.value) == pytest.approx(float(value), rel=1e-14)


def test_libreoffice_finds_no_formula_in_either_file(opened: Opened):
    every = [cell for sheet in (*opened.xlsx.values(), opened.csv) for row in sheet for cell in row]
    assert [cell for cell in every if cell.formula] == []


def test_another_reader_finds_typed_cells_in_the_workbook(opened: Opened):
    book = CalamineWorkbook.from_path(str(opened.folder / "reception-2026-W48.xlsx"))
    assert book.sheet_names == ["登记", "统计"]
    rows = book.get_sheet_by_name("登记").to_python()
    assert rows[0][: len(COLUMNS)] == [column.heading for column in COLUMNS]
    for row, values in zip(rows[1:], written(opened.log), strict=True):
        shown = ["" if value is None else value for value in values]
        for seen, value in zip(row, shown, strict=False):
            assert seen == value or (isinstance(value, date) and _day(seen) == value)


def _day(seen: object) -> object:
    return seen.date() if isinstance(seen, datetime) else seen


def test_phones_and_student_numbers_stay_text(opened: Opened):
    place = [column.name for column in COLUMNS].index("person_no")
    seen = {at(row, place).value: at(row, place).kind for row in opened.xlsx["登记"][1:] if at(row, place).value}
    assert seen == {"0020240101": "string", "2024E5": "string", "202401012345": "string"}


@pytest.mark.parametrize("form", list(LogFormat))
def test_a_masked_log_holds_no_whole_value(form: LogFormat):
    make = Maker()
    inquiry = make.inquiry(person_name="欧阳小明", phone="13800001234", person_no="2024010123", detail="13800001234")
    content = render_log(log_of(inquiry), form)
    text = whole_text(content, form)
    for value in ("欧阳小明", "13800001234", "2024010123", "完整信息"):
        assert value not in text
    assert "欧阳**" in text.replace("\n", "").replace("\r", "")


def whole_text(content: bytes, form: LogFormat) -> str:
    if form is LogFormat.CSV:
        return content.decode("utf-8-sig")
    if form is LogFormat.PDF:
        return "\n".join(pdf_texts(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def pdf_texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("form", list(LogFormat))
def test_a_complaint_shows_its_number_its_date_and_nothing_else_even_in_a_whole_log(form: LogFormat):
    complaint = Maker().complaint(summary="反映态度", person_name="王小明")
    text = whole_text(render_log(log_of(complaint, watermark=WATERMARK), form), form)
    assert "受限" in text
    for value in ("反映态度", "王小明", "13800001234", "10:26", "投诉举报转处,"):
        assert value not in text


@pytest.mark.parametrize("form", list(LogFormat))
def test_a_void_is_listed_and_marked(form: LogFormat):
    void = Maker().inquiry(status=Status.VOID, void_reason=VoidReason.DUPLICATE, void_note="同前一号")
    text = "".join(whole_text(render_log(log_of(void), form), form).split())
    for value in ("作废", "重复登记", "同前一号", "0001"):
        assert value in text


@pytest.mark.parametrize("form", list(LogFormat))
def test_a_whole_log_bears_who_took_it_when_and_for_what(form: LogFormat):
    text = whole_text(render_log(log_of(Maker().inquiry(), watermark=WATERMARK), form), form)
    assert "2026-11-27 16:05" in text
    assert "抽查" in text


@pytest.mark.parametrize("form", list(LogFormat))
def test_the_same_log_gives_the_same_bytes_in_another_process_at_another_time(form: LogFormat, tmp_path: Path):
    here = render_log(dangerous_log(), form)
    program = (
        "import sys; from pathlib import Path; from reception.rules.logs import LogFormat;"
        "from reception.documents.logs import render_log; from tests.documents.test_logs import dangerous_log;"
        "Path(sys.argv[1]).write_bytes(render_log(dangerous_log(), LogFormat(sys.argv[2])))"
    )
    target = tmp_path / "elsewhere"
    environment = os.environ | {"TZ": "America/New_York", "PYTHONHASHSEED": "7"}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(target), form.value], check=True, cwd=root, env=environment)
    assert target.read_bytes() == here
    assert time.tzname != ("EST", "EDT")


def test_the_workbook_freezes_its_headings_and_filters_every_column():
    with zipfile.ZipFile(io.BytesIO(render_log(dangerous_log(), LogFormat.XLSX))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
        moments = {member.date_time for member in archive.infolist()}
    assert 'topLeftCell="B2"' in sheet
    assert 'state="frozen"' in sheet
    assert "<autoFilter ref=" in sheet
    assert len(moments) == 1


def test_a_text_that_looks_like_a_formula_stays_text_when_it_is_edited_in_the_workbook():
    with zipfile.ZipFile(io.BytesIO(render_log(dangerous_log(), LogFormat.XLSX))) as archive:
        assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode("utf-8")


def test_the_second_sheet_holds_the_figures_as_numbers_and_a_dash_without_a_whole():
    content = render_log(log_of(Maker().inquiry()), LogFormat.XLSX)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("统计").to_python()
    figures = {row[2]: row[1] for row in rows}
    assert (figures["total"], figures["channel.visit"], figures["disposition.D1"]) == (1, 1, 1)
    assert figures["on_the_spot_rate"] == 1.0
    assert figures["told_once_rate"] == "—"


def test_an_empty_week_is_a_log_too():
    empty = log_of()
    assert "本周无登记" in pdf_texts(render_log(empty, LogFormat.PDF))[0]
    assert len(render_log(empty, LogFormat.CSV).decode("utf-8-sig").splitlines()) == 1
    rows = CalamineWorkbook.from_filelike(io.BytesIO(render_log(empty, LogFormat.XLSX))).get_sheet_by_index(0)
    assert len(rows.to_python()) == 1


def test_the_csv_has_a_byte_order_mark_and_dos_line_ends():
    content = render_log(log_of(Maker().inquiry()), LogFormat.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def many(count: int) -> WeekLog:
    make = Maker()
    long = "想了解转专业的条件、时间安排和需要准备的全部材料" * 4
    return log_of(*(make.inquiry(summary=long[: 10 + 3 * (number % 30)]) for number in range(count)))


def test_each_page_has_its_number_its_subtotal_and_the_heading_of_the_table():
    texts = pdf_texts(render_log(many(60), LogFormat.PDF))
    count = len(texts)
    assert count > 3
    for number, text in enumerate(texts, start=1):
        assert "示例大学教务处首问负责登记表（2026年第48周）" in text
        assert f"第 {number} 页" in text
        assert f"共 {count} 页" in text
    subtotals = [int(part.split(" ")[0]) for text in texts for part in text.split("本页小计：")[1:]]
    assert sum(subtotals) == 60
    assert "全周合计：60 条" in "".join(texts)


def test_the_last_page_has_the_figures_and_the_lines_to_sign_on():
    last = pdf_texts(render_log(many(20), LogFormat.PDF))[-1]
    for words in ("本周统计", "当场办结率", "一次告知率", "填表人", "科室负责人", "单位负责人"):
        assert words in last


@pytest.mark.parametrize(
    "changes",
    [
        {"person_name": "王" * 100, "person_unit": "学" * 100},
        {"person_name": "W" * 100},
        {"summary": "事" * 100, "matter_code": "JW-03", "matter_name": "项" * 200},
        {"summary": "9" * 100},
        {"phone": "+442055500123456789", "phone_ext": "12345678"},
        {"first_officer": "阿卜杜热依木·买买提吐尔逊", "acting_for": "长" * 60},
        {"disposition": Disposition.D7, "to_unit": "国际合作与交流处" * 2, "to_person": "某" * 100},
        {"status": Status.VOID, "void_reason": VoidReason.MISTAKE, "void_note": "注" * 1000},
        {"person_kind": PersonKind.OUTSIDE_UNIT, "person_name": "𠅤𰻞" * 50, "person_count": 1200},
        {"summary": "ﷺ العربية <b>&amp;</b> 🙂" * 3},
    ],
)
def test_no_text_leaves_its_column_on_paper(changes: dict[str, Any]):
    entry = log_entry(Maker().inquiry(**changes), Surroundings(), CALENDAR)
    (row,) = set_rows([entry])
    for column, block in zip(PRINTED, row.cells, strict=True):
        assert block.width <= column.width - 2 * PADDING + 0.01
        assert block.height <= row.height
    log = replace(log_of(), entries=(entry,))
    assert pdf_texts(render_log(log, LogFormat.PDF))


def test_nothing_that_is_signed_is_cut_off():
    summary = "".join(chr(0x4E00 + number) for number in range(100))
    text = "".join(pdf_texts(render_log(log_of(Maker().inquiry(summary=summary)), LogFormat.PDF)))
    assert summary in "".join(text.split())


def test_the_paper_reads_the_way_of_a_case_and_its_due_date():
    make = Maker()
    inquiry = make.inquiry(disposition=Disposition.D3, status=Status.IN_PROGRESS)
    case = make.case(inquiry, "2026-12-01 17:30", provisional=True)
    text = "".join(pdf_texts(render_log(log_of(inquiry, case=case), LogFormat.PDF))[0].split())
    for words in ("D3受理承诺", case.case_no, "应办结（暂定）", "12-0117:30"):
        assert words in text
