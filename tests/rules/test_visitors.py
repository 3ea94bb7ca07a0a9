"""Phones however typed, and the masks under which others see a person (handbook §10.2, §10.5, §10.6)."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception.rules.text import LIMITS, graphemes
from reception.rules.visitors import (
    ANONYMOUS,
    DOUBLE_SURNAMES,
    REFUSED,
    Phone,
    PhoneKind,
    looks_like_id_number,
    mask_bank,
    mask_email,
    mask_id,
    mask_name,
    mask_number,
    mask_phone,
    mask_text,
    parse_phone,
    phone_digits,
    phone_fragments,
)

MOBILE, LANDLINE, LOCAL = PhoneKind.MOBILE, PhoneKind.LANDLINE, PhoneKind.LOCAL
SERVICE, CAMPUS, HOTLINE = PhoneKind.SERVICE, PhoneKind.CAMPUS, PhoneKind.HOTLINE
ABROAD, INVALID = PhoneKind.INTERNATIONAL, PhoneKind.INVALID
anything = st.text(st.characters(exclude_categories=()), max_size=60)
phone_like = st.text(st.sampled_from("0123456789０１３ +-()（）转#,，ext.分机x/：电话٣ﷺ"), max_size=60)

PHONES = [
    ("13800001234", MOBILE, "13800001234", "", "138****1234"),
    ("138 0000 1234", MOBILE, "13800001234", "", "138****1234"),
    ("+86 138-0000-1234", MOBILE, "13800001234", "", "138****1234"),
    ("0086-13800001234", MOBILE, "13800001234", "", "138****1234"),
    ("１３８００００１２３４", MOBILE, "13800001234", "", "138****1234"),
    ("(+86) 138.0000.1234", MOBILE, "13800001234", "", "138****1234"),
    ("8613800001234", MOBILE, "13800001234", "", "138****1234"),
    ("013800001234", MOBILE, "13800001234", "", "138****1234"),
    ("手机：13800001234", MOBILE, "13800001234", "", "138****1234"),
    ("٠١٣٨٠٠٠٠١٢٣٤", MOBILE, "13800001234", "", "138****1234"),
    ("13800001234转5678", MOBILE, "13800001234", "5678", "138****1234"),
    ("0731-5550-1234", LANDLINE, "0731-55501234", "", "0731-55****34"),
    ("(0731)55501234", LANDLINE, "0731-55501234", "", "0731-55****34"),
    ("（０７３１）５５５０１２３４", LANDLINE, "0731-55501234", "", "0731-55****34"),
    ("0731 55501234转8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("0731-55501234 转分机 8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("0731-55501234 ext. 8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("0731-55501234#8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("0731-55501234，8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("0731-55501234-8012", LANDLINE, "0731-55501234", "8012", "0731-55****34"),
    ("010-55501234-602", LANDLINE, "010-55501234", "602", "010-55****34"),
    ("+86 731 5550 1234", LANDLINE, "0731-55501234", "", "0731-55****34"),
    ("+86-10-55501234", LANDLINE, "010-55501234", "", "010-55****34"),
    ("0371-5550123", LANDLINE, "0371-5550123", "", "0371-55***23"),
    ("029 5550 1234", LANDLINE, "029-55501234", "", "029-55****34"),
    ("55501234", LOCAL, "55501234", "", "55****34"),
    ("5550-1234", LOCAL, "55501234", "", "55****34"),
    ("5550123", LOCAL, "5550123", "", "55***23"),
    ("55501234-602", LOCAL, "55501234", "602", "55****34"),
    ("400-555-0123", SERVICE, "4005550123", "", "4005550123"),
    ("800 555 0123", SERVICE, "8005550123", "", "8005550123"),
    ("8012", CAMPUS, "8012", "", "8012"),
    ("661234", CAMPUS, "661234", "", "661234"),
    ("555", CAMPUS, "555", "", "555"),
    ("110", HOTLINE, "110", "", "110"),
    ("119", HOTLINE, "119", "", "119"),
    ("120", HOTLINE, "120", "", "120"),
    ("12345", HOTLINE, "12345", "", "12345"),
    ("95588", HOTLINE, "95588", "", "95588"),
    ("10086", HOTLINE, "10086", "", "10086"),
    ("+44 20 5550 0123", ABROAD, "+442055500123", "", "+442*******23"),
    ("+44 (0)20 5550 0123", ABROAD, "+442055500123", "", "+442*******23"),
    ("0044 20 5550 0123", ABROAD, "+442055500123", "", "+442*******23"),
    ("+1 (415) 555-0123 ext 5", ABROAD, "+14155550123", "5", "+141******23"),
    ("+852 5550 1234", ABROAD, "+85255501234", "", "+852******34"),
    ("+290123", ABROAD, "+290123", "", "+290***"),
    ("1380000123", INVALID, "1380000123", "", "1380****23"),
    ("12800001234", INVALID, "12800001234", "", "1280*****34"),
    ("138000012345", INVALID, "138000012345", "", "1380******45"),
    ("13800001234/13900001234", INVALID, "13800001234/13900001234", "", "1380*****************34"),
    ("+1234567890123456", INVALID, "+1234567890123456", "", "+123***********56"),
    ("12", INVALID, "12", "", "1*"),
    ("问室友", INVALID, "问室友", "", "问**"),
    ("", INVALID, "", "", ""),
]


@pytest.mark.parametrize(("raw", "kind", "stored", "extension", "masked"), PHONES)
def test_a_phone_is_recognised_however_typed(raw: str, kind: PhoneKind, stored: str, extension: str, masked: str):
    phone = parse_phone(raw)
    assert (phone.kind, phone.stored, phone.extension) == (kind, stored, extension)
    assert mask_phone(phone) == masked
    assert mask_phone(raw) == masked


@pytest.mark.parametrize(("raw", "odd"), [("1380000123", True), ("13800001234", False), ("", False), (REFUSED, False)])
def test_only_a_number_that_is_none_is_odd(raw: str, odd: bool):
    assert parse_phone(raw).odd is odd


def test_an_odd_phone_keeps_what_was_typed():
    typed = "138 0000 123 （家长）"
    assert parse_phone(f"  {typed} ") == Phone(kind=INVALID, stored=typed, raw=typed)


@given(anything | phone_like)
@example("\u0344" * 60)
@example("+86" + "1" * 60)
def test_no_text_is_too_odd_for_a_phone_and_its_stored_form_is_stable(raw: str):
    phone = parse_phone(raw)
    again = parse_phone(phone.stored)
    assert (again.kind, again.stored) == (phone.kind, phone.stored)
    assert len(phone.stored) <= LIMITS.PHONE


@given(anything | phone_like)
def test_masking_never_fails_and_keeps_the_middle_to_itself(raw: str):
    phone = parse_phone(raw)
    masked = mask_phone(phone)
    assert isinstance(mask_text(raw) + mask_number(raw) + mask_id(raw) + mask_bank(raw) + mask_email(raw), str)
    assert isinstance(mask_name(raw), str)
    if phone.kind in (MOBILE, LANDLINE, LOCAL, ABROAD):
        assert len(masked) == len(phone.stored)
        assert sum(ch.isdigit() for ch in masked.partition("-")[2] or masked) <= 7
        assert "**" in masked


@pytest.mark.parametrize(
    ("typed", "digits", "fragments"),
    [
        ("138-0000-1234", "13800001234", ("13800001234",)),
        ("0731-55501234转8012", "073155501234", ("073155501234", "55501234")),
        ("55501234", "55501234", ("55501234",)),
        ("+44 20 5550 0123", "442055500123", ("442055500123",)),
        ("1380000123（家长）", "1380000123", ("1380000123",)),
        (REFUSED, "", ()),
        ("", "", ()),
    ],
)
def test_a_phone_is_found_by_its_digits(typed: str, digits: str, fragments: tuple[str, ...]):
    assert phone_digits(typed) == digits
    assert phone_fragments(parse_phone(typed)) == fragments


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张小三", "张*三"),
        ("爱新觉罗溥仪", "爱****仪"),
        ("欧阳明", "欧阳*"),
        ("欧阳小明", "欧阳**"),
        ("司馬相如", "司馬**"),
        ("欧阳", "欧*"),
        ("林", "*"),
        ("阿卜杜拉·买买提", "阿**·买**"),
        ("阿卜杜拉•买买提", "阿**·买**"),
        ("上官·婉儿", "上*·婉*"),
        ("阿·买", "阿*·买*"),
        ("Nguyễn Văn An", "N*** V*** A***"),
        ("Nguye\u0302\u0303n Va\u0306n An", "N*** V*** A***"),
        ("E\u0301mile", "E\u0301***"),
        ("O'Brien", "O***"),
        ("Jean-Luc", "J***"),
        ("王𬭎", "王*"),
        ("𠅤", "*"),
        ("𠅤𣲗𡋾", "𠅤*𡋾"),
        ("邉\U000e0101一郎", "邉\U000e0101*郎"),
        ("邉\U000e0101", "*"),
        ("王  芳", "王*"),
        ("张三😀", "张*😀"),
        ("李雷 Tom", "李* T***"),
        ("김철수", "김***"),
        ("👩\u200d👧", "***"),
        ("", ""),
        (REFUSED, REFUSED),
        (ANONYMOUS, ANONYMOUS),
    ],
)
def test_a_name_is_masked_by_its_form(name: str, masked: str):
    assert mask_name(name) == masked


@given(st.text(st.sampled_from("张王李三𬭎𠅤欧阳明邉\U000e0101小"), min_size=1, max_size=12))
def test_a_masked_chinese_name_shows_at_most_two_characters(name: str):
    shown = [sign for sign in graphemes(mask_name(name)) if sign != "*"]
    assert len(shown) <= 2
    assert "*" in mask_name(name)


@pytest.mark.parametrize("surname", ["欧阳", "司马", "诸葛", "上官", "尉迟", "单于", "万俟", "令狐", "长孙", "歐陽"])
def test_double_surnames_are_known(surname: str):
    assert surname in DOUBLE_SURNAMES


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("2024123423", "2024****23"),
        ("20241234", "2024**34"),
        ("1234567", "12****7"),
        ("12345", "12**5"),
        ("8012", "8***"),
        ("7", "*"),
        ("", ""),
        ("S2024𠅤𠅤𠅤23", "S202****23"),
    ],
)
def test_a_student_or_staff_number_keeps_its_ends(number: str, masked: str):
    assert mask_number(number) == masked


def test_identity_numbers_accounts_and_addresses_are_masked():
    assert mask_id("990000190001010016") == "990************6"
    assert mask_id("1234567") == "*******"
    assert mask_bank("6222000011111234") == "****1234"
    assert mask_bank("1234567") == "****"
    assert mask_email("li@example.edu.cn") == "l***@example.edu.cn"
    assert mask_email("liexample") == "liex***le"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("请回电13800001234，谢谢", "请回电138****1234，谢谢"),
        ("138 0000 1234或+86 139-0000-1234", "138****1234或139****1234"),
        ("座机0731-55501234转8012", "座机0731-55****34转8012"),
        ("(0731)5550-1234", "0731-55****34"),
        ("本地55501234", "本地55****34"),
        ("+44 20 5550 0123", "+442*******23"),
        ("写信到 li@example.edu.cn。", "写信到 l***@example.edu.cn。"),
        ("证件990000190001010016。", "证件990************6。"),
        ("证件990000190001010017", "证件990************7"),
        ("1380000123413900001234", "1380****************34"),
        ("学号202412345678", "学号2024******78"),
        ("日期20261124，编号首问〔2026〕0001或2026-0001", "日期20261124，编号首问〔2026〕0001或2026-0001"),
        ("拨打12345或8012，缴费3000元", "拨打12345或8012，缴费3000元"),
        ("", ""),
    ],
)
def test_personal_numbers_in_a_free_text_are_masked(text: str, masked: str):
    assert mask_text(text) == masked


@given(st.text(st.sampled_from("0123456789 -+()转a@.，"), max_size=80))
def test_no_run_of_eleven_digits_is_left_in_a_masked_text(text: str):
    assert not re.search("[0-9]{11}", mask_text(text))


@pytest.mark.parametrize("piece", ["1", "a@", "a@b.", "1 ", "+1 ", "张", "阿卜·", "\u0f73\u0316", "👩\u200d"])
def test_masks_take_a_hundred_thousand_characters_without_delay(piece: str):
    raw = (piece * 100_000)[:100_000]
    begun = time.perf_counter()
    for mask in (mask_text, mask_name, mask_number, mask_phone, looks_like_id_number):
        mask(raw)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("990000190001010016", True),
        ("990000199912310125", True),
        ("830000200002290031", True),
        ("990000190001010017", False),
        ("990000190002290013", False),
        ("99000019000101001", False),
        ("9900001900010100166", False),
        ("", False),
    ],
)
def test_an_identity_number_needs_its_check_digit_and_a_possible_date(number: str, valid: bool):
    assert looks_like_id_number(number) is valid
    assert looks_like_id_number(f"身份证号:{number}。") is valid


def test_an_identity_number_is_seen_however_typed():
    assert looks_like_id_number("990000 19000101 0016")
    assert looks_like_id_number("９９００００１９０００１０１００１６")
    x_ended = next(number for n in range(1000) if looks_like_id_number(number := f"99000019000101{n:03d}X"))
    assert looks_like_id_number(x_ended.lower())
