"""The days off that the regulation itself grants, without waiting for a year's notice.

They serve as the estimate for a year whose notice is not loaded, and as the measure of a notice typed in.
Source: 全国年节及纪念日放假办法 in the versions in force from 2000, 2008, 2014 and 2025; handbook §3.7.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

_DAY = timedelta(days=1)
_SATURDAY = 5

_LUNAR = """
2004 0122 0404 0622 0928
2005 0209 0405 0611 0918
2006 0129 0405 0531 1006
2007 0218 0405 0619 0925
2008 0207 0404 0608 0914
2009 0126 0404 0528 1003
2010 0214 0405 0616 0922
2011 0203 0405 0606 0912
2012 0123 0404 0623 0930
2013 0210 0404 0612 0919
2014 0131 0405 0602 0908
2015 0219 0405 0620 0927
2016 0208 0404 0609 0915
2017 0128 0404 0530 1004
2018 0216 0405 0618 0924
2019 0205 0405 0607 0913
2020 0125 0404 0625 1001
2021 0212 0404 0614 0921
2022 0201 0405 0603 0910
2023 0122 0405 0622 0929
2024 0210 0404 0610 0917
2025 0129 0404 0531 1006
2026 0217 0405 0619 0925
2027 0206 0405 0609 0915
2028 0126 0404 0528 1003
2029 0213 0404 0616 0922
2030 0203 0405 0605 0912
2031 0123 0405 0624 1001
2032 0211 0404 0612 0919
2033 0131 0404 0601 0908
2034 0219 0405 0620 0927
2035 0208 0405 0610 0916
2036 0128 0404 0530 1004
2037 0215 0404 0618 0924
2038 0204 0405 0607 0913
2039 0124 0405 0527 1002
2040 0212 0404 0614 0920
2041 0201 0404 0603 0910
2042 0122 0404 0622 0928
2043 0210 0405 0611 0917
2044 0130 0404 0531 1005
2045 0217 0404 0619 0925
2046 0206 0404 0608 0915
2047 0126 0405 0529 1004
2048 0214 0404 0615 0922
2049 0202 0404 0604 0911
2050 0123 0404 0623 0930
"""
"""Year, then month and day of 春节, 清明, 端午, 中秋, reckoned from moons and solar terms."""


class StatutoryDay(NamedTuple):
    """A day off by the regulation, with the name of its festival."""

    on: date
    name: str


def _table() -> Mapping[int, tuple[date, ...]]:
    rows = (line.split() for line in _LUNAR.split("\n") if line)
    return {int(year): tuple(date(int(year), int(d[:2]), int(d[2:])) for d in days) for year, *days in rows}


_BY_YEAR = _table()

FIRST_DAY = date(min(_BY_YEAR), 1, 1)
"""First day that limits can be counted on: the table of lunar days begins here."""
LAST_DAY = date(max(_BY_YEAR), 12, 31)
"""Last day that limits can be counted on: the table of lunar days ends here."""


@cache
def statutory_days(year: int) -> tuple[StatutoryDay, ...]:
    """Give the days off by the regulation in force in that year, by date.

    Two festivals on one date both stand in the list. Outside the table of lunar days only those of the
    solar calendar are known.
    """
    days = [StatutoryDay(date(year, 1, 1), "元旦")]
    days += _days("劳动节", date(year, 5, 1), 3 if year < 2008 else 1 if year < 2025 else 2)
    days += _days("国庆节", date(year, 10, 1), 3)
    if year in _BY_YEAR:
        days += _lunar_days(year)
    return tuple(sorted(days))


def _lunar_days(year: int) -> list[StatutoryDay]:
    spring, qingming, dragon_boat, mid_autumn = _BY_YEAR[year]
    from_eve = 2008 <= year < 2014 or year >= 2025
    days = _days("春节", spring - _DAY if from_eve else spring, 4 if year >= 2025 else 3)
    if year >= 2008:
        days += [StatutoryDay(qingming, "清明节"), StatutoryDay(dragon_boat, "端午节")]
        days.append(StatutoryDay(mid_autumn, "中秋节"))
    return days


def _days(name: str, first: date, count: int) -> list[StatutoryDay]:
    return [StatutoryDay(first + n * _DAY, name) for n in range(count)]


@cache
def estimated_days(year: int) -> Mapping[date, str]:
    """Give date -> festival of the days off to be expected in a year without a notice.

    These are the statutory days themselves; one that falls on a weekend or on another festival is made up
    on the next weekday that is still a working day. Bridges and make-up working days are never guessed.
    """
    days = statutory_days(year)
    off = {day.on: day.name for day in reversed(days)}
    for place, day in enumerate(days):
        if day.on.weekday() >= _SATURDAY or day.on in {earlier.on for earlier in days[:place]}:
            off[_free_weekday(day.on, off)] = day.name
    return MappingProxyType(off)


def _free_weekday(day: date, off: Mapping[date, str]) -> date:
    while day in off or day.weekday() >= _SATURDAY:
        day += _DAY
    return day
