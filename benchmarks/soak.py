"""The long test: a long day at the desk, very many deadlines, and a whole year of one office.

Run: python -m benchmarks.soak [desk] [vectors] [year] [--seed N] [--write]; it ends with 1 when a promise was broken.
The seed is printed: the same seed lives the same year again.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks import measured
from benchmarks.figures import NOTHING, Row, high, milliseconds, table
from benchmarks.office import desk_in
from reception.rules.inquiries import Disposition
from reception.rules.logs import LogFormat, week_of
from reception.services import cases, catalogue, inquiries, logs, register, visitors
from reception.services.check import check_folder
from reception.services.demo.contacts import WEIGHTS, Setting, contact
from reception.services.demo.people import person
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from tests.independent.command import disagreements
from tests.independent.working_days import Days, shipped_notices
from tests.year.simulation import Outcome, Plan, live

MOST_GROWTH_MIB = 5.0
MOST_P99_MS = 100.0
AT_ONCE = 20_000
SHOWN = 40


def resident_mib() -> float:
    """Give how much memory this program holds; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1024 / 1024


def work(desk: Desk, folder: Path, count: int) -> tuple[list[float], list[float]]:
    """Record so many contacts and look at the lists between; give the lengths and the memory along the way."""
    random, lengths, memory = Random(5), [], []
    own = [one for one in catalogue.matters(desk) if one.unit_code == desk.office.unit_code]
    others = [one for one in catalogue.matters(desk) if one.unit_code != desk.office.unit_code]
    setting = Setting(own=own, others=others, units={unit.code: unit for unit in catalogue.units(desk)})
    ways = random.choices(tuple(Disposition), [WEIGHTS[one] for one in Disposition], k=count)
    for place, disposition in enumerate(ways):
        somebody = person(random)
        visitors.recognise(desk, name=somebody.name, phone=somebody.phone)
        made = contact(random, setting, somebody, disposition, datetime.now(UTC), "")
        draft = replace(made.draft, received_at=None)
        lengths.append(milliseconds(lambda draft=draft, made=made: inquiries.record(desk, draft, made.notice)))  # type: ignore[misc]
        if place % 20 == 0:
            register.page(desk, RegisterFilter(text=somebody.name[:1]), 0, 50)
            cases.due_list(desk)
            memory.append(resident_mib())
    logs.export_week(desk, week_of(desk.calendar.local(desk.clock()).date()), folder, (LogFormat.CSV,))
    return lengths, memory


def a_day(arguments: argparse.Namespace) -> list[Row]:
    """Work at the desk for long, and watch that nothing grows, slows down or is lost."""
    count = arguments.records
    with tempfile.TemporaryDirectory() as place:
        desk = desk_in(Path(place) / "data", 200)
        lengths, memory = work(desk, Path(place), count)
        desk.store.close()
        damage = check_folder(Path(place) / "data").damage
    growth = max(memory[len(memory) // 2 :]) - memory[len(memory) // 2]
    return [
        Row("contacts recorded", len(lengths), ""),
        Row("memory grown over the second half", growth, "MiB", MOST_GROWTH_MIB),
        Row("save, 99 of 100 below", high(lengths, 99), "ms", MOST_P99_MS),
        Row("save, first half / second half", sum(lengths[count // 2 :]) / sum(lengths[: count // 2]), "x", 1.5),
        _none("damage found", len(damage)),
    ]


def deadlines(arguments: argparse.Namespace) -> list[Row]:
    """Ask the command line for very many random deadlines, and hold them against the independent engine."""
    days, asked, wrong = Days(shipped_notices()), 0, []
    with tempfile.TemporaryDirectory() as place:
        while asked < arguments.vectors:
            some = min(AT_ONCE, arguments.vectors - asked)
            wrong += disagreements(Path(place), arguments.seed + asked, some, days)
            asked += some
    print("\n".join(wrong[:SHOWN]))
    return [Row("random deadlines counted twice", asked, ""), _none("of them counted otherwise", len(wrong))]


def a_year(arguments: argparse.Namespace) -> list[Row]:
    """Live a year of one office, and replay it from the audit log."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        plan = Plan(cases=arguments.cases)
        outcome = live(Path(place) / "data", arguments.seed, plan, say=lambda words: print(words, flush=True))
    print("\n".join(outcome.found.differences[:SHOWN]))
    return [
        Row("seed", arguments.seed, ""),
        *lived(outcome),
        Row("length of it all", time.monotonic() - begun, "s"),
        _none("damage found", len(outcome.damage)),
        _none("differences between program and replay", len(outcome.found.differences)),
    ]


def lived(outcome: Outcome) -> list[Row]:
    """Give what happened in a year, and how often program and replay were compared."""
    done, compared = outcome.done, outcome.found.compared
    refused = sum(count for name, count in done.items() if name.startswith("refused"))
    happened = {
        "cases opened": outcome.opened,
        "acts carried out": sum(done.values()) - refused,
        "acts refused, which changed nothing": refused,
        "clocks stopped": done["case: pause"],
        "extensions asked": done["case: extend"],
        "absences begun": done["away"],
        "sweeps by a second program": done["second program"],
        "sweeps by a second program that was killed": done["second program, killed"],
        "due dates that the notice moved": done["due dates moved by the notice"],
        "due dates that the notice settled": done["due dates settled by the notice"],
        "entries of the audit log": compared["log entries"],
    }
    rows = [Row(name, count, "") for name, count in happened.items()]
    kinds = ("light", "light of a transfer", "who works", "whose it is, exactly one", "holder of a post")
    kinds += ("due date of a case", "due date after a change of the calendar", "first due date", "sweeps", "reminders")
    return rows + [Row(f"compared: {kind}", compared[kind], "") for kind in kinds]


def _none(name: str, count: int) -> Row:
    """Give a row whose figure must be nothing at all."""
    return Row(name, count, "", NOTHING)


PARTS: dict[str, Callable[[argparse.Namespace], list[Row]]] = {"desk": a_day, "vectors": deadlines, "year": a_year}


def main() -> int:
    """Work, then tell what was seen."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    reader.add_argument("--records", type=int, default=2000, help="contacts of the long day")
    reader.add_argument("--vectors", type=int, default=100_000, help="random deadlines")
    reader.add_argument("--cases", type=int, default=2000, help="cases of the year")
    reader.add_argument("--seed", type=int, default=20261124)
    reader.add_argument("--write", action="store_true", help="write the figures to docs/measured.md")
    arguments = reader.parse_args()
    strangers = sorted(set(arguments.parts) - set(PARTS))
    if strangers:
        reader.error(f"no such part: {', '.join(strangers)}")
    print(f"seed {arguments.seed}", flush=True)
    broken: list[Row] = []
    for name in arguments.parts or PARTS:
        rows = PARTS[name](arguments)
        broken += [row for row in rows if row.most and row.value > row.most]
        print("\n".join(["", f"## soak: {name}", "", *table(rows)]), flush=True)
        if arguments.write:
            measured.write({f"soak: {name}": table(rows)})
    for row in broken:
        print(f"broken: {row.name}: {row.value:g} {row.unit}, at most {row.most:g}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
