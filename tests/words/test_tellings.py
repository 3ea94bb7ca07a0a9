"""A notice in spoken words, and who told it to whom."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reception.rules.supplements import Telling, ToldMode
from reception.words import Language
from reception.words.tellings import as_text, read_out, spelled, telling_line
from tests.documents.paper_fixtures import COMPLETE, LEAVE

TOLD = Telling(
    notice_id=1,
    at=datetime(2026, 11, 26, 1, 12, tzinfo=UTC),
    by_id=1,
    by="李娟",
    mode=ToldMode.READ_OUT,
    to_whom="林晓舟",
)
LOCAL = datetime(2026, 11, 26, 9, 12)  # noqa: DTZ001 -- the office's clock


@pytest.mark.parametrize(
    ("language", "mode", "words"),
    [
        (Language.ZH, ToldMode.READ_OUT, "11月26日 09:12 李娟 电话读给 林晓舟 听"),
        (Language.ZH, ToldMode.COPIED, "11月26日 09:12 李娟 复制文字发给 林晓舟"),
        (Language.ZH, ToldMode.PDF, "11月26日 09:12 李娟 存成 PDF 发给 林晓舟"),
        (Language.EN, ToldMode.READ_OUT, "26 Nov 09:12 李娟 read out by phone to 林晓舟"),
    ],
)
def test_it_says_who_told_whom_when_and_how(language: Language, mode: ToldMode, words: str) -> None:
    assert telling_line(replace(TOLD, mode=mode), LOCAL, language) == words


def test_a_visitor_without_a_name_is_still_somebody() -> None:
    assert telling_line(replace(TOLD, to_whom=""), LOCAL, Language.ZH).endswith("电话读给 来访人 听")


def test_a_code_is_spelled_letter_by_letter() -> None:
    assert spelled("7K3F92", Language.ZH) == "7 · K · 3 · F · 9 · 2"
    assert spelled("7K3F92", Language.EN) == "7 · K (Kilo) · 3 · F (Foxtrot) · 9 · 2"


@pytest.mark.parametrize("language", Language)
def test_nothing_stays_unfilled_and_what_is_empty_is_not_said(language: Language) -> None:
    text = replace(LEAVE, place="", hours="")
    titles = [said.title for said in read_out(text, language)]
    assert not {"在哪里办", "Where", "什么时间来", "When"} & set(titles)
    whole = as_text(text, language)
    assert "{" not in whole
    assert text.query_code in whole


def test_what_is_missing_comes_first_and_the_code_last() -> None:
    said = read_out(LEAVE, Language.ZH)
    assert [each.title for each in said] == [
        "还缺 2 项材料",
        "在哪里办",
        "什么时间来",
        "咨询电话",
        "什么时候以前",
        "查询码",
        "",
    ]
    assert said[0].lines == ("1. 二级甲等以上医院诊断证明，原件 1 份，复印件 1 份", "2. 校医院复核意见，原件 1 份")
    assert read_out(COMPLETE, Language.ZH)[0].lines == ("材料已经齐全，不用再补。",)
