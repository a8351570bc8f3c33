"""Masts, booms and sails; sails are a few thousandths of the length thick."""

from __future__ import annotations

import numpy as np

from training.categories.boat.palette import Palette
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points
from training.categories.vehicle.sections import stacked
from training.shape import Part
from training.solids import Solid, rod

CLOTH = 0.006


def mast(z: float, low: float, high: float, radius: float, rake: float = 0.0) -> Solid:
    """A pole that tapers, its head `rake` further aft."""
    return rod((0, low, z), (0, high, z - rake), radius, 0.55 * radius)


def sail(
    low: float,
    high: float,
    luff: tuple[float, float],
    leech: tuple[float, float],
    belly: float,
    roach: float = 0.0,
) -> Solid:
    """A fore-and-aft sail between two heights.

    Args:
        low: Height of the foot.
        high: Height of the head.
        luff: z of the fore edge at foot and head.
        leech: z of the after edge at foot and head.
        belly: Depth of the curve to one side over the chord.
        roach: How far the leech curves outward over the foot's length.
    """
    share = np.linspace(0, 1, 7)
    rings = []
    for t in share:
        a = luff[0] + (luff[1] - luff[0]) * t
        b = leech[0] + (leech[1] - leech[0]) * t - roach * abs(luff[0] - leech[0]) * 4 * t * (1 - t)
        u = np.linspace(0, 1, 6)
        z, x = a + (b - a) * u, belly * abs(b - a) * 4 * u * (1 - u)
        rings.append(_band(z, x))
    return stacked(low + (high - low) * share, np.stack(rings), "y")


def _band(z: Points, x: Points) -> Points:
    """A closed strip of (z, x) as thick as cloth."""
    return np.concatenate([np.stack([z, x + CLOTH / 2], 1), np.stack([z, x - CLOTH / 2], 1)[::-1]])


def sloop_rig(
    rng: np.random.Generator,
    z: float,
    foot: float,
    deck: float,
    high: float,
    stay: float,
    end: float,
    colours: Palette,
) -> list[Part]:
    """Mast, boom, a main sail and perhaps a jib.

    Args:
        rng: The source of chance.
        z: Where the mast stands.
        foot: Height at which the mast begins.
        deck: Height of the deck.
        high: Height of the masthead.
        stay: z of the forestay's foot; the jib's luff.
        end: z of the boom's end.
        colours: The boat's colours.
    """
    radius = between(rng, 0.005, 0.012)
    rake = between(rng, 0, 0.05)
    boom = deck + between(rng, 0.05, 0.12)
    parts = [Part(mast(z, foot, high, radius, rake), colours.metal)]
    bare = chance(rng, 0.16)
    if chance(rng, 0.85):
        parts.append(Part(rod((0, boom, z), (0, boom, end), 0.8 * radius), colours.metal))
    if bare:
        return parts
    belly = between(rng, -0.1, 0.1)
    head = boom + (high - boom) * between(rng, 0.85, 0.99)
    at_head = z - rake * (head - foot) / (high - foot)
    gaff = between(rng, 0.3, 0.75) if chance(rng, 0.14) else between(rng, 0.01, 0.16)
    leech = (end + 0.01, at_head - gaff * (z - end))
    parts.append(Part(sail(boom, head, (z, at_head), leech, belly, between(rng, 0, 0.12)), colours.sail))
    if chance(rng, 0.75) and stay > z + 0.08:
        top = deck + (high - deck) * between(rng, 0.6, 0.98)
        overlap = between(rng, -0.15, 0.85) * (stay - z)
        # The jib's head meets the mast, its tack the foredeck.
        at_top = z - rake * (top - foot) / (high - foot)
        low = deck - 0.004 if chance(rng, 0.5) else deck + 0.02
        jib = sail(
            low, top, (stay, at_top + 0.008), (z + 0.15 * (stay - z) - 0.3 * overlap, at_top - 0.004), belly
        )
        parts += [
            Part(jib, colours.sail),
            Part(rod((0, deck - 0.01, stay), (0, top, at_top), 0.003), colours.metal),
        ]
    return parts


def square_sail(
    rng: np.random.Generator, head: tuple[float, float], width: float, height: float, colours: Palette
) -> list[Part]:
    """A square sail bellying forward from its yard at (z, y) `head`."""
    z, y = head
    belly, narrow = between(rng, 0.05, 0.25), between(rng, 0.75, 1.1)
    share = np.linspace(0, 1, 5)
    rings = []
    for t in share:
        half = width / 2 * (narrow + (1 - narrow) * t)
        x = np.linspace(-half, half, 7)
        bulge = belly * width * (1 - (x / half) ** 2) * (4 * t * (1 - t) * 0.6 + 0.3 * (1 - t))
        rings.append(_band(z + 0.008 + bulge, x))
    cloth = stacked(y - height + height * share, np.stack(rings), "y")
    yard = rod((-0.54 * width, y, z + 0.006), (0.54 * width, y, z + 0.006), 0.008)
    return [Part(cloth, colours.sail), Part(yard, colours.wood)]
