"""What a catalogue file would change, told before anything is changed."""

import pytest

from reception.errors import Invalid, NotAllowed
from reception.services import catalogue
from reception.services.desk import Desk
from reception.services.office import shipped_catalogue


def test_the_same_file_changes_nothing(desk: Desk):
    found = catalogue.preview_import(desk, shipped_catalogue())
    assert (found.new, found.changed, found.unchanged, found.units) == ((), (), 65, 0)


def test_a_changed_matter_is_named_with_its_fields(desk: Desk):
    found = catalogue.preview_import(desk, shipped_catalogue().replace("工本费10元(示例)", "不收费"))
    ((matter, names),) = found.changed
    assert (matter.code, names, found.unchanged) == ("JW-03", {"fee"}, 64)


def test_a_new_matter_and_a_changed_unit_are_counted(desk: Desk):
    text = shipped_catalogue().replace("id: JW-03", "id: JW-93").replace("zh: 教务处", "zh: 教务部")
    found = catalogue.preview_import(desk, text)
    assert [matter.code for matter in found.new] == ["JW-93"]
    assert found.units == 1


def test_the_preview_agrees_with_the_import_and_changes_nothing_itself(desk: Desk):
    text = shipped_catalogue().replace("工本费10元(示例)", "不收费")
    found = catalogue.preview_import(desk, text)
    assert catalogue.matter(desk, "JW-03").fee == "工本费10元(示例)"
    today = desk.calendar.local(desk.clock()).date()
    report = catalogue.import_catalogue(desk, text, today)
    assert (report.new, report.changed, report.unchanged) == (0, len(found.changed), found.unchanged)


def test_a_wrong_file_is_refused_with_every_mistake(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        catalogue.preview_import(desk, shipped_catalogue().replace("category: routine", "category: rutine", 3))
    assert len(refusal.value.reasons) == 3


def test_a_clerk_may_not_look_into_a_file(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        catalogue.preview_import(ben_desk, shipped_catalogue())
