"""The history of a record in the words of a layman."""

import json
from datetime import datetime
from typing import Any

from reception.rules.audit import AuditEntry
from reception.services.office import load_calendar
from reception.words import Language
from reception.words.history import HistoryLine, history_line

CALENDAR = load_calendar()


def line(action: str, payload: dict[str, Any] | None, kind: str = "Inquiry", **options: Any) -> HistoryLine:
    entry = AuditEntry(
        seq=1,
        at="2026-11-24T02:26:00+00:00",
        actor_id=1,
        actor="安",
        role="clerk",
        counter="1号窗口",
        action=action,
        kind=kind,
        object_id=1,
        salt="",
        payload=None if payload is None else json.dumps(payload),
        digest="",
        prev="",
        hash="",
        key_id="",
    )
    return history_line(entry, CALENDAR, options.pop("language", Language.ZH), **options)


def test_a_line_says_when_and_who_at_which_counter():
    said = line("see_personal", {"reg_no": "首问〔2026〕0001"})
    assert (said.at, said.who, said.what) == (
        datetime.fromisoformat("2026-11-24 10:26"),
        "安 · 1号窗口",
        "查看了完整个人信息",
    )


def test_a_beginning_names_the_number_and_lists_no_fields():
    said = line("record", {"changes": {"id": [None, 1], "reg_no": [None, "首问〔2026〕0001"], "summary": [None, "问"]}})
    assert (said.what, said.details) == ("登记 首问〔2026〕0001", ())


def test_a_change_says_old_and_new_in_words():
    said = line("void_own", {"changes": {"status": ["closed", "void"], "void_reason": [None, "mistake"]}})
    assert said.details == ("状态：已办结 → 作废", "作废原因：登记有误")


def test_the_other_language_says_the_same():
    said = line("void_own", {"changes": {"status": ["closed", "void"]}}, language=Language.EN)
    assert (said.what, said.details) == ("voided the record", ("status: closed → void",))


def test_names_and_phones_are_masked_unless_they_are_revealed():
    payload = {"changes": {"person_name": ["张小三", "李四"], "phone": ["13800001234", "13900001234"]}}
    assert line("record", payload).details == ("姓名（单位）：张*三 → 李*", "联系电话：138****1234 → 139****1234")
    assert line("record", payload, masked=False).details[0] == "姓名（单位）：张小三 → 李四"


def test_a_phone_in_a_written_reason_is_masked_too():
    said = line("correct_first_officer", {"changes": {"first_officer": ["安", "本"]}, "reason": "请致电13800001234"})
    assert said.details == ("首问责任人：安 → 本", "理由：请致电138****1234")


def test_a_print_says_which_time_it_is():
    assert line("print_notice", {"changes": {"prints": [1, 2]}}, kind="Notice").what == "打印告知单，第 2 次"


def test_the_record_of_a_call_that_was_printed_is_said():
    assert line("print_register", {"reg_no": "首问〔2026〕0001"}).what == "打印了电话记录"
    assert line("print_register", {}, language=Language.EN).what == "printed the telephone record"


def test_a_record_that_was_entered_late_says_when_the_contact_was():
    changes = {
        "id": [None, 1],
        "reg_no": [None, "首问〔2026〕0001"],
        "late_entry": [None, True],
        "received_at": [None, "2026-11-19T01:05:00+00:00"],
    }
    said = line("record", {"changes": changes})
    assert (said.what, said.details) == ("补登 首问〔2026〕0001，来访或来电在 2026-11-19 09:05", ())


def test_what_was_taken_back_at_once_is_no_void_with_a_list_of_fields():
    changes = {"status": ["closed", "void"], "void_reason": [None, "undo"]}
    assert line("void_own", {"changes": changes}).what == "撤销了刚才的登记，编号保留"
    assert line("void_own", {"changes": changes}).details == ()


def test_changes_stand_in_the_order_of_the_record_and_a_reason_is_never_cut():
    why = "来访人说写错了。" * 60
    changes = {"void_note": [None, why], "void_reason": [None, "mistake"], "status": ["closed", "void"]}
    details = line("void_own", {"changes": changes}).details
    assert details == ("状态：已办结 → 作废", "作废原因：登记有误", f"作废说明：{why}")
    assert line("correct_first_officer", {"changes": {}, "reason": why}).details == (f"理由：{why}",)


def test_an_erased_entry_keeps_who_when_and_what():
    assert line("void_own", None).what == "作废"


def test_an_act_of_a_later_program_keeps_its_code():
    assert line("fly", {"changes": {"wings": [0, 2]}}).what == "fly"


def test_a_value_that_no_longer_fits_its_field_is_given_as_it_was():
    assert line("void_own", {"changes": {"status": ["closed", "burnt"]}}).details == ("状态：已办结 → burnt",)


def test_a_very_long_text_is_cut():
    (detail,) = line("record", {"changes": {"detail": [None, "问" * 500]}}).details
    assert len(detail) < 100
