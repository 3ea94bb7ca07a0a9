"""The weekly log of a real office: read, exported, remembered, recounted by another road."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from reception.errors import Invalid, NotAllowed, Unavailable
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Channel, Disposition, VoidReason
from reception.rules.logs import LogFormat, Week
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, SecondReason
from reception.rules.staff import Role
from reception.services import corrections, files, inquiries, logs, notices, tallies
from reception.services.desk import Desk
from reception.store import journal, records
from reception.store.database import FILE_NAME, Store
from tests.cast import Clock
from tests.drafts import draft_of
from tests.weeks import WEEK, local

CHINA = ZoneInfo("Asia/Shanghai")
XLSX, CSV = (LogFormat.XLSX,), (LogFormat.CSV,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder that the files go to."""
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.fixture
def head_desk(desk: Desk) -> Desk:
    """Give the desk of 安 as unit head."""
    return replace(desk, account=replace(desk.account, roles=(Role.UNIT_HEAD,)))


def at(clock: Clock, text: str) -> None:
    clock.now = local(text)


def busy_week(desk: Desk, clock: Clock) -> None:
    """Record a week with every disposition, a void, an undone save, a late entry, and records outside of it."""
    at(clock, "2026-11-20 10:00")
    inquiries.record(desk, draft_of(summary="上周"))
    for day, way in enumerate([*Disposition, Disposition.D1, Disposition.D7]):
        at(clock, f"2026-11-{23 + day % 5} {9 + day % 8:02d}:{day * 4:02d}")
        notice = two_missing() if way is Disposition.D4 else None
        channel = list(Channel)[day % len(Channel)]
        changes = {"person_name": "林晓舟", "phone": "13800001234", "privacy_told": True}
        inquiries.record(desk, draft_of(way, channel=channel, **changes), notice)
    at(clock, "2026-11-27 15:00")
    wrong = inquiries.record(desk, draft_of(summary="登记错了")).inquiry
    corrections.void(desk, wrong.id, VoidReason.MISTAKE, "登记错了")
    undone = inquiries.record(desk, draft_of(summary="点错了")).inquiry
    corrections.undo(desk, undone.id)
    at(clock, "2026-11-27 16:00")
    inquiries.record(desk, draft_of(summary="补登", received_at=local("2026-11-24 09:00")))
    at(clock, "2026-11-30 08:40")
    inquiries.record(desk, draft_of(summary="下周"))
    at(clock, "2026-11-30 09:00")


def two_missing() -> NoticeDraft:
    """Give the ticks of JW-04 with its first two papers missing."""
    (matter,) = records.select(Matter, code="JW-04")
    rows = [
        MaterialTick(no=each.no, state=MaterialState.MISSING if place < 2 else MaterialState.PROVIDED)
        for place, each in enumerate(matter.materials)
    ]
    return NoticeDraft(
        answers=tuple((each.no, True) for each in matter.materials if each.conditional), ticks=tuple(rows)
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    """Give the rows of an exported CSV by field name."""
    reader = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    names = [heading.split()[-1] for heading in next(reader)]
    return [dict(zip(names, row, strict=True)) for row in reader]


def notes(week: Week = WEEK) -> list[dict[str, object]]:
    return [json.loads(entry.payload or "{}") for entry in journal.entries("Week", week.year * 100 + week.number)]


def test_the_figures_equal_a_recount_of_the_raw_rows(desk: Desk, clock: Clock, store: Store):
    busy_week(desk, clock)
    figures = logs.week_log(desk, WEEK).figures
    raw = recount(store.folder / FILE_NAME)
    assert (figures.total, figures.voids, figures.restricted) == (raw["total"], raw["voids"], raw["restricted"])
    assert raw["total"] == 14
    assert raw["voids"] == 2
    assert {way.value: number for way, number in figures.by_disposition if number} == raw["dispositions"]
    assert {channel.value: number for channel, number in figures.by_channel if number} == raw["channels"]
    assert {each.hour: each.count for each in figures.busiest_hours}.items() <= raw["hours"].items()
    assert (figures.slips, figures.missing_items) == (raw["slips"], raw["missing"])
    assert (figures.cases_opened, figures.cases_due) == (raw["opened"], raw["due"])
    assert (figures.on_the_spot.part, figures.on_the_spot.of) == (raw["spot"], raw["closed"])
    assert figures.late_entries == raw["late"]


def recount(path: Path) -> dict[str, object]:
    """Count the week from the file itself, row by row, without any of the program's code."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row

    def in_week(text: str) -> bool:
        day = datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone(CHINA).date()
        return "2026-11-23" <= day.isoformat() <= "2026-11-29"

    week = [row for row in database.execute("SELECT * FROM inquiry") if in_week(row["received_at"])]
    valid = [row for row in week if row["status"] != "void"]
    open_to_all = [row for row in valid if row["disposition"] != "D10"]
    slips = [row for row in database.execute("SELECT * FROM notice WHERE NOT void") if in_week(row["issued_at"])]
    cases = list(database.execute("SELECT * FROM matter_case WHERE status != 'void'"))
    database.close()
    hours = (datetime.fromisoformat(row["received_at"]).replace(tzinfo=UTC).astimezone(CHINA) for row in open_to_all)
    return {
        "total": len(valid),
        "voids": len(week) - len(valid),
        "restricted": len(valid) - len(open_to_all),
        "dispositions": dict(Counter(row["disposition"] for row in valid)),
        "channels": dict(Counter(row["channel"] for row in open_to_all)),
        "hours": dict(Counter(hour.hour for hour in hours)),
        "slips": len(slips),
        "missing": sum(len(json.loads(row["missing"])) for row in slips),
        "opened": sum(in_week(row["started_at"]) for row in cases),
        "due": sum(in_week(row["due_at"]) for row in cases),
        "spot": sum(row["disposition"] in ("D1", "D2") for row in valid),
        "closed": sum(row["status"] == "closed" for row in valid),
        "late": sum(row["late_entry"] for row in open_to_all),
    }


def test_the_sheet_lists_every_number_of_the_week_once_oldest_first(desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    rows = rows_of(logs.export_week(desk, WEEK, folder, CSV).paths[0])
    assert [row["reg_no"] for row in rows] == [f"首问〔2026〕{serial:04d}" for serial in range(2, 18)]
    assert sum(row["status"] == "作废" for row in rows) == 2
    assert [row["summary"] for row in rows if row["late_entry"] == "是"] == ["补登"]


def test_the_rows_of_the_sheet_add_up_to_its_figures(desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    report = logs.export_week(desk, WEEK, folder, (LogFormat.XLSX, LogFormat.CSV))
    figures = {row[2]: row[1] for row in CalamineWorkbook.from_path(report.paths[0]).get_sheet_by_index(1).to_python()}
    valid = [row for row in rows_of(report.paths[1]) if row["status"] != "作废"]
    assert figures["total"] == len(valid)
    ways = Counter(row["disposition"].split(" ")[0] or "D10" for row in valid)
    assert {way: figures[f"disposition.{way}"] for way in ways} == ways


def test_a_sunday_night_belongs_to_the_week_and_the_next_minute_does_not(desk: Desk, clock: Clock):
    for moment in ("2026-11-22 23:59", "2026-11-23 00:00", "2026-11-29 23:59", "2026-11-30 00:00"):
        at(clock, moment)
        inquiries.record(desk, draft_of(summary=moment))
    summaries = [entry.summary for entry in logs.week_log(desk, WEEK).entries]
    assert summaries == ["2026-11-23 00:00", "2026-11-29 23:59"]


def test_a_line_names_the_unit_the_post_the_slip_the_case_and_the_receiver(desk: Desk, clock: Clock):
    busy_week(desk, clock)
    lines = {entry.disposition: entry for entry in logs.week_log(desk, WEEK).entries if not entry.void}
    assert lines[Disposition.D7].to_unit == "计划财务处"
    assert lines[Disposition.D6].to_post.startswith("教务处·")
    assert lines[Disposition.D6].handover_to == "安"
    assert lines[Disposition.D4].slip_no == ("教务告〔2026〕第0001号",)
    assert lines[Disposition.D3].case_no.startswith("受理〔2026〕")
    assert lines[Disposition.D3].officer == "安"


def test_a_masked_export_holds_no_name_and_no_phone(desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    rows = rows_of(logs.export_week(desk, WEEK, folder, CSV).paths[0])
    assert {row["person_name"] for row in rows if row["person_name"]} == {"林*舟"}
    assert {row["phone"] for row in rows if row["phone"]} == {"138****1234"}
    assert "watermark" not in rows[0]


def test_a_full_export_needs_the_unit_head(desk: Desk, cara_desk: Desk, folder: Path):
    for refused in (desk, cara_desk):
        with pytest.raises(NotAllowed):
            logs.export_week(refused, WEEK, folder, CSV, full_purpose="抽查")
    assert list(folder.iterdir()) == []


def test_a_full_export_needs_a_stated_purpose(head_desk: Desk, folder: Path):
    with pytest.raises(Invalid) as refusal:
        logs.export_week(head_desk, WEEK, folder, CSV, full_purpose=" \u200b ")
    assert [(reason.field, reason.code) for reason in refusal.value.reasons] == [("purpose", "required")]


def test_a_full_export_bears_its_watermark_in_every_row(head_desk: Desk, desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    report = logs.export_week(head_desk, WEEK, folder, CSV, full_purpose="年度考核抽查")
    rows = rows_of(report.paths[0])
    assert {row["watermark"] for row in rows} == {"完整信息导出 · 安 · 2026-11-30 09:00 · 用途：年度考核抽查"}
    assert "林晓舟" in {row["person_name"] for row in rows}
    assert not report.masked


def test_complaints_stay_hidden_even_from_the_unit_heads_full_export(head_desk: Desk, clock: Clock, folder: Path):
    inquiries.record(head_desk, draft_of(Disposition.D10))
    (row,) = rows_of(logs.export_week(head_desk, WEEK, folder, CSV, full_purpose="抽查").paths[0])
    filled = {name: value for name, value in row.items() if value and name != "watermark"}
    assert filled == {"reg_no": "首问〔2026〕0001", "received_at": "2026-11-24", "summary": "受限", "status": "受限"}


def test_who_works_at_no_desk_may_still_export_the_masked_log(dan_desk: Desk, folder: Path):
    assert logs.export_week(dan_desk, WEEK, folder, CSV).paths == (folder / "reception-2026-W48.csv",)


def test_an_administrator_alone_may_neither_see_nor_export(desk: Desk, folder: Path):
    administrator = replace(desk, account=replace(desk.account, roles=(Role.ADMINISTRATOR,)))
    with pytest.raises(NotAllowed):
        logs.week_log(administrator, WEEK)
    with pytest.raises(NotAllowed):
        logs.export_week(administrator, WEEK, folder)
    assert logs.export_due(administrator) is None


def test_the_same_week_gives_the_same_bytes_whoever_exports_it_whenever(
    desk: Desk, cara_desk: Desk, clock: Clock, folder: Path
):
    busy_week(desk, clock)
    first = logs.export_week(desk, WEEK, folder)
    before = [path.read_bytes() for path in first.paths]
    clock.advance(days=40, seconds=17)
    second = logs.export_week(cara_desk, WEEK, folder)
    assert [path.read_bytes() for path in second.paths] == before
    assert second.digests == first.digests


def test_the_audit_entry_tells_who_took_what_with_the_digests(desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    report = logs.export_week(desk, WEEK, folder)
    (entry,) = journal.entries("Week", 202648)
    (payload,) = notes()
    assert (entry.actor, entry.action) == ("安", "export_masked")
    assert payload["files"] == dict(report.digests)
    assert set(report.digests) == {"reception-2026-W48.xlsx", "reception-2026-W48.csv", "reception-2026-W48.pdf"}
    assert (payload["masked"], payload["purpose"], payload["rows"], payload["week"]) == (True, "", 16, "2026-W48")


def test_the_audit_entry_of_a_full_export_holds_its_purpose(head_desk: Desk, folder: Path):
    logs.export_week(head_desk, WEEK, folder, CSV, full_purpose="抽查")
    assert [(note["masked"], note["purpose"]) for note in notes()] == [(False, "抽查")]


def test_no_format_is_refused(desk: Desk, folder: Path):
    with pytest.raises(Invalid):
        logs.export_week(desk, WEEK, folder, ())


def test_a_folder_that_is_missing_or_a_file_is_refused_before_anything_is_noted(desk: Desk, folder: Path):
    (folder / "file").write_text("", encoding="utf-8")
    for wrong in (folder / "missing", folder / "file"):
        with pytest.raises(Unavailable) as refusal:
            logs.export_week(desk, WEEK, wrong)
        assert (refusal.value.code, refusal.value.values["folder"]) == ("folder_not_writable", str(wrong))
    assert notes() == []


def test_a_full_disk_leaves_the_earlier_files_and_nothing_else_and_is_noted(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    before = logs.export_week(desk, WEEK, folder, CSV).paths[0].read_bytes()

    def fail(handle: int) -> None:
        if os.fstat(handle).st_size:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Unavailable) as refusal:
        logs.export_week(desk, WEEK, folder)
    assert refusal.value.code == "disk_full"
    assert [path.name for path in folder.iterdir()] == ["reception-2026-W48.csv"]
    assert (folder / "reception-2026-W48.csv").read_bytes() == before
    assert notes()[-1]["not_written"] == "disk_full"


def test_a_file_held_for_a_moment_is_tried_again(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch):
    held = iter([True, True, False])
    replace_file = Path.replace

    def sometimes(source: Path, target: Path) -> Path:
        if next(held):
            raise PermissionError(13, "Access is denied")
        return replace_file(source, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    monkeypatch.setattr(files, "PAUSE_S", 0.0)
    assert logs.export_week(desk, WEEK, folder, CSV).paths[0].exists()


def test_a_file_open_elsewhere_is_told_by_its_name(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(source: Path, target: Path) -> Path:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(files, "PAUSE_S", 0.0)
    with pytest.raises(Unavailable) as refusal:
        logs.export_week(desk, WEEK, folder, CSV)
    assert (refusal.value.code, refusal.value.values["file"]) == ("file_in_use", "reception-2026-W48.csv")
    assert list(folder.iterdir()) == []


def test_what_a_killed_export_left_is_swept_and_what_a_live_one_writes_is_not(desk: Desk, folder: Path):
    old, live = folder / ".tmp-reception-7-reception-2026-W47.pdf", folder / ".tmp-reception-8-reception-2026-W47.pdf"
    for path in (old, live):
        path.write_bytes(b"half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    logs.export_week(desk, WEEK, folder, CSV)
    assert sorted(path.name for path in folder.iterdir()) == [live.name, "reception-2026-W48.csv"]


def test_an_export_killed_at_any_moment_leaves_only_whole_files(
    desk: Desk, clock: Clock, folder: Path, data_folder: Path
):
    busy_week(desk, clock)
    logs.export_week(desk, WEEK, folder)
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.unlink()
    for times in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", _EXPORT_FOR_EVER, str(data_folder), str(folder)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        for _ in range(times % 4 + 1):
            child.stdout.readline()
        child.kill()
        child.wait()
        child.stdout.close()
        placed = {path.name: path.read_bytes() for path in folder.glob("reception-*")}
        assert placed.items() <= whole.items()
        for path in folder.glob("reception-*"):
            path.unlink()
    assert journal.first_broken(desk.store.key) is None


_EXPORT_FOR_EVER = """
import sys
from pathlib import Path
from reception.rules.logs import Week
from reception.services import files, logs
from reception.store.database import open_store
from tests.cast import ANN, Clock, desk_of
write = files._write
def told(folder, name, content):
    print(name, flush=True)
    return write(folder, name, content)
files._write = told
desk = desk_of(open_store(Path(sys.argv[1])), ANN, Clock())
while True:
    logs.export_week(desk, Week(year=2026, number=48), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-26 23:59", None),
        ("2026-11-27 00:00", WEEK),
        ("2026-11-29 23:59", WEEK),
        ("2025-09-26 10:00", None),  # the Sunday of that week is a make-up day
        ("2025-09-28 08:30", Week(year=2025, number=39)),
        ("2026-02-18 10:00", None),  # Spring Festival: no working day in the week
    ],
)
def test_the_export_is_due_from_the_last_working_day_of_the_week(desk: Desk, clock: Clock, now: str, due: Week | None):
    at(clock, now)
    assert logs.export_due(desk) == due


def test_an_exported_week_is_no_longer_due_until_its_records_change(desk: Desk, clock: Clock, folder: Path):
    at(clock, "2026-11-27 16:00")
    recorded = inquiries.record(desk, draft_of()).inquiry
    logs.export_week(desk, WEEK, folder, CSV)
    assert logs.export_due(desk) is None
    corrections.void(desk, recorded.id, VoidReason.TEST, "试登")
    assert logs.export_due(desk) == WEEK
    logs.export_week(desk, WEEK, folder, CSV)
    inquiries.record(desk, draft_of())
    assert logs.export_due(desk) == WEEK


def test_an_exported_week_is_due_again_when_somebody_is_counted_or_a_count_taken_back(
    desk: Desk, clock: Clock, folder: Path
):
    at(clock, "2026-11-27 16:00")
    for act in (lambda: tallies.count(desk, token="a"), lambda: tallies.undo(desk, 1)):
        logs.export_week(desk, WEEK, folder, CSV)
        assert logs.export_due(desk) is None
        act()
        assert logs.export_due(desk) == WEEK


def test_a_week_in_which_people_were_only_counted_is_remembered_on_monday(desk: Desk, clock: Clock, folder: Path):
    at(clock, "2026-11-29 23:59")
    tallies.count(desk, token="a")
    at(clock, "2026-11-30 08:30")
    assert logs.export_due(desk) == WEEK
    logs.export_week(desk, WEEK, folder, CSV)
    assert logs.export_due(desk) is None


def test_tallies_leave_the_office_in_the_figures_only_and_as_the_same_bytes(desk: Desk, clock: Clock, folder: Path):
    busy_week(desk, clock)
    before = logs.week_log(desk, WEEK)
    for number, moment in enumerate(("2026-11-22 10:00", "2026-11-23 09:10", "2026-11-29 23:59", "2026-11-30 00:00")):
        at(clock, moment)
        tallies.count(desk, token=str(number), channel=Channel.PHONE, matter="JW-03")
    exported = [logs.export_week(desk, WEEK, folder).digests for _ in range(2)]
    assert exported[0] == exported[1]
    after = logs.week_log(desk, WEEK)
    assert (after.entries, after.figures.total) == (before.entries, before.figures.total)
    assert "计数" not in (folder / "reception-2026-W48.csv").read_text(encoding="utf-8-sig")
    rows = CalamineWorkbook.from_path(str(folder / "reception-2026-W48.xlsx")).get_sheet_by_name("统计").to_python()
    figures = {row[2]: row[1] for row in rows}
    named = ("tallies", "tally_channel.phone", "tally_counter.1号窗口", "tally_matter.JW-03", "tally_hour.23")
    assert [figures[name] for name in named] == [2, 2, 2, 2, 1]
    assert figures["tally_day.2026-11-29"] == 1
    assert "tally_day.2026-11-30" not in figures


def test_an_export_that_could_not_be_placed_does_not_count(desk: Desk, clock: Clock, folder: Path):
    at(clock, "2026-11-27 16:00")
    with desk.work(logs.Action.EXPORT_MASKED) as work:
        work.note("Week", 202648, week="2026-W48", files={}, rows=0, versions=0)
        work.note("Week", 202648, week="2026-W48", not_written="disk_full")
    assert logs.export_due(desk) == WEEK


def test_a_week_forgotten_on_friday_is_remembered_on_monday_if_it_held_anything(desk: Desk, clock: Clock, folder: Path):
    at(clock, "2026-11-30 08:30")
    assert logs.export_due(desk) is None
    inquiries.record(desk, draft_of(received_at=local("2026-11-27 10:00")))
    assert logs.export_due(desk) == WEEK
    logs.export_week(desk, WEEK, folder, CSV)
    assert logs.export_due(desk) is None


def test_a_second_notice_with_our_omission_lowers_the_rate_of_its_week(desk: Desk, clock: Clock):
    recorded = inquiries.record(desk, draft_of(Disposition.D4), two_missing())
    clock.advance(hours=1)
    first = two_missing()
    every = tuple(replace(tick, state=MaterialState.MISSING) for tick in first.ticks)
    second = replace(first, ticks=every, second_reason=SecondReason.OMISSION)
    notices.issue(desk, recorded.inquiry.id, second)
    figures = logs.week_log(desk, WEEK).figures
    assert (figures.slips, figures.second_slips, figures.omissions, figures.told_once.percent) == (2, 1, 1, "0.0%")
