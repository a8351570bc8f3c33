"""What drives an airplane: propellers, nacelles under wings and at tails, nozzles and intakes."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.fuselage import Fuselage
from training.categories.airplane.palette import Palette
from training.categories.airplane.surfaces import tapered
from training.categories.airplane.wings import Wing, both
from training.categories.furniture.draw import between
from training.shape import Part
from training.solids import Solid, bar, box, cylinder, ellipsoid, lathe, loft


def engine_parts(
    rng: np.random.Generator, kind: str, body: Fuselage, wing: Wing, colours: Palette
) -> list[Part]:
    """The engines of a kind: "nose prop", "pusher", "<n> props|pods|nozzles|boxes", "rear pods", "3 rear"."""
    if kind == "nose prop":
        return nose_propeller(rng, body, wing, colours)
    if kind == "pusher":
        return _pusher(rng, body, wing, colours)
    if kind.endswith("props"):
        return _wing_props(rng, 1 if kind[0] == "2" else 2, wing, colours)
    if kind.endswith("pods") and kind[0] != "r":
        return _wing_pods(rng, 1 if kind[0] == "2" else 2, wing, colours)
    if kind in ("rear pods", "3 rear"):
        return _rear_pods(rng, kind == "3 rear", body, wing, colours)
    if kind.endswith(("nozzle", "nozzles")):
        return _nozzles(rng, int(kind[0]), body, colours) + _intakes(rng, body, colours)
    return _boxes(rng, kind[0] == "4", wing, colours) if kind.endswith("boxes") else []


def propeller(rng: np.random.Generator, radius: float, least: float, colours: Palette) -> list[Part]:
    """Blades and a spinner at the origin, turning about z."""
    blades = int(rng.choice([2, 3, 4, 5, 6], p=[0.38, 0.34, 0.18, 0.05, 0.05]))
    hub = radius * between(rng, 0.1, 0.22)
    long = hub * between(rng, 0.9, 2.2)
    width, turn = radius * between(rng, 0.09, 0.24), between(rng, 0, 360)
    parts = [Part(ellipsoid((hub, hub, long), (0, 0, 0)), colours.spinner)]
    for i in range(blades):
        blade = bar((0, 0, 0), (0, radius, 0), width, least, width * between(rng, 0.5, 1.2), least)
        parts.append(Part(blade.turned("y", 20.0).turned("z", turn + 360 * i / blades), colours.blade))
    return parts


def nose_propeller(rng: np.random.Generator, body: Fuselage, wing: Wing, colours: Palette) -> list[Part]:
    """A propeller at the tip of the nose."""
    radius = max(between(rng, 0.11, 0.19), 1.25 * body.half_height * between(rng, 0.85, 1.25))
    y = body.middle(0.498)
    return [
        Part(p.solid.moved(0, y, 0.5 + 0.3 * wing.least), p.material)
        for p in propeller(rng, radius, wing.least, colours)
    ]


def pod(rng: np.random.Generator, radius: float, length: float, colours: Palette) -> list[Part]:
    """A jet engine along z at the origin: a turned body with an open mouth, a dark fan, an exhaust."""
    mouth, waist, end = between(rng, 0.78, 0.94), between(rng, 0.9, 1.0), between(rng, 0.4, 0.75)
    deep = between(rng, 0.1, 0.25) * length
    profile = [
        (0.0, 0.5 - deep / length),
        (mouth * 0.92, 0.5 - deep / length),
        (mouth, 0.497),
        (mouth + 0.04, 0.5),
    ]
    profile += [(1.0, 0.3), (waist, -0.1), (end + 0.1, -0.4), (end, -0.42), (0.5 * end, -0.5), (0.0, -0.5)]
    scale = np.array([radius, length])
    shell = lathe(np.array(profile) * scale, sides=18).turned("x", 90.0)
    fan = cylinder(0.9 * mouth * radius, 0.04 * length, (0, 0, length / 2 - deep), axis="z")
    return [Part(shell, colours.engine), Part(fan, colours.dark)]


def _placed(parts: list[Part], x: float, y: float, z: float) -> list[Part]:
    """A right-hand group of parts and its mirror image."""
    moved = [Part(p.solid.moved(x, y, z), p.material) for p in parts]
    return moved + [Part(p.solid.mirrored("x"), p.material) for p in moved]


def _wing_pods(rng: np.random.Generator, pairs: int, wing: Wing, colours: Palette) -> list[Part]:
    radius, length = between(rng, 0.022, 0.046) * (1.0 if pairs == 1 else 0.8), between(rng, 0.09, 0.15)
    parts: list[Part] = []
    shares = (
        (between(rng, 0.28, 0.38),) if pairs == 1 else (between(rng, 0.24, 0.34), between(rng, 0.46, 0.6))
    )
    forward, below = between(rng, 0.3, 0.75), between(rng, 1.0, 1.45)
    for share in shares:
        x, y, z = wing.point(share, 0.0)
        chord = wing.form.at(share)[2]
        y -= below * radius + 0.35 * wing.least
        parts += _placed(pod(rng, radius, length, colours), x, y, z + (forward - 0.35) * length)
        top = bar(
            (x, y, z), (x, y + below * radius + 0.5 * wing.least, z - 0.3 * chord), wing.least, 0.7 * length
        )
        parts += both(top, colours.engine)
    return parts


def _wing_props(rng: np.random.Generator, pairs: int, wing: Wing, colours: Palette) -> list[Part]:
    radius, drop = max(between(rng, 0.02, 0.038), 1.1 * wing.least), between(rng, -0.4, 0.7)
    disc = radius * between(rng, 2.4, 3.8)
    shares = (
        (between(rng, 0.28, 0.42),) if pairs == 1 else (between(rng, 0.26, 0.32), between(rng, 0.52, 0.62))
    )
    parts: list[Part] = []
    for share in shares:
        x, y, z = wing.point(share, 0.0)
        chord = wing.form.at(share)[2]
        front, rear = z + between(rng, 0.06, 0.12), z - chord * between(rng, 0.3, 0.95)
        power = between(rng, 2.0, 2.8)
        body = ellipsoid((radius, radius * 1.15, (front - rear) / 2), (0, 0, (front + rear) / 2 - z), power)
        blades = propeller(rng, disc, wing.least, colours)
        group = [Part(body, colours.engine)]
        group += [Part(p.solid.moved(0, 0, front - z - 0.3 * wing.least), p.material) for p in blades]
        parts += _placed(group, x, y - drop * radius, z)
    return parts


def _rear_pods(
    rng: np.random.Generator, third: bool, body: Fuselage, wing: Wing, colours: Palette
) -> list[Part]:
    radius, length = between(rng, 0.024, 0.042), between(rng, 0.1, 0.17)
    z = -0.5 + body.tail * between(rng, 0.55, 0.95) + 0.04
    x = float(body.width([z])[0]) + radius * between(rng, 1.15, 1.7)
    y = body.middle(z) + body.half_height * between(rng, 0.1, 0.5)
    pylon = tapered(x, 0.6 * length, 0.9, 5.0, z + 0.3 * length, 0.08, wing.least)
    parts = _placed(pod(rng, radius, length, colours), x, y, z) + both(pylon.wing(y), colours.engine)
    if third:
        top = float(body.top([z])[0]) + 0.6 * radius
        parts += [Part(p.solid.moved(0, top, z), p.material) for p in pod(rng, radius, length, colours)]
    return parts


def _pusher(rng: np.random.Generator, body: Fuselage, wing: Wing, colours: Palette) -> list[Part]:
    """An engine on the wing's back, its propeller behind it."""
    z = float(wing.form.lead[0] - wing.form.chord[0])
    y = max(float(body.top([z])[0]), wing.y) + 0.03
    radius = between(rng, 0.12, 0.17)
    block = box((0.06, 0.08, 0.14), (0, y - 0.02, z + 0.06), 0.01)
    blades = [
        Part(p.solid.moved(0, y, z - 0.015), p.material) for p in propeller(rng, radius, wing.least, colours)
    ]
    return [Part(block, colours.engine), *blades]


def _nozzles(rng: np.random.Generator, count: int, body: Fuselage, colours: Palette) -> list[Part]:
    """Exhausts at the end of a fighter's fuselage."""
    end = body.middle(-0.49)
    size = min(
        float(body.width([-0.49])[0]) / count, float(body.top([-0.49])[0] - body.bottom([-0.49])[0]) / 2
    )
    radius, length = max(size * between(rng, 0.8, 1.05), 0.016), between(rng, 0.05, 0.1)
    profile = np.array([(0.0, 0.5), (1.0, 0.5), (0.8, -0.5), (0.68, -0.5), (0.6, -0.1), (0.0, -0.1)])
    cone = lathe(profile * [radius, length], sides=18).turned("x", 90.0)
    z = -0.5 - 0.25 * length
    shift = 0.0 if count == 1 else 0.95 * radius
    parts = [Part(cone.moved(shift, end, z), colours.engine)]
    if count == 2:
        tunnel = cylinder(radius, 0.34, (shift, end, -0.33), axis="z", top_radius=0.7 * radius)
        parts += [Part(cone.moved(-shift, end, z), colours.engine), *both(tunnel, colours.body)]
    return parts


def _intakes(rng: np.random.Generator, body: Fuselage, colours: Palette) -> list[Part]:
    """Air intakes: boxes on both sides, or one under the belly, or a plain nose."""
    form = rng.random()
    if form < 0.18:
        return []
    front = between(rng, -0.02, 0.2)
    rear = between(rng, -0.42, -0.2)
    tall = body.half_height * between(rng, 0.9, 1.7)
    wide = body.half_width * between(rng, 0.5, 1.1)
    under = form > 0.8
    x = 0.0 if under else body.half_width * between(rng, 0.7, 1.0)
    y = body.middle(0.0) - (body.half_height * 0.85 if under else tall * between(rng, -0.05, 0.3))
    solid = _duct(x, y, wide, tall * (0.6 if under else 1.0), front, rear)
    face = _duct(x, y, 0.84 * wide, 0.84 * tall * (0.6 if under else 1.0), front + 0.004, front - 0.02)
    parts = [(solid, colours.body), (face, colours.dark)]
    return [q for s, m in parts for q in ([Part(s, m)] if under else both(s, m))]


def _duct(x: float, y: float, wide: float, tall: float, front: float, rear: float) -> Solid:
    """A box with cut edges that is full at its front and sinks into the fuselage at its rear."""
    w, h = wide / 2, tall / 2
    c = 0.25 * min(w, h)
    corners = [
        (w, -h + c),
        (w, h - c),
        (w - c, h),
        (c - w, h),
        (-w, h - c),
        (-w, c - h),
        (c - w, -h),
        (w - c, -h),
    ]
    full, middle = np.array(corners), (2 * front + rear) / 3
    end = np.stack([0.5 * full[:, 0] + 0.5 * x, 0.5 * full[:, 1] + y], axis=-1)
    face = np.stack([full[:, 0] + x, full[:, 1] + y], axis=-1)
    return loft([(rear, end), (middle, face), (front, face)])


def _boxes(rng: np.random.Generator, paired: bool, wing: Wing, colours: Palette) -> list[Part]:
    """Flat engine boxes under a delta wing."""
    share = between(rng, 0.3, 0.5)
    x, y, z = wing.point(share, 0.45)
    wide, tall = (0.055 if paired else 0.032) * between(rng, 0.8, 1.2), between(rng, 0.022, 0.034)
    chord = wing.form.at(share)[2]
    length = min(max(0.75 * chord, 0.12), 0.26)
    case = box((wide, tall, length), (x, y - 0.45 * tall, z - 0.3 * chord), 0.003)
    mouth = box((0.86 * wide, 0.7 * tall, 0.02), (x, y - 0.5 * tall, z - 0.3 * chord + length / 2 - 0.007))
    return both(case, colours.engine) + both(mouth, colours.dark)
