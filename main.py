"""Start Reception: hand the arguments to ui.app."""

import os
import sys


def main() -> int:
    """Open the window and give the exit code."""
    if sys.platform.startswith("linux"):
        # Qt's wheels bring no input plugin for fcitx; fcitx 5 answers on the ibus line.
        os.environ.setdefault("QT_IM_MODULES", "wayland;fcitx;ibus")
    from ui.app import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
