"""Large packages are imported without holding up Python's other threads."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from imrecon_gui import importing
from imrecon_gui.importing import gently, import_gently, open_library

unix = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="Windows opens them by itself")

# Counts in one thread while another one imports; then multiplies.
PROGRAM = """
import sys, threading, time
from imrecon_gui.importing import import_gently
ticks, done = [], threading.Event()
def count():
    while not done.is_set():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
counter = threading.Thread(target=count)
counter.start()
import_gently("torch", "vtkmodules.vtkRenderingOpenGL2")
done.set()
counter.join()
import torch, vtkmodules.vtkRenderingOpenGL2
assert float(torch.ones(3, 3).matmul(torch.ones(3, 3)).sum()) == 27
assert vtkmodules.vtkRenderingOpenGL2.vtkOpenGLRenderer().GetClassName()
print(len(ticks), ticks[-1] - ticks[0])
"""


@unix
def test_another_thread_runs_while_torch_and_vtk_are_imported():
    command = [sys.executable, "-c", PROGRAM]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    ticks, seconds = int(words[0]), float(words[1])
    assert ticks > 20 * seconds


@unix
def test_libraries_are_opened_and_what_is_none_is_not(tmp_path):
    spec = importing.find_spec("_ctypes")
    assert spec is not None and spec.origin is not None
    assert open_library(Path(spec.origin))
    (tmp_path / "none.so").write_bytes(b"not a library")
    assert not open_library(tmp_path / "none.so") and not open_library(tmp_path / "missing.so")


def test_garbage_waits_until_the_last_import_is_done():
    assert gc.isenabled()
    inside, go = threading.Event(), threading.Event()

    def other() -> None:
        with gently():
            inside.set()
            go.wait(5)

    thread = threading.Thread(target=other)
    with gently():
        assert not gc.isenabled()
        thread.start()
        assert inside.wait(5)
    assert not gc.isenabled()
    go.set()
    thread.join()
    assert gc.isenabled() and gc.get_freeze_count() > 0


def test_threads_that_import_much_take_turns(tmp_path, monkeypatch):
    for name in ("first_of_two", "second_of_two"):
        text = "import time\nbegin = time.perf_counter()\ntime.sleep(0.1)\nend = time.perf_counter()\n"
        (tmp_path / f"{name}.py").write_text(text)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    names = ("first_of_two", "second_of_two")
    threads = [threading.Thread(target=import_gently, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    one, other = sorted((sys.modules[name] for name in names), key=lambda module: module.begin)
    assert one.end <= other.begin


def test_an_import_that_fails_leaves_the_collector_on():
    with pytest.raises(ModuleNotFoundError):
        import_gently("imrecon_gui.there_is_no_such_module")
    assert gc.isenabled()


def test_what_is_there_is_not_imported_again(monkeypatch):
    monkeypatch.setattr(importing, "import_module", lambda name: pytest.fail(name))
    import_gently("gc", "sys")
