"""Make clean pictures look like photographs cut out by a program: tone, sensor, compression, mask, floor.

Pictures are never mirrored: that would turn them against their shapes' frame.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.framing import OPAQUE
from training.floor import Warp, drawn_floor, laid_under
from training.mask_noise import damage_mask
from training.noise_bank import grain, patches

UInt8Array = NDArray[np.uint8]
_LUMINANCE = np.array([0.299, 0.587, 0.114])  # ITU-R BT.601
_LEVELS = np.linspace(0.0, 1.0, 256)[:, None]


FLOORS = 0.4
"""Share of pictures with floor under the object, at full strength."""


def augment(pictures: UInt8Array, rng: np.random.Generator, strength: float = 1.0) -> UInt8Array:
    """Pictures with random photographic and cut-out faults.

    Args:
        pictures: (n, h, w, 4) uint8 RGBA, straight alpha.
        rng: The only source of chance.
        strength: 0 changes nothing; 1 is as bad as usable photographs get.

    Returns:
        (n, h, w, 4) uint8 RGBA, straight alpha; the input is left as it is.
    """
    if not 0.0 <= strength <= 1.0:
        raise ValueError(f"strength {strength} is not in [0, 1]")
    if strength == 0.0 or not len(pictures):
        return pictures.copy()
    return np.stack([augmented(picture, rng, strength)[0] for picture in pictures])


def augmented(picture: UInt8Array, rng: np.random.Generator, strength: float) -> tuple[UInt8Array, Warp]:
    """One (h, w, 4) picture and how it was moved; each fault is drawn by itself. See `augment`."""
    warp, floor = _drawn_warp(rng, strength), None
    if rng.random() < FLOORS * strength and picture[..., 3].max() > OPAQUE:
        floor, framing = drawn_floor(picture[..., 3], rng)
        warp = framing.then(warp)
    picture = _warped(_premultiplied(picture), warp)
    if floor is not None:
        picture = laid_under(picture, floor.moved(warp), rng)
    if rng.random() < 0.3 * strength:
        picture = _blurred(picture, rng, strength)
    picture = _straight(picture)
    rgb, alpha = cv2.cvtColor(picture, cv2.COLOR_RGBA2RGB), cv2.extractChannel(picture, 3)
    rgb = developed(rgb, alpha, rng, strength)
    if rng.random() < 0.6 * strength:
        rgb, alpha = damage_mask(rgb, alpha, rng, strength)
    return np.asarray(cv2.merge([*cv2.split(rgb), alpha])), warp


def on_floor(picture: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """An (h, w, 4) picture as a cut-out with floor at its object's foot, framed anew; else without fault."""
    floor, framing = drawn_floor(picture[..., 3], rng)
    moved = _warped(_premultiplied(picture), framing)
    return _straight(laid_under(moved, floor.moved(framing), rng))


def developed(rgb: UInt8Array, alpha: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """An (h, w, 3) picture as a camera leaves it: light, tone, colours, grain and compression."""
    if rng.random() < 0.3 * strength:
        rgb = _shaded(rgb, rng, strength)
    rgb = _saturated(_toned(rgb, rng, strength), rng, strength)
    if rng.random() < 0.4 * strength:
        rgb = _grainy(rgb, rng, strength)
    if rng.random() < 0.15 * strength:
        rgb = _compressed(rgb, alpha, rng)
    return rgb


def _drawn_warp(rng: np.random.Generator, strength: float) -> Warp:
    """A box found by a program is never exact: a few pixels of shift and scale."""
    scale = 1.0 + strength * rng.uniform(-0.05, 0.04)
    right, down = 2 * strength * rng.uniform(-0.025, 0.025, 2)
    return Warp(float(scale), float(right), float(-down))


def _warped(premultiplied: UInt8Array, warp: Warp) -> UInt8Array:
    h, w = premultiplied.shape[:2]
    centre = np.array([w - 1, h - 1]) / 2
    shift = np.array([warp.right * w, -warp.up * h]) / 2
    matrix = np.column_stack([np.eye(2) * warp.scale, centre * (1 - warp.scale) + shift])
    return np.asarray(cv2.warpAffine(premultiplied, matrix, (w, h), flags=cv2.INTER_LINEAR))


def _blurred(premultiplied: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """Out of focus, or enlarged from fewer pixels."""
    h, w = premultiplied.shape[:2]
    if rng.random() < 0.5:
        sigma = 0.3 + strength * rng.uniform(0.0, 1.0)
        return np.asarray(cv2.GaussianBlur(premultiplied, (0, 0), sigma))
    factor = 1.0 - strength * rng.uniform(0.1, 0.55)
    small = cv2.resize(premultiplied, (int(w * factor), int(h * factor)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (w, h), interpolation=cv2.INTER_LINEAR))


def _shaded(rgb: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """Soft patches of shadow and reflected light."""
    gain = 1.0 + strength * rng.uniform(0.05, 0.2) * patches(rng, rgb.shape[:2])
    return np.asarray(cv2.multiply(rgb, cv2.merge([gain] * 3), dtype=cv2.CV_8U))


def _toned(rgb: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """Contrast, brightness, gamma and colour cast: one lookup table for each channel."""
    gamma = np.exp(strength * rng.uniform(-0.35, 0.35))
    contrast = np.exp(strength * rng.uniform(-0.35, 0.25))
    brightness = strength * rng.uniform(-0.12, 0.12)
    cast = np.exp(strength * rng.normal(0.0, 0.06, 3))
    table = ((_LEVELS**gamma - 0.5) * contrast + 0.5 + brightness) * cast
    return np.asarray(cv2.LUT(rgb, _bytes(table)[:, None, :]))


def _saturated(rgb: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """Less or more colour, sometimes none."""
    to_grey = rng.random() < 0.12 * strength
    keep = 0.0 if to_grey else 1.0 + strength * rng.uniform(-0.5, 0.3)
    matrix = keep * np.eye(3) + (1.0 - keep) * _LUMINANCE
    return np.asarray(cv2.transform(rgb, matrix))


def _grainy(rgb: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    sigma = strength * rng.uniform(1.0, 12.0)
    noise = grain(rng, rgb.shape[:2])
    return np.asarray(cv2.addWeighted(rgb, 1.0, noise, sigma, 0.0, dtype=cv2.CV_8U))


def _compressed(rgb: UInt8Array, alpha: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Through JPEG, on a backdrop of one grey so that blocks ring at the outline as they do."""
    visible = cv2.copyTo(rgb, alpha, np.full_like(rgb, rng.integers(0, 256)))
    quality = int(rng.integers(25, 90))
    _, data = cv2.imencode(".jpg", visible, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _premultiplied(picture: UInt8Array) -> UInt8Array:
    alpha = cv2.extractChannel(picture, 3)
    gain = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)])
    return np.asarray(cv2.multiply(picture, gain, scale=1 / 255))


def _straight(premultiplied: UInt8Array) -> UInt8Array:
    """The inverse, in place; only half-transparent pixels differ, and they are few."""
    pixels = premultiplied.reshape(-1, 4)
    edge = np.flatnonzero(pixels[:, 3] - np.uint8(1) < 254)  # 0 wraps to 255
    values = pixels[edge].astype(np.float32)
    values[:, :3] *= 255 / values[:, 3:]
    pixels[edge] = np.minimum(values + 0.5, 255).astype(np.uint8)
    return premultiplied


def _bytes(levels: NDArray[np.floating]) -> UInt8Array:
    return np.asarray(np.rint(np.clip(levels, 0.0, 1.0) * 255), np.uint8)
