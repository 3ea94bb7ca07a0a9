"""Names and matters are found by their pinyin: initials or whole, every reading of a surname."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from reception.rules.pinyin import (
    LONGEST_KEYS,
    MOST_SPELLINGS,
    fold_query,
    full,
    initials,
    is_pinyin_query,
    search_keys,
    skeletons,
    sounds,
    spells,
)
from reception.rules.pinyin_table import readings

SURNAMES = (
    "曾zeng 仇qiu 查zha 区ou 盖ge 朴piao 解xie 乐yue 单shan 任ren 华hua 纪ji 宁ning 缪miao 覃qin 员yun 召shao 折she "
    "黑he 盛sheng 秘bi 隗wei 谌chen 燕yan 那na 句gou 郇xun 郗xi 柏bai 车che 费fei 费bi 贾jia 葛ge 角jue 祭zhai 繁po "
    "应ying 种chong 相xiang 翟zhai 翟di 訾zi 撒sa 沈shen 石shi 宿su 洗xian 冼xian 宓mi 宓fu 尉wei 尉yu 万wan 万mo "
    "吕lv 幸xing 长zhang 牟mou 牟mu 乜nie 尹yin 臧zang 娄lou 洪hong 强qiang 芈mi 余yu 俞yu 佘she 眭sui 炅gui 钭tou"
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first_letters", "spelled"),
    [
        ("张三", "zs", "zhangsan"),
        ("单于明", "cym", "chanyuming"),
        ("单明", "sm", "shanming"),
        ("曾志伟", "zzw", "zengzhiwei"),
        ("曾志伟", "czw", "cengzhiwei"),
        ("仇英", "qy", "qiuying"),
        ("查良镛", "zly", "zhaliangyong"),
        ("区明", "om", "ouming"),
        ("朴乐", "pl", "piaole"),
        ("解缙", "xj", "xiejin"),
        ("乐毅", "yy", "yueyi"),
        ("万俟", "mq", "moqi"),
        ("尉迟恭", "ycg", "yuchigong"),
        ("吕布", "lb", "lvbu"),
        ("吕布", "lb", "lubu"),
        ("欧阳小明", "oyxm", "ouyangxiaoming"),
        ("王𬭎", "wh", "wanghong"),
        ("㛃", "j", "jie"),
        ("阿卜杜拉·买买提", "abdlmmt", "abudulamaimaiti"),
        ("Nguyễn Văn An", "nva", "nguyenvanan"),
        ("Nguye\u0302\u0303n Va\u0306n An", "nva", "nguyenvanan"),
        ("Đặng", "d", "dang"),
        ("O'Brien", "o", "obrien"),
        ("5号楼", "5hl", "5haolou"),
        ("学生证补办", "xszbb", "xueshengzhengbuban"),
        ("在读证明(中英文)", "zdzmzyw", "zaiduzhengmingzhongyingwen"),
        ("成绩单", "cjd", "chengjidan"),
    ],
)
def test_a_text_is_spelled_in_initials_and_in_full(text: str, first_letters: str, spelled: str):
    assert first_letters in initials(text)
    assert spelled in full(text)
    assert {first_letters, spelled} <= set(search_keys(text).split(" "))


@pytest.mark.parametrize("surname", SURNAMES.split())
def test_every_reading_of_a_surname_is_known(surname: str):
    assert surname[1:] in full(surname[0])
    assert f"{surname[1]}m" in initials(f"{surname[0]}明")


def test_the_commonest_reading_comes_first():
    assert initials("张三") == ("zs",)
    assert full("张三") == ("zhangsan",)
    assert full("单")[0] == "dan"


def test_a_text_without_sound_has_no_keys():
    assert (initials(""), full("·。"), search_keys("😀"), full("𡋾")) == ((), (), "", ())


@given(
    st.text(st.characters(exclude_categories=()), max_size=300)
    | st.text(st.sampled_from("乐单曾行长朴湛1a'"), max_size=150)
)
def test_the_keys_of_any_text_are_few_and_plain(text: str):
    keys = search_keys(text)
    assert max(len(initials(text)), len(full(text))) <= MOST_SPELLINGS
    assert len(keys) <= LONGEST_KEYS
    assert all("a" <= ch <= "z" or "0" <= ch <= "9" or ch == " " for ch in keys)
    assert isinstance(is_pinyin_query(text), bool)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ZS", "zs"),
        ("Zhang San", "zhangsan"),
        ("xi'an", "xian"),
        ("Lü Bu", "lvbu"),
        ("lyu bu", "lvbu"),
        ("Đặng", "dang"),
    ],
)
def test_a_query_is_folded_to_the_letters_of_the_keys(typed: str, folded: str):
    assert fold_query(typed) == folded


@pytest.mark.parametrize("query", ["z", "zs", "ZS", "zhangsan", "Zhang San", "lü", "O'Brien"])
def test_letters_may_be_pinyin(query: str):
    assert is_pinyin_query(query)


@pytest.mark.parametrize("query", ["", " ", "张三", "zhang三", "138", "z1", "ivan", "ulrich", "@", "z" * 200])
def test_other_queries_are_not_pinyin(query: str):
    assert not is_pinyin_query(query)


def test_a_hundred_thousand_characters_are_spelled_without_delay():
    search_keys("张")
    begun = time.perf_counter()
    search_keys("单" * 100_000)
    fold_query("a\u0316\u0315" * 100_000)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zs", "张三"),
        ("zhangs", "张三"),
        ("zsan", "张三"),
        ("zhs", "张三"),
        ("zhsan", "张三"),
        ("Zhang S", "张三"),
        ("zhangsanf", "张三丰"),
        ("shanm", "单明"),
        ("danm", "单明"),
        ("cym", "单于明"),
        ("qiuying", "仇英"),
        ("chouy", "仇英"),
        ("xiej", "解缙"),
        ("jiej", "解缙"),
        ("cengzw", "曾志伟"),
        ("yuchig", "尉迟恭"),
        ("weichig", "尉迟恭"),
        ("moqim", "万俟明"),
        ("lvb", "吕布"),
        ("lüb", "吕布"),
        ("xuesz", "学生证补办"),
        ("nguyenva", "Nguyễn Văn An"),
    ],
)
def test_letters_spell_a_text_whole_or_by_initials_in_any_mixture(query: str, text: str):
    assert spells(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zhangsi", "张三"),
        ("zas", "张三"),
        ("zhangsanf", "张三"),
        ("san", "张三"),
        ("", "张三"),
        ("zs", ""),
        ("张s", "张三"),
        ("z1", "张一"),
        ("shm", "沈明亮"),
    ],
)
def test_letters_that_mean_something_else_do_not_spell_a_text(query: str, text: str):
    assert spells(query, text) is (query == "shm")


def test_letters_may_begin_inside_only_when_that_is_asked_for():
    assert spells("xszheng", "补办学生证", inside=True)
    assert not spells("xszheng", "补办学生证")


def test_a_mixture_is_looked_for_by_the_initials_that_it_may_stand_for():
    assert skeletons("zhangs")[0] == "zs"
    assert skeletons("zsan")[0] == "zs"
    assert "ycg" in skeletons("yuchigong")
    assert skeletons("zs") == skeletons("") == skeletons("张") == ()


@given(st.text(st.sampled_from("abceghijnosuvxz "), max_size=60))
def test_the_initials_of_a_mixture_are_few_shorter_than_it_and_quickly_found(query: str):
    found = skeletons(query)
    assert len(found) <= 4
    assert all(1 < len(each) < len(fold_query(query)) for each in found)


@given(st.sampled_from(SURNAMES.split()), st.sampled_from(("明", "志伟", "子轩", "雨桐")))
def test_a_mixture_that_spells_a_name_is_found_by_its_initials(surname: str, given_name: str):
    name = surname[0] + given_name
    query = surname[1:] + "".join(unit[0] for unit in (full(sign)[0] for sign in given_name))
    assert spells(query, name)
    assert any(key.startswith(form) for form in (*skeletons(query), fold_query(query)) for key in initials(name))


def test_a_name_sounds_by_every_reading_of_its_surname_and_the_commonest_of_the_rest():
    assert sounds("曾行") == ("cengxing", "zengxing")
    assert sounds("张行") == ("zhangxing",)


def test_every_common_character_has_a_reading():
    common = b"".join(bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    known = readings()
    assert [ch for ch in common.decode("gb2312", "ignore") if ch not in known] == []
    assert len(known) > 41_000


def test_the_table_agrees_with_its_source():
    for ch in "张王李赵陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢":
        found = {syllable.replace("ü", "v") for syllable in pinyin(ch, style=Style.NORMAL, heteronym=True)[0]}
        assert found <= set(readings()[ch])
