"""A long day at the desk: contacts recorded, read, searched and exported while growth and loss are watched.

Run: python -m benchmarks.soak [--records N]; it ends with 1 when a promise was broken.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks.figures import Row, high, milliseconds, table
from benchmarks.office import desk_in
from reception.rules.inquiries import Disposition
from reception.rules.logs import LogFormat, week_of
from reception.services import cases, catalogue, inquiries, logs, register, visitors
from reception.services.check import check_folder
from reception.services.demo.contacts import WEIGHTS, Setting, contact
from reception.services.demo.people import person
from reception.services.desk import Desk
from reception.services.register import RegisterFilter

MOST_GROWTH_MIB = 5.0
MOST_P99_MS = 100.0


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


def main() -> int:
    """Work, then tell what was seen."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--records", type=int, default=2000)
    count = reader.parse_args().records
    with tempfile.TemporaryDirectory() as place:
        desk = desk_in(Path(place) / "data", 200)
        lengths, memory = work(desk, Path(place), count)
        desk.store.close()
        damage = check_folder(Path(place) / "data").damage
    growth = max(memory[len(memory) // 2 :]) - memory[len(memory) // 2]
    rows = [
        Row("contacts recorded", len(lengths), ""),
        Row("memory grown over the second half", growth, "MiB", MOST_GROWTH_MIB),
        Row("save, 99 of 100 below", high(lengths, 99), "ms", MOST_P99_MS),
        Row("save, first half / second half", sum(lengths[count // 2 :]) / sum(lengths[: count // 2]), "x", 1.5),
        Row("damage found", len(damage), ""),
    ]
    print("\n".join(table(rows)))
    broken = bool(damage) or any(row.most and row.value > row.most for row in rows)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
