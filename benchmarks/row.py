"""One line of the result."""

from __future__ import annotations

from dataclasses import dataclass

DONE, STOPPED = "done", "stopped"
SINGLE, MIXED = "fp32", "bf16+fp32"


@dataclass(frozen=True)
class Row:
    """What one procedure cost with one network at one resolution; None is what is not known.

    Attributes:
        model: The network's name.
        weights: What they are, in words: "trained", "random weights".
        resolution: Cells along each axis.
        device: "cpu", "cuda" or "mps".
        precision: "fp32", or "bf16+fp32" where a rough twin is asked and its doubtful signs again.
        procedure: A value of `ProcedureName`.
        status: "done", "stopped" if it would have taken too long, else what went wrong.
        points: How many different points the network was asked.
        seconds: From the network's input to the mesh: the sum of the three stages.
        encode_s: Seconds of the encoder.
        field_s: Seconds of the sampling.
        surface_s: Seconds of the isosurface.
        rounds: Of how many rounds the seconds are the medians.
        us_per_point: Microseconds of the sampling for each point.
        share_of_peak: Of the measured rate of matrix products in this precision, what the points' own
            arithmetic reached; asking again in single precision does not count.
        peak_mb: Most memory above that of the loaded network, in 10^6 bytes; the card's on CUDA.
        first_partial_s: Seconds from the network's input to the first coarse mesh.
        differing_signs: Nodes on another side of the surface than dense evaluation has them, in pieces
            larger than a cell of the coarse grid.
        differing_specks: The same in smaller pieces.
        triangles: Of the mesh.
        ratio_to_authors: How many times faster than the authors' procedure in this run.
        points_again: How many points were asked a second time, in single precision.
        oracle_points: How many nodes marching cubes reads of the field: what an oracle who knows the surface
            would ask; None where no whole grid is kept.
    """

    model: str
    weights: str
    resolution: int
    device: str
    precision: str
    procedure: str
    status: str
    points: int | None = None
    seconds: float | None = None
    encode_s: float | None = None
    field_s: float | None = None
    surface_s: float | None = None
    rounds: int = 0
    us_per_point: float | None = None
    share_of_peak: float | None = None
    peak_mb: float | None = None
    first_partial_s: float | None = None
    differing_signs: int | None = None
    differing_specks: int | None = None
    triangles: int | None = None
    ratio_to_authors: float | None = None
    points_again: int | None = None
    oracle_points: int | None = None
