"""A process that lives for one command collects garbage now and then, and none when it ends."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import atexit, gc, sys
atexit.register(lambda: print("kept at the end:", gc.get_freeze_count() >= len(made)))
from imrecon_gui.cli import main
sys.argv = ["imrecon", "--version"]
try:
    main()
except SystemExit:
    pass
def looked() -> int:
    return gc.get_stats()[0]["collections"]
before = looked()
made = [[] for _ in range(20_000)]
print("left alone:", looked() == before)
for _ in range(200_000):
    ring = []
    ring.append(ring)
print("collected:", looked() > before and len(gc.get_objects()) < 200_000)
"""


def test_the_command_line_collects_seldom_and_not_at_the_end():
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)

    told = ran.stdout.splitlines()[1:]  # after the version
    assert told == ["left alone: True", "collected: True", "kept at the end: True"]
