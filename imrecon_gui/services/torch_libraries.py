"""torch's shared libraries, opened while Python's other threads run on.

Importing torch opens libraries of hundreds of megabytes, and for that time, some tenths of a second, Python
lets no other thread run: a window would stand still. A foreign function lets them run. So the system's own
loader is called as one, and when torch is imported then, its libraries are there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

NAMES = ("libtorch_global_deps", "libc10", "libtorch_cpu", "libtorch", "libtorch_python")
"""In the order in which they need each other; on Windows torch itself opens them as a foreign function."""

_ENDINGS = {"linux": ".so", "darwin": ".dylib"}


def open_torch_libraries() -> list[Path]:
    """Open those that there are, unless torch was imported before; which ones. Never raises."""
    if "torch" in sys.modules or sys.platform not in _ENDINGS:
        return []
    opened = []
    for path in _paths(_ENDINGS[sys.platform]):
        # As torch does: what all of them need is seen by whatever is opened later.
        scope = os.RTLD_GLOBAL if path.stem == NAMES[0] else os.RTLD_LOCAL
        if path.exists() and _loader()(os.fsencode(path), os.RTLD_LAZY | scope):
            opened.append(path)
    return opened


def _paths(ending: str) -> list[Path]:
    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return []
    return [Path(spec.origin).parent / "lib" / f"{name}{ending}" for name in NAMES]


def _loader() -> ctypes._NamedFuncPointer:
    """The system's `dlopen`; what it returns is 0 where it fails."""
    function = ctypes.CDLL(None).dlopen
    function.argtypes, function.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    return function
