"""What every procedural family must keep to: measured on samples of its shapes."""

from collections import Counter

import numpy as np

from training.categories import family
from training.shape import Shape
from training.solids import Solid


def same(first: Shape, second: Shape) -> bool:
    """Whether two shapes have the same parts, bit by bit."""
    if len(first.parts) != len(second.parts) or first.kind != second.kind:
        return False
    pairs = list(zip(first.parts, second.parts, strict=True))
    equal = all(np.array_equal(a.solid.mesh()[0], b.solid.mesh()[0]) for a, b in pairs)
    return equal and all(a.material == b.material for a, b in pairs)


def kinds(category: str, count: int) -> set[str]:
    """The topologies among the first shapes of a category."""
    return {family(category)(np.random.default_rng([5, seed])).kind for seed in range(count)}


def extents(shape: Shape) -> np.ndarray:
    """Side lengths (3,) of the bounding box over its longest side."""
    low, high = shape.bounds()
    return (high - low) / (high - low).max()


def loose_parts(shape: Shape) -> list[int]:
    """Indices of parts that hang together neither with the largest group of parts nor with each other."""
    solids = [part.solid for part in shape.parts]
    group = list(range(len(solids)))
    boxes = [solid.bounds() for solid in solids]
    for i in range(len(solids)):
        for j in range(i):
            apart = (boxes[i][0] > boxes[j][1]).any() or (boxes[j][0] > boxes[i][1]).any()
            if group[i] != group[j] and not apart and _overlap(solids[i], solids[j]):
                group = [group[i] if g == group[j] else g for g in group]
    largest = Counter(group).most_common(1)[0][0]
    return [i for i, g in enumerate(group) if g != largest]


def triangles(shape: Shape) -> int:
    """Triangles of all parts."""
    return sum(len(part.solid.mesh()[1]) for part in shape.parts)


def _overlap(a: Solid, b: Solid) -> bool:
    """Whether a corner or face of one lies in the other, or a grid in both boxes meets both."""
    if b.inside(_surface(a)).any() or a.inside(_surface(b)).any():
        return True
    low = np.maximum(a.bounds()[0], b.bounds()[0])
    high = np.minimum(a.bounds()[1], b.bounds()[1])
    steps = (np.arange(7) + 0.5) / 7
    grid = low + (high - low) * np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 3)
    return bool((a.inside(grid) & b.inside(grid)).any())


def _surface(solid: Solid) -> np.ndarray:
    vertices, faces = solid.mesh()
    corners = vertices[faces]
    middles = [(corners[:, i] + corners[:, i - 1]) / 2 for i in range(3)]
    return np.concatenate([vertices, corners.mean(1), *middles])
