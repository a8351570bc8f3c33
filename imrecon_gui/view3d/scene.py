"""How the mesh is lit, coloured and looked at: the constants of the studio and its cameras."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyvista as pv

VIEW_DISTANCE = 3.0
VIEW_ANGLE_DEG = 28.0


class DrawStyle(Enum):
    """How the mesh is drawn."""

    SHADED = "shaded"
    EDGES = "edges"
    WIREFRAME = "wireframe"
    PHOTO = "photo"
    SEEN = "seen"


PAINTED_STYLES = (DrawStyle.PHOTO, DrawStyle.SEEN)
"""Those that need colours; until there are some, the mesh is drawn shaded."""


class StandardView(Enum):
    """Where the camera stands; the object's front faces +Z, and +Y is up."""

    FRONT = "front"
    RIGHT = "right"
    TOP = "top"
    ISO = "iso"


Vector = tuple[float, float, float]

VIEW_DIRECTIONS: dict[StandardView, tuple[Vector, Vector]] = {
    StandardView.FRONT: ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0)),
    StandardView.RIGHT: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
    StandardView.TOP: ((0.0, 1.0, 0.0), (0.0, 0.0, -1.0)),
    StandardView.ISO: ((0.577, 0.45, 0.683), (0.0, 1.0, 0.0)),
}


@dataclass(frozen=True)
class SceneColours:
    """The viewport's colours, as "#rrggbb".

    What was seen and what was imagined differ in brightness too: no eye confuses them.
    """

    background_top: str
    background_bottom: str
    mesh: str
    edges: str
    grid: str
    text: str
    seen: str
    imagined: str


LIGHT_SCENE = SceneColours(
    "#f8f9fb", "#dfe3ea", "#d3d8e2", "#5b6472", "#b6bdc9", "#4a5261", "#f0a92e", "#3f72b5"
)
DARK_SCENE = SceneColours(
    "#2b2f38", "#15171c", "#b9c0cd", "#262b34", "#454c59", "#c7cdd8", "#f2b544", "#4a7dbd"
)

CLAY_FINISH = {"ambient": 0.22, "diffuse": 0.85, "specular": 0.22, "specular_power": 24}
PHOTO_FINISH = {"ambient": 0.62, "diffuse": 0.42, "specular": 0.0}
"""A photo brings its own light and shade along."""

KEY_LIGHT: tuple[Vector, str, float] = ((-1.3, 0.9, 2.0), "#fff8ef", 0.82)
FILL_LIGHT: tuple[Vector, str, float] = ((2.4, 0.5, 1.6), "#e6edff", 0.5)
RIM_LIGHT: tuple[Vector, str, float] = ((0.6, 1.8, -2.4), "#ffffff", 0.5)


def studio_lights() -> tuple[pv.Light, ...]:
    """A warm key, a cool fill and a rim behind the object; they move with the camera."""
    import pyvista as pv

    return tuple(
        pv.Light(
            position=where, focal_point=(0, 0, 0), color=colour, intensity=strength, light_type="camera light"
        )
        for where, colour, strength in (KEY_LIGHT, FILL_LIGHT, RIM_LIGHT)
    )
