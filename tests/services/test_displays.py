"""Nameplates and the promise: kept by whoever may, and what the papers take from posts and accounts."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from reception.documents.rendered import RenderedPaper
from reception.errors import Conflict, Invalid, NotAllowed, NotFound
from reception.rules.displays import MOST_DUTIES, DisplayKind, Nameplate
from reception.rules.papers import PaperLanguage
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.services import audit, catalogue, displays, guides, posts, staff
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from tests.cast import ANN, BEN, CARA, DAN

ZH, EN, BOTH = PaperLanguage.ZH, PaperLanguage.EN, PaperLanguage.BOTH


def text_of(paper: RenderedPaper, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def account_id(desk: Desk, name: str) -> int:
    return displays.named(desk, [name])[0]


def staff_post(desk: Desk, code: str, holder: str, stand_in: str = "") -> Post:
    post = next(each for each in posts.posts(desk) if each.code == code)
    other = account_id(desk, stand_in) if stand_in else None
    return posts.staff_post(desk, post.id, account_id(desk, holder), other)


def card_of(desk: Desk, name: str, folder: Path, language: PaperLanguage = ZH) -> str:
    paper = displays.cards(desk, DisplayKind.DESK_CARD, [account_id(desk, name)], language)
    return text_of(paper, folder)


def test_a_card_takes_posts_stand_ins_and_matters_from_what_is_confirmed(desk: Desk, tmp_path: Path):
    staff_post(desk, "JW-04", BEN, CARA)
    said = card_of(desk, BEN, tmp_path)
    assert "本科生休学申请岗" in said
    assert f"B岗：{CARA}" in said
    assert "职责：本科生休学申请" in said
    assert f"顶岗：{BEN}" in card_of(desk, CARA, tmp_path)


def test_a_post_that_nobody_confirmed_stands_on_no_card(desk: Desk, tmp_path: Path):
    assert all(post.holder_id == account_id(desk, ANN) and not post.confirmed for post in posts.posts(desk))
    said = card_of(desk, ANN, tmp_path)
    assert "岗：" not in said
    assert "职责：" not in said


def test_whoever_left_is_named_on_no_card_and_can_be_chosen_for_none(desk: Desk, tmp_path: Path):
    staff_post(desk, "JW-04", BEN, CARA)
    gone = next(each for each in staff.accounts(desk) if each.name == CARA)
    staff.change_account(desk, replace(gone, active=False))
    assert CARA not in card_of(desk, BEN, tmp_path)
    assert CARA not in [each.name for each in displays.people(desk)]
    with pytest.raises(NotFound):
        displays.cards(desk, DisplayKind.BADGE, [gone.id], ZH)
    with pytest.raises(Invalid):
        displays.named(desk, [CARA])


def test_a_nameplate_stands_before_what_follows_from_posts(desk: Desk, tmp_path: Path):
    staff_post(desk, "JW-04", BEN)
    plate = Nameplate(
        account_id=account_id(desk, BEN),
        name_en="Ben",
        title="学籍管理岗",
        duties="休学复学\n学分认定",
        staff_no="8001",
    )
    displays.keep_nameplate(desk, plate)
    said = card_of(desk, BEN, tmp_path, BOTH)
    for words in ("学籍管理岗", "A岗：本科生休学申请岗", "休学复学、学分认定", "Ben"):
        assert words in said
    badge = text_of(displays.cards(desk, DisplayKind.BADGE, [plate.account_id], ZH), tmp_path)
    assert "工号8001" in badge


def test_keeping_a_nameplate_is_logged_and_keeps_lines(desk: Desk, data_folder: Path):
    kept = displays.keep_nameplate(desk, Nameplate(account_id=account_id(desk, BEN), duties=" 甲 \r\n\n\n乙\u200b "))
    assert kept.duties == "甲\n\n乙"
    (entry,) = audit.history(desk, "Nameplate", kept.id)
    assert json.loads(entry.payload)["name"] == BEN
    again = displays.keep_nameplate(desk, replace(kept, title="窗口岗"))
    assert next(each.plate for each in displays.people(desk) if each.name == BEN) == again
    with pytest.raises(Conflict):
        displays.keep_nameplate(desk, replace(kept, title="另一岗"))
    desk.store.tidy()
    assert check_folder(data_folder).damage == ()


def test_too_many_lines_and_too_long_texts_are_told_at_their_fields(desk: Desk):
    plate = Nameplate(account_id=account_id(desk, BEN), duties="一行\n" * (MOST_DUTIES + 1), title="长" * 121)
    with pytest.raises(Invalid) as refused:
        displays.keep_nameplate(desk, plate)
    assert {(reason.field, reason.code) for reason in refused.value.reasons} == {
        ("duties", "too_many_lines"),
        ("title", "too_long"),
    }
    with pytest.raises(NotFound):
        displays.keep_nameplate(desk, Nameplate(account_id=999))


def test_heads_and_the_administrator_keep_displays_and_nobody_else(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    plate = Nameplate(account_id=account_id(desk, BEN), title="窗口岗")
    with pytest.raises(NotAllowed):
        displays.keep_nameplate(ben_desk, plate)
    with pytest.raises(NotAllowed):
        displays.keep_promise(ben_desk, displays.shipped(ben_desk))
    assert displays.keep_nameplate(cara_desk, plate).title == "窗口岗"


def test_the_promise_is_kept_in_editions_and_an_empty_text_says_what_was_shipped(desk: Desk, tmp_path: Path):
    assert displays.promise(desk) is None
    shipped = displays.shipped(desk)
    first = displays.keep_promise(desk, replace(shipped, motto="随到随办", sentences="一次办成。"))
    second = displays.keep_promise(desk, replace(first, sentences=""))
    assert (first.edition, second.edition, second.made_by) == (1, 2, ANN)
    assert displays.promise(desk) == second
    with desk.reading():
        assert len(records.select(type(first))) == 2
    said = text_of(displays.promise_sheet(desk, ZH), tmp_path)
    assert "随到随办" in said
    assert "谁先接待谁负责" in said
    assert "随到随办" in card_of(desk, BEN, tmp_path)
    assert "OurPromise" in text_of(displays.promise_sheet(desk, EN), tmp_path)


def test_without_anybody_there_is_no_card(desk: Desk):
    with pytest.raises(Invalid) as refused:
        displays.cards(desk, DisplayKind.DESK_CARD, [], ZH)
    assert refused.value.reasons[0].code == "nobody_chosen"


def test_cards_come_in_the_order_in_which_people_were_chosen(desk: Desk, tmp_path: Path):
    chosen = displays.named(desk, [CARA, BEN, CARA])
    assert len(chosen) == 2
    paper = displays.cards(desk, DisplayKind.DESK_CARD, chosen, ZH)
    said = text_of(paper, tmp_path)
    assert paper.pages == 2
    assert said.index(CARA) < said.index(BEN)


def test_everybody_may_see_and_print_what_everybody_may_read(dan_desk: Desk, tmp_path: Path):
    assert DAN in card_of(dan_desk, DAN, tmp_path)
    assert guides.guide(dan_desk, "JW-04", ZH).pages == 1


def test_what_is_suggested_fills_an_empty_nameplate(desk: Desk):
    for code in ("JW-04", "JW-05"):
        staff_post(desk, code, BEN)
    found = next(each for each in displays.people(desk) if each.name == BEN)
    assert found.posts == 2
    assert (found.suggested.title, found.suggested.duties) == ("", "本科生休学申请\n本科生复学申请")
    assert found.suggested.duties_en.startswith("Leave of absence")
    assert found.plate == Nameplate(account_id=found.id)


def test_the_guide_says_what_is_in_force_and_names_confirmed_holders(desk: Desk, tmp_path: Path):
    assert ANN not in text_of(guides.guide(desk, "JW-04", ZH), tmp_path)
    staff_post(desk, "JW-04", BEN, CARA)
    said = text_of(guides.guide(desk, "JW-04", ZH), tmp_path)
    assert f"A岗{BEN}B岗{CARA}" in said
    today = desk.calendar.local(desk.clock()).date()
    catalogue.save_matter(desk, replace(catalogue.matter(desk, "JW-04"), fee="工本费5元"), today)
    changed = text_of(guides.guide(desk, "JW-04", ZH), tmp_path)
    assert "工本费5元" in changed
    assert "第2版，2026年11月24日起施行" in changed


def test_a_matter_out_of_use_is_in_no_guide(desk: Desk, tmp_path: Path):
    today = desk.calendar.local(desk.clock()).date()
    catalogue.save_matter(desk, replace(catalogue.matter(desk, "JW-04"), active=False), today)
    with pytest.raises(Invalid):
        guides.guide(desk, "JW-04", ZH)
    with pytest.raises(NotFound):
        guides.guide(desk, "JW-99", ZH)
    said = text_of(guides.book(desk, ZH), tmp_path)
    assert "JW-05" in said
    assert "JW-04" not in said
    assert "64个事项" in said


def test_a_guide_of_nothing_is_refused(desk: Desk):
    today = desk.calendar.local(desk.clock()).date()
    for matter in catalogue.matters(desk):
        catalogue.save_matter(desk, replace(matter, active=False), today)
    with pytest.raises(Invalid) as refused:
        guides.book(desk, ZH)
    assert refused.value.reasons[0].code == "no_matters"


def test_the_same_office_gives_the_same_papers(desk: Desk):
    staff_post(desk, "JW-04", BEN, CARA)
    everybody = displays.named(desk, [])
    for kind in (DisplayKind.DESK_CARD, DisplayKind.BADGE):
        assert displays.cards(desk, kind, everybody, BOTH).pdf == displays.cards(desk, kind, everybody, BOTH).pdf
    assert guides.book(desk, BOTH).pdf == guides.book(desk, BOTH).pdf


def test_nobody_with_an_account_in_use_is_left_out(desk: Desk):
    with desk.reading():
        names = [account.name for account in records.select(Account, active=True)]
    assert [each.name for each in displays.people(desk)] == names == [ANN, BEN, CARA, DAN]


def test_two_who_keep_the_first_nameplate_of_somebody_meet_a_conflict(desk: Desk, cara_desk: Desk) -> None:
    first = Nameplate(account_id=account_id(desk, BEN), title="科员")
    kept = displays.keep_nameplate(cara_desk, first)
    with pytest.raises(Conflict):
        displays.keep_nameplate(desk, replace(first, title="主任"))
    with pytest.raises(Conflict):
        displays.keep_nameplate(desk, replace(kept, account_id=account_id(desk, CARA)))
    (plate,) = (each.plate for each in displays.people(desk) if each.name == BEN)
    assert plate == kept
