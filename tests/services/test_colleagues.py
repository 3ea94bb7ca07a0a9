"""Colleagues to be named: accounts with their posts, and whom records named lately."""

from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.roster import Post
from reception.services import corrections, inquiries, posts
from reception.services.colleagues import colleagues
from reception.services.desk import Desk
from reception.store import records
from tests.drafts import draft_of


def test_everybody_with_an_account_is_there_with_the_post_they_hold(desk: Desk):
    with desk.reading():
        post = records.find(Post, code="JW-03")
    assert post is not None
    posts.assign_post(desk, post.id, desk.account.id)
    about = {each.name: each.about for each in colleagues(desk)}
    assert set(about) == {"安", "本", "凯", "丹"}
    assert about["安"].startswith(post.name)
    assert about["丹"] == ""


def test_whom_records_named_is_proposed_once_and_nobody_of_a_restricted_or_void_one(desk: Desk):
    inquiries.record(desk, draft_of(Disposition.D5A, to_person="李老师"))
    inquiries.record(desk, draft_of(Disposition.D5A, to_person="李老师"))
    inquiries.record(desk, draft_of(Disposition.D10, to_person="周密"))
    void = inquiries.record(desk, draft_of(Disposition.D5A, to_person="赵错")).inquiry
    corrections.void(desk, void.id, VoidReason.MISTAKE, "录错")
    names = [each.name for each in colleagues(desk)]
    assert names.count("李老师") == 1
    assert not {"周密", "赵错"} & set(names)
