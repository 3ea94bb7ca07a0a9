"""The words of the command line: which commands there are and what each of them takes."""

import argparse
import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from typing import Any

from reception.cli.cases import KEYS
from reception.cli.help_texts import EPILOGUE, EXAMPLES, OPTIONS, PROGRAM, SUMMARIES
from reception.cli.hours import season
from reception.cli.letters import KINDS as LETTER_KINDS
from reception.rules.day_lists import Reader
from reception.rules.displays import DisplayKind
from reception.rules.faults import YEARS
from reception.rules.inquiries import Channel
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperLanguage
from reception.rules.reminders import SLIPS
from reception.words.language import Language, pick

SIGNED = frozenset(
    {"record", "correct", "case", "tally", "notice", "letter", "slip", "slips", "cards", "show", "register", "export"}
    | {"report"}
)
"""Commands that somebody signs in for."""
MOST_DEMO_RECORDS = 1_000_000
DEMO_UNTIL = date(2026, 11, 20)
_PATHS = frozenset({"data", "folder", "password_file", "catalogue", "out", "csv", "vectors", "file"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def language_of(words: Sequence[str]) -> Language:
    """Give the language that the words ask for, before anything else of them is read."""
    for place, word in enumerate(words):
        if word == "--language" and words[place + 1 : place + 2] == ["en"]:
            return Language.EN
        if word == "--language=en":
            return Language.EN
    return Language.ZH


def parse(words: Sequence[str], language: Language) -> Namespace:
    """Give the command and its options; what cannot be understood ends the program with code 2."""
    reader = _Reader(language)
    arguments = reader.root.parse_args(list(words))
    for name, value in vars(arguments).items():
        if isinstance(value, str) and name not in _PATHS:
            setattr(arguments, name, _as_utf8(value))
    _complete(arguments, reader.commands[arguments.command])
    return arguments


def _as_utf8(text: str) -> str:
    """Give the text as it was meant where a system without a language has read its UTF-8 as mere bytes."""
    try:
        return os.fsencode(text).decode("utf-8") if not text.isprintable() else text
    except UnicodeError:
        return text


def _complete(arguments: Namespace, command: ArgumentParser) -> None:
    """Bring both ways of saying a thing together, and ask for what is still lacking."""
    if arguments.command == "demo":
        arguments.data = arguments.data or arguments.folder
        arguments.count = arguments.count if arguments.count is not None else arguments.number_of_records
        arguments.count = 200 if arguments.count is None else arguments.count
    if not arguments.data and not (arguments.command == "due" and arguments.vectors):
        command.error("--data DIR is required")
    if arguments.command in SIGNED and not (arguments.account and arguments.password_file):
        command.error("--as NAME and --password-file FILE are required")
    if arguments.command == "init" and not (arguments.password_file and arguments.counter):
        command.error("--password-file FILE and --counter NAME are required")
    if arguments.command == "due" and arguments.vectors and arguments.number:
        command.error("NUMBER does not go with --vectors")
    if arguments.command in ("calendar", "hours"):
        _complete_calendar(arguments, command)
    if arguments.command == "blank" and arguments.kind == "register" and arguments.matter:
        command.error("--matter belongs to --kind notice")
    if arguments.command in ("register", "report") and _is_backwards(arguments):
        command.error("--from lies after --to")
    if arguments.command == "report":
        _complete_report(arguments, command)


def _complete_calendar(arguments: Namespace, command: ArgumentParser) -> None:
    """Ask for the file, or for the hours that begin on a day or the word that none shall, and for who says so."""
    if arguments.command == "calendar":
        if arguments.verb != "import":
            return
        if not arguments.file:
            command.error("FILE is required")
    elif arguments.first_on is None:
        return
    elif sum(map(bool, (arguments.hours, arguments.season, arguments.withdraw))) != 1:
        command.error("one of --hours, --season, --withdraw is required")
    if not (arguments.account and arguments.password_file):
        command.error("--as NAME and --password-file FILE are required")


def _is_backwards(arguments: Namespace) -> bool:
    return (arguments.first_on or date.min) > (arguments.last_on or date.max)


def _complete_report(arguments: Namespace, command: ArgumentParser) -> None:
    """Refuse what does not go with the kind of report; the month of today stands for days that are not said."""
    if arguments.kind == "day" and (arguments.first_on or arguments.last_on):
        command.error("--from and --to do not go with day")
    if arguments.kind != "day" and (arguments.first_on is None) is not (arguments.last_on is None):
        command.error("--from and --to go together")
    if arguments.kind != "slips" and arguments.level:
        command.error("--level belongs to slips")
    if arguments.kind != "day" and arguments.reader:
        command.error("--for belongs to day")
    arguments.reader = arguments.reader or Reader.SECTION_HEAD


def day(text: str) -> date:
    """Give the date that `YYYY-MM-DD` names."""
    if not _DAY.fullmatch(text):
        raise argparse.ArgumentTypeError(f"not a date like 2026-11-24: {text!r}")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date of the calendar: {text!r}") from None
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(f"not a year from {YEARS[0]} to {YEARS[-1]}: {text!r}")
    return found


def demo_day(text: str) -> date:
    """Give the last day of a demonstration, within the years that a register can hold."""
    last = day(text)
    if not date(2005, 1, 1) <= last <= date(2090, 12, 31):
        raise argparse.ArgumentTypeError(f"not a day from 2005 to 2090: {text!r}")
    return last


def demo_count(text: str) -> int:
    """Give a number of records that the demonstration can make."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= MOST_DEMO_RECORDS and len(text) < 9):
        raise argparse.ArgumentTypeError(f"not a number from 0 to {MOST_DEMO_RECORDS}: {text!r}")
    return int(text)


class _Reader:
    """The parser of all commands, with help in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.root = ArgumentParser(
            prog="python -m reception",
            description=pick(PROGRAM, language),
            epilog=pick(EPILOGUE, language),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._everywhere(self.root, default=None)
        kinds = self.root.add_subparsers(dest="command", metavar="COMMAND", required=True)
        self.commands = {name: self._command(kinds, name) for name in SUMMARIES}
        for name, command in self.commands.items():
            fill = getattr(self, f"_{name}", None)
            if fill is not None:
                fill(command)

    def _command(self, kinds: Any, name: str) -> ArgumentParser:
        command: ArgumentParser = kinds.add_parser(
            name,
            help=pick(SUMMARIES[name], self.language),
            description=pick(SUMMARIES[name], self.language),
            epilog=pick(EXAMPLES[name], self.language),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._everywhere(command, default=argparse.SUPPRESS)
        return command

    def _everywhere(self, parser: ArgumentParser, *, default: Any) -> None:
        """Options that may stand before or behind the command."""
        for name, metavar, kept in (
            ("data", "DIR", "data"),
            ("as", "NAME", "account"),
            ("password-file", "FILE", "password_file"),
            ("counter", "NAME", "counter"),
        ):
            parser.add_argument(f"--{name}", dest=kept, metavar=metavar, default=default, help=self._help(name))
        parser.add_argument("--language", choices=list(Language), default=default, help=self._help("language"))

    def _help(self, name: str) -> str:
        return pick(OPTIONS[name], self.language)

    def _add(self, command: ArgumentParser, flag: str, text: str, **options: Any) -> None:
        command.add_argument(flag, help=self._help(text), **options)

    def _init(self, command: ArgumentParser) -> None:
        self._add(command, "--name", "name", required=True)
        self._add(command, "--short-name", "short-name", required=True)
        self._add(command, "--account", "account", required=True, dest="first_account", metavar="NAME")
        for name in ("university", "name-en", "zone", "hours"):
            self._add(command, f"--{name}", name, default="")
        self._add(command, "--catalogue", "catalogue", metavar="FILE")

    def _demo(self, command: ArgumentParser) -> None:
        self._add(command, "folder", "demo-dir", nargs="?", metavar="DIR")
        self._add(command, "number_of_records", "demo-count", nargs="?", type=demo_count, metavar="N")
        self._add(command, "--count", "demo-count", type=demo_count, metavar="N")
        self._add(command, "--seed", "seed", type=int, default=1)
        self._add(command, "--until", "until", type=demo_day, default=DEMO_UNTIL, metavar="DATE")

    def _record(self, command: ArgumentParser) -> None:
        self._add(command, "--stream", "stream", action="store_true")

    def _correct(self, command: ArgumentParser) -> None:
        self._add(command, "number", "reg-no", metavar="REG_NO")

    def _tally(self, command: ArgumentParser) -> None:
        self._add(command, "--channel", "channel", choices=list(Channel), default=Channel.VISIT)
        self._add(command, "--matter", "matter", metavar="CODE")
        self._add(command, "--token", "token")

    def _notice(self, command: ArgumentParser) -> None:
        self._add(command, "number", "reg-no", metavar="REG_NO")

    def _letter(self, command: ArgumentParser) -> None:
        self._add(command, "number", "reg-no", metavar="REG_NO")
        self._add(command, "--kind", "letter-kind", required=True, choices=list(LETTER_KINDS))
        self._formed(command)

    def _slip(self, command: ArgumentParser) -> None:
        self._add(command, "number", "slip-no", metavar="NUMBER")
        self._formed(command)
        self._add(command, "--preview", "preview", action="store_true")

    def _slips(self, command: ArgumentParser) -> None:
        self._add(command, "--day", "day", type=day, metavar="DATE")
        self._formed(command)

    def _formed(self, command: ArgumentParser) -> None:
        self._add(command, "--size", "size", choices=list(PaperSize), default=PaperSize.A4)
        self._add(command, "--large", "large", action="store_true")
        self._spoken(command)

    def _blank(self, command: ArgumentParser) -> None:
        self._add(command, "--kind", "blank-kind", required=True, choices=["register", "notice"])
        self._add(command, "--matter", "blank-matter", default="", metavar="CODE")
        self._add(command, "--out", "out-pdf", required=True, metavar="FILE")
        self._add(command, "--size", "blank-size", choices=["A4", "A5"], default="A4")

    def _guide(self, command: ArgumentParser) -> None:
        self._add(command, "--matter", "guide-matter", default="", metavar="CODE")
        self._spoken(command)

    def _cards(self, command: ArgumentParser) -> None:
        self._add(command, "--kind", "card-kind", required=True, choices=list(DisplayKind))
        self._add(command, "--person", "person", action="append", metavar="NAME")
        self._spoken(command)

    def _spoken(self, command: ArgumentParser) -> None:
        self._add(command, "--paper-language", "paper-language", choices=list(PaperLanguage), default=PaperLanguage.ZH)
        self._add(command, "--out", "out-pdf", required=True, metavar="FILE")

    def _show(self, command: ArgumentParser) -> None:
        self._add(command, "number", "reg-no", metavar="REG_NO")
        self._add(command, "--history", "history", action="store_true")

    def _register(self, command: ArgumentParser) -> None:
        self._add(command, "--from", "from", type=day, dest="first_on", metavar="DATE")
        self._add(command, "--to", "to", type=day, dest="last_on", metavar="DATE")
        self._full(command)

    def _export(self, command: ArgumentParser) -> None:
        self._add(command, "--week", "week", required=True)
        self._add(command, "--out", "out-folder", required=True, metavar="DIR")
        self._add(command, "--format", "format", default="xlsx,csv,pdf")
        self._full(command)

    def _report(self, command: ArgumentParser) -> None:
        self._add(command, "kind", "report-kind", choices=["duty", "slips", "day"], metavar="KIND")
        self._add(command, "--from", "from", type=day, dest="first_on", metavar="DATE")
        self._add(command, "--to", "to", type=day, dest="last_on", metavar="DATE")
        self._add(command, "--level", "report-level", choices=list(SLIPS))
        self._add(command, "--for", "report-for", dest="reader", choices=list(Reader))
        self._add(command, "--csv", "report-csv", metavar="FILE")
        self._add(command, "--out", "report-out", metavar="FILE")

    def _full(self, command: ArgumentParser) -> None:
        self._add(command, "--full", "full", action="store_true")
        self._add(command, "--purpose", "purpose", metavar="TEXT")

    def _case(self, command: ArgumentParser) -> None:
        self._add(command, "number", "case-no", metavar="NUMBER")
        self._add(command, "--do", "case-do", dest="act", choices=list(KEYS), metavar="ACT")

    def _calendar(self, command: ArgumentParser) -> None:
        self._add(command, "verb", "calendar-verb", choices=["import", "export"])
        self._add(command, "file", "calendar-file", nargs="?", metavar="FILE")
        self._add(command, "--year", "calendar-year", type=int, metavar="YEAR")
        self._add(command, "--apply", "apply", action="store_true")
        self._add(command, "--shorten", "shorten", action="store_true")
        self._add(command, "--out", "calendar-out", metavar="FILE")

    def _hours(self, command: ArgumentParser) -> None:
        self._add(command, "--from", "hours-from", type=day, dest="first_on", metavar="DATE")
        self._add(command, "--hours", "hours", default="", metavar="HOURS")
        self._add(command, "--season", "season", type=season, action="append", default=[], metavar="MM-DD=HOURS")
        self._add(command, "--withdraw", "hours-withdraw", action="store_true")
        self._add(command, "--reason", "hours-reason", default="", metavar="TEXT")
        self._add(command, "--apply", "apply", action="store_true")
        self._add(command, "--shorten", "shorten", action="store_true")

    def _due(self, command: ArgumentParser) -> None:
        self._add(command, "number", "due-no", nargs="?", metavar="NUMBER")
        self._add(command, "--vectors", "vectors", metavar="FILE")
        self._add(command, "--explain", "explain", action="store_true")
