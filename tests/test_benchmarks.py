"""The benchmarks are found, and their figures can be read."""

from benchmarks.__main__ import found
from benchmarks.figures import NOTHING, Row, high, table
from benchmarks.measured import merged


def test_every_benchmark_with_rows_is_found():
    assert {"board", "exports", "notices", "recounts", "writes"} <= set(found())


def test_a_figure_stands_beside_its_target():
    assert table([Row("save", 1.234, "x", 2.5), Row("length", 3, "ms")])[2:] == [
        "| save | 1.23 x | ≤ 2.5 x |",
        "| length | 3.00 ms | – |",
    ]
    assert table([Row("differences", 0, "", NOTHING)])[2:] == ["| differences | 0 | none |"]


def test_a_new_measurement_takes_the_place_of_its_own_section_alone():
    page = merged("", {"writes": ["| a |"], "exports": ["| b |"]}, "# Measured\n")
    assert page == "# Measured\n\n## exports\n\n| b |\n\n## writes\n\n| a |\n"
    again = merged(page, {"soak: year": ["| c |", "| d |"], "writes": ["| e |"]}, "# Measured\n")
    assert again.split("## ")[1:] == ["exports\n\n| b |\n\n", "soak: year\n\n| c |\n| d |\n\n", "writes\n\n| e |\n"]


def test_the_high_figure_is_one_that_was_measured():
    assert high([3.0, 1.0, 2.0], 99) == 3.0
    assert high(list(range(100)), 50) == 50
