#!/usr/bin/env bash
# `make test`: every check there is; all of them run even if one fails, and the status says whether all passed.
set -uo pipefail
cd "$(dirname "$0")/.."
bash tools/setup.sh test || exit
bin=$PWD/.venv/bin
failed=()

check() {
    local name=$1
    shift
    printf '\n-- %s\n' "$name"
    "$@" || failed+=("$name")
}

check format "$bin/ruff" format --check .
check lint "$bin/ruff" check .
check types "$bin/mypy"
check imports "$bin/lint-imports"
check tests env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb QT_API=pyside6 \
    xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp" "$bin/python" -m pytest

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nimrecon: failed: %s\n' "${failed[*]}"
    exit 1
fi
printf '\nimrecon: everything passed\n'
