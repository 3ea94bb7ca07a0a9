"""Random deadline vectors, each with the answer that the independent engine gives."""

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random
from typing import Any

from tests.independent.deadlines import Question, Refused, Step, answer
from tests.independent.working_days import ONE, PLAIN_SEASONS, TWO_SEASONS, Arranged, Days, Unknown

FIRST, LAST = date(2017, 1, 1), date(2026, 12, 31)
_SEASONS = {"default": PLAIN_SEASONS, "seasonal": TWO_SEASONS}
_UNIT_LAYER = 4
_FESTIVALS = (
    *[date(2026, 2, 13), date(2026, 2, 14), date(2026, 2, 28), date(2026, 9, 25), date(2026, 10, 10)],
    *[date(2026, 4, 30), date(2026, 5, 9), date(2020, 1, 23), date(2019, 4, 28), date(2018, 12, 29)],
)
_MINUTES = (0, 0, 0, 1, 15, 29, 30, 31, 59)
_HOURS = (0, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 14, 15, 16, 17, 17, 18, 19, 23)


def random_vectors(random: Random, count: int, days: Days) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give so many vectors with their answers; one that the rules refuse is answered by None.

    Args:
        random: seeded.
        count: how many.
        days: the calendar that the vectors' own days and hours are laid upon.
    """
    made = 0
    while made < count:
        vector = _vector(random, made)
        try:
            found = answer(question(vector, days))
        except Unknown:
            continue  # it runs into a year of which neither a notice nor the table written by hand speaks
        except Refused:
            expected: dict[str, Any] = {"id": vector["id"], "error": None}
        else:
            shown = f"{found.due:%Y-%m-%d %H:%M}"
            expected = {"id": vector["id"], "due": shown, "provisional": found.provisional}
        made += 1
        yield vector, expected


def _vector(random: Random, number: int) -> dict[str, Any]:
    start = _start(random)
    unit, n = _step(random)
    vector: dict[str, Any] = {"id": f"R{number}", "start": f"{start:%Y-%m-%d %H:%M}", "unit": unit, "n": n}
    if random.random() < 0.1:
        vector["start"] += f":{random.randint(1, 59):02d}"
    if random.random() < 0.35:
        vector["timetable"] = random.choice(("default", "seasonal", "seasonal"))
    if random.random() < 0.4:
        vector["after_hours"] = random.choice(("same_day", "next_workday", "next_workday"))
    if random.random() < 0.3:
        off, work = _own_days(random, start.date())
        vector |= {"unit_off": off, "unit_work": work}
    if random.random() < 0.35:
        vector["suspensions"] = _stops(random, start.date())
    if random.random() < 0.25:
        vector["extensions"] = [list(_step(random, short=True)) for _ in range(random.randint(1, 3))]
    return vector


def _start(random: Random) -> datetime:
    kind = random.random()
    if kind < 0.25:
        day = random.choice(_FESTIVALS) + random.randint(-6, 12) * ONE
    elif kind < 0.5:
        day = date(random.randint(2017, 2026), random.choice((1, 11, 12)), random.randint(1, 30))
    else:
        day = FIRST + random.randint(0, (LAST - FIRST).days) * ONE
    return datetime.combine(day, time(random.choice(_HOURS), random.choice(_MINUTES)))


def _step(random: Random, *, short: bool = False) -> Step:
    unit = random.choice(("IMMEDIATE", "SAME_DAY", "WHOUR", "HOUR", "WD", "WD", "WD", "CD", "HALF_MONTH", "MONTH"))
    most = {"IMMEDIATE": 700, "WHOUR": 60, "HOUR": 400, "WD": 45, "CD": 70, "MONTH": 7}.get(unit, 0)
    if most == 0:
        return unit, 0
    return unit, random.choice((1, 1, 2, 3, random.randint(1, most), random.randint(1, min(most, 9 if short else 20))))


def _own_days(random: Random, start: date) -> tuple[list[str], list[str]]:
    near = random.sample(range(-2, 45), random.randint(1, 9))
    days = [(start + number * ONE).isoformat() for number in near]
    place = random.randint(0, len(days))
    return days[:place], days[place:]


def _stops(random: Random, start: date) -> list[list[str]]:
    stops = []
    for _ in range(random.randint(1, 3)):
        first = start + random.choice((0, 0, 1, 2, 3, random.randint(-1, 40))) * ONE
        stops.append(
            [first.isoformat(), (first + random.choice((0, 1, 2, 5, random.randint(0, 30))) * ONE).isoformat()]
        )
    return stops


def question(vector: dict[str, Any], days: Days) -> Question:
    """Give the question that a vector asks of a calendar."""
    own = {day: list(said) for day, said in days.own.items()}
    for name, works in (("unit_off", False), ("unit_work", True)):
        for text in vector.get(name) or ():
            day = date.fromisoformat(text)
            others = [each for each in own.get(day, ()) if each.layer != _UNIT_LAYER]
            own[day] = [*others, Arranged(_UNIT_LAYER, works)]
    named = vector.get("timetable")
    hours = ((date.min, _SEASONS[named]),) if named else days.timetables
    return Question(
        start=datetime.fromisoformat(vector["start"]),
        limit=(vector["unit"], vector["n"]),
        days=Days(days.notices, own, hours),
        next_workday=vector.get("after_hours") == "next_workday",
        stops=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in vector.get("suspensions") or ()),
        extensions=tuple((unit, n) for unit, n in vector.get("extensions") or ()),
    )


def differing(expected: dict[str, Any], answered: dict[str, Any]) -> bool:
    """Tell whether the program answers otherwise; how it words a refusal is its own affair."""
    if "error" in expected:
        return "error" not in answered or answered["id"] != expected["id"]
    return expected != answered
