"""What an installation holds, what it asks for, and under which licences."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = {name: lines for name, lines in PROJECT["optional-dependencies"].items() if name != "dev"}
OPTIONAL = [Requirement(line) for lines in EXTRAS.values() for line in lines]


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The files a wheel would hold."""
    folder = tmp_path_factory.mktemp("build")
    steps = ["egg_info", "--egg-base", str(folder), "build_py", "--build-lib", str(folder / "lib")]
    subprocess.run([sys.executable, "setup.py", "-q", *steps], cwd=ROOT, check=True, capture_output=True)
    return folder / "lib"


def sources(folder: str) -> set[Path]:
    """The files of a folder, without what Python leaves behind."""
    found = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    return {path for path in found if path.suffix != ".pyc" and not path.name.startswith(".")}


def test_a_wheel_holds_every_module(built):
    modules = {path for folder in ("imrecon_gui", "training", "benchmarks") for path in sources(folder)}

    assert Path("imrecon_gui/core/types.py") in modules
    assert {path for path in modules if not (built / path).is_file()} == set()


def test_a_wheel_holds_the_resources_inside_the_package(built):
    resources = {path.relative_to("resources") for path in sources("resources")}

    assert resources
    assert {path for path in resources if not (built / "imrecon_gui" / "resources" / path).is_file()} == set()


def test_every_import_is_declared():
    graph = grimp.build_graph(
        "imrecon_gui", "training", "benchmarks", include_external_packages=True, cache_dir=None
    )
    imported = {name for name in graph.modules if graph.is_module_squashed(name)} - sys.stdlib_module_names
    declared = {key(requirement.name) for requirement in [*DIRECT, *OPTIONAL]} | {"vtk"}  # pyvista's
    owners = metadata.packages_distributions()

    undeclared = {n for n in imported if not {key(owner) for owner in owners.get(n, [n])} & declared}

    assert undeclared == set()


def closure() -> dict[str, metadata.Distribution]:
    """Every distribution that an installation brings, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(DIRECT)
    while waiting:
        requirement = waiting.pop()
        if key(requirement.name) in found or (requirement.marker and not requirement.marker.evaluate()):
            continue
        distribution = metadata.distribution(requirement.name)
        found[key(requirement.name)] = distribution
        waiting += _wanted(distribution, requirement.extras)
    return found


def _wanted(distribution: metadata.Distribution, extras: set[str]) -> list[Requirement]:
    everything = [Requirement(line) for line in distribution.requires or []]
    environments = [{"extra": extra} for extra in ("", *extras)]
    kept = [r for r in everything if r.marker is None or any(r.marker.evaluate(e) for e in environments)]
    return [Requirement(str(r).split(";")[0]) for r in kept]


def licences(distribution: metadata.Distribution) -> list[str]:
    """The licences one may choose from."""
    stated = distribution.metadata.get("License-Expression") or ""
    classifiers = distribution.metadata.get_all("Classifier") or []
    named = [line.split("::")[-1].strip() for line in classifiers if line.startswith("License ::")]
    return [part.strip(" ()") for part in stated.split(" OR ") if part] or named


def is_copyleft(licence: str) -> bool:
    spelled = licence.replace("GNU Lesser General Public License", "LGPL").replace(
        "GNU General Public License", "GPL"
    )
    return "GPL" in spelled and "LGPL" not in spelled


def test_copyleft_is_recognised():
    assert is_copyleft("GPL-3.0-only") and is_copyleft("AGPL-3.0") and is_copyleft("GPLv2 (GPLv2)")
    assert is_copyleft("GNU General Public License v3 (GPLv3)")
    assert not is_copyleft("GNU Lesser General Public License v3 (LGPLv3)") and not is_copyleft("MIT")


def test_nothing_that_comes_along_is_under_the_gpl_alone():
    installed = closure()

    assert len(installed) > len(DIRECT)
    assert {n for n, d in installed.items() if (ls := licences(d)) and all(map(is_copyleft, ls))} == set()


def test_the_licence_document_names_every_direct_dependency():
    document = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")

    rows = {key(line.split("|")[1].strip()) for line in document.splitlines() if line.startswith("| ")}
    named = [requirement.name for requirement in [*DIRECT, *OPTIONAL]]
    assert {name for name in named if key(name) not in rows} == set()
