"""The binding to Qt must not lose references of None (docs/decisions/0001-dependencies.md)."""

import os
import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText("第%d位" % (number % 7))
print(label.text())
"""


def test_twenty_thousand_calls_that_answer_nothing_do_not_end_the_program():
    """PySide6 6.12.0 on Python 3.11 aborts after some 5,200 of them."""
    child = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (child.returncode, child.stdout.strip()) == (0, "第0位"), child.stderr
