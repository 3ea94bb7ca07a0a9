"""Slips asked for however a hand or a scanner writes them."""

import pytest

from reception.rules.slip_numbers import SlipAsked, names_slip, read_slip


@pytest.mark.parametrize(
    "typed", ["7K3F92", "7k3f92", " 7K3F92 ", "7K3F-92\n", "7k3 f92", "７Ｋ３Ｆ９２", "\t7K3F92\r\n"]
)
def test_a_code_is_known_however_it_is_written(typed: str) -> None:
    assert read_slip(typed) == SlipAsked(code="7K3F92")


@pytest.mark.parametrize(
    "typed",
    [
        "教务告〔2026〕第0012号",
        "教务告[2026]第12号",
        "教务告（2026）12号",
        " 教务告 〔2026〕 第 0012 号 ",
        "告〔2026〕12",
        "〔2026〕第0012号",
        "2026-0012",
        "2026-12",
        "2026 12",
        "２０２６-００１２",
    ],
)
def test_a_number_is_known_whole_or_in_parts(typed: str) -> None:
    assert read_slip(typed) == SlipAsked(year=2026, serial=12)


@pytest.mark.parametrize("typed", ["12", "0012", "第0012号", "告12"])
def test_a_serial_alone_names_no_year(typed: str) -> None:
    assert read_slip(typed) == SlipAsked(serial=12)


@pytest.mark.parametrize(
    "typed", ["", "首问〔2026〕0009", "受理〔2026〕0003", "7K3F9", "0K3F92", "IK3F92", "林晓舟", "'; DROP", "9" * 60]
)
def test_whatever_else_is_typed_names_no_slip(typed: str) -> None:
    assert read_slip(typed) == SlipAsked()


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("教务受〔2026〕第0012号", "受"),
        ("教务不受〔2026〕第0012号", "不受"),
        ("教务否报[2026]第12号", "否报"),
        ("教务否（2026）12号", "否"),
        ("收发补2026-12", "补"),
    ],
)
def test_every_kind_of_paper_is_known_by_its_mark(typed: str, mark: str) -> None:
    assert read_slip(typed) == SlipAsked(year=2026, serial=12, mark=mark)


def test_a_search_means_a_slip_only_when_it_is_a_code_or_says_so() -> None:
    named = ("7k3f92", "教务告〔2026〕第0012号", "告 12", "教务受〔2026〕第0012号")
    assert [names_slip(text) for text in named] == [True, True, True, True]
    assert [names_slip(text) for text in ("2026-0012", "12", "告知", "138000", "受理〔2026〕0003")] == [False] * 5
