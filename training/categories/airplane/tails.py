"""Tail planes: low, T, cruciform, V, twin fins, a single fin."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.fuselage import Fuselage
from training.categories.airplane.surfaces import Planform, tapered
from training.categories.airplane.wings import Wing, both
from training.categories.furniture.draw import between, chance
from training.materials import Material
from training.shape import Part


def tail_parts(
    rng: np.random.Generator, form: str, body: Fuselage, wing: Wing, fin: Material, plane: Material
) -> list[Part]:
    """The tail of one form; `fin` paints the upright surfaces."""
    if form == "vee":
        return _vee(rng, body, wing, fin)
    if form == "twin":
        return _canted(rng, body, wing, fin) + _plane(rng, body, wing, 0.0, plane)[0]
    if form == "outer":
        return _outer(rng, body, wing, fin, plane)
    upright = _fin(rng, body, wing)
    foot = _root(body, upright)
    parts = [Part(upright.fin(foot), fin)]
    if form == "fin":
        return parts
    share = {"low": 0.0, "tee": between(rng, 0.9, 1.0), "cross": between(rng, 0.3, 0.6)}[form]
    reach, lead, chord, _ = upright.at(share)
    if share == 0.0:
        return parts + _plane(rng, body, wing, between(rng, -0.25, 0.35), plane)[0]
    form_ = _horizontal(rng, wing, lead - 0.08 * chord, min(chord * between(rng, 0.8, 1.05), 0.2))
    return parts + both(form_.wing(foot + reach), plane)


def _fin(rng: np.random.Generator, body: Fuselage, wing: Wing) -> Planform:
    """An upright fin that ends about where the fuselage does."""
    big = max(1.0, min(1.6, body.half_width / 0.075)) * between(rng, 0.85, 1.2)
    tall = between(rng, 0.12, 0.21) * big + 0.25 * body.half_height
    chord = between(rng, 0.13, 0.25) * min(big, 1.3)
    taper, sweep = between(rng, 0.3, 0.8), between(rng, 8, 52)
    tip_end = tall * np.tan(np.radians(sweep)) + chord * taper
    end = -0.5 + between(rng, -0.05, 0.06)
    lead = max(end + chord, min(end + tip_end, end + 1.25 * chord))
    return tapered(tall, chord, taper, sweep, float(lead), between(rng, 0.08, 0.12), wing.least)


def _root(body: Fuselage, fin: Planform) -> float:
    """A height inside the fuselage under the fin's whole chord."""
    z = np.clip(fin.lead[0] - fin.chord[0] * np.array([0.1, 0.5, 0.8]), -0.49, 0.49)
    low = float((body.top(z) * 0.6 + body.bottom(z) * 0.4).min())
    return low


def _horizontal(rng: np.random.Generator, wing: Wing, lead: float, chord: float) -> Planform:
    half = min(max(0.14, wing.span * between(rng, 0.26, 0.42)), between(rng, 0.18, 0.24))
    sweep = _sweep_of(wing) * between(rng, 0.6, 1.2) + between(rng, 0, 10)
    return tapered(
        half,
        chord,
        between(rng, 0.4, 0.95),
        sweep,
        lead,
        0.1,
        wing.least,
        between(rng, -2, 7) * chance(rng, 0.5),
    )


def _sweep_of(wing: Wing) -> float:
    """Mean sweep of the wing's leading edge, degrees, at most 50."""
    run = float(wing.form.lead[0] - wing.form.lead[-1])
    return min(50.0, max(0.0, float(np.degrees(np.arctan2(run, wing.span)))))


def _plane(
    rng: np.random.Generator, body: Fuselage, wing: Wing, height: float, material: Material
) -> tuple[list[Part], Planform, float]:
    """A horizontal plane on the fuselage; its parts, half, and height."""
    chord = between(rng, 0.1, 0.17)
    lead = -0.5 + between(rng, -0.02, 0.07) + chord
    middle = max(lead - 0.5 * chord, -0.49)
    y = body.middle(middle) + height * float(body.top([middle])[0] - body.bottom([middle])[0]) * 0.5
    form = _horizontal(rng, wing, lead, chord)
    return both(form.wing(y), material), form, y


def _vee(rng: np.random.Generator, body: Fuselage, wing: Wing, material: Material) -> list[Part]:
    chord, angle = between(rng, 0.1, 0.17), between(rng, 30, 48)
    lead = -0.5 + chord + between(rng, -0.02, 0.03)
    y = body.middle(max(lead - 0.6 * chord, -0.49))
    form = tapered(
        between(rng, 0.17, 0.26), chord, between(rng, 0.4, 0.85), between(rng, 5, 35), lead, 0.1, wing.least
    )
    return both(form.wing().turned("z", angle).moved(0, y, 0), material)


def _canted(rng: np.random.Generator, body: Fuselage, wing: Wing, material: Material) -> list[Part]:
    """Two fins on the fuselage's shoulders, leaning out."""
    chord = between(rng, 0.14, 0.24)
    lead = -0.5 + chord + between(rng, 0.0, 0.12)
    middle = lead - 0.5 * chord
    x = float(body.width([max(lead - 0.9 * chord, -0.49)])[0]) * between(rng, 0.45, 0.8)
    y = float(body.middle(middle))
    form = tapered(
        between(rng, 0.13, 0.22) + 0.4 * body.half_height,
        chord,
        between(rng, 0.3, 0.65),
        between(rng, 20, 48),
        lead,
        0.07,
        wing.least,
    )
    return both(form.fin().turned("z", -between(rng, 0, 28)).moved(x, y, 0), material)


def _outer(
    rng: np.random.Generator, body: Fuselage, wing: Wing, fin: Material, plane: Material
) -> list[Part]:
    """Fins at the ends of the horizontal plane."""
    parts, form, y = _plane(rng, body, wing, between(rng, 0.0, 0.8), plane)
    reach, lead, chord, rise = form.at(0.97)
    tall = between(rng, 0.1, 0.17)
    upright = tapered(tall, chord * between(rng, 1.0, 1.3), between(rng, 0.5, 0.9), 12, lead, 0.1, wing.least)
    return parts + both(upright.fin(y + rise - tall * between(rng, 0.2, 0.5), reach), fin)
