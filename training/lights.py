"""How a picture is lit: a key and a fill light before a sky and a ground that glow."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.materials import RGB

Direction = tuple[float, float, float]
_SHADOWED = 0.45
_UNPAINTED = 0.2


@dataclass(frozen=True)
class Lights:
    """The lighting of one picture.

    Directions point from the object to the light in the studio's frame, which turns with the
    camera's azimuth: +X is the picture's right, +Y up, +Z towards the camera. They need not be
    unit vectors. Colours are linear radiance; 1 lights a white wall facing it to white.

    Attributes:
        key_direction: Of the main light.
        key_colour: Of the main light.
        fill_direction: Of the second light.
        fill_colour: Of the second light.
        sky: Light from above, also what glossy surfaces mirror there.
        ground: Light from below.
        contact: 0 to 1, how much of the ambient light is lost under things and near the ground.
        shadow: 0 to 1, how much of the key light is lost where the object shades itself.
        exposure: Factor on everything.
        gamma: Extra exponent on the display value; above 1 deepens the shadows.
        clay: An sRGB colour that replaces all materials, as in pictures of unpainted models; or None.
    """

    key_direction: Direction = (-0.4, 0.8, 0.7)
    key_colour: RGB = (0.7, 0.7, 0.7)
    fill_direction: Direction = (0.9, 0.2, 0.5)
    fill_colour: RGB = (0.15, 0.15, 0.15)
    sky: RGB = (0.45, 0.45, 0.45)
    ground: RGB = (0.2, 0.2, 0.2)
    contact: float = 0.3
    shadow: float = 0.0
    exposure: float = 1.0
    gamma: float = 1.0
    clay: RGB | None = None


def random_lights(rng: np.random.Generator, n: int) -> list[Lights]:
    """From flat studio light to one hard lamp, warm to cold."""
    return [_random_light(rng) for _ in range(n)]


def studio_direction(direction: Direction, azimuth_deg: float) -> NDArray[np.float64]:
    """(3,) unit vector in object space of a direction in the studio's frame."""
    x, y, z = direction
    cosine, sine = np.cos(np.radians(azimuth_deg)), np.sin(np.radians(azimuth_deg))
    turned = np.array([cosine * x + sine * z, y, -sine * x + cosine * z])
    return np.asarray(turned / np.linalg.norm(turned))


def _random_light(rng: np.random.Generator) -> Lights:
    ambient, brightness = rng.uniform(0.15, 0.85), rng.uniform(0.65, 1.2)
    key = brightness * (1 - ambient) * rng.uniform(0.9, 1.6)
    sky = brightness * ambient
    return Lights(
        key_direction=_above(rng, -100.0, 100.0),
        key_colour=_tinted(rng, key),
        fill_direction=_above(rng, -180.0, 180.0),
        fill_colour=_tinted(rng, key * rng.uniform(0.0, 0.5)),
        sky=_tinted(rng, sky),
        ground=_tinted(rng, sky * rng.uniform(0.25, 0.9)),
        contact=float(rng.uniform(0.0, 0.9)),
        shadow=float(rng.uniform(0.3, 1.0)) if rng.random() < _SHADOWED else 0.0,
        exposure=float(rng.uniform(0.85, 1.15)),
        gamma=float(rng.uniform(0.85, 1.2)),
        clay=_clay(rng) if rng.random() < _UNPAINTED else None,
    )


def _above(rng: np.random.Generator, low_deg: float, high_deg: float) -> Direction:
    """A direction at an azimuth off the camera within the bounds, 10 degrees below to 80 above."""
    azimuth = np.radians(rng.uniform(low_deg, high_deg))
    elevation = np.radians(rng.uniform(-10.0, 80.0))
    level = np.cos(elevation)
    return float(np.sin(azimuth) * level), float(np.sin(elevation)), float(np.cos(azimuth) * level)


def _clay(rng: np.random.Generator) -> RGB:
    """Plaster, putty or a modelling program's grey."""
    return colorsys.hsv_to_rgb(
        float(rng.random()), float(rng.uniform(0, 0.08)), float(rng.uniform(0.4, 0.95))
    )


def _tinted(rng: np.random.Generator, level: float) -> RGB:
    """Warm or cold light of that level, seldom strongly coloured."""
    hue = rng.choice([0.09, 0.6]) + rng.uniform(-0.04, 0.04)
    saturation = min(abs(rng.normal(0.0, 0.08)), 0.3)
    return colorsys.hsv_to_rgb(float(hue), float(saturation), float(level))
