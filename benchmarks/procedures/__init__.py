"""The ways from a field to a mesh that are measured side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.names import ProcedureName
from benchmarks.procedures import authors, dense, mise, ours
from benchmarks.question import Question
from imrecon_gui.core.field import Field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.types import Mesh


def _surface(field: Field) -> Mesh:
    return extract(field, field.level)


class Procedure(NamedTuple):
    """One way to a mesh.

    Attributes:
        sample: The values on the grid.
        surface: The mesh from them.
        progressive: The same, showing coarse fields on the way; None where there are none.
        takes_rough: Whether it asks the cheaper twin of the field where there is one.
    """

    sample: Callable[[Question], Field]
    surface: Callable[[Field], Mesh] = _surface
    progressive: Callable[[Question, ours.Partial], Field] | None = None
    takes_rough: bool = False


PROCEDURES = {
    ProcedureName.dense: Procedure(dense.sample),
    ProcedureName.authors: Procedure(authors.sample, authors.surface),
    ProcedureName.mise: Procedure(mise.sample),
    ProcedureName.ours_exact: Procedure(ours.sample_exact, progressive=ours.sample_exact),
    ProcedureName.ours: Procedure(ours.sample, progressive=ours.sample, takes_rough=True),
}
