"""`imrecon reconstruct`: many pictures in one process, each one's failure its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from imrecon_gui.cli import outputs
from imrecon_gui.cli.report import Reporter
from imrecon_gui.core.errors import ExportError, ImreconError
from imrecon_gui.core.export import FORMATS
from imrecon_gui.core.printing.order import FEWEST_TRIANGLES, MOST_SMOOTHING, PrintOrder, Side
from imrecon_gui.core.types import AUTO, ReconResult

if TYPE_CHECKING:
    from imrecon_gui.reconstructor import Reconstructor


class DeviceName(StrEnum):
    """Where the network may run."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"


class UpName(StrEnum):
    """The axis that points up in the files; see `core.up_axis.Up`."""

    usual = "usual"
    y = "y"
    z = "z"


def reconstruct(
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE", help="Pictures, each of one object.")],
    category: Annotated[
        str, typer.Option("-c", "--category", help='What the pictures show; "auto" lets the network decide.')
    ] = AUTO,
    resolution: Annotated[
        int, typer.Option("-r", "--resolution", min=8, max=1024, help="Cells along each axis of the grid.")
    ] = 128,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="A mesh file, or a folder for many. Default: the current folder."
        ),
    ] = None,
    mesh_format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="|".join(FORMATS),
            help="Format of the meshes. Default: the suffix of -o FILE, else stl.",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("-m", "--model", help="An installed model's name, or a .safetensors file."),
    ] = None,
    device: Annotated[DeviceName, typer.Option("--device", help="Where the network runs.")] = DeviceName.auto,
    size: Annotated[
        float, typer.Option("--size", min=0.001, help="Longest side in millimetres, for STL and 3MF.")
    ] = 100.0,
    colour: Annotated[
        bool, typer.Option("--colour", help="Colour the mesh with the picture; for GLB, OBJ and PLY.")
    ] = False,
    fairing: Annotated[
        bool, typer.Option(help="Even out the ripples of the network's surface; edges and volume stay.")
    ] = True,
    flat_base: Annotated[
        float,
        typer.Option(
            "--flat-base", metavar="MM", min=0, help="Cut a flat base so high above the lowest point."
        ),
    ] = 0.0,
    triangles: Annotated[
        int | None,
        typer.Option("--triangles", metavar="N", min=FEWEST_TRIANGLES, help="Keep at most N triangles."),
    ] = None,
    smooth: Annotated[
        int,
        typer.Option(
            "--smooth", metavar="N", min=0, max=MOST_SMOOTHING, help="Rounds of smoothing; the volume stays."
        ),
    ] = 0,
    wall: Annotated[
        float, typer.Option("--wall", metavar="MM", min=0, help="Make it hollow, with walls so thick.")
    ] = 0.0,
    drain: Annotated[
        float,
        typer.Option(
            "--drain", metavar="MM", min=0, help="With --wall: a hole so wide, for resin to run out."
        ),
    ] = 0.0,
    up: Annotated[
        UpName, typer.Option("--up", help="The axis that points up; GLB keeps Y. Default: as usual.")
    ] = UpName.usual,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object for each picture, one on a line.")
    ] = False,
) -> None:
    """Turn pictures into meshes, one mesh for each picture.

    A mesh is called like its picture: chair.png becomes chair.stl. Two pictures of one name become
    chair.stl and chair-2.stl. A file that exists is replaced. A picture that fails is reported and
    the others go on; the exit status is 0 only if every one succeeded.
    """
    try:
        files = outputs.plan(images, output, mesh_format)
        if colour:
            outputs.check_colours(files)
    except ImreconError as error:
        raise typer.BadParameter(str(error)) from error
    printing = PrintOrder(Side.LONGEST, size, flat_base, triangles or 0, smooth, wall, drain)
    with Reporter(as_json, len(images)) as reporter:
        order = _Order(category, resolution, model, device.value, printing, colour, fairing, up.value)
        _run(zip(images, files, strict=True), order, reporter)
    if reporter.failures:
        raise typer.Exit(1)


class _Order:
    """What is asked of every picture alike, and the Reconstructor once it could be made."""

    def __init__(
        self,
        category: str,
        resolution: int,
        model: str | None,
        device: str,
        printing: PrintOrder,
        colour: bool,
        fairing: bool,
        up: str,
    ) -> None:
        self.category = category
        self.resolution = resolution
        self.model = model
        self.device = device
        self.printing = printing
        self.colour = colour
        self.fairing = fairing
        self.up = up
        self._reconstructor: Reconstructor | None = None

    def fulfil(self, image: Path, output: Path, reporter: Reporter) -> None:
        """Reconstruct one picture and write its mesh."""
        result = self.reconstructor.reconstruct(
            image, self.category, self.resolution, job=reporter, colour=self.colour, fairing=self.fairing
        )
        _make_folder(output.parent)
        if self.printing.changes_shape:
            result = _printable(result, self.printing, reporter)
        result = self.reconstructor.export(
            result, output, longest_side_mm=self.printing.length_mm, up=self.up
        )
        reporter.succeeded(image, output, result)

    @property
    def reconstructor(self) -> Reconstructor:
        if self._reconstructor is None:
            from imrecon_gui.reconstructor import Reconstructor

            self._reconstructor = Reconstructor.load(self.model, self.device)
        return self._reconstructor


def _printable(result: ReconResult, order: PrintOrder, reporter: Reporter) -> ReconResult:
    """The result with its mesh made ready to print."""
    from imrecon_gui.core.mesh_ops import volume
    from imrecon_gui.core.printing.prepare import prepare

    ready = prepare(result.mesh, order, reporter)
    notes = (*result.notes, *ready.notes)
    closed = ready.report.watertight
    return replace(result, mesh=ready.mesh, watertight=closed, volume=volume(ready.mesh), notes=notes)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"The folder {folder} cannot be made: {reason}.", "Choose another one with -o."
        ) from error


def _run(pairs: Iterable[tuple[Path, Path]], order: _Order, reporter: Reporter) -> None:
    for image, output in pairs:
        try:
            order.fulfil(image, output, reporter)
        except Exception as error:  # one picture's fault, foreseen or not, must not stop the others
            reporter.failed(image, error)
