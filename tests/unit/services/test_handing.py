"""Files that are handed out stay for a week, each in a folder of its own."""

from __future__ import annotations

import os
import time
from dataclasses import replace

from imrecon_gui.services.handing import KEPT_S, Handout, tidy
from tests.gui.fakes import octahedron


def test_old_folders_go_and_new_ones_stay(tmp_path):
    now = time.time()
    for name, age_s in (("old", KEPT_S + 60), ("new", KEPT_S - 60)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mug.glb").write_bytes(b"mesh")
        os.utime(tmp_path / name, (now - age_s, now - age_s))
    tidy(tmp_path, now - KEPT_S)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_the_same_file_is_the_same_mesh_name_format_and_size():
    handout = Handout(octahedron(), "mug", ".stl", 100.0)
    assert handout.is_like(replace(handout)) and not handout.is_like(None)
    for change in ({"mesh": octahedron()}, {"stem": "cup"}, {"suffix": ".glb"}, {"longest_side_mm": 50.0}):
        assert not handout.is_like(replace(handout, **change))
