"""What a cabinet ends in at the top: slabs, mouldings, cornices, galleries, pediments, mirrors, hutches."""

from __future__ import annotations

import numpy as np

from training.categories.cabinet.carcass import carcass
from training.categories.cabinet.fronts import Style, fronts, ring
from training.categories.cabinet.layout import SCHEMES, Area
from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.cabinet.stands import tiers
from training.categories.furniture.draw import between, chance, pick, tailed
from training.solids import Solid, box, extrusion

HEAD_KINDS = (
    "flush", "slab", "moulded", "cornice", "gallery", "pediment", "mirror", "hutch", "rounded", "tray",
)  # fmt: skip
HUTCHES = {"shelves": 4, "glazed": 3, "doors": 1.5, "open top": 1, "bays": 0.6, "stack": 0.3}


def head(rng: np.random.Generator, kind: str, m: Measures, s: Style) -> list[Piece]:
    """A head of one of HEAD_KINDS on the carcass."""
    if kind == "flush":
        return []
    if kind == "hutch":
        return [_worktop(rng, m), *_hutch(rng, m, s)]
    if kind == "mirror":
        return [_worktop(rng, m), *_mirror(rng, m)]
    if kind in ("gallery", "tray"):
        return [*_gallery(rng, m, kind == "tray"), *([_worktop(rng, m)] if chance(rng, 0.5) else [])]
    if kind in ("cornice", "pediment"):
        cornice = tiers(_cornice(rng, m), m, chance(rng, 0.6))
        return [(cornice, "body"), *(_pediment(rng, m) if kind == "pediment" else [])]
    return [_worktop(rng, m, kind)]


def _worktop(rng: np.random.Generator, m: Measures, kind: str = "") -> Piece:
    """A plate over the carcass, its edge square, moulded or rounded."""
    kind = kind or pick(rng, {"slab": 4, "moulded": 2})
    toy, y = 2.5 if m.toy else 1.0, m.height
    t = tailed(rng, 0.028 * toy, 0.35, 0.012, 0.14)
    over = 0.003 if chance(rng, 0.15) else tailed(rng, 0.018 * toy, 0.6, 0.003, 0.12)
    flush = chance(rng, 0.5) and not m.toy
    if kind == "rounded" or (m.toy and chance(rng, 0.5)):
        size = (m.width + 2 * over, t, m.depth + 2 * over)
        return box(size, (0, y + t / 2 - 0.004, 0), t * between(rng, 0.25, 0.48)), "top"
    low = y - 0.004
    if kind == "slab":
        return tiers([(low, over), (y + t, over)], m, flush), "top"
    step = over * between(rng, 0.2, 0.8)
    levels = [
        (low, step),
        (y + 0.45 * t, step),
        (y + 0.5 * t, over),
        (y + 0.9 * t, over),
        (y + t, over - 0.004),
    ]
    return tiers(levels, m, flush), "top"


def _cornice(rng: np.random.Generator, m: Measures) -> list[tuple[float, float]]:
    """A moulding that steps or sweeps outward."""
    high = tailed(rng, 0.08, 0.4, 0.03, 0.2) * (1.6 if m.toy else 1.0)
    out, bend = high * between(rng, 0.4, 1.1), between(rng, 0.6, 2.2)
    u = np.linspace(0.0, 1.0, 5)
    levels = [(m.height - 0.01, 0.004)]
    levels += [(m.height + float(0.7 * v * high), 0.004 + float(v**bend * out)) for v in u]
    return [*levels, (m.height + high, 0.004 + out)]


def _pediment(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """A gable, an arch or a broken scroll standing on the front edge."""
    x, rise, low = m.width / 2 * between(rng, 0.75, 1.0), m.width * between(rng, 0.1, 0.25), m.height
    u = np.linspace(-1, 1, 13)
    crown = {"gable": 1 - np.abs(u), "arch": np.sqrt(1 - u**2 * 0.999), "swan": np.cos(1.45 * u) ** 2}
    kind = str(rng.choice(list(crown)))
    edge = np.stack([u * x, low + 0.05 + rise * crown[kind]], axis=1)
    if chance(rng, 0.2):
        edge[6, 1] = low + 0.5 * rise
    outline = np.concatenate([[[x, low], [-x, low]], edge])
    t = between(rng, 0.02, 0.06)
    return [(extrusion(outline, t, axis="z", at=m.front - t / 2), "body")]


def _gallery(rng: np.random.Generator, m: Measures, tray: bool) -> list[Piece]:
    """A rim that stands up at the rear, and at the sides."""
    high, t, low = tailed(rng, 0.09, 0.5, 0.03, 0.35), max(0.012, m.board), m.height - 0.01
    solids: list[Solid] = [box((m.width, high, t), (0, low + high / 2, -m.depth / 2 + t / 2))]
    deep = m.depth * (1.0 if chance(rng, 0.6) else between(rng, 0.4, 1.0))
    if tray or chance(rng, 0.5):
        side = high * (1.0 if tray else between(rng, 0.4, 1.0))
        z = -m.depth / 2 + deep / 2
        solids += [box((t, side, deep), (s * (m.width - t) / 2, low + side / 2, z)) for s in (-1, 1)]
    if tray and deep == m.depth and chance(rng, 0.6):
        solids.append(box((m.width, high * 0.7, t), (0, low + 0.35 * high, m.depth / 2 - t / 2)))
    return [(s, "body") for s in solids]


def _mirror(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """A framed glass at the rear, on two posts or straight on the top."""
    width, high = m.width * between(rng, 0.4, 0.95), min(m.width, 1.3) * between(rng, 0.5, 1.0)
    raised, rail, z = between(rng, 0.0, 0.12), between(rng, 0.03, 0.08), -m.depth / 2 + 0.03
    low = m.height + raised + 0.005
    area = Area(-width / 2, width / 2, low, low + high)
    pane = box((width - rail, high - rail, 0.014), (0, low + high / 2, z))
    pieces: list[Piece] = [(pane, "glass"), (ring(area, rail, z - 0.012, z + 0.016), "body")]
    post = raised + (0.3 * high if raised else 0.1)
    x = width / 2 - rail / 2 if chance(rng, 0.5) else width * 0.3
    sticks = [box((0.035, post, 0.025), (s * x, m.height + post / 2 - 0.005, z - 0.01)) for s in (-1, 1)]
    return pieces + [(p, "body") for p in sticks]


def _hutch(rng: np.random.Generator, m: Measures, s: Style) -> list[Piece]:
    """An upper part, shallower than the lower, on it or raised over a worktop on its sides."""
    deep, width = (
        m.depth * between(rng, 0.35, 0.9),
        m.width * (1.0 if chance(rng, 0.7) else between(rng, 0.7, 1.0)),
    )
    lift = m.height + 0.005
    high = max(0.3, tailed(rng, 1.0, 0.3, 0.4, 1.7)) * min(1.0, 0.5 + m.width / 2)
    gap = between(rng, 0.15, 0.4) if chance(rng, 0.3) else 0.0
    raised = Measures(width, lift + gap + high, deep, lift + gap, m.board, m.gap, m.relief, m.stock, m.toy)
    t = m.board
    area = Area(-width / 2 + t, width / 2 - t, raised.lift + t, raised.height - t)
    layout = SCHEMES[pick(rng, HUTCHES)](rng, area, t)
    pieces = carcass(layout, raised, True) + fronts(layout, s, raised)
    if gap:
        side = box((t, gap + 0.02, deep), (0, lift + gap / 2, 0))
        pieces += [(side.moved(x=v * (width - t) / 2), "body") for v in (-1, 1)]
        pieces.append((box((width, gap + 0.02, 0.012), (0, lift + gap / 2, -deep / 2 + 0.006)), "back"))
    if chance(rng, 0.6):
        pieces += head(rng, pick(rng, {"cornice": 3, "slab": 2, "pediment": 0.7}), raised, s)
    return [(solid.moved(z=(deep - m.depth) / 2), role) for solid, role in pieces]
