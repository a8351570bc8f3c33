"""The measures of one car, drawn from its body type: everything that builds it reads them from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.categories.car.types import TYPES, BodyType, Range
from training.categories.furniture.draw import between, chance, pick, tailed

CABINS = {"framed": 0.44, "panes": 0.36, "blank": 0.12, "hollow": 0.08}


@dataclass(frozen=True)
class Plan:
    """Metres; the ground is y = 0, the nose at z = length / 2.

    Attributes:
        kind: Body type, a key of TYPES.
        length: Overall length, bumpers excluded.
        width: Overall width.
        height: Overall height.
        ground: Underside of the sill.
        wheel_radius: Tyre radius.
        wheel_width: Tyre width.
        axles: z of front and rear axle.
        cowl_z: Foot of the windscreen.
        screen_z: Top of the windscreen.
        roof_z: Rear end of the roof.
        back_z: Foot of the rear window.
        nose_y: Hood height at its front end.
        cowl_y: Hood height at the windscreen's foot.
        deck_y: Body height at the rear window's foot.
        tail_y: Body height at the tail.
        nose_run: Length over which the nose is rounded.
        tail_run: Length over which the tail is rounded.
        nose_face: Share of the body's height that the foremost face has, low and high end.
        plan_front: Share of the width lost at the very front.
        plan_rear: Share of the width lost at the very rear.
        end_power: Exponent of the rounding of both ends, 1 is a chamfer, 2 an ellipse.
        sill_in: Width at the sill over full width.
        waist: Height of the widest line, share of the body's height.
        shoulder_in: Width at the shoulder over full width.
        edge: Reach of the rounded long edges of the body.
        crown: How far hood and roof bulge.
        roof_in: Roof width over shoulder width.
        corner: Reach of the cabin's rounded vertical corners.
        bow: How far the windscreen bulges forward.
        roof_edge: Reach of the roof's rounded edge.
        bend_front: Curvature of the windscreen in the side view.
        bend_rear: Curvature of the rear window in the side view.
        arch_gap: Air between tyre and wheel arch; negative for bodies without arches.
        wheel_out: How far tyres stand out of the body's side.
        cabin: One of CABINS.
        steps: Segments of each rounded edge.
        low_poly: Whether the car is a faceted toy.
    """

    kind: str
    length: float
    width: float
    height: float
    ground: float
    wheel_radius: float
    wheel_width: float
    axles: tuple[float, float]
    cowl_z: float
    screen_z: float
    roof_z: float
    back_z: float
    nose_y: float
    cowl_y: float
    deck_y: float
    tail_y: float
    nose_run: float
    tail_run: float
    nose_face: tuple[float, float]
    plan_front: float
    plan_rear: float
    end_power: float
    sill_in: float
    waist: float
    shoulder_in: float
    edge: float
    crown: float
    roof_in: float
    corner: float
    bow: float
    roof_edge: float
    bend_front: float
    bend_rear: float
    arch_gap: float
    wheel_out: float
    cabin: str
    steps: int
    low_poly: bool

    @property
    def arch_radius(self) -> float:
        """Radius of the wheel arches; zero without."""
        return self.wheel_radius + self.arch_gap if self.arch_gap >= 0 else 0.0


def draw_kind(rng: np.random.Generator) -> str:
    """A body type by its weight."""
    return pick(rng, {name: body.weight for name, body in TYPES.items()})


def draw_plan(rng: np.random.Generator, kind: str) -> Plan:
    """Draw the measures of one car of a body type."""
    body = TYPES[kind]
    toy = between(rng, 0.15, 1.0) if chance(rng, 0.36) else 0.0
    size = _size(rng, body, toy)
    heights = _heights(rng, body, size["height"])
    wheels = _wheels(rng, body, size, heights["ground"], toy)
    _clear_wheels(heights, wheels, size["height"])
    low_poly = chance(rng, 0.12 + 0.5 * toy)
    return Plan(
        kind=kind,
        low_poly=low_poly,
        steps=int(rng.integers(0, 2)) if low_poly else int(rng.integers(1, 4)),
        cabin=pick(rng, CABINS),
        **size,
        **heights,
        **wheels,
        **_runs(rng, body, size["length"]),
        **_form(rng, body, size),
    )


def _draw(rng: np.random.Generator, range_: Range) -> float:
    """Uniform in the range, now and then beyond its ends."""
    middle, half = (range_[0] + range_[1]) / 2, (range_[1] - range_[0]) / 2
    return middle + half * (between(rng, -1, 1) if chance(rng, 0.85) else between(rng, -1.35, 1.35))


def _size(rng: np.random.Generator, body: BodyType, toy: float) -> dict[str, Any]:
    """Length, width, height; toys are short, tall and wide."""
    squeeze = 1 - toy * between(rng, 0.08, 0.42)
    return {
        "length": _draw(rng, body.length) * squeeze,
        "width": _draw(rng, body.width) * tailed(rng, 1.0, 0.025, 0.9, 1.1),
        "height": _draw(rng, body.height) * (1 + toy * between(rng, -0.05, 0.22)),
    }


def _heights(rng: np.random.Generator, body: BodyType, height: float) -> dict[str, Any]:
    cowl, deck = _draw(rng, body.cowl), _draw(rng, body.deck)
    nose = min(_draw(rng, body.nose), cowl - 0.01)
    return {
        "ground": height * max(0.05, _draw(rng, body.ground)),
        "nose_y": height * nose,
        "cowl_y": height * cowl,
        "deck_y": height * deck,
        "tail_y": height * (deck - between(rng, -0.01, 0.07)),
    }


def _wheels(
    rng: np.random.Generator, body: BodyType, size: dict[str, float], ground: float, toy: float
) -> dict[str, Any]:
    radius = min(_draw(rng, body.wheel) * (1 + toy * between(rng, -0.1, 0.45)), 0.15 * size["length"])
    radius = max(radius, ground * 1.15)
    width = radius * tailed(rng, 0.64, 0.15, 0.4, 1.0)
    front = size["length"] * (0.5 - max(_draw(rng, body.overhang), radius * 1.12 / size["length"]))
    rear = max(front - size["length"] * _draw(rng, body.wheelbase), -size["length"] / 2 + radius * 1.12)
    arched = chance(rng, 0.78 - 0.25 * toy)
    gap = radius * between(rng, 0.05, 0.3) if arched else -1.0
    out = width * (between(rng, -0.15, 0.12) if arched else between(rng, -0.05, 0.6))
    return {
        "wheel_radius": radius,
        "wheel_width": width,
        "axles": (front, rear),
        "arch_gap": gap,
        "wheel_out": out,
    }


def _clear_wheels(heights: dict[str, float], wheels: dict[str, Any], height: float) -> None:
    """Raise hood and trunk over wheels that would come through."""
    least = 2 * wheels["wheel_radius"] + max(wheels["arch_gap"], 0.0) + 0.03 * height
    if wheels["arch_gap"] < 0:
        least = 1.5 * wheels["wheel_radius"]
    for name in ("nose_y", "cowl_y", "deck_y", "tail_y"):
        heights[name] = max(heights[name], min(least, 0.82 * height))


def _runs(rng: np.random.Generator, body: BodyType, length: float) -> dict[str, Any]:
    """Where the windscreen, the roof and the rear window begin and end."""
    shares = np.array([max(0.002, _draw(rng, r)) for r in body.runs])
    ends = length * (0.5 - np.cumsum(shares / shares.sum()))
    return {"cowl_z": ends[0], "screen_z": ends[1], "roof_z": ends[2], "back_z": ends[3]}


def _form(rng: np.random.Generator, body: BodyType, size: dict[str, float]) -> dict[str, Any]:
    """Roundness of every edge, drawn around one roundness of the whole car."""
    soft = float(np.clip(_draw(rng, body.roundness), 0.0, 1.0))

    def about(low: float, high: float) -> float:
        return low + (high - low) * float(np.clip(soft + between(rng, -0.25, 0.25), 0.0, 1.0))

    low_face = between(rng, 0.0, 0.3)
    return {
        "nose_run": size["length"] * about(0.008, 0.11),
        "tail_run": size["length"] * about(0.006, 0.09),
        "nose_face": (low_face, low_face + between(rng, 0.35, 0.7) * (1 - 0.4 * soft)),
        "plan_front": about(0.0, 0.32),
        "plan_rear": about(0.0, 0.25),
        "end_power": about(1.0, 2.4),
        "sill_in": between(rng, 0.88, 1.0),
        "waist": between(rng, 0.35, 0.75),
        "shoulder_in": about(0.99, 0.9),
        "edge": size["height"] * about(0.01, 0.12),
        "crown": size["height"] * about(0.0, 0.045),
        "roof_in": min(1.0, _draw(rng, body.tumble)),
        "corner": size["width"] * about(0.005, 0.12),
        "bow": size["width"] * about(0.0, 0.11),
        "roof_edge": size["height"] * about(0.008, 0.09),
        "bend_front": max(0.0, min(0.95, _draw(rng, body.bend) * between(rng, 0.3, 1.0))),
        "bend_rear": max(0.0, min(0.95, _draw(rng, body.bend) * between(rng, 0.5, 1.2))),
    }
