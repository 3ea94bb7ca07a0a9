"""A thousand different notices in one document: how many a second, and whether memory grows with them.

Run: python -m benchmarks.batches
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Row
from benchmarks.notices import notice
from reception.documents.batch import BatchPaper, write_batch
from reception.rules.notices import QUERY_ALPHABET, PaperSize
from reception.rules.papers import PaperForm
from reception.words.paper_forms import paper_of

COUNT = 1000
EARLY = 200
_FIRST_HAN = 0x4E00
_HAN = 9000


def papers(count: int) -> Iterator[BatchPaper]:
    """Give notices of which each has a number, a name and a code of its own."""
    base = notice()
    for number in range(count):
        name = "".join(chr(_FIRST_HAN + number * step % _HAN) for step in (7, 131, 17))
        code = "".join(QUERY_ALPHABET[number * step % len(QUERY_ALPHABET)] for step in (1, 3, 5, 7, 11, 13))
        own = replace(base, number=f"教务告〔2026〕第{number:04d}号", applicant=name, query_code=code)
        yield BatchPaper((paper_of(own),))


def measure() -> dict[str, float]:
    """Give the seconds of a batch, and the memory of this process early and at the end."""
    import resource  # not everywhere; whoever lacks it has no row

    figures = {}
    begun = time.perf_counter()
    with Path(os.devnull).open("wb") as target:
        for done in write_batch(target, papers(COUNT), PaperForm(size=PaperSize.A5), "一批"):
            if done in (EARLY, COUNT):
                figures[str(done)] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures | {"seconds": time.perf_counter() - begun}


def rows() -> list[Row]:
    """Give the figures, measured in a process of their own."""
    if sys.platform == "win32":
        return []
    command = [sys.executable, "-m", "benchmarks.batches", "--bare"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = {name: float(value) for name, value in (line.split() for line in told.splitlines())}
    early, late = figures[str(EARLY)], figures[str(COUNT)]
    return [
        Row(f"memory after {COUNT} notices / after {EARLY}", late / early, "x", 1.15),
        Row(f"memory after {COUNT} notices A5 in a batch", late, "MiB"),
        Row("notices A5 in a batch", COUNT / figures["seconds"], "per second"),
    ]


def main() -> None:
    """Print the figures, or with --bare the plain numbers of this process."""
    if "--bare" in sys.argv:
        for name, value in measure().items():
            print(name, f"{value:.3f}")
        return
    for row in rows():
        target = f"   target at most {row.most} {row.unit}" if row.most else ""
        print(f"  {row.name:45} {row.value:8.2f} {row.unit}{target}")


if __name__ == "__main__":
    main()
