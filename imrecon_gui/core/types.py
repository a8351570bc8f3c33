"""The values that cross floors, and THE conventions that every module keeps.

Object space
    Right-handed, +Y up, the object's front faces +Z (glTF's convention). The bounding box is
    centred at the origin and its longest side is 1. The field is defined on the cube
    [-FIELD_BOUND, FIELD_BOUND]^3, a little larger than the object, so that every mesh closes in it.

Camera
    Azimuth 0 looks at the object's front from +Z, 90 from +X; elevation is positive from above;
    both in degrees. Field of view is vertical, in degrees.

Grid
    Resolution N means N cells along each axis of the field's cube. Samples sit at the (N + 1)^3
    cell corners: node (i, j, k) lies at -FIELD_BOUND + (i, j, k) * 2 * FIELD_BOUND / N, and array
    axes are (x, y, z).

Logits
    Positive inside, negative outside, zero on the surface; sigmoid(logit) is the occupancy.

Mesh
    Vertices (n, 3) float32 in object space, faces (m, 3) int32, counter-clockwise seen from outside.

Files
    GLB, OBJ and PLY keep +Y up and object units. STL and 3MF are millimetres, +Z up, resting on the
    floor (z = 0), 100 mm longest side by default. Whoever asks for it gets the other axis up, but in GLB.

Network input
    (128, 128, 4) uint8 RGBA with straight alpha: the object centred, the longest side of its
    bounding box INPUT_FILL of the picture's side, unless a person asked for another share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.shape_edit import PLAIN
from imrecon_gui.core.shape_edit import ShapeEdit as ShapeEdit
from imrecon_gui.core.shape_edit import Symmetry as Symmetry
from imrecon_gui.core.viewpoint import Viewpoint as Viewpoint

FIELD_BOUND = 0.55
INPUT_SIZE = 128
INPUT_FILL = 0.875
AUTO = "auto"

UInt8Array = NDArray[np.uint8]
Float32Array = NDArray[np.float32]
Int32Array = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Mesh:
    """A triangle mesh in object space.

    Attributes:
        vertices: (n, 3) float32.
        faces: (m, 3) int32, counter-clockwise seen from outside.
        normals: (n, 3) float32 unit vectors at the vertices, pointing out, or None.
        colours: (n, 3) uint8 sRGB at the vertices, or None.
    """

    vertices: Float32Array
    faces: Int32Array
    normals: Float32Array | None = None
    colours: UInt8Array | None = None


@dataclass(frozen=True, eq=False)
class Paint:
    """Colours of a mesh's vertices, and which of them its picture shows.

    Attributes:
        colours: (n, 3) uint8 sRGB.
        seen: (n,) float32 from 0, imagined by the network, to 1, seen by the camera.
    """

    colours: UInt8Array
    seen: Float32Array


@dataclass(frozen=True, eq=False)
class PreparedImage:
    """A picture as the network will see it.

    Attributes:
        cutout: (h, w, 4) uint8 RGBA, straight alpha: the upright picture with its background
            transparent, at most 1024 on its longest side.
        network_rgba: (128, 128, 4) uint8 RGBA, straight alpha, see the module's "Network input".
        had_alpha: Whether the mask came with the picture (else it was cut out by the program).
        name: The file's stem, or a name for pictures that came from nowhere.
        seconds: Wall-clock seconds spent in reading and cutting out.
        photo: (h, w, 3) uint8 RGB: the picture with its background, of the cut-out's size; None if
            nobody kept it.
        fill: Share of the network input's side that the object's longest side takes.
        mending: What a person changed of the cut-out, None if nothing.
    """

    cutout: UInt8Array
    network_rgba: UInt8Array
    had_alpha: bool
    name: str = "picture"
    seconds: float = 0.0
    photo: UInt8Array | None = None
    fill: float = INPUT_FILL
    mending: Mending | None = None


@dataclass(frozen=True, eq=False)
class Mending:
    """What a person changed of a picture's cut-out, enough to go on with it later.

    Attributes:
        source: The picture as it was before any mending.
        alpha: (h, w) uint8, the mended mask, in the source's frame.
        angle_deg: By how much the mended picture is turned, clockwise.
    """

    source: PreparedImage
    alpha: UInt8Array
    angle_deg: float = 0.0


@dataclass(frozen=True, eq=False)
class ReconRequest:
    """One order for one mesh.

    Attributes:
        image: A picture file, or a picture already prepared.
        category: A category of the model, or AUTO to let the network decide.
        resolution: Cells along each axis of the grid, 8 to 1024.
        threshold: Occupancy at which the surface lies, in (0, 1).
        edit: What a person changes of the shape.
        fairing: Whether the surface's ripples are evened out.
    """

    image: Path | PreparedImage
    category: str = AUTO
    resolution: int = 128
    threshold: float = 0.5
    edit: ShapeEdit = PLAIN
    fairing: bool = True


@dataclass(frozen=True)
class Seconds:
    """Wall-clock seconds of each stage of a reconstruction."""

    load: float = 0.0
    cutout: float = 0.0
    encode: float = 0.0
    field: float = 0.0
    surface: float = 0.0
    export: float = 0.0

    @property
    def total(self) -> float:
        """Sum of all stages."""
        return self.load + self.cutout + self.encode + self.field + self.surface + self.export


@dataclass(frozen=True, eq=False)
class ReconResult:
    """A finished reconstruction.

    Attributes:
        mesh: The closed mesh, in object space.
        category: The category used.
        probabilities: (category, probability) pairs, most likely first; empty if the model does
            not classify.
        resolution: Cells along each axis.
        device: Where the network ran, in words a person knows ("CPU", "CUDA (NVIDIA ...)").
        seconds: Time of each stage.
        points_evaluated: How many points the decoder was asked.
        watertight: Whether every edge borders exactly two faces.
        volume: Enclosed volume in cubic object units.
        notes: Sentences the person should read (a fallback to the CPU, say).
        viewpoint: Where the network thinks the picture was taken from, or None if it does not say.
        edit: What the person changed of the shape.
        n_directions: Along how many directions the model can move it.
        cut: The logit of the surface less that of the threshold.
    """

    mesh: Mesh
    category: str
    probabilities: tuple[tuple[str, float], ...]
    resolution: int
    device: str
    seconds: Seconds
    points_evaluated: int
    watertight: bool
    volume: float
    notes: tuple[str, ...] = field(default=())
    viewpoint: Viewpoint | None = None
    edit: ShapeEdit = PLAIN
    n_directions: int = 0
    cut: float = 0.0
