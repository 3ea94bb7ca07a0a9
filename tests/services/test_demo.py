"""The demonstration: what its people do is what the rules allow."""

from datetime import UTC, datetime
from random import Random

from reception.rules.catalogue_file import parse_catalogue
from reception.rules.inquiries import Disposition
from reception.services.demo.contacts import Setting, contact
from reception.services.demo.people import person
from reception.services.office import shipped_catalogue


def test_who_lacks_papers_a_second_time_is_told_why():
    file = parse_catalogue(shipped_catalogue())
    matter = next(one for one in file.matters if len(one.materials) > 1)
    setting = Setting(own=[matter], others=[matter], units={unit.code: unit for unit in file.units})
    random = Random("seconds")
    for repeat_of, asked in (("", False), ("2026-0001", True)):
        made = contact(
            random, setting, person(random), Disposition.D4, datetime(2026, 11, 24, 2, tzinfo=UTC), repeat_of
        )
        assert made.notice is not None
        assert (made.notice.second_reason is not None) == asked
