#!/usr/bin/env bash
# Makes .venv and the system libraries ready for `make run` or `make test`.
#
#   tools/setup.sh run|test
#
# A stamp in .venv remembers what was installed from, so a second call only compares checksums and asks the
# dynamic linker's cache: it starts neither pip nor apt-get.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:?usage: tools/setup.sh run|test}
PATH=$PATH:/usr/sbin:/sbin # ldconfig lives there, outside an ordinary user's path
venv=.venv
python=$venv/bin/python

fail() {
    printf 'imrecon: %s\n' "$*" >&2
    exit 1
}

note() { printf 'imrecon: %s\n' "$*" >&2; }

# The shared library or program each purpose needs, and the Debian/Ubuntu package that brings it.
requirements() {
    cat <<'LIST'
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
LIST
    if [ "$purpose" = test ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        cat <<'LIST'
libxcb-cursor.so.0 libxcb-cursor0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
LIST
    fi
    [ "$purpose" != test ] || printf '%s\n' 'xvfb-run xvfb' 'xauth xauth'
}

missing_packages() {
    local known thing package
    known=$(ldconfig -p 2>/dev/null || true)
    requirements | while read -r thing package; do
        case $thing in
        lib*.so.*) [[ $known == *"$thing "* ]] || printf '%s ' "$package" ;;
        *) command -v "$thing" >/dev/null || printf '%s ' "$package" ;;
        esac
    done
    [ -x "$python" ] || "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2], end="")'
}

install_packages() {
    local root=() line="apt-get install -y --no-install-recommends $*"
    command -v apt-get >/dev/null || fail "please install what Debian calls: $*"
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || fail "system libraries are missing; please run: sudo $line"
        root=(sudo -n)
    fi
    note "installing system packages: $*"
    "${root[@]}" apt-get update -qq || note "apt-get update failed; trying with the lists at hand"
    # shellcheck disable=SC2086 # the line is meant to be split
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive $line -qq || fail "could not install them; please run: $line"
}

works() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in "$python" python3.13 python3.12 python3.11 python3; do
        if works "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "needs Python 3.11, 3.12 or 3.13 and found none; please install python3.12 and python3.12-venv (or 3.11, 3.13)"
}

# What the installation depends on: the folder too, since a moved .venv is broken.
fingerprint() { { cat pyproject.toml setup.py tools/setup.sh && pwd; } | sha256sum; }

stamped() { works "$python" && [ "$(cat "$venv/imrecon-$purpose" 2>/dev/null)" = "$1" ]; }

install_python_packages() {
    local extras='.'
    [ "$purpose" = run ] || extras='.[dev]'
    note "setting up $venv from pyproject.toml; the first time downloads some gigabytes and takes minutes"
    works "$python" || "$1" -m venv --clear "$venv" || fail "could not make $venv with $1"
    "$python" -m pip install --disable-pip-version-check -e "$extras" ||
        fail "could not install the Python packages (see above); the same command tries again"
}

base=$(find_python)
packages=$(missing_packages "$base")
# shellcheck disable=SC2086 # one word for each package
[ -z "$packages" ] || install_packages $packages
mark=$(fingerprint)
if ! stamped "$mark"; then
    install_python_packages "$base"
    printf '%s\n' "$mark" >"$venv/imrecon-run"
    [ "$purpose" = run ] || cp "$venv/imrecon-run" "$venv/imrecon-test"
fi
