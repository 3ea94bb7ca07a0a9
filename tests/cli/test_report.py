"""`report`: duty, slips and the list of the day, as JSON, CSV and PDF, for heads and supervision."""

import csv
import io
import json
import subprocess
from pathlib import Path

from tests.cast import BEN, CARA, DAN
from tests.cli.conftest import Say

PARTS = ["bare", "both_away", "absent", "notes", "transfers", "stood_in", "training", "learners", "findings"]


def test_the_report_of_duty_is_a_line_a_part_with_the_records_behind_each_figure(ann: Say) -> None:
    said = ann("report", "duty", "--from", "2026-11-01", "--to", "2026-11-30", name=CARA)
    parts = [json.loads(line) for line in said.out]
    assert [part["part"] for part in parts] == PARTS
    assert (said.code, said.err) == (0, [])
    bare = parts[0]
    assert bare["figure"] == f"{len(bare['records'])} / {len(bare['records'])}（100.0%）"
    assert bare["records"][0].keys() == {"岗位", "A岗", "问题"}
    english = [json.loads(line) for line in ann("report", "duty", "--language", "en", name=DAN).out]
    assert english[0]["records"][0]["What is wrong"] == "no stand-in"
    assert english[2]["figure"] == "—"


def test_files_hold_what_is_printed_and_their_names_are_the_answer(ann: Say, tmp_path: Path) -> None:
    table, paper = tmp_path / "清单.csv", tmp_path / "清单.pdf"
    said = ann("report", "day", "--for", "leader", "--csv", table, "--out", paper, name=CARA)
    assert said == (0, [str(table), str(paper)], [])
    rows = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert rows[0][2] == "分管领导督办清单"
    assert [row[0] for row in rows if row[1] == "figure"] == ["owed", "bare", "findings"]
    text = subprocess.run(["pdftotext", "-raw", paper, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    assert "分管领导督办清单" in "".join(text.split())
    gone = ann("report", "slips", "--out", tmp_path / "none" / "x.pdf", name=CARA)
    assert (gone.code, gone.out) == (4, [])


def test_a_clerk_is_refused_and_what_does_not_go_together_is_told(ann: Say, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    assert ann("report", "duty", "--csv", target, name=BEN).code == 3
    assert not target.exists()
    for words in (
        ("duty", "--from", "2026-11-30", "--to", "2026-11-01"),
        ("duty", "--from", "2026-11-01"),
        ("duty", "--level", "overdue"),
        ("slips", "--for", "leader"),
        ("slips", "--level", "warning"),
        ("day", "--from", "2026-11-01", "--to", "2026-11-30"),
        ("week",),
        ("duty", "--from", "0001-01-01", "--to", "9999-12-31"),
        ("slips", "--from", "2026-11-01", "--to", "9999-12-31"),
    ):
        assert ann("report", *words, name=CARA).code == 2
    assert ann("register", "--from", "0001-01-01", name=CARA).code == 2
    assert ann("report", "duty", "--from", "1900-01-01", "--to", "2200-12-31", name=CARA).code == 0
