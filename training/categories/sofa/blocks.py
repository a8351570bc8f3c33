"""Sofas of plain bodies: loose blocks and the booths of restaurants."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan
from training.solids import box


def modules(rng: np.random.Generator, p: Plan) -> Group:
    """Equal seat blocks side by side, some with a back or a side, perhaps some in a second row."""
    w, deep, seat = (
        tailed(rng, 0.8, 0.2, 0.5, 1.2),
        tailed(rng, 0.85, 0.2, 0.55, 1.2),
        between(rng, 0.25, 0.48),
    )
    t, top, soft = between(rng, 0.08, 0.3), seat + between(rng, 0.15, 0.5), between(rng, 0.0, 0.1)
    count, split = max(1, min(4, p.seats)), chance(rng, 0.5)
    leg = between(rng, 0.01, 0.06) if chance(rng, 0.4) else 0.0
    body: Group = []
    for i in range(count):
        backed = chance(rng, 0.85) or i == 0
        body += _module(w, deep, seat, t if backed else 0.0, top, soft, leg, i * w, split)
    ends = int(rng.integers(0, 4))
    arm_top = seat + (top - seat) * float(rng.choice([1.0, 1.0, 0.5]))
    for i, x in ((1, -w / 2 + t / 2), (2, (count - 0.5) * w - t / 2)):
        if ends & i:
            body.append(
                (
                    "body",
                    box((t, arm_top - leg, deep), (x, (arm_top + leg) / 2, deep / 2), min(soft, 0.45 * t)),
                )
            )
    if chance(rng, 0.35):
        at = float(rng.choice([0, count - 1])) * w
        body += [
            (r, b.moved(z=deep - 0.004))
            for r, b in _module(w, deep * between(rng, 0.6, 1.0), seat, 0.0, top, soft, leg, at, split)
        ]
    return body


def _module(
    w: float, deep: float, seat: float, t: float, top: float, soft: float, leg: float, x: float, split: bool
) -> Group:
    """One block, with a back if t > 0 and a cushion of its own if `split`."""
    cushion = 0.4 * seat if split else 0.0
    wide = w + 0.006
    body: Group = [
        (
            "body",
            box(
                (wide, seat - cushion - leg + 0.01, deep),
                (x, (seat - cushion + leg + 0.01) / 2, deep / 2),
                min(soft, 0.12 * w),
            ),
        )
    ]
    if split:
        body.append(
            (
                "cushion",
                box(
                    (w - 0.004, cushion + 0.02, deep - 0.7 * t),
                    (x, seat - cushion / 2 - 0.01, deep / 2 + 0.35 * t),
                    soft,
                ),
            )
        )
    if t > 0.0:
        body.append(("body", box((w, top - leg, t), (x, (top + leg) / 2, t / 2), min(soft, 0.45 * t))))
    if leg > 0.0:
        body += [
            ("leg", box((0.05, leg + 0.02, 0.05), (x + a * (w / 2 - 0.06), leg / 2 + 0.01, z)))
            for a in (-1, 1)
            for z in (0.06, deep - 0.06)
        ]
    return body


def banquette(rng: np.random.Generator, p: Plan) -> Group:
    """A restaurant's booth: a box, a seat pad and a tall back, plain or channelled."""
    w, deep, seat = between(rng, 0.9, 2.4), between(rng, 0.5, 0.7), between(rng, 0.42, 0.5)
    top, t, pad = between(rng, 0.85, 1.4), between(rng, 0.08, 0.2), between(rng, 0.06, 0.14)
    toe = between(rng, 0.0, 0.08)
    body: Group = [("leg", box((w, seat - pad + 0.005, deep - toe), (0, (seat - pad) / 2, (deep - toe) / 2)))]
    body.append(("leg", box((w, top - 0.01, 0.5 * t), (0, top / 2, 0.25 * t))))
    body.append(
        ("cushion", box((w, pad, deep - 0.5 * t), (0, seat - pad / 2, deep / 2 + 0.25 * t), 0.4 * pad))
    )
    count = int(w / between(rng, 0.12, 0.4)) + 1 if chance(rng, 0.6) else 1
    pitch = w / count
    for i in range(count):
        x = (i + 0.5) * pitch - w / 2
        body.append(
            (
                "cushion",
                box((pitch, top - seat + 0.02, t), (x, (top + seat) / 2, 0.55 * t), 0.35 * min(t, pitch)),
            )
        )
    return body
