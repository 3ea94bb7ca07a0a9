"""All notices of a day in one file: each counted once, none without the file."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from reception.errors import Conflict, Invalid, NotAllowed, Unavailable
from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.notices import Notice, PaperSize
from reception.rules.papers import PaperForm
from reception.services import batches, corrections, inquiries, notices
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of
from tests.services.test_once import lacking
from tests.weeks import local

TODAY = date(2026, 11, 24)
ON_A5 = PaperForm(size=PaperSize.A5)
NAMES = ("林晓舟", "欧阳龑", "阿卜杜拉·买买提", "王𬭎")


@pytest.fixture
def issued(desk: Desk, clock: Clock) -> list[Notice]:
    """Give the notices of a day, one for each name; others of the days around it and a void one are there too."""
    clock.now = local("2026-11-23 23:59")
    inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2))
    clock.now = local("2026-11-24 00:00")
    found = []
    for name in NAMES:
        notice = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03", person_name=name), lacking(2)).notice
        assert notice is not None
        found.append(notice)
        clock.advance(hours=3)
    wrong = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2)).inquiry
    corrections.void(desk, wrong.id, VoidReason.MISTAKE, "录错")
    clock.now = local("2026-11-25 00:00")
    inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2))
    return found


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def test_the_notices_of_a_day_stand_in_one_file_in_the_order_of_their_numbers(
    desk: Desk, issued: list[Notice], tmp_path: Path
) -> None:
    done = batches.save_day(desk, TODAY, ON_A5, tmp_path / "day.pdf")
    assert done == batches.Batched(path=tmp_path / "day.pdf", papers=4)
    texts = pages(tmp_path / "day.pdf")
    assert len(texts) == 4
    for notice, text in zip(issued, texts, strict=True):
        assert notice.number in text
        assert notice.query_code in text
    assert [name in text for name, text in zip(NAMES, texts, strict=True)] == [True, True, True, True]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["day.pdf"]


def test_each_counts_as_a_print_and_the_next_one_bears_its_mark(
    desk: Desk, issued: list[Notice], tmp_path: Path
) -> None:
    notices.printed(desk, issued[1].id)
    batches.save_day(desk, TODAY, ON_A5, tmp_path / "day.pdf")
    assert ["补打" in text for text in pages(tmp_path / "day.pdf")] == [False, True, False, False]
    assert [notices.by_id(desk, each.id).prints for each in issued] == [1, 2, 1, 1]


def test_who_stops_gets_no_file_and_nothing_is_counted(desk: Desk, issued: list[Notice], tmp_path: Path) -> None:
    drawn: list[int] = []

    def stop(count: int) -> bool:
        drawn.append(count)
        return False

    assert batches.save_day(desk, TODAY, ON_A5, tmp_path / "day.pdf", stop) is None
    assert drawn == [4]
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert [notices.by_id(desk, each.id).prints for each in issued] == [0, 0, 0, 0]


def test_a_notice_that_is_printed_meanwhile_spoils_the_file(desk: Desk, issued: list[Notice], tmp_path: Path) -> None:
    def print_one(_drawn: int) -> bool:
        notices.printed(desk, issued[2].id)
        return True

    with pytest.raises(Conflict):
        batches.save_day(desk, TODAY, ON_A5, tmp_path / "day.pdf", print_one)
    assert not (tmp_path / "day.pdf").exists()
    assert [notices.by_id(desk, each.id).prints for each in issued] == [0, 0, 1, 0]


def test_nothing_is_counted_without_the_file(
    desk: Desk, issued: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unavailable, match="folder_not_writable"):
        batches.save_day(desk, TODAY, ON_A5, tmp_path / "nowhere" / "day.pdf")

    def refuse(source: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Unavailable, match="disk_full"):
        batches.save_day(desk, TODAY, ON_A5, tmp_path / "day.pdf")
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert [notices.by_id(desk, each.id).prints for each in issued] == [0, 0, 0, 0]


def test_a_day_without_notices_and_who_may_not_print_are_refused(
    desk: Desk, dan_desk: Desk, issued: list[Notice], tmp_path: Path
) -> None:
    with pytest.raises(Invalid) as refused:
        batches.save_day(desk, date(2026, 11, 22), ON_A5, tmp_path / "day.pdf")
    assert [each.code for each in refused.value.reasons] == ["no_notices"]
    with pytest.raises(NotAllowed):
        batches.save_day(dan_desk, TODAY, ON_A5, tmp_path / "day.pdf")
