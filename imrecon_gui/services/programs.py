"""Programs of this machine that open meshes: which there are, and how each is told to open a file.

`find_programs` looks only where the environment it is given points, so it can be tried on any machine.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from imrecon_gui.services.known_programs import FILE, KNOWN, QUOTED_FILE, KnownProgram

WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
"""Variables that name folders of programs; the last one's are in its "Programs"."""


@dataclass(frozen=True)
class Program:
    """A program that is there.

    Attributes:
        name: What people call it.
        suffix: The format it is given.
        path: The program.
        arguments: What follows it in its command.
    """

    name: str
    suffix: str
    path: Path
    arguments: tuple[str, ...] = (FILE,)

    def command(self, file: Path) -> list[str]:
        """The program and its arguments, to open that file."""
        return [str(self.path), *(_filled(part, str(file)) for part in self.arguments)]


def _filled(part: str, file: str) -> str:
    if QUOTED_FILE in part:
        return part.replace(QUOTED_FILE, repr(file))
    return part.replace(FILE, file)


def find_programs(platform: str, variables: Mapping[str, str], root: Path = Path("/")) -> tuple[Program, ...]:
    """Those of the known programs that are there, in the order of `KNOWN`.

    Args:
        platform: As `sys.platform` names it: "win32", "darwin", or another for Linux and its like.
        variables: The environment: PATH and the folders of the person and of programs.
        root: Of the file system, for folders that no variable names.
    """
    search, folders = _search_path(platform, variables, root), _folders(platform, variables, root)
    found = []
    for known in KNOWN:
        path = next(_places(known, platform, search, folders), None)
        if path is not None:
            found.append(Program(known.name, known.suffix, path, known.arguments))
    return tuple(found)


def _places(known: KnownProgram, platform: str, search: str, folders: list[Path]) -> Iterator[Path]:
    """Files of a program, the one to be preferred first."""
    for command in known.commands:
        if path := shutil.which(command, path=search):
            yield Path(path)
    patterns = {"win32": known.windows, "darwin": known.mac}.get(platform, (known.images,))
    for folder in folders:
        for pattern in patterns:
            yield from _newest_first(folder, pattern)


def _folders(platform: str, variables: Mapping[str, str], root: Path) -> list[Path]:
    """Where programs lie that are not on the PATH."""
    if platform == "win32":
        local = variables.get(WINDOWS_FOLDERS[-1])
        found = [Path(variables[name]) for name in WINDOWS_FOLDERS[:-1] if variables.get(name)]
        return [*found, *([Path(local) / "Programs"] if local else [])]
    home, names = variables.get("HOME"), ("Applications", "AppImages", "bin")
    if platform == "darwin":
        return [root / "Applications", *([Path(home) / "Applications"] if home else [])]
    return [root / "opt", *([Path(home) / name for name in names] if home else [])]


def _search_path(platform: str, variables: Mapping[str, str], root: Path) -> str:
    """The PATH, and where Flatpaks and Snaps put their commands, which not every desktop adds to it."""
    parts = [variables.get("PATH", "")]
    if platform not in ("win32", "darwin"):
        parts += [str(root / "var/lib/flatpak/exports/bin"), str(root / "snap/bin")]
        if home := variables.get("HOME"):
            parts.append(str(Path(home) / ".local/share/flatpak/exports/bin"))
    return (";" if platform == "win32" else ":").join(part for part in parts if part)


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    """Files below a folder that match, those with the higher version in their path first."""
    return sorted((path for path in folder.glob(pattern) if path.is_file()), key=_version, reverse=True)


def _version(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", str(path))]
