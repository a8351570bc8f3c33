"""The wing: its planform, its place on the fuselage, winglets, struts and second planes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.categories.airplane.fuselage import Fuselage, draw_range
from training.categories.airplane.surfaces import Planform, tapered
from training.categories.airplane.types import AirType
from training.categories.furniture.draw import between, chance, pick
from training.materials import Material
from training.shape import Part
from training.solids import Solid, rod


@dataclass(frozen=True)
class Wing:
    """The wing of one airplane.

    Attributes:
        form: Right half.
        y: Height of its root.
        least: Thickness that nothing of this airplane goes below.
    """

    form: Planform
    y: float
    least: float

    @property
    def span(self) -> float:
        """Half span."""
        return float(self.form.reach[-1])

    def point(self, share: float, chordwise: float) -> tuple[float, float, float]:
        """A point of the right half: share of the half span, share of the chord from the leading edge."""
        x, lead, chord, rise = self.form.at(share)
        return x, self.y + rise, lead - chordwise * chord

    def parts(self, material: Material) -> list[Part]:
        """Both halves."""
        return both(self.form.wing(self.y), material)


def both(solid: Solid, material: Material) -> list[Part]:
    """A solid and its mirror image."""
    return [Part(solid, material), Part(solid.mirrored("x"), material)]


def draw_wing(rng: np.random.Generator, kind: AirType, body: Fuselage) -> Wing:
    """Draw a wing on a fuselage."""
    half = draw_range(rng, kind.span) / 2
    least = 0.009 * max(1.0, 2 * half)
    lead = 0.5 - draw_range(rng, kind.wing_z)
    chord = max(draw_range(rng, kind.chord), 0.06)
    taper = min(1.0, max(0.04, draw_range(rng, kind.taper)))
    form = pick(rng, kind.wings)
    shares, chords, sweep = _outline(rng, form, chord, taper, draw_range(rng, kind.sweep), half)
    reach = shares * half
    rise = np.maximum(reach - body.half_width, 0) * np.tan(np.radians(draw_range(rng, kind.dihedral)))
    rise += half * (between(rng, 0.0, 0.1) if chance(rng, 0.25) else 0.0) * shares**3
    trail_align = np.zeros_like(reach) if form != "oval" else 0.3 * (chord - chords)
    leads = lead - reach * np.tan(np.radians(sweep)) - trail_align
    thick = np.maximum(draw_range(rng, kind.thick) * chords, least)
    middle = lead - chord / 2
    centre, tall = body.middle(middle), float(body.top([middle])[0] - body.bottom([middle])[0]) / 2
    y = centre + tall * min(draw_range(rng, kind.wing_y), 1.0 + 0.3 * float(thick[0]) / tall)
    return Wing(Planform(reach, leads, chords, rise, thick), y, least)


def _outline(
    rng: np.random.Generator, form: str, chord: float, taper: float, sweep: float, half: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Shares of the half span, chords there, and the sweep to use."""
    if form == "kinked":
        kink = between(rng, 0.26, 0.42)
        inner = between(rng, 0.52, 0.7)
        return np.array([0.0, kink, 1.0]), chord * np.array([1.0, max(inner, taper), taper]), sweep
    if form == "oval":
        shares = np.array([0.0, 0.35, 0.6, 0.8, 0.92, 0.98, 1.0])
        curve = np.maximum(np.sqrt(1 - (shares * 0.98) ** 2), 0.2)
        return shares, chord * (taper * 0.5 + (1 - taper * 0.5) * curve), min(sweep, 4.0)
    if form == "delta":
        most = np.degrees(np.arctan(chord * (1 - taper) / half)) + between(rng, -8, 6)
        return np.array([0.0, 1.0]), chord * np.array([1.0, taper]), float(most)
    tip = between(rng, 0.6, 1.0) if chance(rng, 0.5) else 1.0
    shares = np.array([0.0, 0.4, 0.7, 0.94, 1.0])
    chords = 1.0 + (taper - 1.0) * shares
    return shares, chord * chords * np.array([1.0, 1.0, 1.0, 1.0, tip]), sweep


def winglets(rng: np.random.Generator, wing: Wing, material: Material) -> list[Part]:
    """Upturned tips."""
    chord = float(wing.form.chord[-1])
    x, y, z = wing.point(1.0, 0.0)
    tall = max(wing.span * between(rng, 0.07, 0.16), 1.2 * wing.least)
    form = tapered(
        tall, chord, between(rng, 0.4, 0.8), between(rng, 15, 45), z, 0.1, wing.least, between(rng, 0, 30)
    )
    return both(form.fin(y - 0.4 * wing.least, x - 0.5 * wing.least), material)


def struts(rng: np.random.Generator, wing: Wing, body: Fuselage, material: Material) -> list[Part]:
    """Bars that brace a high wing against the fuselage's lower side."""
    share = between(rng, 0.42, 0.62)
    radius = 0.6 * wing.least
    parts = []
    for chordwise in (0.3,) if chance(rng, 0.6) else (0.2, 0.6):
        end = wing.point(share, chordwise)
        z = end[2]
        foot = (
            0.7 * float(body.width([z])[0]),
            body.middle(z) - 0.62 * (body.middle(z) - float(body.bottom([z])[0])),
            z,
        )
        parts += both(rod(foot, end, radius), material)
    return parts


def upper_plane(
    rng: np.random.Generator, wing: Wing, body: Fuselage, material: Material, brace: Material
) -> list[Part]:
    """A biplane's second wing over the first, on interplane and cabane struts."""
    gap = float(wing.form.chord[0]) * between(rng, 0.85, 1.3) + 0.7 * body.half_height
    stagger, scale = between(rng, -0.02, 0.1), between(rng, 0.95, 1.18)
    f = wing.form
    form = Planform(
        f.reach * scale, f.lead + stagger, f.chord * between(rng, 0.95, 1.1), 0.6 * f.rise, f.thick
    )
    upper = Wing(form, wing.y + gap, wing.least)
    parts = upper.parts(material)
    radius = 0.65 * wing.least
    for chordwise in (0.2, 0.7):
        for share in (0.72,) if chance(rng, 0.6) else (0.45, 0.85):
            parts += both(
                rod(wing.point(share, chordwise), upper.point(share / scale, chordwise), radius), brace
            )
        x, y, z = upper.point(0.14, chordwise)
        parts += both(rod((0.5 * float(body.width([z])[0]), body.middle(z), z), (x, y, z), radius), brace)
    return parts
