"""The office's own sentences: editions that count from then on, checked before they are kept."""

from dataclasses import replace

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.inquiries import Disposition
from reception.rules.letters import Letter
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperKind
from reception.rules.wordings import Wording
from reception.services import inquiries, letter_proposals, letters, notices, wordings
from reception.services.desk import Desk
from tests.drafts import draft_of

OWN = "{matter}已受理，编号{no}，{at}起，{due}前办好[，电话{tel}]。"


def worded(desk: Desk, **texts: str) -> Wording:
    return Wording(kind=PaperKind.SL, edition=0, made_at=desk.clock(), made_by="", **texts)


def accepted(desk: Desk, token: str) -> Letter:
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    return letters.issue(desk, letter_proposals.propose(desk, inquiry.id, PaperKind.SL, token))


def reasons(desk: Desk, **texts: str) -> set[tuple[str, str, object]]:
    with pytest.raises(Invalid) as refused:
        wordings.save(desk, worded(desk, **texts))
    return {(each.field, each.code, each.values.get("name")) for each in refused.value.reasons}


def test_a_wording_counts_for_what_is_issued_from_then_on(desk: Desk) -> None:
    before = accepted(desk, "1")
    kept = wordings.save(desk, worded(desk, statement=OWN, closing="第一行\n第二行，{matter}"))
    after = accepted(desk, "2")
    assert before.text.statement[0].startswith("您申请的")
    assert after.text.statement[0].startswith("补办学生证已受理，编号受理〔2026〕0002，")
    assert after.text.closing == ("第一行", "第二行，补办学生证")
    assert after.text_en.statement[0].startswith("Your application for ")
    assert (kept.edition, kept.made_by) == (1, "安")


def test_every_edition_is_kept_with_who_and_when(desk: Desk, cara_desk: Desk) -> None:
    wordings.save(desk, worded(desk, statement=OWN))
    wordings.save(desk, worded(desk, statement=OWN.replace("办好", "办结")))
    assert [
        (each.edition, each.made_by, "办结" in each.statement) for each in wordings.editions(desk, PaperKind.SL)
    ] == [
        (2, "安", True),
        (1, "安", False),
    ]


def test_going_back_to_what_was_shipped_is_an_edition_too(desk: Desk) -> None:
    wordings.save(desk, worded(desk, statement=OWN))
    back = wordings.save(desk, worded(desk))
    assert (back.edition, back.statement) == (2, "")
    assert accepted(desk, "1").text.statement[0].startswith("您申请的")


def test_an_unknown_or_lost_placeholder_and_an_open_bracket_are_said_at_their_field(desk: Desk) -> None:
    assert reasons(desk, statement="{matter}{no}{at}{due}{name}") == {("statement", "template_unknown", "{name}")}
    assert reasons(desk, statement="{matter}{at}{due}") == {("statement", "template_lost", "{no}")}
    assert reasons(desk, statement=f"{OWN}[电话") == {("statement", "template_brackets", None)}
    assert reasons(desk, statement_en="{matter") >= {("statement_en", "template_brackets", None)}
    assert reasons(desk, closing="{name}") == {("closing", "template_unknown", "{name}")}


def test_what_must_be_said_may_not_stand_in_a_clause_that_falls_away(desk: Desk) -> None:
    assert reasons(desk, statement="{matter}{no}{at}[{due}]") == {("statement", "template_lost", "{due}")}


def test_a_wording_keeps_its_lines_and_loses_what_cannot_be_printed(desk: Desk) -> None:
    kept = wordings.save(desk, worded(desk, statement=f"第一段。\r\n{OWN}\u202e"))
    assert kept.statement == f"第一段。\n{OWN}"
    assert accepted(desk, "1").text.statement[0] == "第一段。"
    assert {field for field, _code, _name in reasons(desk, closing="长" * 1001)} == {"closing"}


def test_only_who_keeps_the_office_words_its_papers(desk: Desk, ben_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        wordings.save(ben_desk, worded(desk, statement=OWN))
    assert wordings.latest(desk, PaperKind.SL) is None


def test_a_wording_speaks_in_the_other_language_as_shipped(desk: Desk) -> None:
    english = "{matter}: accepted as {no} on {at}, due {due}."
    wordings.save(desk, replace(worded(desk), statement_en=english))
    letter = accepted(desk, "1")
    assert letter.text.statement[0].startswith("您申请的")
    assert ": accepted as 受理〔2026〕0001 on " in letter.text_en.statement[0]


def test_the_one_time_notice_speaks_the_offices_own_words_too(desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry
    ticks = tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no == 2 else MaterialState.PROVIDED) for no in range(1, 5)
    )
    shipped = notices.issue(desk, inquiry.id, NoticeDraft(ticks=ticks))
    own = Wording(
        kind=PaperKind.YC,
        edition=0,
        statement="请您先看这里。",
        closing="[还差{n}项，补齐后直接来。]\n祝您顺利。",
        made_at=desk.clock(),
        made_by="",
    )
    wordings.save(desk, own)
    again = notices.issue(desk, inquiry.id, NoticeDraft(ticks=ticks))
    assert shipped.text.closing_lines[0].startswith("补齐以上1项后请直接到窗口提交")
    assert notices.by_id(desk, shipped.id).text == shipped.text
    assert again.text.statement == ("请您先看这里。",)
    assert again.text.closing_lines == ("还差1项，补齐后直接来。", "祝您顺利。")
    assert again.text_en is not None
    assert again.text_en.closing_lines[-1].startswith(("Two copies", "What this office"))
    with pytest.raises(Invalid) as refused:
        wordings.save(desk, replace(own, closing="{due}前补齐"))
    assert [(reason.field, reason.code) for reason in refused.value.reasons] == [("closing", "template_unknown")]
