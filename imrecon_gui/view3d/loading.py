"""VTK brought into memory before the first viewport opens, in whatever thread has the time."""

from __future__ import annotations

from imrecon_gui.importing import import_gently

MODULES = ("pyvista.plotting", "vtkmodules.vtkInteractionWidgets", "vtkmodules.vtkViewsContext2D")
"""Pyvista by itself leaves its plotting for later; the last two it asks for when it makes the first plotter.

None imports Qt: its classes are not to be touched in one thread while the GUI thread uses them, so the
canvas, which needs both, is left for that thread to import.
"""


def load_vtk() -> None:
    """Import what drawing needs. It takes seconds; nothing is drawn, and no widget made."""
    import_gently(*MODULES)
