"""Open the window: `python main.py`."""

from __future__ import annotations

import sys

from imrecon_gui.app import run

if __name__ == "__main__":
    sys.exit(run())
