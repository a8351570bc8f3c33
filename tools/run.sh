#!/usr/bin/env bash
# `make run`: opens the window, or reconstructs the bundled samples where there is no display.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tools/setup.sh run
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/imrecon-gui
fi
exec .venv/bin/python tools/samples.py
