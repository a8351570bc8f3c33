"""Which kinds of seat, base, back and arms go together: the styles, and a plan drawn from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import chance, pick

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Style:
    """Weights of the kinds that a style allows."""

    proportion: Weights
    seat: Weights
    base: Weights
    back: Weights
    arms: Weights
    frame: Weights
    cover: Weights


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one chair; `whole` names a body that is not built of separate parts."""

    style: str
    whole: str = ""
    proportion: str = "dining"
    seat: str = ""
    base: str = ""
    back: str = ""
    arms: str = "none"
    frame: str = "wood"
    cover: str = "wood"


JOINERY = {
    "ladder": 3.0,
    "slats": 3,
    "splat": 1.5,
    "open": 1,
    "pad": 2,
    "cross": 1,
    "panel": 2,
    "grid": 0.6,
    "hoop": 0.8,
}
DINING = Style(
    proportion={"dining": 8, "bar": 1, "kids": 0.7, "throne": 1},
    seat={"board": 4, "pad": 4, "apron": 4, "slatted": 1, "saddle": 1},
    base={
        "square": 6,
        "round": 1.5,
        "turned": 1.2,
        "cabriole": 0.7,
        "sabre": 1,
        "plank": 0.6,
        "sides": 0.4,
        "rockers": 0.35,
    },
    back=JOINERY,
    arms={"none": 5, "post": 2, "scoop": 0.6},
    frame={"wood": 6, "paint": 3, "metal": 0.5},
    cover={"same": 4, "fabric": 4, "wood": 1, "paint": 1},
)
WINDSOR = Style(
    proportion={"dining": 6, "bar": 0.6, "kids": 0.4},
    seat={"saddle": 5, "round": 2},
    base={"turned": 3, "round": 4, "rockers": 1},
    back={"spindle": 5, "comb": 3, "hoop": 0.6, "slats": 0.6},
    arms={"none": 4, "post": 2, "bow": 2},
    frame={"wood": 4, "paint": 2},
    cover={"same": 6, "wood": 1},
)
SHELL = Style(
    proportion={"dining": 6, "lounge": 1, "bar": 0.8, "office": 0.6},
    seat={"shell": 1},
    base={
        "round": 3,
        "square": 1,
        "sled": 1.5,
        "wire": 1.5,
        "pedestal": 1,
        "swivel": 1,
        "star": 1,
        "tube legs": 1.5,
        "cantilever": 0.6,
        "z base": 0.6,
    },
    back={"shell": 1},
    arms={"none": 5, "loop": 0.5},
    frame={"wood": 2, "metal": 3, "plastic": 0.6},
    cover={"plastic": 4, "fabric": 1.5, "wood": 1.5, "paint": 0.6},
)
OFFICE = Style(
    proportion={"office": 8, "bar": 0.8},
    seat={"cushion": 5, "round": 0.6, "pad": 1},
    base={"star": 7, "swivel": 0.7, "pedestal": 0.5},
    back={"spine pad": 6, "tall pad": 3, "mesh frame": 1.2, "wing pad": 0.6},
    arms={"none": 2, "tee": 4, "loop": 2},
    frame={"plastic": 4, "metal": 2},
    cover={"fabric": 6, "plastic": 1.5},
)
TUBULAR = Style(
    proportion={"dining": 7, "bar": 1, "lounge": 0.8},
    seat={"board": 3, "pad": 3, "waterfall": 3, "round": 0.5},
    base={"cantilever": 3, "sled": 3, "tube legs": 3, "z base": 0.6},
    back={"sling": 4, "spine pad": 0.6, "pad": 2, "panel": 2, "hoop": 0.8, "ladder": 0.6},
    arms={"none": 4, "loop": 2, "post": 0.8},
    frame={"metal": 6, "paint": 2},
    cover={"wood": 3, "fabric": 4, "plastic": 3, "paint": 1},
)
PEDESTAL = Style(
    proportion={"dining": 3, "bar": 4, "lounge": 1.5},
    seat={"round": 4, "cushion": 2, "pad": 1},
    base={"pedestal": 6, "swivel": 2},
    back={"wrap": 4, "panel": 2, "low pad": 2, "shell wrap": 2, "none": 0.35},
    arms={"none": 4, "loop": 0.5},
    frame={"metal": 4, "plastic": 2, "wood": 0.7},
    cover={"fabric": 4, "plastic": 3, "wood": 1},
)
TOY = Style(
    proportion={"toy": 1},
    seat={"board": 3, "cushion": 2, "apron": 1, "round": 0.8},
    base={"square": 6, "round": 1.4, "sides": 1, "box": 0.5},
    back={"ladder": 3, "slats": 2, "panel": 4, "open": 1, "pad": 1.5, "thick": 2},
    arms={"none": 4, "post": 1, "block": 1},
    frame={"wood": 3, "paint": 4},
    cover={"same": 2, "paint": 3, "fabric": 2, "wood": 1},
)
SOFT = Style(
    proportion={"lounge": 5, "dining": 3, "throne": 0.5},
    seat={"cushion": 5, "pad": 1},
    base={
        "square": 3,
        "round": 3,
        "turned": 0.5,
        "cabriole": 0.5,
        "sled": 0.7,
        "swivel": 0.7,
        "box": 1,
        "star": 0.3,
        "rockers": 0.3,
        "sides": 0.5,
    },
    back={"tall pad": 4, "thick": 3, "wrap": 3, "wing pad": 1.2, "pad": 1},
    arms={"none": 3, "block": 2, "post": 1.5, "padded": 1.5},
    frame={"wood": 5, "metal": 2, "paint": 1},
    cover={"fabric": 8, "plastic": 0.5},
)
STYLES = {
    "dining": DINING, "windsor": WINDSOR, "shell": SHELL, "office": OFFICE,
    "tubular": TUBULAR, "pedestal": PEDESTAL, "toy": TOY, "soft": SOFT,
}  # fmt: skip
STYLE_WEIGHTS = {
    "dining": 26,
    "windsor": 5,
    "shell": 10,
    "office": 10,
    "tubular": 8,
    "pedestal": 5,
    "toy": 8,
    "soft": 8,
}
WHOLE_WEIGHTS = {
    "club": 4.5, "tub": 2.6, "wingback": 2, "ribbon": 2.5, "folding": 3, "director": 0.9, "adirondack": 1.5,
    "easy": 2, "monobloc": 1.5, "cube": 1, "egg": 1.2,
}  # fmt: skip
WHOLE_FINISH: dict[str, tuple[Weights, Weights]] = {
    "ribbon": (SHELL.frame, SHELL.cover),
    "folding": (TUBULAR.frame, TUBULAR.cover),
    "adirondack": ({"wood": 3, "paint": 3}, {"same": 1}),
    "monobloc": ({"plastic": 1}, {"same": 1}),
    "egg": (PEDESTAL.frame, SOFT.cover),
    "cube": ({"metal": 3, "wood": 1, "paint": 1}, SOFT.cover),
}


def plan(rng: np.random.Generator) -> Plan:
    """Draw a style and one of its combinations; one chair in twenty mixes two styles."""
    style = pick(rng, {**STYLE_WEIGHTS, **{f"whole {k}": v for k, v in WHOLE_WEIGHTS.items()}})
    if style.startswith("whole "):
        kind = style.removeprefix("whole ")
        frame, cover = WHOLE_FINISH.get(kind, (DINING.frame, SOFT.cover))
        return Plan(style, whole=kind, frame=pick(rng, frame), cover=pick(rng, cover))
    s = STYLES[style]
    other = STYLES[pick(rng, STYLE_WEIGHTS)] if chance(rng, 0.05) and style != "shell" else s
    return Plan(
        style,
        proportion=pick(rng, s.proportion),
        seat=pick(rng, s.seat),
        base=pick(rng, s.base if other is SHELL else other.base),
        back=pick(rng, s.back),
        arms=pick(rng, s.arms),
        frame=pick(rng, s.frame),
        cover=pick(rng, s.cover),
    )
