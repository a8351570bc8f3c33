"""torch's libraries are opened without holding up Python's other threads."""

from __future__ import annotations

import subprocess
import sys

import pytest

from imrecon_gui.services import torch_libraries
from imrecon_gui.services.torch_libraries import NAMES, open_torch_libraries

unix = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="torch does it itself on Windows")

# Opens in one thread while another one counts; then imports torch and multiplies.
PROGRAM = """
import sys, threading, time
from imrecon_gui.services.torch_libraries import open_torch_libraries
opened, ticks, done = [], [], threading.Event()
def count():
    while not done.is_set():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
counter = threading.Thread(target=count)
counter.start()
began = time.perf_counter()
opened = open_torch_libraries()
took = time.perf_counter() - began
done.set()
counter.join()
assert "torch" not in sys.modules
import torch
assert float(torch.ones(3, 3).matmul(torch.ones(3, 3)).sum()) == 27
print(" ".join(path.stem for path in opened), took, len(ticks))
"""


@unix
def test_another_thread_runs_while_the_libraries_are_opened_and_torch_works():
    words = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(words[:-2]) <= set(NAMES) and "libtorch_cpu" in words
    took, ticks = float(words[-2]), int(words[-1])
    assert ticks > 20 or took < 0.05  # held up for each library, it would have counted to five or so


def test_torch_in_memory_is_left_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", object())
    assert open_torch_libraries() == []


def test_without_torch_or_its_libraries_nothing_is_opened(monkeypatch, tmp_path):
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr(torch_libraries, "find_spec", lambda name: None)
    assert open_torch_libraries() == []
    spec = type("Spec", (), {"origin": str(tmp_path / "torch" / "__init__.py")})
    monkeypatch.setattr(torch_libraries, "find_spec", lambda name: spec)
    assert open_torch_libraries() == []
