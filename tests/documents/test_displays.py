"""Desk cards, badges and the promise: everything that is known stands there, nothing runs out or over something."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from reception.documents.badge import HEIGHT, WIDTH, render_badges
from reception.documents.desk_card import render_desk_cards
from reception.documents.desk_card_person import LEAST_NAME
from reception.documents.promise_sheet import render_promise
from reception.documents.rendered import RenderedPaper
from reception.documents.sheet import A4, MILLIMETRE
from reception.rules.catalogue import CaseType, Category, Matter
from reception.rules.displays import LENGTHS, MOST_SENTENCES, CardWords, Nameplate, ServicePromise
from reception.rules.phrases import Phrase, Situation
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.words import Language
from reception.words.displays import Shown, compose_card, compose_promise
from tests.cast import OFFICE
from tests.documents.page_marks import clashes, letters, text_of

PLATE = Nameplate(
    account_id=1,
    name_en="Chen Xiaoming",
    title="学籍管理岗",
    title_en="Student Records",
    staff_no="20080123",
    duties="学籍异动\n在读证明\n学分认定",
    duties_en="Status changes\nCertificates\nCredits",
)
CHEN = Shown(
    account=Account(id=1, name="陈晓明", roles=(), password_hash="", phone="0731-5550-1201"),
    plate=PLATE,
    posts=(Post(code="JW-01", name="教务处·在读证明岗", unit_code="JW", holder_id=1),),
    stand_ins=("李文",),
    covers=("王芳",),
)
PHRASES = (
    Phrase(id="C01", situation=Situation.GREET, channel=None, zh="您好，请坐。", en="Hello, please take a seat."),
    Phrase(id="C02", situation=Situation.FINISH, channel=None, zh="请慢走。", en="Goodbye."),
)
LONG_NAME = (
    "阿卜杜热西提·买买提依明·古丽巴哈尔·努尔买买提·迪丽努尔·艾尔肯江·阿卜杜拉·玉素甫江·热合曼·阿卜杜热西提·买买提"
)
LONGEST = Shown(
    account=replace(CHEN.account, name=LONG_NAME[:60], phone="0731-5550-1201转8012，周一至周五上午八点至十二点"),
    plate=replace(
        PLATE,
        name_en=("Abdureshit Memetimin Gulbahar Nurmemet " * 4)[:120],
        title=("国际学生与港澳台学生事务联合办公室学籍学历管理岗" * 6)[:120],
        title_en=("Joint Office for International Student Affairs " * 5)[:200],
        staff_no="12345678901234567890",
        duties="\n".join(["学籍异动与学历学位信息管理以及由学院领导交办的其他各项综合事务性工作的具体落实"] * 6)[:400],
        duties_en="\n".join(["Records, certificates and whatever else the school may ask of us, with the duty"] * 6)[
            :600
        ],
    ),
    stand_ins=(LONG_NAME[:60], LONG_NAME[:59], LONG_NAME[:58], "李文"),
    covers=(LONG_NAME[:57], LONG_NAME[:56]),
)
MANY = replace(
    CHEN,
    plate=None,
    matters=tuple(
        Matter(
            code=f"JW-{no}",
            effective_on=datetime(2026, 1, 1, tzinfo=UTC).date(),
            name=f"第{no:02d}号事项的办理与证明",
            unit_code="JW",
            category=Category.ROUTINE,
            case_type=CaseType.PROMISED,
            limit=None,
        )
        for no in range(1, 66)
    ),
)
BOTH = (Language.ZH, Language.EN)
LONG_OFFICE = replace(
    OFFICE,
    name=("国际学生与港澳台学生事务联合办公室" * 7)[:100],
    name_en=("Joint Office for International Students " * 6)[:200],
    university_en="Sample University",
)


def words(shown: Shown, *languages: Language) -> list[CardWords]:
    return [compose_card(shown, OFFICE, None, PHRASES, each) for each in languages or (Language.ZH,)]


def page_sizes(paper: RenderedPaper) -> set[tuple[int, int]]:
    document = pypdfium2.PdfDocument(paper.pdf)
    sizes = {tuple(round(edge / MILLIMETRE) for edge in page.get_size()) for page in document}
    document.close()
    return sizes  # type: ignore[return-value]


def test_a_desk_card_says_who_what_for_who_stands_in_and_whom_to_call(tmp_path: Path):
    paper = render_desk_cards([words(CHEN)])
    text = text_of(paper, tmp_path)
    for said in (
        *("示例大学教务处", "陈晓明", "学籍管理岗", "A岗：在读证明岗", "B岗：李文", "顶岗：王芳"),
        *("学籍异动", "在读证明", "学分认定", "首问负责", "0731-5550-1201", OFFICE.supervise_phone),
        *("照片", "沿此线对折", "您好，请坐。", "请慢走。"),
    ):
        assert said.replace(" ", "") in text
    assert "Chen" not in text
    assert (paper.pages, paper.landscape, page_sizes(paper)) == (1, True, {(297, 210)})


def test_the_card_for_foreign_visitors_says_it_in_english_beneath(tmp_path: Path):
    text = text_of(render_desk_cards([words(CHEN, *BOTH)]), tmp_path)
    for said in ("陈晓明", "ChenXiaoming", "StudentRecords", "Statuschanges", "Firstquestion,onenotice,ontime"):
        assert said in text
    assert "B岗Stand-in(B)：李文" in text


def test_the_back_stands_upside_down_above_the_fold_and_the_front_upright_below_it():
    paper = render_desk_cards([words(CHEN)])
    fold = A4[0] / 2
    back = [each for each in letters(paper) if each.upside_down]
    front = [each for each in letters(paper) if not each.upside_down]
    assert "".join(each.text for each in back).count("请慢走") == 1
    assert all(each.bottom < fold for each in back)
    assert all(each.top > fold for each in front if each.text in "陈晓明学籍管理岗监督")
    assert min(each.left for each in back) > (A4[1] - 200 * MILLIMETRE) / 2


@pytest.mark.parametrize("shown", [CHEN, LONGEST, MANY], ids=["usual", "longest", "many"])
@pytest.mark.parametrize("languages", [(Language.ZH,), BOTH], ids=["zh", "both"])
def test_names_are_large_whole_and_nothing_leaves_the_card_or_meets(
    shown: Shown, languages: tuple[Language, ...], tmp_path: Path
):
    paper = render_desk_cards([[compose_card(shown, LONG_OFFICE, None, PHRASES, each) for each in languages]])
    drawn = letters(paper)
    large = "".join(each.text for each in drawn if each.size >= LEAST_NAME - 0.01)
    assert large.replace("·", "") == shown.account.name.replace("·", "")
    left, top = (A4[1] - 200 * MILLIMETRE) / 2, (A4[0] - 200 * MILLIMETRE) / 2
    outside = [each for each in drawn if each.left < left or each.right > A4[1] - left]
    assert {each.text for each in outside} <= set("沿此线对折foldhere")
    assert all(top < each.top and each.bottom < A4[0] - top for each in drawn)
    assert clashes(paper) == []
    assert "首问负责" in text_of(paper, tmp_path)


def test_of_many_matters_as_many_stand_there_as_fit_and_their_number(tmp_path: Path):
    text = text_of(render_desk_cards([words(MANY)]), tmp_path)
    assert "第01号事项" in text
    assert "等65项" in text


def test_badges_stand_eight_a_page_each_in_its_own_place(tmp_path: Path):
    people = [replace(CHEN, account=replace(CHEN.account, name=name), plate=None) for name in "甲乙丙丁戊己庚辛壬"]
    paper = render_badges([words(one) for one in people])
    assert (paper.pages, page_sizes(paper)) == (2, {(210, 297)})
    left, top = (A4[0] - 2 * WIDTH) / 2, (A4[1] - 4 * HEIGHT) / 2
    names = {each.text: each for each in letters(paper) if each.size > 20}
    for place, name in enumerate("甲乙丙丁戊己庚辛壬"):
        found, cell = names[name], place % 8
        x, y = left + cell % 2 * WIDTH, top + cell // 2 * HEIGHT
        assert found.page == place // 8
        assert x < found.left < found.right < x + WIDTH
        assert y < found.top < found.bottom < y + HEIGHT


@pytest.mark.parametrize("languages", [(Language.ZH,), BOTH], ids=["zh", "both"])
def test_the_longest_badge_keeps_the_whole_name_within_its_edges(languages: tuple[Language, ...], tmp_path: Path):
    paper = render_badges([[compose_card(LONGEST, LONG_OFFICE, None, (), each) for each in languages]])
    left, top = (A4[0] - 2 * WIDTH) / 2, (A4[1] - 4 * HEIGHT) / 2
    drawn = letters(paper)
    assert all(left < each.left and each.right < left + WIDTH for each in drawn)
    assert all(top < each.top and each.bottom < top + HEIGHT for each in drawn)
    assert clashes(paper) == []
    text = text_of(paper, tmp_path)
    assert LONGEST.account.name in text
    assert "12345678901234567890" in text


def test_a_badge_in_both_languages_shows_name_post_and_number(tmp_path: Path):
    text = text_of(render_badges([words(CHEN, *BOTH)]), tmp_path)
    for said in ("陈晓明", "ChenXiaoming", "学籍管理岗", "StudentRecords", "工号Staffno.20080123", "校徽"):
        assert said in text


def promise(**texts: str) -> ServicePromise:
    return ServicePromise(**texts, made_at=datetime(2026, 11, 24, tzinfo=UTC), made_by="安")  # type: ignore[arg-type]


def test_the_promise_says_what_was_shipped_until_the_office_writes_its_own(tmp_path: Path):
    shipped = text_of(render_promise([compose_promise(OFFICE, None, Language.ZH)]), tmp_path)
    assert "一、谁先接待谁负责" in shipped
    assert "五、答应的时间到了还没消息" in shipped
    assert OFFICE.supervise_phone in shipped
    own = promise(motto="随到随办", sentences="一张笑脸相迎。\n\n一次办成。")
    said = text_of(render_promise([compose_promise(OFFICE, own, each) for each in BOTH]), tmp_path)
    for words_ in ("随到随办", "一、一张笑脸相迎。", "二、一次办成。", "OurPromise", "4.Someonealwaysstandsin."):
        assert words_ in said
    assert "谁先接待" not in said


def test_the_longest_promise_stands_on_one_page(tmp_path: Path):
    lengths = LENGTHS[ServicePromise]
    chinese = "\n".join(["承诺的内容写得再长也要放得下，" * 6] * MOST_SENTENCES)[: lengths["sentences"]]
    english = "\n".join(["Whatever is promised here has to fit on the page; " * 4] * MOST_SENTENCES)
    longest = promise(
        motto="承诺" * (lengths["motto"] // 2),
        motto_en="Promise " * (lengths["motto_en"] // 8),
        sentences=chinese,
        sentences_en=english[: lengths["sentences_en"]],
    )
    paper = render_promise([compose_promise(LONG_OFFICE, longest, each) for each in BOTH])
    assert paper.pages == 1
    assert all(each.top > 20 and each.bottom < A4[1] - 20 for each in letters(paper))
    assert clashes(paper) == []
    assert "十、" in text_of(paper, tmp_path)


def test_the_same_words_give_the_same_bytes():
    for draw in (render_desk_cards, render_badges):
        assert draw([words(CHEN, *BOTH)]).pdf == draw([words(CHEN, *BOTH)]).pdf
    sheets = [render_promise([compose_promise(OFFICE, None, each) for each in BOTH]).pdf for _time in range(2)]
    assert sheets[0] == sheets[1]


def test_a_character_that_no_font_has_is_told():
    name = replace(CHEN, account=replace(CHEN.account, name="陈\U000323b0"))
    assert render_desk_cards([words(name)]).missing_characters == ("\U000323b0",)
    assert render_badges([words(name)]).missing_characters == ("\U000323b0",)
