"""VTK brought into memory before the first viewport opens, in whatever thread has the time."""

from __future__ import annotations

from importlib import import_module

MODULES = (
    "imrecon_gui.view3d.canvas",
    "vtkmodules.vtkInteractionWidgets",
    "vtkmodules.vtkViewsContext2D",
)
"""The canvas imports most; the others, pyvista asks for when it makes the first plotter."""


def load_vtk() -> None:
    """Import what drawing needs. It takes seconds; nothing is drawn, and no widget made."""
    for name in MODULES:
        import_module(name)
