"""What the measures mean for a print, in words that need no experience with printers."""

from __future__ import annotations

from dataclasses import dataclass

from imrecon_gui.core.printing.report import PrintReport

LEAST_WALL_MM = 0.8
"""Two lines of a usual 0.4 mm nozzle."""

HOLLOW_SHARE = 0.99
"""What has less than this share of the solid's volume is called hollow."""

USUAL_BED_MM = 220.0
MUCH_OVERHANG_PERCENT = 5.0
GRAMS_PER_CM3 = 1.24
"""PLA, the plastic most people print with."""


@dataclass(frozen=True)
class Verdict:
    """One line of the report.

    Attributes:
        what: What was measured.
        value: The measure with its unit.
        is_good: Whether it stands in the way of nothing.
        words: One sentence that says what it means.
    """

    what: str
    value: str
    is_good: bool
    words: str


def verdicts(report: PrintReport) -> tuple[Verdict, ...]:
    """The report in words, the most important first."""
    return (
        _solid(report),
        _pieces(report),
        _size(report),
        _walls(report),
        _overhang(report),
        *_hollow(report),
        _volume(report),
        Verdict("Surface", f"{report.surface_cm2:.1f} cm²", True, _triangles(report)),
    )


def _solid(report: PrintReport) -> Verdict:
    if report.manifold:
        return Verdict("Solid", "closed", True, "Watertight and manifold: any slicer takes it as it is.")
    if report.watertight:
        words = "Watertight, but it touches itself in single points; slicers mend that by themselves."
        return Verdict("Solid", "closed, with pinches", True, words)
    return Verdict("Solid", "open", False, "It has holes; the slicer may fill it wrongly.")


def _pieces(report: PrintReport) -> Verdict:
    if report.pieces == 1:
        return Verdict("Pieces", "1", True, "It comes off the printer in one piece.")
    words = "They are not joined to each other: some may start in mid-air or fall off."
    return Verdict("Pieces", str(report.pieces), False, words)


def _size(report: PrintReport) -> Verdict:
    value = " x ".join(f"{side:.1f}" for side in report.size_mm) + " mm"
    if max(report.size_mm) > USUAL_BED_MM:
        return Verdict(
            "Size", value, False, f"Larger than most printers' {USUAL_BED_MM:.0f} mm: scale it down."
        )
    return Verdict("Size", value, True, "Width, depth and height; it fits on most printers.")


def _walls(report: PrintReport) -> Verdict:
    wall = report.thinnest_wall_mm
    if wall == float("inf"):
        return Verdict("Thinnest wall", "none", True, "No two sides of it face each other.")
    if wall < LEAST_WALL_MM:
        words = f"Walls of {wall:.2g} mm are thinner than most printers' {LEAST_WALL_MM} mm: print it larger."
        return Verdict("Thinnest wall", f"{wall:.2f} mm", False, words)
    return Verdict("Thinnest wall", f"{wall:.1f} mm", True, "Thick enough for most printers.")


def _overhang(report: PrintReport) -> Verdict:
    value = f"{report.overhang_percent:.0f} %"
    if report.overhang_percent > MUCH_OVERHANG_PERCENT:
        words = "So much of the surface leans out over air by more than 45°: turn supports on."
        return Verdict("Overhang", value, False, words)
    return Verdict("Overhang", value, True, "Hardly anything hangs over air: it prints without supports.")


def _hollow(report: PrintReport) -> tuple[Verdict, ...]:
    if not 0 < report.volume_cm3 < HOLLOW_SHARE * report.solid_cm3:
        return ()
    saved = report.solid_cm3 - report.volume_cm3
    words = (
        f"The cavity saves {100 * saved / report.solid_cm3:.0f} % of the solid's {report.solid_cm3:.1f} cm³."
    )
    return (Verdict("Hollow", f"{-saved:.1f} cm³", True, words),)


def _volume(report: PrintReport) -> Verdict:
    words = f"About {report.volume_cm3 * GRAMS_PER_CM3:.0f} g of PLA if printed solid, less with infill."
    return Verdict("Volume", f"{report.volume_cm3:.1f} cm³", True, words)


def _triangles(report: PrintReport) -> str:
    return f"Drawn with {report.triangles:,} triangles."
