"""Cars of eighteen body types, from city cars to buses; metres, driving toward +Z on the ground y = 0."""

from __future__ import annotations

import numpy as np

from training.categories.car.assembly import closed_car, convertible, pickup
from training.categories.car.fenders import beetle, jeep, vintage
from training.categories.car.palette import draw_palette
from training.categories.car.plan import draw_kind, draw_plan
from training.categories.car.racers import racer
from training.categories.car.trucks import truck
from training.shape import Shape

BUILDERS = {
    "pickup": pickup,
    "convertible": convertible,
    "jeep": jeep,
    "vintage": vintage,
    "beetle": beetle,
    "racer": racer,
    "truck": truck,
}


def build(rng: np.random.Generator) -> Shape:
    """Draw one car; its `kind` is a key of `training.categories.car.types.TYPES`."""
    kind = draw_kind(rng)
    plan = draw_plan(rng, kind)
    colours = draw_palette(rng)
    return Shape(tuple(BUILDERS.get(kind, closed_car)(rng, plan, colours)), kind)
