"""Which fronts, stands and heads go together for each use of a cabinet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import chance, pick

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Use:
    """What one use of cabinets looks like.

    Attributes:
        weight: How common it is.
        size: Typical width, height and depth, metres.
        schemes: How its front is divided.
        stands: What it stands on.
        heads: What it ends in.
        makers: What it is made of.
    """

    weight: float
    size: tuple[float, float, float]
    schemes: Weights
    stands: Weights
    heads: Weights
    makers: Weights


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one cabinet; `scheme` may name a shaped plan or a whole of its own."""

    use: str
    scheme: str
    stand: str
    head: str
    front: str
    grip: str
    maker: str
    toy: bool


HOME: Weights = {"wood": 6, "paint": 5}
OFFICE: Weights = {"paint": 5, "metal": 2, "wood": 1}
LEGGY: Weights = {
    "square legs": 3, "round legs": 1.5, "turned legs": 1, "cabriole legs": 0.7, "sabre legs": 0.4,
    "splayed": 2, "hairpin": 0.8, "sledge": 0.7, "frame": 0.8, "plank legs": 0.3,
}  # fmt: skip
LOW: Weights = {
    "floor": 2, "plinth": 3, "skirt": 2, "blocks": 1.5, "buns": 1.2, "brackets": 2, "sides": 2.5, "posts": 2.5,
}  # fmt: skip
CHEST: Weights = {"slab": 5, "moulded": 3, "flush": 2.5, "rounded": 1, "gallery": 0.5, "tray": 0.2}
TALL: Weights = {"flush": 4, "slab": 2, "cornice": 4, "pediment": 0.8, "moulded": 1.5}
FLAT: Weights = {"flush": 4, "slab": 3, "rounded": 0.5}
BUILT: Weights = {"floor": 5, "toe kick": 2, "plinth": 2}
USES: dict[str, Use] = {
    "night stand": Use(13, (0.48, 0.55, 0.4), {"stack": 6, "open below": 3.5, "doors": 1.5, "open top": 1, "drawers over doors": 1.5, "bow": 0.5, "drum": 0.4}, {**LEGGY, **LOW}, CHEST, HOME),
    "chest": Use(15, (0.85, 0.92, 0.45), {"stack": 10, "bow": 0.8, "serpentine": 0.5, "drawers over doors": 0.5, "half round": 0.3, "canted": 0.2}, {**LOW, "square legs": 2, "splayed": 1, "cabriole legs": 0.4}, CHEST, HOME),
    "tallboy": Use(4, (0.52, 1.25, 0.42), {"stack": 8, "files": 1, "doors over drawers": 1}, LOW, {**CHEST, "cornice": 1}, HOME),
    "dresser": Use(9, (1.5, 0.82, 0.48), {"stack": 7, "bays": 2, "drawers over doors": 1, "bow": 0.4, "serpentine": 0.3}, {**LEGGY, **LOW}, {**CHEST, "mirror": 1.6, "hutch": 1}, HOME),
    "filing": Use(7, (0.44, 1.0, 0.6), {"files": 8, "stack": 1.5, "open top": 0.3}, {"floor": 6, "plinth": 3, "castors": 1.5, "blocks": 0.5}, {"flush": 6, "slab": 2}, OFFICE),
    "lateral file": Use(2.5, (0.95, 0.95, 0.48), {"files": 6, "doors": 1.5, "open top": 0.8}, {"floor": 6, "plinth": 3}, {"flush": 4, "slab": 3}, OFFICE),
    "pedestal": Use(3, (0.42, 0.58, 0.55), {"stack": 5, "files": 2, "open below": 0.6}, {"castors": 6, "floor": 2, "plinth": 1}, {"flush": 4, "slab": 2, "rounded": 1}, OFFICE),
    "sideboard": Use(12, (1.6, 0.82, 0.44), {"bays": 5, "doors": 3, "drawers over doors": 3.5, "stack": 0.7, "bow": 0.3, "glazed": 0.4, "concave": 0.15}, {**LEGGY, **LOW}, {**CHEST, "hutch": 2.5, "mirror": 0.2}, HOME),
    "tv stand": Use(7, (1.5, 0.5, 0.42), {"bays": 6, "shelves": 1.5, "open top": 2, "open below": 1.5, "doors": 1}, {**LEGGY, **LOW}, {"flush": 3, "slab": 4, "rounded": 0.6}, {**HOME, "plastic": 1}),
    "wardrobe": Use(10, (1.15, 1.98, 0.58), {"doors": 6, "doors over drawers": 4, "bays": 1.5, "glazed": 0.4}, LOW, TALL, HOME),
    "bookcase": Use(12, (0.85, 1.75, 0.3), {"shelves": 7, "open top": 2.5, "cubes": 1.5, "bays": 0.7}, {**LOW, "floor": 4, "square legs": 0.5}, {**TALL, "flush": 6}, HOME),
    "cube shelf": Use(4, (1.1, 1.0, 0.38), {"cubes": 8, "shelves": 1, "bays": 1}, {"floor": 5, "plinth": 1, "square legs": 1, "blocks": 0.5, "hairpin": 0.3}, {"flush": 6, "slab": 1}, HOME),
    "base unit": Use(7, (0.75, 0.87, 0.6), {"drawers over doors": 5, "doors": 3, "stack": 2.5, "bays": 1.2, "corner": 0.3}, BUILT, {"slab": 6, "flush": 1.5, "gallery": 0.5}, HOME),
    "kitchen run": Use(3, (2.0, 0.88, 0.6), {"bays": 5, "drawers over doors": 3}, BUILT, {"slab": 6, "gallery": 0.5, "hutch": 0.8}, HOME),
    "wall unit": Use(4, (0.75, 0.7, 0.34), {"doors": 5, "glazed": 2, "open below": 0.5, "open top": 1, "shelves": 1, "flaps": 0.7, "corner": 0.3}, {"floor": 1}, {"flush": 5, "cornice": 1.5, "slab": 0.5}, HOME),
    "larder": Use(3.5, (0.65, 2.05, 0.58), {"doors over drawers": 3, "doors": 3, "lockers": 2}, BUILT, {"flush": 4, "cornice": 1.5}, HOME),
    "display": Use(5, (0.85, 1.75, 0.42), {"glazed": 7, "corner": 0.7, "bays": 0.5, "canted": 0.3}, {**LOW, "square legs": 1, "cabriole legs": 0.5}, TALL, HOME),
    "bar": Use(2.5, (0.95, 1.25, 0.45), {"doors over drawers": 2, "open top": 2, "doors": 2, "bays": 1, "open below": 1}, {**LEGGY, **LOW}, CHEST, HOME),
    "apothecary": Use(3, (0.95, 1.0, 0.38), {"apothecary": 1}, {**LOW, "square legs": 1.5, "frame": 0.6}, CHEST, HOME),
    "shoe": Use(2.5, (0.78, 1.1, 0.24), {"flaps": 5, "doors": 1, "shelves": 1.5, "open top": 1}, {"floor": 3, "sides": 2, "square legs": 1.5, "plinth": 1}, {"slab": 3, "flush": 3}, HOME),
    "lockers": Use(3.5, (0.85, 1.8, 0.48), {"lockers": 1}, {"floor": 3, "plinth": 2, "blocks": 1, "square legs": 1}, {"flush": 5, "slab": 0.5}, {"paint": 5, "metal": 3}),
    "steel cupboard": Use(3, (0.92, 1.75, 0.46), {"doors": 5, "lockers": 0.5, "glazed": 0.6}, {"floor": 4, "plinth": 1, "blocks": 0.5}, {"flush": 5, "slab": 0.5}, {"paint": 5, "metal": 3}),
    "cupboard": Use(6, (0.9, 1.2, 0.42), {"doors": 4, "doors over drawers": 2, "drawers over doors": 1.5, "corner": 0.8, "open top": 1, "glazed": 0.7, "half round": 0.2}, {**LEGGY, **LOW}, {**CHEST, "cornice": 1.2}, HOME),
    "tool chest": Use(1.5, (0.7, 0.95, 0.46), {"stack": 4, "drawers over doors": 1}, {"castors": 5, "floor": 1}, {"flush": 2, "rounded": 1, "tray": 1, "slab": 1}, {"paint": 4, "metal": 2}),
    "vanity": Use(2, (0.85, 0.85, 0.48), {"doors": 3, "drawers over doors": 3, "stack": 2, "open below": 1}, {**LOW, "square legs": 1.5}, {"slab": 5, "gallery": 1.5, "rounded": 1, "mirror": 0.7}, HOME),
    "rack": Use(3, (0.95, 1.6, 0.38), {"rack": 1}, {"floor": 1}, {"flush": 1}, {"metal": 2, "wood": 2, "paint": 2}),
    "ladder": Use(1.3, (0.65, 1.7, 0.42), {"ladder": 1}, {"floor": 1}, {"flush": 1}, HOME),
    "cart": Use(1, (0.6, 0.82, 0.4), {"cart": 1}, {"floor": 1}, {"flush": 1}, OFFICE),
    "bureau": Use(1.3, (0.85, 1.02, 0.48), {"bureau": 1}, {**LOW, "floor": 0.2, "square legs": 1.5}, {"flush": 1}, HOME),
    "trunk": Use(2, (1.0, 0.52, 0.48), {"trunk": 1}, {"floor": 3, "skirt": 2, "blocks": 1, "buns": 1}, {"flush": 1}, HOME),
    "stepped": Use(1, (1.1, 1.2, 0.38), {"stepped": 1}, {"floor": 1}, {"flush": 1}, HOME),
    "zigzag": Use(0.8, (0.8, 1.6, 0.28), {"zigzag": 1}, {"floor": 1}, {"flush": 1}, HOME),
}  # fmt: skip
FRONTS: Weights = {
    "flat": 9, "framed": 5, "raised": 2, "rounded": 1.2, "bevelled": 1.3, "beaded": 1, "boarded": 0.6,
    "louvred": 0.4,
}  # fmt: skip
SHEET: Weights = {"flat": 8, "rounded": 1.5, "bevelled": 1, "louvred": 0.3}
GRIPS: Weights = {
    "knob": 6, "none": 4, "bar": 4, "button": 2, "bow": 2, "plate": 1.2, "cup": 1.5, "ring": 0.8, "lip": 1.2,
}  # fmt: skip
SIMPLE: Weights = {"knob": 3, "button": 4, "plate": 2, "none": 2, "bar": 1}
PLAIN_FRONTS: Weights = {"flat": 5, "rounded": 3, "bevelled": 1, "framed": 1.5}


def plan(rng: np.random.Generator) -> Plan:
    """Draw a use, then what belongs to it."""
    name = pick(rng, {key: use.weight for key, use in USES.items()})
    use, toy = USES[name], chance(rng, 0.15)
    sheet = use.makers is OFFICE or name in ("lockers", "steel cupboard", "tool chest")
    return Plan(
        use=name,
        scheme=pick(rng, use.schemes),
        stand=pick(rng, use.stands),
        head=pick(rng, use.heads),
        front=pick(rng, PLAIN_FRONTS if toy else SHEET if sheet else FRONTS),
        grip=pick(rng, SIMPLE if toy else GRIPS),
        maker=pick(rng, {"paint": 3, "wood": 2, "plastic": 2} if toy else use.makers),
        toy=toy,
    )
