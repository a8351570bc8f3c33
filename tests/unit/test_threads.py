"""How torch's threads wait for each other."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("set_before", "expected"),
    [
        ({}, ["PASSIVE", "10000"]),
        ({"OMP_WAIT_POLICY": "ACTIVE"}, ["ACTIVE", "None"]),
        ({"GOMP_SPINCOUNT": "7"}, ["PASSIVE", "7"]),
    ],
)
def test_they_sleep_after_a_moment_unless_the_person_says_otherwise(set_before, expected):
    names = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")
    others = {name: value for name, value in os.environ.items() if name not in names}
    script = f"import imrecon_gui, os, sys; print(*map(os.environ.get, {names}), 'torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], env=others | set_before, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*expected, "False"]
