"""`make run` without a display: the sample pictures, reconstructed from the command line, on a sheet."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import contact_sheet

from imrecon_gui.paths import example_pictures


def main() -> int:
    """Reconstruct, draw, say where; returns the process's exit status."""
    arguments = _arguments()
    pictures = arguments.pictures or list(example_pictures())
    if not pictures:
        sys.stderr.write("imrecon: there are no sample pictures to reconstruct\n")
        return 1
    say("No display here, so the sample pictures are reconstructed from the command line.")
    done = [record for record in _reconstruct(pictures, arguments.out, arguments.options) if _told(record)]
    if done:
        sheet = arguments.out / "contact_sheet.png"
        contact_sheet.write([_row(record) for record in done], sheet)
        say(f"{len(done)} of {len(pictures)} meshes: {arguments.out.resolve()}")
        say(f"Contact sheet: {sheet.resolve()}")
    return 0 if len(done) == len(pictures) else 1


def say(line: str) -> None:
    """Write one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pictures", nargs="*", type=Path, help="pictures instead of the bundled samples")
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder of the meshes and the sheet")
    parser.add_argument("--model", help="model instead of the installed ones")
    parser.add_argument("--resolution", default="128", help="cells along each axis")
    arguments = parser.parse_args()
    arguments.options = ["-r", arguments.resolution]
    if arguments.model:
        arguments.options += ["-m", arguments.model]
    return arguments


def _reconstruct(pictures: list[Path], out: Path, options: list[str]) -> Iterator[dict[str, Any]]:
    """What `imrecon reconstruct --json` says about each picture, as soon as it says it."""
    out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "imrecon_gui.cli", "reconstruct", *map(str, pictures)]
    command += ["-o", str(out), "-f", "stl", "--json", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        yield from map(json.loads, process.stdout)


def _told(record: dict[str, Any]) -> bool:
    """Say how a picture ended; returns whether there is a mesh."""
    if "error" in record:
        say(f"  {record['input']}: {record['error']} {record['hint']}")
        return False
    say(f"  {record['output']}: {_caption(record)}")
    return True


def _caption(record: dict[str, Any]) -> str:
    closed = "closed" if record["watertight"] else "not closed"
    time = f"{sum(record['seconds'].values()):.1f} s on {record['device']}"
    return f"{record['category']}, {record['faces']:,} triangles, {closed}, {time}"


def _row(record: dict[str, Any]) -> contact_sheet.Row:
    picture, mesh = Path(record["input"]), Path(record["output"])
    return contact_sheet.Row(picture, mesh, f"{picture.name}: {_caption(record)}")


if __name__ == "__main__":
    sys.exit(main())
