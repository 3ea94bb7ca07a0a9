"""The telephone record on paper: whole for whoever may see the caller, and written down."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, NotAllowed, Unavailable
from reception.rules.inquiries import Channel, Disposition, Inquiry, Status, VoidReason
from reception.rules.staff import Role
from reception.services import audit, corrections, inquiries, telephone_records
from reception.services.desk import Desk
from tests.drafts import draft_of


def call(desk: Desk, way: Disposition = Disposition.D9, **changes: Any) -> Inquiry:
    person = {"person_name": "欧阳小明", "phone": "13800001234", "privacy_told": True}
    return inquiries.record(desk, draft_of(way, channel=Channel.PHONE, **(person | changes))).inquiry


def text_of(paper: RenderedPaper, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def acts(desk: Desk, inquiry: Inquiry) -> list[str]:
    return [entry.action for entry in audit.history(desk, "Inquiry", inquiry.id)]


def test_a_print_has_the_caller_and_is_written_down(desk: Desk, ben_desk: Desk, tmp_path: Path):
    made = call(desk, summary="反映施工噪声", proposed="请后勤处核实")
    text = text_of(telephone_records.printed(ben_desk, made.id), tmp_path)
    for words in ("示例大学教务处电话记录", made.reg_no, "欧阳小明", "13800001234", "反映施工噪声", "请后勤处核实"):
        assert words in text
    assert acts(desk, made)[-1] == "print_register"


def test_a_preview_shows_what_the_screen_shows_and_is_written_down_nowhere(desk: Desk, ben_desk: Desk, tmp_path: Path):
    made = call(desk)
    before = acts(desk, made)
    assert "欧阳小明" in text_of(telephone_records.preview(desk, made.id), tmp_path)
    text = text_of(telephone_records.preview(ben_desk, made.id), tmp_path)
    assert "欧阳**" in text
    assert "13800001234" not in text
    assert "预览" in text
    assert acts(desk, made) == before


def test_whoever_may_not_see_personal_values_prints_them_masked(desk: Desk, dan_desk: Desk, tmp_path: Path):
    text = text_of(telephone_records.printed(dan_desk, call(desk).id), tmp_path)
    assert "欧阳**" in text
    assert "欧阳小明" not in text


def test_a_complaint_by_phone_is_drawn_for_its_first_officer_and_refused_to_others(
    desk: Desk, ben_desk: Desk, tmp_path: Path
):
    made = call(desk, Disposition.D10, summary="反映窗口态度")
    assert "受限件，注意保密" in text_of(telephone_records.printed(desk, made.id), tmp_path)
    for draw in (telephone_records.printed, telephone_records.preview):
        with pytest.raises(NotAllowed):
            draw(ben_desk, made.id)
    assert acts(desk, made).count("print_register") == 1


def test_only_a_call_has_a_telephone_record(desk: Desk):
    made = inquiries.record(desk, draft_of()).inquiry
    with pytest.raises(Invalid) as refused:
        telephone_records.printed(desk, made.id)
    assert refused.value.reasons[0].code == "not_a_call"
    assert "print_register" not in acts(desk, made)


def test_nobody_without_the_right_draws_one(desk: Desk):
    made = call(desk)
    stranger = replace(desk, account=replace(desk.account, roles=(Role.ADMINISTRATOR,)))
    for draw in (telephone_records.printed, telephone_records.preview):
        with pytest.raises(NotAllowed):
            draw(stranger, made.id)


def test_the_record_of_a_void_says_so(desk: Desk, tmp_path: Path):
    made = call(desk)
    corrections.void(desk, made.id, VoidReason.MISTAKE, "写错")
    assert "作废" in text_of(telephone_records.printed(desk, made.id), tmp_path)


def test_a_call_whose_record_was_printed_is_not_undone_any_more(desk: Desk):
    made = call(desk)
    telephone_records.preview(desk, made.id)
    telephone_records.printed(desk, made.id)
    with pytest.raises(NotAllowed) as refused:
        corrections.undo(desk, made.id)
    assert refused.value.code == "undo_printed"
    seen = call(desk)
    telephone_records.preview(desk, seen.id)
    assert corrections.undo(desk, seen.id).status is Status.VOID


def test_a_file_that_cannot_be_written_leaves_no_trace_of_a_print(desk: Desk, tmp_path: Path):
    made = call(desk)
    with pytest.raises(Unavailable):
        telephone_records.save_paper(desk, made.id, tmp_path / "gone" / "call.pdf")
    assert "print_register" not in acts(desk, made)
    telephone_records.save_paper(desk, made.id, tmp_path / "call.pdf")
    assert (tmp_path / "call.pdf").read_bytes().startswith(b"%PDF")
