"""Deadlines counted twice: by the program's command line, and by an engine that knows the handbook alone."""

import ast
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import yaml

from reception.rules.timetables import Session
from reception.services import calendar_changes
from reception.store.database import open_store
from tests.cast import ANN, Clock, build_office, desk_of
from tests.independent.command import disagreements
from tests.independent.deadlines import answer
from tests.independent.random_vectors import question, random_vectors
from tests.independent.working_days import ONE, Arranged, Days, shipped_notices

HERE = Path(__file__).parent
SHIPPED = yaml.safe_load((HERE.parent / "deadline_vectors.yaml").read_text("utf-8"))
SEED = 20261124
SHORT_DAY = ((time(9, 0), time(11, 30)),)


def test_the_engine_knows_nothing_of_the_program():
    engine = [path for path in HERE.glob("*.py") if not path.name.startswith("test_")]
    trees = [ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in engine]
    nodes = [node for tree in trees for node in tree]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    siblings = {f"tests.independent.{path.stem}" for path in engine} | {"tests.independent"}
    assert len(engine) >= 8
    assert {name for name in named if name.split(".")[0] in ("reception", "ui", "main")} == set()
    assert {name for name in named if name.startswith("tests")} <= siblings


def test_the_engine_answers_every_shipped_vector_as_it_says():
    days = Days(shipped_notices())
    for vector in SHIPPED:
        plain = vector | {"start": f"{datetime.fromisoformat(str(vector['start'])):%Y-%m-%d %H:%M}"}
        found = answer(question(plain, days))
        assert (f"{found.due:%Y-%m-%d %H:%M}", found.provisional) == (vector["due"], vector["provisional"]), vector


def test_the_command_line_counts_random_vectors_as_the_engine_does(tmp_path: Path):
    assert disagreements(tmp_path, SEED, 2500, Days(shipped_notices())) == []


def test_random_vectors_reach_every_part_of_the_rules():
    made = list(random_vectors(Random(SEED), 2500, Days(shipped_notices())))
    units = {vector["unit"] for vector, _expected in made}
    assert units == {"IMMEDIATE", "SAME_DAY", "WHOUR", "HOUR", "WD", "CD", "HALF_MONTH", "MONTH"}
    assert sum("error" in expected for _vector, expected in made) > 20
    assert sum(bool(expected.get("provisional")) for _vector, expected in made) > 20
    for part in ("suspensions", "extensions", "unit_off", "unit_work", "timetable", "after_hours"):
        assert sum(bool(vector.get(part)) for vector, _expected in made) > 300, part


def test_an_office_with_layers_and_short_days_counts_as_the_engine_does(tmp_path: Path):
    random, folder = Random(SEED + 1), tmp_path / "data"
    build_office(folder)
    store = open_store(folder)
    desk = desk_of(store, ANN, Clock())
    said: dict[date, dict[int, Arranged]] = defaultdict(dict)
    for _ in range(60):
        first = date(2026, 1, 1) + random.randint(0, 450) * ONE
        last, layer, works = first + random.randint(0, 4) * ONE, random.choice((2, 3, 4)), random.random() < 0.5
        short = works and random.random() < 0.5
        sessions = tuple(Session(*each) for each in SHORT_DAY) if short else ()
        edit = calendar_changes.arrange(first, last, works=works, reason="安排", layer=layer, sessions=sessions)
        calendar_changes.apply(desk, edit)
        for number in range((last - first).days + 1):
            said[first + number * timedelta(days=1)][layer] = Arranged(layer, works, SHORT_DAY if short else ())
    store.close()
    days = Days(shipped_notices(), {day: list(layers.values()) for day, layers in said.items()})
    assert disagreements(tmp_path, SEED + 1, 1500, days, "--data", str(folder)) == []
