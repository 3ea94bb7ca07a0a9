"""What a command says: results on standard output, warnings and errors on standard error, always in UTF-8."""

import io
import json
import sys
import unicodedata
from enum import IntEnum
from typing import Any, TextIO

from reception.errors import Invalid, NotAllowed, Reason, ReceptionError, SignInRefused, Unavailable
from reception.words import Language, sentence


class Exit(IntEnum):
    """How a command ends (docs/commands.md)."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    NOT_ALLOWED = 3
    UNAVAILABLE = 4
    DAMAGED = 5


REFUSALS = frozenset({"exists_already", "folder_not_empty"})
"""Codes of `Unavailable` that mean a choice of the person, not a failure of the machine."""


class Usage(Exception):
    """The command line names something that cannot be read; `reason` says what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class Console:
    """The streams of one command, in the language that the person chose."""

    def __init__(self, language: Language = Language.ZH) -> None:
        self.language = language

    def result(self, text: str) -> None:
        """Write a line of the answer and let it out at once."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def result_json(self, value: Any) -> None:
        """Write a plain value as one line of JSON, in the readable characters themselves."""
        sys.stdout.write(f"{json.dumps(value, ensure_ascii=False)}\n")

    def warn(self, reason: Reason) -> None:
        """Say what deserves a look although it was done."""
        _say(sys.stderr, "warning: ", self.worded(reason))

    def refuse(self, failure: ReceptionError) -> None:
        """Say why nothing was done: one line for each reason."""
        for text in self.sentences(failure):
            _say(sys.stderr, "error: ", text)

    def complain(self, reason: Reason) -> None:
        """Say one thing that is wrong."""
        _say(sys.stderr, "error: ", self.worded(reason))

    def sentences(self, failure: ReceptionError) -> tuple[str, ...]:
        """Give the lines that say what an error means; an Invalid has one for each reason."""
        if isinstance(failure, Invalid):
            return tuple(self.worded(reason) for reason in failure.reasons)
        return (one_line(sentence(failure, self.language)),)

    def worded(self, reason: Reason) -> str:
        """Give `field: sentence`, with the line of the file before it where there is one."""
        line = reason.values.get("line")
        place = [f"{line}"] if line is not None else []
        place += [reason.field] if reason.field else []
        return one_line(": ".join((*place, sentence(reason, self.language))))


def one_line(text: str) -> str:
    """Give the text without line ends, control characters and halves of characters, for a line of a terminal."""
    return "".join(" " if unicodedata.category(ch) in {"Cc", "Cs", "Zl", "Zp"} else ch for ch in text).strip()


def exit_for(failure: ReceptionError) -> Exit:
    """Give the exit code of an error."""
    if isinstance(failure, NotAllowed | SignInRefused):
        return Exit.NOT_ALLOWED
    if isinstance(failure, Unavailable) and failure.code not in REFUSALS:
        return Exit.UNAVAILABLE
    return Exit.REFUSED


def speak_utf8() -> None:
    """Make the streams UTF-8, whatever the system's own encoding is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "replace")


def _say(stream: TextIO, kind: str, text: str) -> None:
    stream.write(f"{kind}{text}\n")
    stream.flush()
