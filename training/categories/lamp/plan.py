"""Which lamps there are, how common each is, and what builds it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import pick
from training.categories.lamp import (
    branches,
    candles,
    ceiling,
    chandeliers,
    clusters,
    desk,
    floor,
    hanging,
    lanterns,
    necks,
    objects,
    oil,
    park,
    poles,
    reaching,
    standing,
    street,
    walls,
)
from training.categories.lamp.finish import Painted

Builder = Callable[[np.random.Generator], list[Painted]]
# family: {kind: (weight within all lamps, builder)}
LAMPS: dict[str, tuple[float, Builder]] = {
    "table": (21, standing.table_lamp),
    "mushroom": (2.5, standing.mushroom_lamp),
    "jointed desk": (5.5, desk.jointed),
    "gooseneck": (4.5, necks.gooseneck),
    "banker": (1.3, necks.banker),
    "light bar": (1.5, desk.light_bar),
    "bent pipe": (2, necks.bent_pipe),
    "clip spot": (1, desk.clip_spot),
    "balanced": (1.2, desk.balanced),
    "crook": (0.8, necks.bell_on_crook),
    "floor": (6, floor.floor_lamp),
    "tripod": (3.5, floor.tripod_lamp),
    "torchiere": (2, floor.torchiere),
    "column": (1.3, floor.paper_column),
    "arc": (2.8, reaching.arc_lamp),
    "pharmacy": (1.6, reaching.pharmacy),
    "tree": (1.5, reaching.tree_lamp),
    "shelf": (0.4, reaching.shelf_lamp),
    "studio": (0.8, reaching.studio),
    "pendant": (7.5, hanging.pendant),
    "lamellae": (1, hanging.lamellae),
    "lantern ball": (1, hanging.lantern_ball),
    "wire cage": (0.8, hanging.wire_cage),
    "row": (1.6, ceiling.row),
    "bowl": (0.7, ceiling.bowl),
    "flush": (2.2, ceiling.flush),
    "bare shade": (0.8, hanging.bare_shade),
    "armed chandelier": (4.5, chandeliers.arms),
    "wheel": (2.5, chandeliers.wheel),
    "hoops": (0.8, clusters.hoops),
    "crystal": (0.8, clusters.crystal),
    "sputnik": (0.6, clusters.sputnik),
    "billiard bar": (0.8, clusters.billiard_bar),
    "sconce": (1.5, walls.sconce),
    "shaded wall": (1.3, walls.shaded_wall),
    "up and down": (0.8, walls.up_and_down),
    "wall lantern": (0.8, walls.wall_lantern),
    "torch": (0.5, walls.torch),
    "spot bar": (0.7, walls.spot_bar),
    "swing arm": (0.6, walls.swing_arm),
    "lantern": (2.5, lanterns.lantern),
    "hurricane": (0.8, oil.hurricane),
    "oil": (0.8, oil.oil_lamp),
    "stone lantern": (0.4, oil.stone_lantern),
    "paper lantern": (0.5, oil.paper_lantern),
    "street light": (4.5, street.street_light),
    "victorian": (2.5, street.victorian),
    "park": (2, park.park_lamp),
    "bollard": (0.6, park.bollard),
    "floodlight": (0.5, park.floodlight),
    "candle": (0.8, candles.candle),
    "candelabrum": (0.6, candles.candelabrum),
    "bulb": (0.6, objects.bulb),
    "lava": (0.6, objects.lava),
    "glowing": (1.2, objects.glowing),
    "spider": (1, branches.spider),
    "twig": (0.6, branches.twig),
    "branched table": (1.8, branches.branched_table),
    "fan": (0.5, branches.fan),
    "zigzag": (0.7, branches.zigzag),
    "stick": (0.6, branches.stick),
    "hook post": (1.5, poles.hook_post),
    "yard pole": (0.6, poles.yard_pole),
    "flat panel": (0.4, objects.flat_panel),
}
KINDS = tuple(LAMPS)


def plan(rng: np.random.Generator) -> str:
    """Draw one of KINDS."""
    return pick(rng, {kind: weight for kind, (weight, _) in LAMPS.items()})
