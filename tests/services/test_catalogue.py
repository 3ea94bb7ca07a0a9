"""The catalogue at the counter: found, told, mended, renewed, each edition kept."""

import dataclasses
from datetime import date, timedelta

import pytest

from reception.errors import Conflict, Invalid, NotAllowed, NotFound
from reception.rules.catalogue import Matter
from reception.rules.limits import Limit, LimitUnit
from reception.rules.roster import Post
from reception.services import catalogue, posts
from reception.services.desk import Desk
from reception.services.office import shipped_catalogue
from reception.store import journal, records
from tests.cast import ANN, BEN, Clock

TODAY = date(2026, 11, 24)
CODE = "JW-03"


def changed(desk: Desk, **changes: object) -> Matter:
    return dataclasses.replace(catalogue.matter(desk, CODE), **changes)


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def found(desk: Desk, text: str) -> list[str]:
    return [matter.code for matter in catalogue.search(desk, text)]


@pytest.mark.parametrize(
    "text",
    ["补办学生证", "学生证", "补学生证", "bbxsz", "buban", "xsz", "JW-03", "jw-03", "ＪＷ－03", "replacement student"],
)
def test_a_matter_is_found_by_whatever_comes_to_mind(desk: Desk, text: str):
    assert CODE in found(desk, text)[:3]


@pytest.mark.parametrize("text", ["补办学生证", "jw-03", "bbxsz", "学生证"])
def test_the_best_fit_stands_first(desk: Desk, text: str):
    assert found(desk, text)[0] == CODE


def test_several_words_must_all_fit(desk: Desk):
    assert found(desk, "教务 学生证") == [CODE]
    assert found(desk, "图书馆 学生证") == []


def test_an_empty_search_gives_all_in_the_order_of_the_catalogue(desk: Desk):
    assert len(found(desk, "  ")) == 65
    assert found(desk, "")[:2] == ["XB-01", "XB-02"]


@pytest.mark.parametrize(
    "text", ["\x00", "%", "_", "'; DROP TABLE matter", "x" * 100_000, "\ud800", "(((", "没有这样的事"]
)
def test_a_search_for_nonsense_finds_nothing_and_breaks_nothing(desk: Desk, text: str):
    assert found(desk, text) == []


def test_the_card_tells_place_person_and_the_date_that_the_limit_gives_now(desk: Desk):
    card = catalogue.card(desk, CODE)
    assert (card.matter.name, card.unit and card.unit.name, card.holder) == ("补办学生证", "教务处", ANN)
    assert (card.post and card.post.code, card.holder_phone) == (CODE, "0731-5550-1203")
    assert card.due is not None
    assert card.due.due.isoformat() == "2026-12-01T17:30:00"
    assert card.working_days == 5


def test_a_date_behind_the_published_calendar_is_provisional(desk: Desk, clock: Clock):
    clock.advance(days=31)
    card = catalogue.card(desk, CODE)
    assert card.due is not None
    assert card.due.provisional


def test_a_matter_that_does_not_exist_is_said_so(desk: Desk):
    for ask in (catalogue.card, catalogue.matter):
        with pytest.raises(NotFound) as refusal:
            ask(desk, "ZZ-99")
        assert refusal.value.code == "no_such_matter"


def test_a_clerk_mends_a_room_and_a_phone_at_once(ben_desk: Desk):
    mended = catalogue.save_matter(ben_desk, changed(ben_desk, place="大厅6号窗口", phone="8012"), TODAY)
    assert (mended.edition, catalogue.matter(ben_desk, CODE).place) == (2, "大厅6号窗口")
    assert [edition.edition for edition in catalogue.editions(ben_desk, CODE)] == [2, 1]


def test_a_clerk_changes_nothing_else(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        catalogue.save_matter(ben_desk, changed(ben_desk, place="大厅6号窗口", fee="20元"), TODAY)
    assert catalogue.matter(ben_desk, CODE).edition == 1


def test_who_serves_at_no_desk_mends_nothing(dan_desk: Desk):
    with pytest.raises(NotAllowed):
        catalogue.save_matter(dan_desk, changed(dan_desk, place="大厅6号窗口"), TODAY)


def test_the_section_head_changes_a_matter_from_a_day_on_and_old_days_keep_theirs(cara_desk: Desk):
    later = TODAY + timedelta(days=7)
    limit = Limit(unit=LimitUnit.WD, n=3)
    catalogue.save_matter(cara_desk, changed(cara_desk, limit=limit), later)
    assert catalogue.matter(cara_desk, CODE).limit == Limit(unit=LimitUnit.WD, n=5)
    assert catalogue.matter(cara_desk, CODE, later - timedelta(days=1)).edition == 1
    assert catalogue.matter(cara_desk, CODE, later).limit == limit


def test_a_change_that_began_yesterday_is_refused(cara_desk: Desk):
    with pytest.raises(Invalid) as refusal:
        catalogue.save_matter(cara_desk, changed(cara_desk, fee="20元"), TODAY - timedelta(days=1))
    assert codes(refusal) == [("effective_on", "effective_in_past")]


def test_all_mistakes_of_a_matter_are_told_at_once(cara_desk: Desk):
    wrong = changed(
        cara_desk,
        name="",
        unit_code="ZZ",
        post_code="ZZ-1",
        limit=Limit(unit=LimitUnit.WD, n=50_000),
        statutory_text="3个工作日",
        condition="长" * 1001,
        keywords=("词" * 61,),
    )
    with pytest.raises(Invalid) as refusal:
        catalogue.save_matter(cara_desk, wrong, TODAY)
    assert sorted(codes(refusal)) == [
        ("condition", "too_long"),
        ("keywords.1", "too_long"),
        ("limit", "limit_too_large"),
        ("limit", "longer_than_statute"),
        ("name", "required"),
        ("post_code", "unknown_post"),
        ("unit_code", "unknown_unit"),
    ]


def test_saving_without_a_change_makes_no_edition(cara_desk: Desk):
    with pytest.raises(Invalid) as refusal:
        catalogue.save_matter(cara_desk, changed(cara_desk), TODAY)
    assert codes(refusal) == [("", "nothing_to_change")]
    assert len(catalogue.editions(cara_desk, CODE)) == 1


def test_who_comes_second_is_told(ben_desk: Desk, cara_desk: Desk):
    mine = changed(cara_desk, fee="20元")
    catalogue.save_matter(ben_desk, changed(ben_desk, phone="8012"), TODAY)
    with pytest.raises(Conflict):
        catalogue.save_matter(cara_desk, mine, TODAY)


def test_a_mended_phone_reaches_the_edition_that_waits_for_its_day(ben_desk: Desk, cara_desk: Desk):
    later = TODAY + timedelta(days=30)
    catalogue.save_matter(cara_desk, changed(cara_desk, fee="20元"), later)
    catalogue.save_matter(ben_desk, changed(ben_desk, phone="8012"), TODAY)
    now, then = catalogue.matter(ben_desk, CODE), catalogue.matter(ben_desk, CODE, later)
    assert (now.phone, now.fee) == ("8012", "工本费10元(示例)")
    assert (then.phone, then.fee) == ("8012", "20元")


def test_a_phone_that_the_waiting_edition_changes_itself_stays(ben_desk: Desk, cara_desk: Desk):
    later = TODAY + timedelta(days=30)
    catalogue.save_matter(cara_desk, changed(cara_desk, phone="8099", fee="20元"), later)
    catalogue.save_matter(ben_desk, changed(ben_desk, phone="8012"), TODAY)
    assert catalogue.matter(ben_desk, CODE, later).phone == "8099"


def test_an_old_edition_cannot_be_saved_past_the_one_that_waits(cara_desk: Desk):
    later = TODAY + timedelta(days=30)
    old = changed(cara_desk, name_en="Card")
    catalogue.save_matter(cara_desk, changed(cara_desk, fee="20元"), later)
    with pytest.raises(Conflict):
        catalogue.save_matter(cara_desk, old, later + timedelta(days=1))


def test_a_new_matter_gets_a_post(cara_desk: Desk):
    new = changed(cara_desk, code="JW-99", post_code="", name="新事项", id=0, edition=1)
    catalogue.save_matter(cara_desk, new, TODAY)
    post = records.find(Post, code="JW-99")
    assert post is not None
    assert (post.name, post.confirmed) == ("教务处·新事项岗", False)
    assert found(cara_desk, "新事项") == ["JW-99"]


def test_a_matter_out_of_use_is_neither_listed_nor_found(cara_desk: Desk):
    catalogue.save_matter(cara_desk, changed(cara_desk, active=False), TODAY)
    assert CODE not in found(cara_desk, "学生证")
    assert CODE not in {matter.code for matter in catalogue.matters(cara_desk)}
    assert CODE in {matter.code for matter in catalogue.matters(cara_desk, inactive=True)}


def test_a_statutory_limit_typed_on_screen_is_understood(cara_desk: Desk):
    saved = catalogue.save_matter(cara_desk, changed(cara_desk, statutory_text="20个工作日"), TODAY)
    assert saved.statutory_limit == Limit(unit=LimitUnit.WD, n=20)


def test_importing_the_same_file_again_changes_nothing(desk: Desk):
    report = catalogue.import_catalogue(desk, shipped_catalogue(), TODAY)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 65)
    assert len(records.select(Matter)) == 65


def test_an_import_renews_only_what_differs(desk: Desk):
    text = shipped_catalogue().replace("name_zh: 补办学生证", "name_zh: 学生证补办", 1)
    report = catalogue.import_catalogue(desk, text, TODAY)
    assert (report.new, report.changed, report.unchanged) == (0, 1, 64)
    assert catalogue.matter(desk, CODE, TODAY - timedelta(days=1)).name == "补办学生证"
    assert catalogue.matter(desk, CODE).name == "学生证补办"


def test_a_unit_that_moved_is_renewed_by_an_import(desk: Desk):
    text = shipped_catalogue().replace("place_zh: 办公楼605", "place_zh: 办公楼777", 1)
    catalogue.import_catalogue(desk, text, TODAY)
    assert {unit.code: unit.place for unit in catalogue.units(desk)}["KY"] == "办公楼777"


def test_a_matter_that_was_put_out_of_use_stays_so_at_an_import(cara_desk: Desk, desk: Desk):
    catalogue.save_matter(cara_desk, changed(cara_desk, active=False), TODAY)
    text = shipped_catalogue().replace("name_zh: 补办学生证", "name_zh: 学生证补办", 1)
    catalogue.import_catalogue(desk, text, TODAY)
    assert not catalogue.matter(desk, CODE).active


def test_a_file_with_mistakes_brings_in_nothing(desk: Desk):
    marks = len(journal.entries())
    with pytest.raises(Invalid):
        catalogue.import_catalogue(desk, shipped_catalogue().replace("unit: WD", "unit: WW"), TODAY)
    assert len(journal.entries()) == marks


def test_an_import_does_not_reach_into_the_past(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        catalogue.import_catalogue(desk, shipped_catalogue(), TODAY - timedelta(days=1))
    assert codes(refusal) == [("effective_on", "effective_in_past")]


def test_a_file_saved_in_another_encoding_is_told_so():
    assert catalogue.catalogue_text("事项".encode("utf-8-sig")) == "事项"
    for raw, code in (("事项".encode("gbk"), "file_not_utf8"), (b"#" * (5 * 1024 * 1024 + 1), "file_too_large")):
        with pytest.raises(Invalid) as refusal:
            catalogue.catalogue_text(raw)
        assert codes(refusal) == [("", code)]


def test_a_clerk_imports_nothing(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        catalogue.import_catalogue(ben_desk, "not even read: [", TODAY)


def test_what_a_matter_cannot_tell_is_listed(cara_desk: Desk):
    assert catalogue.incomplete(cara_desk) == ()
    catalogue.save_matter(cara_desk, changed(cara_desk, steps=(), hours=""), TODAY)
    [(matter, names)] = catalogue.incomplete(cara_desk)
    assert (matter.code, names) == (CODE, ("steps", "hours"))


def test_every_post_waits_to_be_confirmed_until_it_is_assigned(desk: Desk):
    assert len(posts.unconfirmed(desk)) == 65
    ben = next(number for number, name in posts.holders(desk).items() if name == BEN)
    post = next(post for post in posts.posts(desk) if post.code == CODE)
    posts.assign_post(desk, post.id, ben)
    assert len(posts.unconfirmed(desk)) == 64
    assert catalogue.card(desk, CODE).holder == BEN


def test_a_post_is_renamed_but_keeps_code_and_holder(desk: Desk):
    post = next(post for post in posts.posts(desk) if post.code == CODE)
    renamed = posts.change_post(desk, dataclasses.replace(post, name="学籍岗", code="X", holder_id=99))
    assert (renamed.name, renamed.code, renamed.holder_id) == ("学籍岗", CODE, post.holder_id)
    with pytest.raises(Invalid) as refusal:
        posts.change_post(desk, dataclasses.replace(renamed, name=" "))
    assert codes(refusal) == [("name", "required")]


def test_only_administrators_assign_posts(cara_desk: Desk):
    with pytest.raises(NotAllowed):
        posts.assign_post(cara_desk, 1, 1)
