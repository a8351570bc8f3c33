"""The sample pictures of the window: held-out shapes, so the bundled model meets them for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from training.cameras import Camera
from training.categories import make
from training.lights import Lights
from training.render import Renderer
from training.shards import FIRST_HELD_SEED

SIZE = 384
LIGHT = Lights(shadow=0.4, contact=0.4)


@dataclass(frozen=True)
class Example:
    """One sample picture.

    Attributes:
        name: The file's stem.
        category: Of the shape.
        number: Of the shape among the held-out ones.
        camera: Where it is seen from.
    """

    name: str
    category: str
    number: int
    camera: Camera


def write_examples(examples: tuple[Example, ...], folder: Path) -> None:
    """Draw each example as a PNG with a transparent background; raises `TrainingError` without OpenGL."""
    folder.mkdir(parents=True, exist_ok=True)
    with Renderer(SIZE) as renderer:
        for example in examples:
            shape = make(example.category, FIRST_HELD_SEED + example.number)
            picture = renderer.render(shape, [example.camera], [LIGHT])[0]
            Image.fromarray(picture).save(folder / f"{example.name}.png", optimize=True)


def _seen_from(name: str, category: str, number: int, azimuth_deg: float, elevation_deg: float) -> Example:
    return Example(name, category, number, Camera(azimuth_deg, elevation_deg, fov_deg=32))


EXAMPLES = (
    _seen_from("airliner", "airplane", 6, 38, 18),
    _seen_from("propeller-plane", "airplane", 28, 42, 16),
    _seen_from("hatchback", "car", 11, 40, 14),
    _seen_from("sports-car", "car", 14, 36, 16),
    _seen_from("dining-chair", "chair", 12, 35, 18),
    _seen_from("office-chair", "chair", 16, 40, 14),
    _seen_from("desk", "table", 3, 30, 20),
    _seen_from("pedestal-table", "table", 8, 35, 18),
    _seen_from("sofa", "sofa", 13, 32, 16),
    _seen_from("garden-bench", "bench", 13, 36, 18),
    _seen_from("table-lamp", "lamp", 12, 30, 10),
    _seen_from("mug", "mug", 10, -48, 24),
    _seen_from("fishing-boat", "boat", 13, 42, 18),
    _seen_from("television", "display", 15, 34, 14),
    _seen_from("chest-of-drawers", "cabinet", 10, 32, 18),
    _seen_from("loudspeaker", "loudspeaker", 8, 34, 14),
    _seen_from("telephone", "telephone", 11, 30, 26),
)
