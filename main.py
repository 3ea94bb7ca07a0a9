"""Start Reception: hand the arguments to ui.app."""

import os
import shutil
import sys


def prepare_input_methods() -> None:
    """Let Qt find the input method of a Linux desktop: its wheels bring a plugin for ibus and none for fcitx.

    fcitx 5 answers on the ibus line. Qt takes the plain line only where ibus itself is installed, though; where it
    is not, the line for closed boxes ("portal"), on which fcitx 5 answers too, is the one that works.
    """
    os.environ.setdefault("QT_IM_MODULES", "wayland;fcitx;ibus")
    if shutil.which("ibus-daemon") is None:
        os.environ.setdefault("IBUS_USE_PORTAL", "1")


def main() -> int:
    """Open the window and give the exit code."""
    if sys.platform.startswith("linux"):
        prepare_input_methods()
    from ui.app import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
