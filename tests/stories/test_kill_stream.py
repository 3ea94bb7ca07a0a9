"""A stream of records killed with -9 at any moment: what was acknowledged is there, once, without a gap."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from reception.services.check import check_folder
from tests.cast import ANN, BEN, PASSWORD, build_office

ROOT = Path(__file__).parents[2]
CYCLES = 5
LINES = 400
PROGRAM = """
import ctypes, signal, sys
if sys.platform == "linux":
    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
from reception.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command line, which the kernel ends together with the test."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build_office(tmp_path / "data")
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    return tmp_path / "data"


def command(folder: Path, name: str, *words: str) -> list[str]:
    signed = ["--data", str(folder), "--as", name, "--password-file", str(folder.parent / "password")]
    return [sys.executable, "-c", PROGRAM, *words, *signed]


@contextmanager
def streaming(folder: Path, name: str = ANN) -> Iterator[subprocess.Popen[bytes]]:
    """Give a stream that is surely dead when the block ends."""
    child = subprocess.Popen(
        command(folder, name, "record", "--stream"),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                pipe.close()


def lines(cycle: str, count: int = LINES) -> list[bytes]:
    """Give so many entries, each with a token of its own."""
    entry = {
        "channel": "visit",
        "person_kind": "undergraduate",
        "scope": "own_post",
        "disposition": "D4",
        "matter": "JW-03",
    }
    numbered = ({**entry, "token": f"{cycle}-{place}", "summary": f"{cycle}-{place}"} for place in range(count))
    return [json.dumps(one).encode() + b"\n" for one in numbered]


def feed(child: subprocess.Popen[bytes], entries: list[bytes]) -> threading.Thread:
    """Push the entries into the child without waiting for answers, as a pipe does."""

    def push() -> None:
        try:
            assert child.stdin is not None
            child.stdin.write(b"".join(entries))
            child.stdin.close()
        except OSError:
            pass

    pushing = threading.Thread(target=push)
    pushing.start()
    return pushing


def answers(child: subprocess.Popen[bytes], most: int) -> list[str]:
    """Give the whole lines that the child answered, at most so many."""
    assert child.stdout is not None
    found = (child.stdout.readline() for _ in range(most))
    return [line.decode().rstrip("\n") for line in found if line.endswith(b"\n")]


def registered(folder: Path) -> dict[str, str]:
    """Give the token of each register number, as a new process tells it."""
    told = subprocess.run(command(folder, ANN, "register"), cwd=ROOT, capture_output=True, check=True).stdout
    records = [json.loads(line) for line in told.decode().splitlines()]
    return {record["reg_no"]: record["token"] for record in records}


def test_what_a_killed_stream_acknowledged_is_registered_once_and_without_a_gap(folder: Path):
    random = Random(11)
    acknowledged: dict[str, str] = {}
    for cycle in range(CYCLES):
        with streaming(folder) as child:
            pushing = feed(child, lines(str(cycle)))
            wanted = random.randrange(1, 60)
            told = answers(child, wanted)
            child.kill()
            told += answers(child, LINES)
            pushing.join()
        assert len(told) >= wanted
        acknowledged |= {number: f"{cycle}-{place}" for place, number in enumerate(told)}
    kept = registered(folder)
    assert {number: kept.get(number) for number in acknowledged} == acknowledged
    assert list(kept) == [f"首问〔2026〕{serial:04d}" for serial in range(1, len(kept) + 1)]
    assert len(set(kept.values())) == len(kept)
    assert check_folder(folder).damage == ()


def test_sent_again_the_same_tokens_get_the_same_numbers(folder: Path):
    entries = lines("again", 60)
    with streaming(folder) as child:
        pushing = feed(child, entries)
        first = answers(child, 25)
        child.kill()
        first += answers(child, 60)
        pushing.join()
    with streaming(folder) as child:
        pushing = feed(child, entries)
        second = answers(child, 60)
        pushing.join()
        assert child.wait(60) == 0
    assert second[: len(first)] == first
    assert sorted(second) == sorted(registered(folder))
    assert len(set(second)) == 60


def test_two_streams_at_once_share_one_series(folder: Path):
    with streaming(folder, ANN) as one, streaming(folder, BEN) as other:
        pushing = [feed(one, lines("one", 50)), feed(other, lines("other", 50))]
        told = [answers(one, 50), answers(other, 50)]
        for thread in pushing:
            thread.join()
        assert (one.wait(60), other.wait(60)) == (0, 0)
    assert sorted(told[0] + told[1]) == [f"首问〔2026〕{serial:04d}" for serial in range(1, 101)]
    assert check_folder(folder).damage == ()


def test_an_answer_comes_before_the_next_entry_is_sent(folder: Path):
    with streaming(folder) as child:
        assert child.stdin is not None
        for place, line in enumerate(lines("each", 3), start=1):
            child.stdin.write(line)
            child.stdin.flush()
            assert answers(child, 1) == [f"首问〔2026〕{place:04d}"]
