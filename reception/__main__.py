"""`python -m reception COMMAND …`."""

import sys

from reception.cli import main

if __name__ == "__main__":
    sys.exit(main())
