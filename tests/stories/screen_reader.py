"""What a screen reader sees of the program, told line by line; run by the system's Python, which has the bindings.

A line in is a JSON list of a word and its arguments, a line out is the answer:
`tree` gives role and name of all that is shown, `type NAME TEXT`, `press NAME` and `focus NAME` whether it was done,
`read NAME` the text of a field and what is said about it.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 -- the version comes first

PROGRAM = "reception"
ENTRIES = ("text", "password text")
PRESSED = ("push button", "check box")


def parts(of: Any) -> Iterator[Any]:
    """Give an object and all that is in it and is shown."""
    yield of
    for place in range(of.get_child_count()):
        child = of.get_child_at_index(place)
        if child is not None:
            yield from parts(child)


def on_screen() -> list[Any]:
    """Give all that is shown of the program."""
    desktop = Atspi.get_desktop(0)
    programs = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    ours = [program for program in programs if program is not None and program.get_name() == PROGRAM]
    showing = Atspi.StateType.SHOWING
    return [part for program in ours for part in parts(program) if part.get_state_set().contains(showing)]


def named(name: str, *roles: str) -> Any:
    """Give the first object of one of these roles whose spoken name begins so."""
    found = (part for part in on_screen() if part.get_name().startswith(name))
    return next(part for part in found if part.get_role_name() in roles)


def tree() -> list[list[str]]:
    """Give role and name of all that is shown."""
    return [[part.get_role_name(), part.get_name()] for part in on_screen()]


def type_into(name: str, text: str) -> bool:
    """Put a text into a field."""
    return bool(Atspi.EditableText.set_text_contents(named(name, *ENTRIES), text))


def press(name: str) -> bool:
    """Press a button."""
    return bool(Atspi.Action.do_action(named(name, "push button"), 0))


def focus(name: str) -> bool:
    """Put the focus on something that can be pressed."""
    return bool(Atspi.Component.grab_focus(named(name, *PRESSED)))


def read(name: str) -> list[str]:
    """Give what stands in a field, and what is said about it."""
    field = named(name, *ENTRIES)
    return [Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field)), field.get_description()]


ANSWERS = {"tree": tree, "type": type_into, "press": press, "focus": focus, "read": read}


def main() -> None:
    """Answer until nobody asks any more."""
    Atspi.init()
    for line in sys.stdin:
        word, *arguments = json.loads(line)
        try:
            answer = ANSWERS[word](*arguments)
        except (StopIteration, GLib.Error):  # not there, or gone while we looked
            answer = None
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
