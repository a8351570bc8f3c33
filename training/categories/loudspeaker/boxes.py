"""Box loudspeakers: an enclosure, a baffle with drivers in its holes, perhaps cloth over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.categories.cabinet.pierced import disc, pierced
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import Points, rounded
from training.categories.loudspeaker.drivers import Style, cone, flare, port, slot, tweeter
from training.categories.loudspeaker.palette import Piece
from training.solids import Solid, box, extrusion, loft

BODIES = ("box", "soft", "rounded", "wedge", "pyramid", "lute", "bevelled")


@dataclass(frozen=True)
class Spot:
    """One opening of the baffle: "cone", "tweeter", "horn", "port" or "slot", its place and its radius."""

    kind: str
    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Case:
    """An enclosure, standing on y = 0, its face at z = depth / 2.

    Attributes:
        body: One of BODIES.
        width: Along x.
        height: Along y.
        depth: Along z.
        corner: Radius of the front's corners.
        taper: Width of the narrow end of a wedge or pyramid relative to the wide one.
        plate: Thickness of the baffle, which is how deep holes are.
    """

    body: str
    width: float
    height: float
    depth: float
    corner: float
    taper: float
    plate: float


def case(rng: np.random.Generator, size: Sequence[float], body: str) -> Case:
    """Draw what an enclosure of a size needs more."""
    width, height, depth = size
    corner = (
        0.0
        if body in ("box", "lute", "bevelled")
        else between(rng, 0.02, 0.45 if body == "soft" else 0.3) * min(width, height)
    )
    plate = min(0.16 * depth, 0.22 * min(width, height)) * between(rng, 0.4, 1.0)
    plate *= 0.35 if body == "soft" else 1.0
    return Case(body, width, height, depth, corner, between(rng, 0.5, 0.92), plate)


def softness(c: Case, flat: bool) -> float:
    """Radius of a soft body's edges, small where a flat baffle must fit between them."""
    return min(c.corner, (0.14 if flat else 0.48) * min(c.width, c.depth, c.height))


def outline(c: Case, inset: float = 0.0) -> Points:
    """The front seen along z, (k, 2) of (x, y)."""
    top = c.taper if c.body == "pyramid" else 1.0
    x, x_top, low, high = c.width / 2 - inset, c.width / 2 * top - inset, inset, c.height - inset
    corners = np.array([[-x, low], [x, low], [x_top, high], [-x_top, high]])
    return rounded(corners, c.corner, 3) if c.corner > 0.0 else corners


def enclosure(rng: np.random.Generator, c: Case, spots: Sequence[Spot]) -> list[Piece]:
    """The filled body and the baffle; where spots are given the baffle has holes for them."""
    face, edge = c.depth / 2, outline(c)
    if c.body == "soft":
        radius = softness(c, bool(spots))
        cloth = not spots and chance(rng, 0.4)
        solid = box((c.width, c.height, c.depth), (0, c.height / 2, 0), radius)
        pieces: list[Piece] = [(solid, "grille" if cloth else "body")]
        return pieces + ([(_baffle(c, radius * 0.7, spots), "baffle")] if spots else [])
    back = face - c.plate
    if c.body == "lute":
        pieces = [(_lute(rng, c, back), "body")]
    else:
        middle = np.array([0.0, 0.0])
        narrow = (edge - middle) * (c.taper, 1.0 if chance(rng, 0.7) else c.taper) + middle
        if c.body == "wedge":
            levels = [(-face, narrow), (back + 0.001, edge)]
        elif c.body == "bevelled":
            levels = [(-face, edge), (back - 0.5 * c.plate, edge), (back + 0.001, edge * 0.999)]
        else:
            levels = [(-face, edge), (back + 0.001, edge)]
        pieces = [(loft(levels), "body")]
    holes = [
        disc(s.x, s.y, s.r * (1.0 if s.kind == "cone" else 0.98))
        for s in spots
        if s.kind in ("cone", "tweeter")
    ]
    if c.body == "bevelled":
        return [*pieces, (_bevelled(rng, c, back), "baffle")]
    return [
        *pieces,
        (pierced(edge, holes, c.plate, face - c.plate / 2), "body" if chance(rng, 0.5) else "baffle"),
    ]


def _baffle(c: Case, inset: float, spots: Sequence[Spot]) -> Solid:
    """A flat plate on the front of a soft body, level with its face, holes in it."""
    plate = outline(c, min(inset, 0.3 * c.width))
    holes = [disc(s.x, s.y, s.r) for s in spots if s.kind in ("cone", "tweeter")]
    return pierced(plate, holes, c.plate, c.depth / 2 + c.plate * 0.42)


def _bevelled(rng: np.random.Generator, c: Case, back: float) -> Solid:
    """A baffle with wide chamfers, drivers on its face."""
    middle, edge = np.array([0.0, c.height / 2]), outline(c)
    small = (edge - middle) * (between(rng, 0.7, 0.92), between(rng, 0.85, 0.98)) + middle
    return loft([(back, edge), (back + 0.3 * c.plate, edge), (c.depth / 2, small)])


def _lute(rng: np.random.Generator, c: Case, back: float) -> Solid:
    """Sides that curve together towards the rear."""
    u, rear = np.linspace(0, 1, 7), c.width * between(rng, 0.15, 0.7)
    half = rear / 2 + (c.width - rear) / 2 * np.sin(u * np.pi / 2) ** between(rng, 0.6, 1.0)
    z = -c.depth / 2 + u * (back + 0.001 + c.depth / 2)
    plan = np.concatenate([np.stack([z, half], 1), np.stack([z, -half], 1)[::-1]])
    return loft([(0.0, plan), (c.height, plan)], axis="y")


def fitted(rng: np.random.Generator, c: Case, spots: Sequence[Spot], s: Style) -> list[Piece]:
    """The drivers of a baffle, in its holes, or on it where the body has none."""
    holes = c.body != "bevelled"
    face = c.depth / 2 + (c.plate * 0.92 if c.body == "soft" else 0.0)
    pieces: list[Piece] = []
    for spot in spots:
        at = (spot.x, spot.y, face)
        if spot.kind == "cone":
            pieces += cone(s, *at, spot.r, c.plate if holes else 0.02 * spot.r)
        elif spot.kind == "tweeter":
            pieces += tweeter(s, *at, spot.r, c.plate * 0.6 if holes else 0.0)
        elif spot.kind == "port":
            pieces += port(*at, spot.r, s.proud * spot.r)
        elif spot.kind == "slot":
            pieces += slot(*at, spot.r * 2, spot.r * 0.3, s.proud * spot.r * 0.5)
        else:
            pieces += flare(rng, *at, spot.r * 2, spot.r * between(rng, 0.9, 1.6))
    return pieces


def boxed(rng: np.random.Generator, c: Case, spots: Sequence[Spot], s: Style, cloth: float) -> list[Piece]:
    """Enclosure and drivers, or with probability `cloth` a grille that hides them."""
    if chance(rng, cloth):
        bare = c.body == "soft" and chance(rng, 0.4)
        return [*enclosure(rng, c, ()), *([] if bare else grille(rng, c))]
    return [*enclosure(rng, c, spots), *fitted(rng, c, spots, s)]


def grille(rng: np.random.Generator, c: Case) -> list[Piece]:
    """Cloth or perforated steel on the front, all over or over a part of it, flat or bulging."""
    inset, thick = between(rng, 0.0, 0.09) * c.width + 0.002, between(rng, 0.02, 0.09) * c.width
    if c.body == "soft":
        inset = max(inset, 0.75 * softness(c, False))
    edge = outline(c, inset)
    if chance(rng, 0.25):
        share = between(rng, 0.5, 0.9)
        pivot = np.array([0.0, 0.0 if chance(rng, 0.7) else c.height])
        edge = (edge - pivot) * (1.0, share) + pivot + [0, inset if pivot[1] == 0 else -inset]
    face = c.depth / 2 - 0.004
    if pick(rng, {"flat": 3, "bulging": 1}) == "flat":
        return [(extrusion(edge, thick, at=face + thick / 2), "grille")]
    middle = edge.mean(axis=0)
    levels = [(0.0, 1.0), (0.5, 0.97), (0.85, 0.85), (1.0, 0.6)]
    return [(loft([(face + v * thick * 1.5, (edge - middle) * k + middle) for v, k in levels]), "grille")]
