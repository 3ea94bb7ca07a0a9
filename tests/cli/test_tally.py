"""`tally`: one contact more, without a record."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from reception.rules.logs import week_of
from reception.services import tallies
from reception.services.desk import utc_now
from reception.store.database import open_store
from tests.cast import ANN, DAN, Clock, desk_of
from tests.cli.conftest import Say
from tests.weeks import CHINA


def test_a_tally_prints_how_many_were_counted_today_and_takes_no_number(ann: Say):
    assert [ann("tally").out, ann("tally", "--channel", "phone", "--matter", "JW-03").out] == [["1"], ["2"]]
    assert ann("register").out == []


def test_a_tally_has_the_channel_and_the_matter_that_were_named(ann: Say, folder: Path):
    ann("tally", "--channel", "phone", "--matter", "JW-03")
    store = open_store(folder)
    try:
        counts = tallies.of_day(desk_of(store, ANN, Clock(utc_now())))
    finally:
        store.close()
    assert (counts.by_channel[0][0].value, counts.by_matter) == ("phone", ((("JW-03", "补办学生证"), 1),))


def test_the_same_token_counts_once(ann: Say):
    assert [ann("tally", "--token", "a1").out for _ in range(2)] == [["1"], ["1"]]


def test_a_matter_that_is_unknown_is_refused_at_its_option(ann: Say):
    said = ann("tally", "--matter", "XX-99")
    assert (said.code, said.out) == (1, [])
    assert said.err[0].startswith("error: matter: ")


@pytest.mark.parametrize("words", [("--channel", "fax"), ("--number", "3")])
def test_a_word_that_is_no_option_is_a_wrong_command(ann: Say, words: tuple[str, ...]):
    assert ann("tally", *words).code == 2


def test_who_receives_nobody_may_not_count(ann: Say):
    assert ann("tally", name=DAN).code == 3


def test_the_export_of_the_week_carries_the_tallies_in_its_figures_only(ann: Say, tmp_path: Path):
    ann("tally", "--matter", "JW-03")
    ann("tally")
    week = week_of(utc_now().astimezone(CHINA).date())
    assert ann("export", "--week", week.label, "--out", tmp_path / "x", "--format", "xlsx").code == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "x" / f"reception-{week.label}.xlsx"))
    figures = {row[2]: row[1] for row in book.get_sheet_by_name("统计").to_python()}
    assert (figures["tallies"], figures["tally_matter.JW-03"], figures["total"]) == (2, 1, 0)
    assert len(book.get_sheet_by_name("登记").to_python()) == 1
