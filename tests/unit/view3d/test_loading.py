"""What is loaded off the GUI thread."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from imrecon_gui.view3d.loading import load_vtk
load_vtk()
print("pyvista" in sys.modules, [name for name in sys.modules if name.split(".")[0] in ("PySide6", "qtpy")])
"""


def test_loading_vtk_in_a_worker_touches_no_qt():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"
