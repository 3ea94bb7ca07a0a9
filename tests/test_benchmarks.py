"""The benchmarks are found, and their figures can be read."""

from benchmarks.__main__ import found
from benchmarks.figures import Row, high, table


def test_every_benchmark_with_rows_is_found():
    assert {"board", "exports", "notices", "recounts", "writes"} <= set(found())


def test_a_figure_stands_beside_its_target():
    assert table([Row("save", 1.234, "x", 2.5), Row("length", 3, "ms")])[2:] == [
        "| save | 1.23 x | ≤ 2.5 x |",
        "| length | 3.00 ms | – |",
    ]


def test_the_high_figure_is_one_that_was_measured():
    assert high([3.0, 1.0, 2.0], 99) == 3.0
    assert high(list(range(100)), 50) == 50
