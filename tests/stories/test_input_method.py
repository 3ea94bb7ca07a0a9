"""A real input method between the keyboard and the window: what it composes comes in whole, what it holds stays its."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.cast import PASSWORD
from tests.stories.display import Display, Spoken, build_one_clerk, display, until

PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
WHO_IS_THERE = [
    "dbus-send",
    "--session",
    "--print-reply",
    "--dest=org.freedesktop.DBus",
    "/",
    "org.freedesktop.DBus.ListNames",
]
ACTIVE = "[Behavior]\nActiveByDefault=True\nShareInputState=All\n"


class Typist:
    """Strikes keys from outside and watches the program from inside."""

    def __init__(self, screen: Display, program: Spoken) -> None:
        self._screen, self._program = screen, program
        self.seen: dict[str, Any] = {}

    def press(self, *keys: str) -> None:
        """Press keys, named as X names them."""
        self._screen.run("xdotool", "key", "--delay", "20", *keys)

    def type(self, letters: str) -> None:
        """Type letters."""
        self._screen.run("xdotool", "type", "--delay", "20", letters)

    def sees(self, **wanted: Any) -> None:
        """Wait until the program shows this.

        Raises:
            TimeoutError: it never does.
        """
        while not wanted.items() <= self.seen.items():
            self.seen = self._program.hear()


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Give a typist at the counter, with pinyin switched on."""
    settings = tmp_path / "config" / "fcitx5"
    settings.mkdir(parents=True)
    (settings / "profile").write_text(PROFILE)
    (settings / "config").write_text(ACTIVE)
    build_one_clerk(tmp_path / "office")
    with display(tmp_path) as screen:
        screen.start("openbox")
        screen.start("fcitx5", "--disable", "wayland,waylandim")
        until(lambda: "org.freedesktop.portal.IBus" in screen.run(*WHO_IS_THERE), "the input method")
        program = screen.start_python(
            "tests/stories/composing_desk.py", str(tmp_path / "office"), QT_IM_MODULE="fcitx", XMODIFIERS="@im=fcitx"
        )
        made = Typist(screen, program)
        made.sees(focus="密码(P)", active=True)
        made.type(PASSWORD)
        made.press("Return")
        made.sees(room="inquiries", focus="来访(V)")
        yield made


def test_what_is_composed_comes_in_whole_from_the_first_letter_on(typist: Typist):
    typist.press("alt+s")
    typist.type("nihao")
    typist.sees(focus="摘要(S)", composing=True, summary="")
    typist.press("space")
    typist.sees(composing=False, summary="你好")
    typist.press("alt+n")
    typist.type("nihao")
    typist.press("space")
    typist.sees(focus="姓名(N)", person_name="你好", summary="你好")


def test_what_is_composed_on_the_channel_buttons_becomes_the_name_and_a_digit_still_chooses(typist: Typist):
    typist.press("2")
    typist.sees(channel="phone", focus="来电(P)")
    typist.type("nihao")
    typist.sees(composing=True, person_name="", focus="来电(P)")
    typist.press("space")
    typist.sees(composing=False, person_name="你好", focus="姓名(N)", channel="phone")
    typist.type("nihao")
    typist.press("space")
    typist.sees(person_name="你好你好")


def test_keys_that_the_input_method_holds_do_nothing_else(typist: Typist):
    typist.press("1")
    typist.sees(channel="visit")
    typist.press("alt+s")
    typist.type("nihao")
    typist.press("space")
    typist.type("zaijian")
    typist.sees(composing=True, summary="你好")
    typist.press("F5", "F2", "ctrl+s", "alt+3")  # none of them reaches the window
    typist.press("Escape")  # gives up what is composed, and clears nothing
    typist.sees(composing=False, summary="你好", way="", channel="visit", room="inquiries", focus="摘要(S)")
    typist.type("zaijian")
    typist.sees(composing=True)
    typist.press("Return")  # takes the letters as they are, and goes nowhere
    typist.sees(composing=False, summary="你好zaijian", focus="摘要(S)")
    typist.type("nihao")
    typist.sees(composing=True)
    typist.press("2")  # takes the second proposal, and chooses no channel
    typist.sees(composing=False, channel="visit", focus="摘要(S)")
    taken = typist.seen["summary"].removeprefix("你好zaijian")
    assert taken != "你好"
    assert len(taken) == 2
    assert not taken.isascii()


def test_the_whole_form_is_filled_and_saved_with_the_input_method_on(typist: Typist):
    typist.press("1", "alt+k", "Down", "alt+s")
    typist.type("nihao")
    typist.press("space", "F5")
    typist.sees(focus="答复内容", way="D1", summary="你好")
    typist.press("ctrl+s")
    typist.sees(summary="", way="")
    typist.sees(number=f"首问〔{datetime.now(ZoneInfo('Asia/Shanghai')).year}〕0001")
