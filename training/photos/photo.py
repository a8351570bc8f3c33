"""Made photos whose object is known: a thing before its surroundings, with what else stands there.

The network that learns from them is shown SIDE pixels squared whatever a photo's proportions are, so things
are drawn out one way or the other here.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.augment import developed
from training.photos.surroundings import surroundings
from training.photos.textures import SIDE, Float32Array, UInt8Array, as_bytes, clouds
from training.photos.things import Pictures, rendered, repainted, thing

STRENGTH = 0.9
"""Of the camera's faults, see `training.augment`."""

LEAST_SHARE = 0.03
"""Of the picture that a thing covers: less is no photo of it."""


@dataclass(frozen=True, eq=False)
class Photo:
    """One of them.

    Attributes:
        rgb: (SIDE, SIDE, 3) uint8.
        mask: (SIDE, SIDE) uint8, how much of each pixel is the object.
    """

    rgb: UInt8Array
    mask: UInt8Array

    @property
    def is_object(self) -> NDArray[np.bool_]:
        """(SIDE, SIDE), where at least half of a pixel is."""
        return self.mask > 127


@dataclass(frozen=True)
class _Place:
    """Where something stands: its size and its middle, in pixels."""

    height: float
    width: float
    x: float
    y: float


def photo(rng: np.random.Generator, pictures: Pictures) -> Photo:
    """A photo of one thing, decided by `rng` alone."""
    front, place = _subject(rng, pictures)
    back = _crowded(surroundings(rng), place, pictures, rng)
    if rng.random() < 0.4:
        back = cv2.GaussianBlur(back, (0, 0), rng.uniform(0.5, 5))
    if rng.random() < 0.6:
        back = back * (1 - rng.uniform(0.15, 0.75) * _shadow(front[..., 3], place, rng)[..., None])
    if rng.random() < 0.2:
        front = _mirroring(front, back, rng)
    if rng.random() < 0.3:
        front = cv2.GaussianBlur(front, (0, 0), rng.uniform(0.3, 1.0))
    alpha = front[..., 3:]
    return Photo(_taken(back * (1 - alpha) + front[..., :3], rng), as_bytes(255 * alpha[..., 0]))


def _subject(rng: np.random.Generator, pictures: Pictures) -> tuple[Float32Array, _Place]:
    """What the photo is of, in its place; something that can be seen."""
    while True:
        found = thing(rng, pictures)
        place = _central(found, rng)
        front = _placed(found, place)
        if front[..., 3].mean() >= LEAST_SHARE:
            return front, place


def _central(subject: UInt8Array, rng: np.random.Generator) -> _Place:
    """As people take pictures: the thing fills much of it, near the middle, and is seldom cut off."""
    fill = rng.uniform(0.4, 1.04) if rng.random() < 0.93 else rng.uniform(0.2, 0.4)
    drawn_out = np.exp(rng.normal(0, 0.25))
    sides = np.array([subject.shape[0] * drawn_out, subject.shape[1] / drawn_out])
    sides *= fill * SIDE / sides.max()
    room = (SIDE - sides) / 2
    aside = rng.normal(0, 0.35, 2) * np.maximum(room, 0.03 * SIDE)
    if rng.random() < 0.85:
        aside = np.clip(aside, -np.maximum(room, 0), np.maximum(room, 0))
    return _Place(sides[0], sides[1], SIDE / 2 + aside[1], SIDE / 2 + aside[0])


def _placed(picture: UInt8Array, place: _Place) -> Float32Array:
    """(SIDE, SIDE, 4) float32: colours in [0, 255] times alpha, alpha in [0, 1]."""
    height, width = max(3, int(place.height)), max(3, int(place.width))
    alpha = picture[..., 3:] / np.float32(255)
    values = np.concatenate([picture[..., :3] * alpha, alpha], -1)
    how = cv2.INTER_LINEAR if height > picture.shape[0] else cv2.INTER_AREA
    values = cv2.resize(values, (width, height), interpolation=how)
    move = np.array([[1, 0, round(place.x - width / 2)], [0, 1, round(place.y - height / 2)]], np.float32)
    return np.asarray(cv2.warpAffine(values, move, (SIDE, SIDE), flags=cv2.INTER_NEAREST), np.float32)


def _crowded(back: Float32Array, place: _Place, pictures: Pictures, rng: np.random.Generator) -> Float32Array:
    """With other things behind the one, smaller, or cut off by the picture's edge."""
    largest = max(place.height, place.width)
    for _ in range(int(rng.choice([0, 0, 1, 2, 4, 7]))):
        other = repainted(rendered(rng, pictures), rng)
        longest = rng.uniform(0.1, 0.5) * min(SIDE, 1.2 * largest)
        x, y = rng.uniform(0, SIDE, 2)
        if rng.random() < 0.5:
            longest *= 1.6
            x, y = ((0, y), (SIDE, y), (x, 0), (x, SIDE))[int(rng.integers(4))]
        sides = np.array(other.shape[:2]) * longest / max(other.shape[:2])
        layer = _placed(other, _Place(sides[0], sides[1], x, y))
        back = back * (1 - layer[..., 3:]) + layer[..., :3]
    return back


def _shadow(alpha: Float32Array, place: _Place, rng: np.random.Generator) -> Float32Array:
    """(SIDE, SIDE) in [0, 1]: the outline laid flat about its foot, leaning, blurred."""
    flat, lean, foot = rng.uniform(0.15, 0.6), rng.normal(0, 0.4), place.y + place.height / 2
    down = foot * (1 - flat) + rng.normal(0, 1.5)
    laid = cv2.warpAffine(alpha, np.array([[1, lean, -lean * foot], [0, flat, down]]), (SIDE, SIDE))
    return np.asarray(cv2.GaussianBlur(laid, (0, 0), rng.uniform(0.7, 7)), np.float32)


def _mirroring(front: Float32Array, back: Float32Array, rng: np.random.Generator) -> Float32Array:
    """A polished thing shows what is around it."""
    share, alpha = rng.uniform(0.1, 0.5), front[..., 3:]
    seen = cv2.GaussianBlur(back[::-1], (0, 0), rng.uniform(1, 6))
    return np.concatenate([front[..., :3] * (1 - share) + seen * share * alpha, alpha], -1)


def _taken(image: Float32Array, rng: np.random.Generator) -> UInt8Array:
    """Under patchy light, by a camera with its faults, as a JPEG file now and then."""
    if rng.random() < 0.3:
        light = clouds(rng, coarsest=1, roughness=0.4)
        image = image * (1 + rng.uniform(0.05, 0.35) * light)[..., None]
    opaque = np.full((SIDE, SIDE), 255, np.uint8)
    return developed(as_bytes(image), opaque, rng, STRENGTH)
