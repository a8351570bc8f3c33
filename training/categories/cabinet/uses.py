"""The uses of cabinets: how common each is, its size, and which fronts, stands and heads it has."""

from __future__ import annotations

from dataclasses import dataclass

Weights = dict[str, float]


def weights(text: str) -> dict[str, float]:
    """Read "stack 6, open below 3.5": kinds, each with how common it is."""
    pairs = (item.strip().rpartition(" ") for item in text.split(","))
    return {kind: float(weight) for kind, _, weight in pairs}


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


HOME: Weights = weights("wood 6, paint 5")
OFFICE: Weights = weights("paint 5, metal 2, wood 1")
LEGGY: Weights = weights(
    "square legs 3, round legs 1.5, turned legs 1, cabriole legs 0.7, sabre legs 0.4, plank legs 0.3,"
    "splayed 2, hairpin 0.8, sledge 0.7, frame 0.8"
)
LOW: Weights = weights("floor 2, plinth 3, skirt 2, blocks 1.5, buns 1.2, brackets 2, sides 2.5, posts 2.5")
CHEST: Weights = weights("slab 5, moulded 3, flush 2.5, rounded 1, gallery 0.5, tray 0.2")
TALL: Weights = weights("flush 4, slab 2, cornice 4, pediment 0.8, moulded 1.5")
FLAT: Weights = weights("flush 4, slab 3, rounded 0.5")
BUILT: Weights = weights("floor 5, toe kick 2, plinth 2")
USES: dict[str, Use] = {
    "night stand": Use(
        13,
        (0.48, 0.55, 0.4),
        weights(
            "stack 6, open below 3.5, doors 1.5, open top 1, drawers over doors 1.5, shelves 1,"
            "bow 0.5, drum 0.4, offset boxes 0.2"
        ),
        LEGGY | LOW,
        CHEST,
        HOME,
    ),
    "chest": Use(
        15,
        (0.85, 0.92, 0.45),
        weights("stack 10, bow 0.8, serpentine 0.5, drawers over doors 0.5, half round 0.3, canted 0.2"),
        LOW | weights("square legs 2, splayed 1, cabriole legs 0.4"),
        CHEST,
        HOME,
    ),
    "tallboy": Use(
        4,
        (0.52, 1.25, 0.42),
        weights("stack 8, files 1, doors over drawers 1"),
        LOW,
        CHEST | weights("cornice 1"),
        HOME,
    ),
    "dresser": Use(
        9,
        (1.5, 0.82, 0.48),
        weights("stack 7, bays 2, drawers over doors 1, bow 0.4, serpentine 0.3"),
        LEGGY | LOW,
        CHEST | weights("mirror 1.6, hutch 1"),
        HOME,
    ),
    "filing": Use(
        7,
        (0.44, 1.0, 0.6),
        weights("files 8, stack 1.5, open top 0.3"),
        weights("floor 6, plinth 3, castors 1.5, blocks 0.5"),
        weights("flush 6, slab 2"),
        OFFICE,
    ),
    "lateral file": Use(
        2.5,
        (0.95, 0.95, 0.48),
        weights("files 6, doors 1.5, open top 0.8"),
        weights("floor 6, plinth 3"),
        weights("flush 4, slab 3"),
        OFFICE,
    ),
    "pedestal": Use(
        3,
        (0.42, 0.58, 0.55),
        weights("stack 5, files 2, open below 0.6"),
        weights("castors 6, floor 2, plinth 1"),
        weights("flush 4, slab 2, rounded 1"),
        OFFICE,
    ),
    "sideboard": Use(
        12,
        (1.6, 0.82, 0.44),
        weights("bays 5, doors 3, drawers over doors 3.5, stack 0.7, bow 0.3, glazed 0.4, concave 0.15"),
        LEGGY | LOW,
        CHEST | weights("hutch 2.5, mirror 0.2"),
        HOME,
    ),
    "tv stand": Use(
        7,
        (1.5, 0.5, 0.42),
        weights("bays 6, shelves 1.5, open top 2, open below 1.5, doors 1"),
        LEGGY | LOW,
        weights("flush 3, slab 4, rounded 0.6"),
        HOME | weights("plastic 1"),
    ),
    "wardrobe": Use(
        10,
        (1.15, 1.98, 0.58),
        weights("doors 6, doors over drawers 4, bays 1.5, glazed 0.4"),
        LOW,
        TALL,
        HOME,
    ),
    "bookcase": Use(
        12,
        (0.85, 1.75, 0.3),
        weights("shelves 7, open top 2.5, cubes 1.5, bays 0.7"),
        LOW | weights("floor 4, square legs 0.5"),
        TALL | weights("flush 6"),
        HOME,
    ),
    "cube shelf": Use(
        4,
        (1.1, 1.0, 0.38),
        weights("cubes 8, shelves 1, bays 1"),
        weights("floor 5, plinth 1, square legs 1, blocks 0.5, hairpin 0.3"),
        weights("flush 6, slab 1"),
        HOME,
    ),
    "base unit": Use(
        7,
        (0.75, 0.87, 0.6),
        weights("drawers over doors 5, doors 3, stack 2.5, bays 1.2, corner 0.3"),
        BUILT,
        weights("slab 6, flush 1.5, gallery 0.5"),
        HOME,
    ),
    "kitchen run": Use(
        3,
        (2.0, 0.88, 0.6),
        weights("bays 5, drawers over doors 3"),
        BUILT,
        weights("slab 6, gallery 0.5, hutch 0.8"),
        HOME,
    ),
    "wall unit": Use(
        4,
        (0.75, 0.7, 0.34),
        weights("doors 5, glazed 2, open below 0.5, open top 1, shelves 1, flaps 0.7, corner 0.3"),
        weights("floor 1"),
        weights("flush 5, cornice 1.5, slab 0.5"),
        HOME,
    ),
    "larder": Use(
        3.5,
        (0.65, 2.05, 0.58),
        weights("doors over drawers 3, doors 3, lockers 2"),
        BUILT,
        weights("flush 4, cornice 1.5"),
        HOME,
    ),
    "display": Use(
        5,
        (0.85, 1.75, 0.42),
        weights("glazed 7, corner 0.7, bays 0.5, canted 0.3"),
        LOW | weights("square legs 1, cabriole legs 0.5"),
        TALL,
        HOME,
    ),
    "bar": Use(
        2.5,
        (0.95, 1.25, 0.45),
        weights("doors over drawers 2, open top 2, doors 2, bays 1, open below 1"),
        LEGGY | LOW,
        CHEST,
        HOME,
    ),
    "apothecary": Use(
        3,
        (0.95, 1.0, 0.38),
        weights("apothecary 1"),
        LOW | weights("square legs 1.5, frame 0.6"),
        CHEST,
        HOME,
    ),
    "shoe": Use(
        2.5,
        (0.78, 1.1, 0.24),
        weights("flaps 5, doors 1, shelves 1.5, open top 1"),
        weights("floor 3, sides 2, square legs 1.5, plinth 1"),
        weights("slab 3, flush 3"),
        HOME,
    ),
    "lockers": Use(
        3.5,
        (0.85, 1.8, 0.48),
        weights("lockers 1"),
        weights("floor 3, plinth 2, blocks 1, square legs 1"),
        weights("flush 5, slab 0.5"),
        weights("paint 5, metal 3"),
    ),
    "steel cupboard": Use(
        3,
        (0.92, 1.75, 0.46),
        weights("doors 5, lockers 0.5, glazed 0.6"),
        weights("floor 4, plinth 1, blocks 0.5"),
        weights("flush 5, slab 0.5"),
        weights("paint 5, metal 3"),
    ),
    "cupboard": Use(
        6,
        (0.9, 1.2, 0.42),
        weights(
            "doors 4, doors over drawers 2, drawers over doors 1.5, corner 0.8, open top 1, glazed 0.7,"
            "half round 0.2"
        ),
        LEGGY | LOW,
        CHEST | weights("cornice 1.2"),
        HOME,
    ),
    "tool chest": Use(
        1.5,
        (0.7, 0.95, 0.46),
        weights("stack 4, drawers over doors 1"),
        weights("castors 5, floor 1"),
        weights("flush 2, rounded 1, tray 1, slab 1"),
        weights("paint 4, metal 2"),
    ),
    "vanity": Use(
        2,
        (0.85, 0.85, 0.48),
        weights("doors 3, drawers over doors 3, stack 2, open below 1"),
        LOW | weights("square legs 1.5"),
        weights("slab 5, gallery 1.5, rounded 1, mirror 0.7"),
        HOME,
    ),
    "rack": Use(
        3,
        (0.95, 1.6, 0.38),
        weights("rack 1"),
        weights("floor 1"),
        weights("flush 1"),
        weights("metal 2, wood 2, paint 2"),
    ),
    "ladder": Use(1.3, (0.65, 1.7, 0.42), weights("ladder 1"), weights("floor 1"), weights("flush 1"), HOME),
    "cart": Use(1, (0.6, 0.82, 0.4), weights("cart 1"), weights("floor 1"), weights("flush 1"), OFFICE),
    "bureau": Use(
        1.3,
        (0.85, 1.02, 0.48),
        weights("bureau 1"),
        LOW | weights("floor 0.2, square legs 1.5"),
        weights("flush 1"),
        HOME,
    ),
    "trunk": Use(
        2,
        (1.0, 0.52, 0.48),
        weights("trunk 1"),
        weights("floor 3, skirt 2, blocks 1, buns 1"),
        weights("flush 1"),
        HOME,
    ),
    "stepped": Use(1, (1.1, 1.2, 0.38), weights("stepped 1"), weights("floor 1"), weights("flush 1"), HOME),
    "system": Use(
        3.5,
        (2.1, 1.75, 0.42),
        weights("towers 5, offset boxes 1.2"),
        weights("floor 3, plinth 3, blocks 0.5"),
        weights("flush 1"),
        HOME,
    ),
    "corner run": Use(
        1.5,
        (1.9, 0.88, 0.58),
        weights("corner run 1"),
        weights("floor 1"),
        weights("flush 1"),
        HOME,
    ),
    "left open": Use(
        1.2,
        (0.8, 0.85, 0.45),
        weights("open drawer 1"),
        LOW | weights("square legs 2, splayed 1"),
        weights("flush 1"),
        HOME,
    ),
    "dresser with rack": Use(
        5,
        (0.95, 0.86, 0.46),
        weights("doors 4, drawers over doors 4, stack 1.5, bays 1, open below 0.7"),
        LOW | weights("square legs 0.7, turned legs 0.5, toe kick 0.5"),
        weights("hutch 1"),
        HOME,
    ),
    "zigzag": Use(0.8, (0.8, 1.6, 0.28), weights("zigzag 1"), weights("floor 1"), weights("flush 1"), HOME),
}
