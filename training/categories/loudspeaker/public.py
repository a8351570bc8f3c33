"""Loudspeakers that are heard from far: horns, megaphones, gramophones, wedges, line arrays, panels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.loudspeaker.boxes import case, enclosure, grille
from training.categories.loudspeaker.drivers import Style, cone, facing, flare
from training.categories.loudspeaker.palette import Piece
from training.solids import Solid, box, cylinder, extrusion, loft, rod, tube


def bell(rng: np.random.Generator, length: float, throat: float, mouth: float, sides: int = 24) -> Solid:
    """A flaring shell about z, its throat closed at z = 0, its mouth open at z = `length`."""
    u, bend, t = np.linspace(0, 1, 9), between(rng, 1.3, 4.0), 0.03 * mouth
    r = throat + (mouth - throat) * u**bend
    outer = np.stack([r, u * length], axis=1)
    inner = np.stack([np.maximum(r - t, 0.4 * r), u * length], axis=1)[1:][::-1]
    return facing([[0, 0], *outer.tolist(), *inner.tolist(), [0, length / 8]], 0, 0, 0, sides)


def _horn(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A reflex horn with its motor behind it, on a bracket, post or foot."""
    length, mouth, motor = between(rng, 0.5, 1.3), 0.5, between(rng, 0.1, 0.22)
    pieces: list[Piece] = [(bell(rng, length, motor * 0.6, mouth), "body")]
    pieces.append((cylinder(motor, 0.5 * length, (0, 0, -0.2 * length), motor * 0.9, "z"), "trim"))
    if chance(rng, 0.7):
        r = between(rng, 0.08, 0.2)
        bulb = [
            [0, 0.0],
            [r * 0.5, 0.0],
            [r * 0.6, 0.4 * length],
            [r, 0.7 * length],
            [r * 0.7, 0.85 * length],
            [0, 0.88 * length],
        ]
        pieces.append((facing(bulb, 0, 0, 0), "trim"))
    return _raised(rng, pieces, motor)


def _raised(rng: np.random.Generator, pieces: list[Piece], motor: float) -> list[Piece]:
    """Put a horn on a U bracket with a foot, or on a mast."""
    lift = 0.5 + (between(rng, 0.02, 0.2) if chance(rng, 0.7) else between(rng, 0.3, 2.0))
    raised = [(q.moved(y=lift), role) for q, role in pieces]
    post, x = between(rng, 0.03, 0.08), motor + 0.02
    if chance(rng, 0.5):
        path = np.array([[-x, lift, -0.05], [-x, 0.02, -0.05], [x, 0.02, -0.05], [x, lift, -0.05]])
        pin = rod((-x - 0.02, lift, -0.05), (x + 0.02, lift, -0.05), 0.02)
        return [
            *raised,
            (tube(path, 0.02, sides=8), "stand"),
            (pin, "stand"),
            (cylinder(0.2, 0.03, (0, 0.015, -0.05)), "stand"),
        ]
    foot = (
        box((0.5, 0.04, 0.45), (0, 0.02, -0.05))
        if chance(rng, 0.5)
        else cylinder(0.3, 0.04, (0, 0.02, -0.05))
    )
    return [*raised, (cylinder(post, lift, (0, lift / 2, -0.05)), "stand"), (foot, "stand")]


def _megaphone(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A horn to hold: bell, barrel with mouthpiece, pistol grip."""
    length, mouth, r = between(rng, 0.6, 1.1), between(rng, 0.35, 0.55), between(rng, 0.1, 0.17)
    barrel = between(rng, 0.3, 0.7)
    pieces: list[Piece] = [(bell(rng, length, r, mouth), "body")]
    pieces.append((cylinder(r * 1.05, barrel, (0, 0, -barrel / 2 + 0.03), axis="z"), "trim"))
    pieces.append((cylinder(r * 1.4, 0.08, (0, 0, -barrel), axis="z"), "stand"))
    drop = max(0.6, mouth)
    pieces.append((rod((0, 0, -0.3 * barrel), (0, -drop, -0.3 * barrel - 0.1), 0.06), "stand"))
    return [(q.moved(y=drop), role) for q, role in pieces]


def _gramophone(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A wooden case with a turntable and a crank, a curved horn over it."""
    w, h = between(rng, 0.7, 1.0), between(rng, 0.2, 0.5)
    sides = int(rng.choice([8, 10, 24]))
    pieces: list[Piece] = [(box((w, h, w), (0, h / 2, 0), 0.02), "body")]
    pieces.append((box((w * 1.12, 0.06, w * 1.12), (0, 0.03, 0)), "body"))
    pieces.append((cylinder(0.4 * w, 0.04, (0, h + 0.01, 0.05)), "cone"))
    pieces.append((rod((w / 2 - 0.05, 0.5 * h, 0), (w / 2 + 0.15, 0.5 * h, 0), 0.02), "stand"))
    pieces.append((rod((w / 2 + 0.14, 0.52 * h, 0), (w / 2 + 0.14, 0.52 * h - 0.15, 0.08), 0.02), "stand"))
    rise, back = between(rng, 0.5, 1.0), -w / 2 + 0.05
    path = np.array(
        [
            [0, 0.6 * h, back],
            [0, h + 0.5 * rise, back - 0.08],
            [0, h + rise, back + 0.02],
            [0, h + rise + 0.12, back + 0.2],
        ]
    )
    pieces.append((tube(path, [0.035, 0.05, 0.075, 0.1]), "trim"))
    tilt, mouth = between(rng, 10, 45), between(rng, 0.4, 0.8)
    horn = (
        bell(rng, between(rng, 0.7, 1.1), 0.1, mouth, sides)
        .turned("x", -tilt)
        .moved(0, path[-1][1] - 0.02, path[-1][2] - 0.06)
    )
    return [*pieces, (horn, "trim")]


def _wedge(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A stage monitor: a box whose sloping front looks up at the player."""
    high, deep, tip = between(rng, 0.5, 0.8), between(rng, 0.6, 0.9), between(rng, 0.05, 0.2)
    knee = between(rng, 0.15, 0.45) * deep
    side = np.array(
        [[0, -deep / 2], [0, deep / 2], [tip, deep / 2], [high, -deep / 2 + knee], [high * 0.9, -deep / 2]]
    )
    pieces: list[Piece] = [(extrusion(side, 1.0, axis="x"), "body")]
    run = np.array([high - tip, -deep + knee])
    length, lean = float(np.hypot(*run)), float(np.degrees(np.arctan2(-run[1], run[0])))
    if chance(rng, 0.5):
        plate: list[Piece] = [(box((0.92, length * 0.9, 0.04), (0, 0, 0)), "grille")]
    else:
        r = min(0.36 * length, 0.23)
        plate = [*cone(s, -0.2, 0, 0, r, 0.003), *flare(rng, 0.27, 0, 0, 0.36, min(0.3, 0.6 * length))]
    middle = (0, (high + tip) / 2, knee / 2)
    pieces += [(q.turned("x", -lean).moved(*middle), role) for q, role in plate]
    return pieces


def _line_array(rng: np.random.Generator, s: Style) -> list[Piece]:
    """Low trapezoidal boxes hung above each other, curving forward at the foot."""
    count, high, deep = int(rng.integers(3, 9)), between(rng, 0.22, 0.4), between(rng, 0.35, 0.7)
    bend, pieces, place = between(rng, 0.0, 7.0), [], np.array([0.0, 0.0])
    for i in range(count):
        angle = np.radians(bend * i)
        face = box((1.0, high, deep), (0, -high / 2, -deep / 2), 0.01)
        cloth = box((0.92, high * 0.86, 0.04), (0, -high / 2, 0.0))
        for solid, role in ((face, "body"), (cloth, "grille")):
            pieces.append((solid.turned("x", bend * i).moved(0, *place), role))
        place = place - high * 0.97 * np.array([np.cos(angle), np.sin(angle)])
    low = min(float(q.bounds()[0, 1]) for q, _ in pieces)
    pieces.append((box((0.8, 0.06, deep * 0.9), (0, 0.02, -deep / 2)), "stand"))
    return [(q.moved(y=-low, z=deep / 2), role) for q, role in pieces]


def _panel(rng: np.random.Generator, s: Style) -> list[Piece]:
    """An electrostatic or flat panel: a thin tall sheet on a foot, flat or curved."""
    w, h, t = between(rng, 0.22, 0.6), 1.0, between(rng, 0.02, 0.05)
    lift = between(rng, 0.02, 0.25)
    frame = box((w, h, t), (0, lift + h / 2, 0), 0.004)
    cloth = box((w * 0.88, h * 0.94, t + 0.02), (0, lift + h / 2, 0))
    foot = box((w, lift + 0.02, between(rng, 0.15, 0.4)), (0, lift / 2 + 0.01, 0), 0.004)
    lean, pieces = between(rng, 0.0, 0.12), [(frame, "body"), (cloth, "grille"), (foot, "stand")]
    shear = np.eye(4)
    shear[2, 1], shear[2, 3] = -lean, lean * h / 2
    return [(q.mapped(shear), role) for q, role in pieces[:2]] + [(foot.mapped(shear), "stand")]


def _corner_horn(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A large folded-horn cabinet: five-sided plan, grille before it, a smaller upper part."""
    w, h, top = 0.8, between(rng, 0.7, 1.1), between(rng, 0.3, 0.5)
    plan = np.array([[-0.35, 0.0], [0.0, -w / 2], [0.35, -w / 2], [0.35, w / 2], [0.0, w / 2]])
    pieces: list[Piece] = [(loft([(0.0, plan), (h, plan)], axis="y"), "body")]
    pieces.append((loft([(h - 0.01, plan * 0.97), (h + top, plan * 0.97)], axis="y"), "body"))
    pieces.append((box((w * 0.85, h * 0.8, 0.04), (0, h * 0.5, 0.35)), "grille"))
    return [*pieces, (box((w * 0.85, top * 0.8, 0.04), (0, h + top / 2, 0.34)), "grille")]


def _monolith(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A sculpture: a leaning blade, an obelisk or a pyramid with drivers in its face."""
    w, deep, narrow = between(rng, 0.25, 0.5), between(rng, 0.2, 0.5), between(rng, 0.15, 0.7)
    base = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [deep / 2, w / 2]
    back = between(rng, -0.3, 0.3) * deep
    body = loft([(0.0, base), (1.0, base * narrow + [back, 0])], axis="y")
    pieces: list[Piece] = [(body, "body"), (box((w * 1.2, 0.03, deep * 1.2), (0, 0.015, 0)), "stand")]
    lean = float(np.degrees(np.arctan2(deep / 2 * (1 - narrow) - back, 1.0)))
    for v, k in ((0.3, 0.36), (0.58, 0.3), (0.78, 0.16)):
        half = w / 2 * (1 - v * (1 - narrow))
        z = deep / 2 + v * (back - deep / 2 * (1 - narrow))
        pieces += [
            (q.turned("x", -lean).moved(0, v, z), role) for q, role in cone(s, 0, 0, 0, half * 2 * k, 0.004)
        ]
    return pieces


def _party(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A trolley speaker: two woofers behind a bulging grille, a pull-out handle, wheels."""
    c = case(rng, (0.42, 1.0, between(rng, 0.35, 0.5)), str(rng.choice(["rounded", "soft", "wedge"])))
    pieces = [*enclosure(rng, c, ()), *(grille(rng, c) if chance(rng, 0.5) else [])]
    if len(pieces) < 3:
        r = between(rng, 0.13, 0.18)
        pieces += [q for y in (0.28, 0.68) for q in cone(s, 0, y, c.depth / 2 + 0.0, r, 0.004)]
    x, rise = between(rng, 0.08, 0.16), between(rng, 0.05, 0.4)
    path = np.array([[-x, 0.7, 0], [-x, 1 + rise, 0], [x, 1 + rise, 0], [x, 0.7, 0]]) + np.array(
        [0.0, 0.0, -0.1 * c.depth]
    )
    pieces.append((tube(path, 0.015, sides=8), "stand"))
    wheel, back = cylinder(0.06, 0.06, (0.17, 0.0, -0.28 * c.depth), axis="x"), -0.28 * c.depth
    pieces += [(wheel, "cone"), (wheel.mirrored("x"), "cone")]
    pieces += [(box((0.34, 0.16, 0.05), (0, 0.05, back)), "stand")]
    pieces += [(box((0.24, 0.16, 0.05), (0, 0.02, -back)), "stand")]
    return [(q.moved(y=0.06), role) for q, role in pieces]


PUBLIC: dict[str, Callable[[np.random.Generator, Style], list[Piece]]] = {
    "horn": _horn, "megaphone": _megaphone, "gramophone": _gramophone, "wedge": _wedge,
    "line array": _line_array, "panel": _panel, "corner horn": _corner_horn, "monolith": _monolith,
    "party": _party,
}  # fmt: skip
