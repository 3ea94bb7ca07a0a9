"""In danger the numbers to call stand in the order in which they help; the national ones are always there."""

from dataclasses import replace

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.catalogue import Unit
from reception.rules.courtesy import EmergencyContact
from reception.rules.phrases import Hearer
from reception.rules.staff import Action
from reception.services import emergency
from reception.services.desk import Desk
from reception.store import records

GUARD = EmergencyContact(name="保卫处值班室", name_en="Security, on duty", phone="0731-5550-0110", note="24 小时")


def phones(desk: Desk) -> list[str]:
    return [number.phone for number in emergency.numbers(desk)]


def test_security_and_clinic_of_the_directory_come_before_the_national_numbers(desk: Desk):
    assert [(number.name, number.phone) for number in emergency.numbers(desk)] == [
        ("保卫处", "0731-5550-1260"),
        ("校医院", "0731-5550-1330"),
        ("急救", "120"),
        ("火警", "119"),
        ("报警", "110"),
    ]


def test_the_offices_own_list_comes_first_in_its_order(desk: Desk):
    names = ["甲", "乙", "丙"]
    added = [emergency.keep_contact(desk, EmergencyContact(name=name, phone=name)) for name in names]
    assert phones(desk)[:3] == names
    assert phones(desk)[-3:] == ["120", "119", "110"]
    emergency.move_up(desk, added[2].id)
    assert phones(desk)[:3] == ["甲", "丙", "乙"]
    moved = emergency.move_up(desk, added[2].id)
    assert [contact.name for contact in moved] == ["丙", "甲", "乙"]
    emergency.move_up(desk, added[2].id)
    assert phones(desk)[:3] == ["丙", "甲", "乙"]


def test_a_number_of_the_own_list_is_not_shown_a_second_time_from_the_directory(desk: Desk):
    emergency.keep_contact(desk, replace(GUARD, phone="0731-5550-1260"))
    emergency.keep_contact(desk, replace(GUARD, name="校医院", phone="0731-5550-0120"))
    assert phones(desk) == ["0731-5550-1260", "0731-5550-0120", "120", "119", "110"]


def test_without_a_catalogue_the_national_numbers_are_there_still(desk: Desk):
    with desk.work(Action.EDIT_CATALOGUE) as work:
        for unit in records.select(Unit):
            work.log(work.change(replace(unit, active=False)))
    assert phones(desk) == ["120", "119", "110"]


def test_a_number_out_of_use_is_kept_in_the_list_but_not_shown(desk: Desk):
    guard = emergency.keep_contact(desk, GUARD)
    other = emergency.keep_contact(desk, replace(GUARD, name="楼宇值班", phone="1"))
    out = emergency.keep_contact(desk, replace(guard, active=False))
    assert GUARD.phone not in phones(desk)
    assert emergency.contacts(desk) == (other, out)


def test_a_number_needs_a_name_and_a_phone(desk: Desk):
    with pytest.raises(Invalid) as refused:
        emergency.keep_contact(desk, EmergencyContact(name=" ", phone="", note="注" * 201))
    found = {(reason.code, reason.field) for reason in refused.value.reasons}
    assert found == {("required", "name"), ("required", "phone"), ("too_long", "note")}


def test_only_who_edits_the_office_changes_the_list(desk: Desk, ben_desk: Desk):
    with pytest.raises(NotAllowed):
        emergency.keep_contact(ben_desk, GUARD)
    guard = emergency.keep_contact(desk, GUARD)
    emergency.keep_contact(desk, replace(guard, phone="0731-5550-0111"))
    with pytest.raises(NotAllowed):
        emergency.move_up(ben_desk, guard.id)
    with pytest.raises(Conflict):
        emergency.keep_contact(desk, replace(guard, phone="0731-5550-0112"))
    assert [contact.phone for contact in emergency.contacts(ben_desk)] == ["0731-5550-0111"]


def test_the_place_is_said_in_english_where_the_directory_knows_it(desk: Desk):
    assert emergency.whereabouts(desk) == ("师生服务大厅1-4号窗口", "Service Hall, counters 1-4")
    moved = replace(desk, office=replace(desk.office, place="办公楼101"))
    assert emergency.whereabouts(moved) == ("办公楼101", "")
    unknown = replace(desk, office=replace(desk.office, name="某院", place=""))
    assert emergency.whereabouts(unknown) == ("", "")


def test_there_are_words_for_each_who_is_called_and_for_the_visitor():
    assert [call.to for call in emergency.calls()] == [Hearer.AMBULANCE, Hearer.FIRE, Hearer.POLICE, Hearer.VISITOR]
    assert all(call.zh and call.en for call in emergency.calls())
