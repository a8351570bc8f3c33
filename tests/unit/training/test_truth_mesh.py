"""Found meshes stand as the truth does."""

import csv
from dataclasses import replace

import numpy as np
import pytest
import trimesh

from tests.unit.training.case_folders import STEP, mesh_of, turned, write_folder
from training.cases import read_cases, read_truth
from training.truth_mesh import truth_mesh, truth_normals


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path, {("chair", "step"): STEP})


def test_a_mesh_is_turned_to_the_front(folder):
    (case,) = read_cases(folder, kind="view")
    mesh = truth_mesh(folder, case)
    assert mesh is not None
    np.testing.assert_allclose(mesh.vertices, turned(mesh_of(STEP)).vertices, atol=1e-6)


def test_a_lying_turned_and_large_mesh_is_brought_back(folder):
    # Undo what MANIFEST.csv says: yaw by -90, then from (x, y, z) to the lying (x, -z, y), 3 times as large.
    x, y, z = mesh_of(STEP).vertices.T
    x, z = -z, x
    lying = 3 * np.stack([x, -z, y], 1) + 7
    trimesh.Trimesh(lying, mesh_of(STEP).faces, process=False).export(folder / "meshes/chair/step.glb")
    rows = list(csv.DictReader((folder / "MANIFEST.csv").open()))
    with (folder / "MANIFEST.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerow({**rows[0], "up_axis": "z", "yaw_deg": "90"})
    (case,) = read_cases(folder, kind="view")
    mesh = truth_mesh(folder, case)
    assert mesh is not None
    np.testing.assert_allclose(mesh.vertices, turned(mesh_of(STEP)).vertices, atol=1e-5)


def test_normals_of_boxes_are_axes(folder):
    (case,) = read_cases(folder, kind="view")
    normals, surface = truth_normals(folder, case), read_truth(case.truth).surface
    assert normals is not None and np.abs(normals).max(1) == pytest.approx(1)
    top = surface[:, 1] > 0.245
    assert (np.abs(normals[top][:, 1]) > 0.5).mean() > 0.9  # the rest lie at the rim


def test_no_mesh_is_no_fault(folder):
    (case,) = read_cases(folder, kind="view")
    assert truth_mesh(folder, replace(case, subject="another")) is None
    assert truth_normals(folder, replace(case, subject="another")) is None
