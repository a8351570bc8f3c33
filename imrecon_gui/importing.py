"""Imports of large packages in a worker, during which the window answers.

Python lets no other thread run while it opens an extension's shared libraries, a tenth of a second each with
VTK and torch, nor while it collects garbage, which it does often while an import makes hundreds of thousands
of objects. So libraries are opened by the system's own loader first, called as a foreign function, which lets
threads run, and garbage waits.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

LARGE = ("cv2", "torch", "vtkmodules")
"""Packages whose extensions are opened beforehand: large libraries, which need no Python to be opened."""

TORCH_LIBRARIES = ("libtorch_global_deps", "libc10", "libtorch_cpu", "libtorch", "libtorch_python")
"""Those that torch opens by itself, in the order in which they need each other."""

_ENDINGS = {"linux": ".so", "darwin": ".dylib"}
_plain_create = ExtensionFileLoader.create_module
_lock = threading.Lock()
_n_inside = 0
_turn = threading.Lock()
"""Held while large libraries are opened, or many: the system's loader opens one at a time, and whoever waits
for it in an import of Python's own lets nobody else run."""


@contextmanager
def gently() -> Iterator[None]:
    """Within it, imports hold up other threads as little as can be.

    The garbage collector never looks again at what was imported; its later runs are shorter for it.
    """
    let_others_run()
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def import_gently(*names: str) -> None:
    """Import modules so, unless they were before."""
    if all(name in sys.modules for name in names):
        return
    with gently():
        if "torch" not in names:
            with _turn:
                _import(names)
            return
        with _turn:
            _open_torch()
        _import(names)


def _import(names: Iterable[str]) -> None:
    for name in names:
        import_module(name)


def let_others_run() -> None:
    """Have the extensions of large packages opened before Python opens them, from now on.

    For those that are imported wherever they are needed; `gently` does so too.
    """

    def create_module(self: ExtensionFileLoader, spec: ModuleSpec) -> ModuleType:
        if spec.origin is not None and spec.name.partition(".")[0] in LARGE:
            open_library(Path(spec.origin))
        return _plain_create(self, spec)

    ExtensionFileLoader.create_module = create_module  # type: ignore[method-assign]


def open_library(path: Path, scope: int = 0) -> bool:
    """Have the system's loader open a library while other threads run; whether it did.

    Args:
        path: Of the library.
        scope: `os.RTLD_GLOBAL` for one whose names all later ones may use.
    """
    if sys.platform not in _ENDINGS:  # on Windows, torch calls its loader so by itself
        return False
    function = ctypes.CDLL(None).dlopen
    function.argtypes, function.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    return bool(function(os.fsencode(path), os.RTLD_NOW | scope))


def _open_torch() -> None:
    spec, ending = find_spec("torch"), _ENDINGS.get(sys.platform)
    if spec is None or spec.origin is None or ending is None or "torch" in sys.modules:
        return
    for name in TORCH_LIBRARIES:
        path = Path(spec.origin).parent / "lib" / f"{name}{ending}"
        if path.exists():
            open_library(path, os.RTLD_GLOBAL if name == TORCH_LIBRARIES[0] else 0)


def _count(more: int) -> None:
    """One thread more or less within `gently`: the first stops the collector, the last lets it go on."""
    global _n_inside
    with _lock:
        _n_inside += more
        if more > 0 and _n_inside == 1:
            gc.disable()
        elif _n_inside == 0:
            gc.freeze()
            gc.enable()
