"""Which axis is up in the files of meshes, however they leave the window: one setting, kept here alone."""

from __future__ import annotations

from imrecon_gui.services.reconstruction import Up
from imrecon_gui.settings import Settings

SETTING = "export_up"
WORDS = {
    Up.USUAL: "As usual for the format",
    Up.Y: "Y up, as in viewers and games",
    Up.Z: "Z up, as in slicers and Blender",
}
TIP = "GLB files keep Y up, as their standard demands"


def chosen_up(settings: Settings) -> Up:
    """The axis chosen, or the usual one."""
    kept = settings.text(SETTING, Up.USUAL.value)
    return Up(kept) if kept in {up.value for up in Up} else Up.USUAL


def choose_up(settings: Settings, up: Up) -> None:
    """Remember an axis."""
    settings.put(SETTING, up.value)
