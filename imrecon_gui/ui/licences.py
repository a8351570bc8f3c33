"""The licences of what the program is built on, read from the installed packages themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

PROGRAM = "imrecon"
FALLBACK = (
    *(
        "numpy",
        "scipy",
        "torch",
        "scikit-image",
        "trimesh",
        "safetensors",
        "pillow",
        "pi-heif",
    ),
    *("opencv-python-headless", "lxml", "networkx", "mapbox-earcut", "shapely", "PySide6-Essentials"),
    *("pyvista", "pyvistaqt", "QtPy", "vtk", "pyqtgraph"),
    *("typer", "rich", "platformdirs", "lightning", "moderngl"),
)
MAX_WORDS = 60
_REQUIREMENT_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_FREE = "License :: OSI Approved :: "


@dataclass(frozen=True)
class Licence:
    """A package, its version, and the licence it declares."""

    package: str
    version: str
    terms: str


def third_party() -> tuple[Licence, ...]:
    """The program's dependencies that are installed, in alphabetical order."""
    found = []
    for name in sorted(set(_dependencies()), key=str.lower):
        try:
            found.append(_read(distribution(name)))
        except PackageNotFoundError:
            continue
    return tuple(found)


def _dependencies() -> tuple[str, ...]:
    """The names of the run-time dependencies; a fixed list where the program is not installed."""
    try:
        declared = distribution(PROGRAM).requires or []
    except PackageNotFoundError:
        return FALLBACK
    names = [
        m.group() for line in declared if "extra ==" not in line and (m := _REQUIREMENT_NAME.match(line))
    ]
    return (*names, "vtk") if names else FALLBACK


def _read(package: Distribution) -> Licence:
    about = package.metadata
    expression = (about.get_all("License-Expression", []) or [""])[0]
    classified = [c.removeprefix(_FREE) for c in about.get_all("Classifier", []) if c.startswith(_FREE)]
    written = (about.get_all("License", []) or [""])[0].strip().split("\n")[0][:MAX_WORDS]
    terms = expression or written or ", ".join(classified) or "see the package"
    return Licence(about["Name"], package.version, terms)
