"""What can be measured, by name; cheap to import."""

from __future__ import annotations

from enum import StrEnum

DESIGNS = ("im-svr", "im-net-2020")
"""Designs that are measured with random weights when they are named instead of a model."""


class ProcedureName(StrEnum):
    """The ways to a mesh, in the order in which they are run: dense gives the signs, authors the ratio."""

    dense = "dense"
    authors = "authors"
    mise = "mise"
    ours_exact = "ours-exact"
    ours = "ours"
