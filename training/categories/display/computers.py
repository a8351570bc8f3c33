"""Home computers and terminals: the tube, the machine and sometimes the keyboard in one case."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, layers, plate
from training.categories.display.crt import Front, buttons, egg_case, face, front
from training.categories.furniture.draw import between, chance
from training.solids import box


def computer(rng: np.random.Generator) -> Pieces:
    """A home computer or terminal with its tube in one case; it may have a keyboard or a drive."""
    ratio = between(rng, 0.7, 1.0) if chance(rng, 0.5) else between(rng, 1.0, 1.35)
    f = front(rng, ratio, between(rng, 0.06, 0.13), (1.0, 2.0))
    chin = f.height * (between(rng, 0.25, 0.42) if ratio < 1 else between(rng, 0.08, 0.25))
    f = Front(f.width, f.height, f.corner, f.bezel, chin, f.recess)
    depth, lean = f.width * between(rng, 0.7, 1.2), between(rng, 0, 9)
    if chance(rng, 0.2):
        f = Front(f.width, f.height, f.height * between(rng, 0.1, 0.25), f.bezel, chin, f.recess)
        case = egg_case(rng, f, depth * between(rng, 1.0, 1.3))
        return [*face(rng, f), ("body", case), *buttons(rng, f)]
    pieces = [(role, s.turned("x", -lean)) for role, s in face(rng, f, right=between(rng, 0, 0.2) * f.width)]
    back, w = f.height * between(rng, 0.75, 1.0), f.width * between(rng, 0.8, 1.0)
    rows = [(-depth, w, back, 0.0, back / 2, f.corner)]
    rows.append((-f.recess, f.width, f.height, 0.0, f.height / 2, f.corner))
    shear = np.eye(4)
    case = layers(rows)
    if lean:
        shear[2, 1] = -np.tan(np.radians(lean))
        case = case.mapped(shear)
    pieces.append(("body", case))
    if chance(rng, 0.5):
        size = (f.width * between(rng, 0.3, 0.5), f.height * 0.03, 0.02)
        slot = plate(*size, 0.0, (f.width * 0.18, chin * 0.5, 0.0)).turned("x", -lean)
        pieces.append(("screen", slot))
    if chance(rng, 0.35):
        size = (
            f.width * between(rng, 0.95, 1.1),
            f.height * between(rng, 0.06, 0.14),
            depth * between(rng, 0.3, 0.5),
        )
        board = box(size, (0, size[1] / 2, size[2] / 2 - 0.1 * depth), 0.1 * size[1])
        pieces += [("body", board)]
        keys = box((size[0] * 0.85, size[1] * 0.2, size[2] * 0.55), (0, size[1] * 1.05, size[2] * 0.45))
        pieces += [("trim", keys)]
    return pieces
