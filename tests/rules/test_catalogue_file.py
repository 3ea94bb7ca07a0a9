"""A catalogue file is read whole or refused with every mistake at its line."""

from pathlib import Path
from textwrap import dedent

import pytest

from reception.errors import Invalid
from reception.rules.catalogue import Audience, Category, Material
from reception.rules.catalogue_file import FIRST_EFFECTIVE_ON, CatalogueFile, parse_catalogue
from reception.rules.limits import Limit, LimitUnit
from reception.rules.yaml_tree import LARGEST_FILE
from reception.workstation import resource

ONE = dedent(
    """\
    university: {zh: 示例大学, en: Sample University}
    offices:
    - {code: JW, zh: 教务处, en: Academic Affairs, place_zh: 大厅, phone: 8012}
    matters:
    - id: JW-03
      name_zh: 补办学生证
      office: JW
      audience: [undergraduate]
      category: routine
      case_type: 承诺件
      limit: {unit: WD, n: 5}
      statutory_limit: none
      materials:
      - name_zh: 申请表
        original: 1
        required: always
      - name_zh: 原证件
        required: conditional
        when_zh: 证件损坏换发时
      steps:
      - {zh: 核对, en: check}
      fee: {amount_cny: 10, zh: 工本费10元}
      online: no
    """
)


def sample() -> str:
    return resource("catalogue/sample.yaml").read_text(encoding="utf-8")


def refused(text: str) -> list[tuple[str, str, object]]:
    with pytest.raises(Invalid) as refusal:
        parse_catalogue(text)
    return [(reason.code, reason.field, reason.values.get("line")) for reason in refusal.value.reasons]


def read(text: str) -> CatalogueFile:
    return parse_catalogue(text)


def test_the_shipped_catalogue_has_its_65_matters_of_16_units():
    file = read(sample())
    assert (len(file.matters), len(file.units), file.university) == (65, 16, "示例大学")
    assert {matter.effective_on for matter in file.matters} == {FIRST_EFFECTIVE_ON}


def test_materials_are_numbered_by_their_rows_from_one():
    for matter in read(sample()).matters:
        assert [material.no for material in matter.materials] == list(range(1, len(matter.materials) + 1))


def test_no_statutory_limit_reads_as_an_empty_text_and_no_pair():
    matter = read(ONE).matters[0]
    assert (matter.statutory_text, matter.statutory_limit) == ("", None)


def test_a_statutory_text_is_kept_and_its_pair_is_filled():
    matter = next(matter for matter in read(sample()).matters if matter.code == "XG-06")
    assert matter.statutory_text.startswith("15 calendar days")
    assert matter.statutory_limit == Limit(unit=LimitUnit.CD, n=15)


def test_the_values_of_a_matter_arrive_in_their_kinds():
    matter = read(ONE).matters[0]
    assert (matter.category, matter.audience) == (Category.ROUTINE, (Audience.UNDERGRADUATE,))
    assert (matter.limit, matter.online, matter.fee) == (Limit(unit=LimitUnit.WD, n=5), False, "工本费10元")
    assert matter.materials[1] == Material(no=2, name="原证件", when="证件损坏换发时")
    assert matter.post_code == "JW-03"


def test_a_number_where_a_text_belongs_is_taken_as_it_is_written():
    assert read(ONE).units[0].phone == "8012"
    assert read(ONE.replace("8012", "0731")).units[0].phone == "0731"


@pytest.mark.parametrize("unit", ["SAME_DAY", "HALF_MONTH"])
def test_a_limit_without_number_needs_none(unit: str):
    limit = read(ONE.replace("{unit: WD, n: 5}", f"{{unit: {unit}}}")).matters[0].limit
    assert limit == Limit(unit=LimitUnit(unit), n=0)


def test_mistakes_in_three_places_are_told_at_once_with_their_lines():
    text = ONE.replace("office: JW", "office: ZZ").replace("n: 5", "n: five").replace("name_zh: 原证件", "name_zh: ''")
    assert sorted(refused(text), key=lambda one: str(one[2])) == [
        ("number_not_whole", "matters.JW-03.limit.n", 11),
        ("required", "matters.JW-03.materials.2.name", 17),
        ("unknown_unit", "matters.JW-03.unit_code", 7),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: JW-03", "id:", ("required", "matters.1.code", 5)),
        ("id: JW-03", "id: J W", ("code_form", "matters.1.code", 5)),
        ("name_zh: 补办学生证", "name_zh:", ("required", "matters.JW-03.name", 6)),
        ("name_zh: 补办学生证", "name_zh: [补办]", ("text_expected", "matters.JW-03.name", 6)),
        ("name_zh: 补办学生证", f"name_zh: {'长' * 201}", ("too_long", "matters.JW-03.name", 6)),
        ("name_zh: 补办学生证", "name_zh: 补\ue000", ("private_use", "matters.JW-03.name", 6)),
        ("category: routine", "category: quick", ("choice_unknown", "matters.JW-03.category", 9)),
        ("category: routine", "category:", ("required", "matters.JW-03.category", 9)),
        ("[undergraduate]", "[martian]", ("choice_unknown", "matters.JW-03.audience", 8)),
        ("[undergraduate]", "undergraduate", ("items_expected", "matters.JW-03.audience", 8)),
        ("[undergraduate]", "[[undergraduate]]", ("text_expected", "matters.JW-03.audience", 8)),
        ("unit: WD", "unit: weeks", ("choice_unknown", "matters.JW-03.limit.unit", 11)),
        ("n: 5", "n: 0", ("limit_too_small", "matters.JW-03.limit.n", 11)),
        ("n: 5", "n: 99999", ("limit_too_large", "matters.JW-03.limit.n", 11)),
        ("n: 5", "n: 9999999999999999999999", ("number_not_whole", "matters.JW-03.limit.n", 11)),
        (", n: 5", "", ("required", "matters.JW-03.limit.n", 11)),
        ("{unit: WD, n: 5}", "5 days", ("block_expected", "matters.JW-03.limit", 11)),
        ("limit: {unit: WD, n: 5}", "result_zh: 证", ("matter_without_limit", "matters.JW-03.limit", 5)),
        ("statutory_limit: none", "statutory_limit: 3个工作日", ("longer_than_statute", "matters.JW-03.limit", 11)),
        ("original: 1", "original: 100", ("out_of_range", "matters.JW-03.materials.1.original", 14)),
        ("original: 1", "original: many", ("number_not_whole", "matters.JW-03.materials.1.original", 15)),
        ("required: always", "required: maybe", ("choice_unknown", "matters.JW-03.materials.1.required", 16)),
        ("    when_zh: 证件损坏换发时\n", "", ("condition_missing", "matters.JW-03.materials.2.when", 17)),
        ("conditional", "always", ("condition_unexpected", "matters.JW-03.materials.2.when", 19)),
        ("- {zh: 核对, en: check}", "- 核对", ("block_expected", "matters.JW-03.steps.1", 21)),
        ("zh: 核对", "zh: ''", ("required", "matters.JW-03.steps.1.name", 21)),
        ("online: no", "online: perhaps", ("yes_or_no_expected", "matters.JW-03.online", 23)),
        ("online: no", "onlin: no", ("unknown_key", "matters.JW-03.onlin", 23)),
        ("online: no", "name_zh: 又一个", ("key_twice", "", 23)),
        ("online: no", "? [a]\n  : b", ("key_not_text", "", 23)),
        ("zh: 教务处, ", "", ("required", "offices.JW.name", 3)),
        ("code: JW", "code: J.W", ("code_form", "offices.1.code", 3)),
        ("university: {zh: 示例大学, en: Sample University}", "university: 示例", ("block_expected", "university", 1)),
    ],
)
def test_a_mistake_is_told_at_its_place(old: str, new: str, expected: tuple[str, str, int]):
    assert expected in refused(ONE.replace(old, new, 1))


def test_a_value_that_is_wrong_is_complained_of_once():
    text = ONE.replace("unit: WD", "unit: weeks")
    assert refused(text) == [("choice_unknown", "matters.JW-03.limit.unit", 11)]


def test_a_code_that_stands_twice_names_the_line_of_the_first():
    matter = ONE[ONE.index("- id: JW-03") :]
    with pytest.raises(Invalid) as refusal:
        parse_catalogue(ONE + matter)
    [reason] = refusal.value.reasons
    assert (reason.code, reason.field, reason.values["line"], reason.values["first"]) == (
        "code_twice",
        "matters.JW-03.code",
        24,
        5,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("file_empty", "", None)),
        ("~", ("file_empty", "", None)),
        ("# nothing but a remark\n", ("file_empty", "", None)),
        ("matters: []\n", ("file_without_matters", "", None)),
        ("- a\n- b\n", ("block_expected", "", 1)),
        ("matters: [\noffices: [", ("yaml_syntax", "", 2)),
        ("matters:\n\t- id: x\n", ("yaml_syntax", "", 2)),
        ("a: &x [1]\nb: *x\n", ("yaml_alias", "", 1)),
        ("a: *x\n", ("yaml_alias", "", 1)),
        ("a: !!python/object:os.system x\n", ("yaml_tag", "", 1)),
        ("a: 1\n---\nb: 2\n", ("yaml_documents", "", 2)),
        ("a:\n " + "[" * 5000, ("yaml_too_deep", "", 2)),
        ("university: 1\nb: \x00\n", ("control_character", "", 2)),
        ("a: \ud800\n", ("control_character", "", 1)),
        ("a" * (LARGEST_FILE + 1), ("file_too_large", "", None)),
    ],
)
def test_a_text_that_is_no_catalogue_is_refused(text: str, expected: tuple[str, str, int | None]):
    assert refused(text) == [expected]


def test_a_bomb_of_aliases_is_refused_before_it_unfolds():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refused("\n".join(lines)) == [("yaml_alias", "", 1)]


def test_hidden_characters_are_dropped_from_texts():
    matter = read(ONE.replace("name_zh: 补办学生证", 'name_zh: "补办\\u202e学生\\0证\\u200b"')).matters[0]
    assert matter.name == "补办学生证"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path):
    assert read("\ufeff" + ONE.replace("\n", "\r\n")) == read(ONE)


def test_markup_and_formulas_stay_what_they_are():
    matter = read(ONE.replace("name_zh: 补办学生证", 'name_zh: "<b>=cmd()</b>\'; DROP TABLE"')).matters[0]
    assert matter.name == "<b>=cmd()</b>'; DROP TABLE"


def test_more_materials_than_a_notice_can_hold_are_refused():
    rows = "".join("  - {name_zh: 表}\n" for _ in range(61))
    text = ONE.replace("  steps:", rows + "  steps:")
    assert ("too_many", "matters.JW-03.materials", 13) in refused(text)
