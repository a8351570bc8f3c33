"""Whether a run's process lives: its folder says which one it is, and the system whether that one is there.

    <run>/process.json    {"pid": 4711, "created": 1726600000.25}

The window asks this, too (services may import training), before it offers to attach itself to a run or to
start one; so nothing but the standard library is imported here. `created` is the time at which the system
began the process, in seconds since 1970, as psutil's `create_time` has it: a number that another process has
been given since then does not pass for the run. Processes of other machines are not seen.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from imrecon_gui.core.errors import TrainingError

PROCESS = "process.json"
SAME_S = 2.0
"""Two readings of one process's beginning differ by less, as the clock is set a little now and then."""

_QUERY_LIMITED, _STILL_ACTIVE = 0x1000, 259  # winnt.h
_FILETIME_EPOCH_S = 11_644_473_600  # from 1601 to 1970
_TASK_INFO, _TASK_BYTES, _TASK_START = 3, 136, 120  # PROC_PIDTBSDINFO and its proc_bsdinfo, sys/proc_info.h


def is_alive(folder: Path) -> bool:
    """Whether the process that a run's folder names is there; a record that cannot be read names none."""
    return living(folder) is not None


def living(folder: Path) -> int | None:
    """The number of a run's process, None if it is gone or was never there."""
    try:
        record = json.loads((folder / PROCESS).read_text(encoding="utf-8"))
        pid, recorded = int(record["pid"]), float(record["created"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    began = created(pid)
    return pid if began is not None and abs(began - recorded) < SAME_S else None


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Name this process as the folder's run, for as long as the run goes on.

    Raises:
        TrainingError: Another process lives that is the folder's run, or the folder cannot be written.
    """
    other = living(folder)
    if other not in (None, os.getpid()):
        raise TrainingError(
            f"The run in {folder} is going on already, as process {other}.",
            "Stop that one first, or choose another folder.",
        )
    _write(folder / PROCESS)
    try:
        yield
    finally:
        with suppress(OSError):
            (folder / PROCESS).unlink(missing_ok=True)


def _write(path: Path) -> None:
    from training.writing import told

    began = created(os.getpid())
    record = {"pid": os.getpid(), "created": time.time() if began is None else began}
    half = path.with_name(f".{path.name}.{os.getpid()}")
    with told(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(record), encoding="utf-8")
        half.replace(path)


def created(pid: int) -> float | None:
    """When a process began, in seconds since 1970; None if there is none of that number."""
    if pid <= 0:
        return None
    if sys.platform == "win32":
        return _created_on_windows(pid)
    return _created_on_macos(pid) if sys.platform == "darwin" else _created_on_linux(pid)


def _created_on_linux(pid: int) -> float | None:
    """By /proc, see proc(5): field 22 counts clock ticks since the machine began; a zombie is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        machine = Path("/proc/stat").read_text(encoding="utf-8").partition("btime ")[2].split()[0]
        state, ticks = fields.split()[0], int(fields.split()[19])
    except (OSError, ValueError, IndexError):
        return None
    return None if state in "ZX" else float(machine) + ticks / os.sysconf("SC_CLK_TCK")


def _created_on_macos(pid: int) -> float | None:
    """By libproc's proc_pidinfo, whose structure ends in two numbers: seconds and microseconds."""
    task = ctypes.create_string_buffer(_TASK_BYTES)
    library = ctypes.CDLL("/usr/lib/libproc.dylib")
    told = library.proc_pidinfo(pid, _TASK_INFO, ctypes.c_uint64(0), task, _TASK_BYTES)
    if told != _TASK_BYTES:
        return None
    seconds, microseconds = (ctypes.c_uint64.from_buffer(task, _TASK_START + i).value for i in (0, 8))
    return float(seconds + microseconds / 1e6)


def _created_on_windows(pid: int) -> float | None:
    """By GetProcessTimes, of which the first counts tenths of microseconds since 1601."""
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(_QUERY_LIMITED, False, pid))
    if not handle:
        return None
    status, times = ctypes.c_ulong(), [ctypes.c_uint64() for _ in range(4)]
    known = kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(status)) and known
    kernel.CloseHandle(handle)
    return times[0].value / 1e7 - _FILETIME_EPOCH_S if known and status.value == _STILL_ACTIVE else None
