"""tools/setup.sh on a machine that is made up: its linker cache, its apt-get and its pip are ours."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARIES = (
    *("libGL.so.1", "libEGL.so.1", "libglib-2.0.so.0", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libxkbcommon.so.0", "libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4"),
    *("libxcb-keysyms.so.1", "libxcb-shape.so.0"),
)


class Machine:
    """A checkout with an empty environment, and programs that only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.programs = folder / "programs"
        self.calls = folder / "calls"
        (self.checkout / ".venv" / "bin").mkdir(parents=True)
        self.programs.mkdir()
        for name in ("pyproject.toml", "setup.py", "tools/setup.sh"):
            (self.checkout / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, self.checkout / name)
        pip = f'[ "$1 $2" = "-m pip" ] && echo "pip $*" >>{self.calls} && exit'
        _program(self.checkout / ".venv" / "bin" / "python", f'{pip}; exec {sys.executable} "$@"')
        self.has(*LIBRARIES)
        self.program("apt-get", f'echo "apt-get $*" >>{self.calls}')
        self.program("sudo", "exit 1")
        self.program("xvfb-run", "")
        self.program("xauth", "")
        self.is_user(0)

    def has(self, *libraries: str) -> None:
        lines = "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in libraries)
        self.program("ldconfig", f"cat <<'LIST'\n{lines}LIST")

    def is_user(self, number: int) -> None:
        self.program("id", f"echo {number}")

    def program(self, name: str, body: str) -> None:
        _program(self.programs / name, body)

    def set_up(self, purpose: str, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        path = f"{self.programs}:{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "tools/setup.sh", purpose],
            cwd=self.checkout,
            env={**kept, "PATH": path, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


def _program(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def test_the_second_call_starts_neither_pip_nor_apt_get(machine):
    assert machine.set_up("test").returncode == 0
    (first,) = machine.called()
    assert first.startswith("pip") and first.endswith("-e .[dev]")

    began = time.perf_counter()
    assert machine.set_up("test").returncode == 0
    assert machine.set_up("run").returncode == 0

    assert time.perf_counter() - began < 3
    assert machine.called() == [first]


def test_running_does_not_install_what_only_tests_need(machine):
    machine.set_up("run")
    machine.set_up("test")

    assert [call.split()[-1] for call in machine.called()] == [".", ".[dev]"]


def test_a_changed_project_file_is_installed_again(machine):
    machine.set_up("run")
    with (machine.checkout / "pyproject.toml").open("a") as file:
        file.write("\n# another dependency\n")
    machine.set_up("run")

    assert len(machine.called()) == 2


def test_a_failed_installation_is_tried_again(machine):
    python = machine.checkout / ".venv" / "bin" / "python"
    working = python.read_text()
    python.write_text(working.replace("&& exit", "&& exit 1"))
    failed = machine.set_up("run")
    assert failed.returncode != 0 and "could not install" in failed.stderr

    python.write_text(working)
    assert machine.set_up("run").returncode == 0


def test_root_installs_the_missing_libraries_and_no_others(machine):
    machine.has(*(name for name in LIBRARIES if name not in ("libEGL.so.1", "libxcb-cursor.so.0")))

    machine.set_up("test")

    update, install, _pip = machine.called()
    assert update.startswith("apt-get update")
    assert [word for word in install.split() if word.startswith("lib")] == ["libegl1", "libxcb-cursor0"]


def test_without_a_display_running_needs_no_window_libraries(machine):
    machine.has(*(name for name in LIBRARIES if "xcb" not in name and "x11" not in name))

    machine.set_up("run")
    assert not [call for call in machine.called() if call.startswith("apt-get")]

    machine.set_up("run", DISPLAY=":0")
    assert [
        call for call in machine.called() if call.startswith("apt-get install") and "libxcb-shape0" in call
    ]


def test_who_may_not_install_is_told_the_line(machine):
    machine.has(*LIBRARIES[1:])
    machine.is_user(1000)

    told = machine.set_up("run")

    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].endswith("sudo apt-get install -y --no-install-recommends libgl1")
    assert machine.called() == []


def test_without_a_usable_python_one_line_says_which(machine):
    (machine.checkout / ".venv" / "bin" / "python").unlink()
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        machine.program(name, "exit 1")

    told = machine.set_up("run")

    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "Python 3.11, 3.12 or 3.13" in line
