"""The real command line in a process of its own, asked for thousands of vectors at once."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.independent.random_vectors import differing, random_vectors
from tests.independent.working_days import Days

ROOT = Path(__file__).parents[2]


def answers(file: Path, vectors: Iterable[dict[str, Any]], *words: str) -> list[dict[str, Any]]:
    """Give what `due --vectors` answers to a file of vectors, line by line."""
    file.write_text("\n".join(json.dumps(each) for each in vectors), encoding="utf-8")
    command = [sys.executable, "-m", "reception", "due", *words, "--vectors", str(file)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode not in (0, 1):
        raise AssertionError(ended.stderr)
    return [json.loads(line) for line in ended.stdout.splitlines()]


def disagreements(folder: Path, seed: int, count: int, days: Days, *words: str) -> list[str]:
    """Give every random vector that the command line answers otherwise than the independent engine, with both."""
    pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]] = list(random_vectors(Random(seed), count, days))
    said = answers(folder / f"vectors-{seed}.jsonl", [vector for vector, _expected in pairs], *words)
    if len(said) != len(pairs):
        return [f"{len(pairs)} vectors, {len(said)} answers"]
    both = [(vector, expected, answer) for (vector, expected), answer in zip(pairs, said, strict=True)]
    return [f"{vector}: {answer}, not {expected}" for vector, expected, answer in both if differing(expected, answer)]
