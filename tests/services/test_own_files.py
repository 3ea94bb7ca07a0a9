"""No paper takes the place of the office's own files, whatever somebody types as its name."""

from datetime import date
from pathlib import Path

import pytest

from reception.errors import Unavailable
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperForm
from reception.services import batches, inquiries, notices
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import FILE_NAME, KEY_NAME
from tests.drafts import draft_of
from tests.services.test_once import lacking


@pytest.mark.parametrize("name", [FILE_NAME, KEY_NAME])
def test_neither_database_nor_key_is_replaced_by_a_paper(desk: Desk, data_folder: Path, name: str) -> None:
    notice = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2)).notice
    assert notice is not None
    for write in (
        lambda: notices.save_paper(desk, notice.id, PaperForm(), data_folder / name),
        lambda: batches.save_day(desk, date(2026, 11, 24), PaperForm(), data_folder / name),
    ):
        with pytest.raises(Unavailable) as refused:
            write()
        assert (refused.value.code, refused.value.values) == ("file_in_use", {"file": name})
    assert notices.by_id(desk, notice.id).prints == 0
    assert check_folder(data_folder).damage == ()


def test_a_database_elsewhere_is_kept_and_a_paper_is_replaced(desk: Desk, data_folder: Path, tmp_path: Path) -> None:
    notice = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2)).notice
    assert notice is not None
    copy, paper = tmp_path / "备份.pdf", tmp_path / "告知单.pdf"
    copy.write_bytes((data_folder / FILE_NAME).read_bytes())
    with pytest.raises(Unavailable):
        notices.save_paper(desk, notice.id, PaperForm(), copy)
    assert copy.read_bytes().startswith(b"SQLite")
    for _print in range(2):
        notices.save_paper(desk, notice.id, PaperForm(), paper)
    assert notices.by_id(desk, notice.id).prints == 2
