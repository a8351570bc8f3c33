"""Measure a model on a folder of cases, beside its baselines (see `training.cases` for the folder)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.device import Device, choose
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.export import export
from imrecon_gui.core.image import network_input, prepare
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.model import Encoding, ReconModel
from imrecon_gui.core.pipeline import reconstruct
from imrecon_gui.core.quick_encoder import answer_quickly
from imrecon_gui.core.types import AUTO, Mesh, PreparedImage, ReconRequest
from imrecon_gui.core.viewpoint import AZIMUTH
from training.baselines import makes, mean_shape
from training.cases import Case, read_cases, truth_points
from training.retrieval import Found, Retrieval
from training.scoring import Score, azimuth_right, score_mesh, score_missing, with_baselines


@dataclass(frozen=True)
class Row:
    """A case and its score.

    Attributes:
        case: The case's identifier.
        kind: "view" or "author".
        category: The object's category.
        subject: The object's name.
        used: The category that the network was told or chose; "" where there is no answer.
        known: Whether the network was trained on the category.
        score: The figures.
    """

    case: str
    kind: str
    category: str
    subject: str
    used: str
    known: bool
    score: Score


@dataclass(frozen=True)
class Plan:
    """What to measure.

    Attributes:
        folder: See `training.cases`.
        kind: One of `training.cases.KINDS`.
        limit: Only every n-th case, so many in all; None for all.
        categories: Only these, if any are named.
        resolution: Of the reconstructions.
        auto: Let the network decide the category; else it is told.
        shapes: Made shapes of each category for retrieval, half as many for the mean; 0 is without both.
        device: Where the network runs.
        meshes: Folder that keeps the reconstructions as <case>.ply.
        fairing: Whether their ripples are evened out.
    """

    folder: Path
    kind: str = "all"
    limit: int | None = None
    categories: tuple[str, ...] = ()
    resolution: int = 128
    auto: bool = False
    shapes: int = 128
    device: str = AUTO
    meshes: Path | None = None
    fairing: bool = True


@dataclass(frozen=True, eq=False)
class _Answer:
    """What the network made of a picture.

    Attributes:
        mesh: Without faces where its field is empty.
        used: The category told or chosen.
        named: The likeliest category, "" if it names none.
        encoding: Of this one picture.
    """

    mesh: Mesh
    used: str
    named: str
    encoding: Encoding


def evaluate(model_file: Path, plan: Plan, job: Job = NULL_JOB) -> list[Row]:
    """Score a model on every case of a plan.

    Cases of categories that the model does not know count as nothing unless the network decides by itself.

    Args:
        model_file: A .safetensors model.
        plan: What to measure.
        job: Told of each case.

    Raises:
        ModelError: The model cannot be used.
        TrainingError: There is no case, or no OpenGL for the retrieval baseline.
    """
    device = choose(plan.device)
    model, card = load(model_file, device.torch_device)
    answer_quickly(model)
    cases = read_cases(plan.folder, plan.categories, plan.kind, plan.limit)
    examiner = _Examiner(plan, model, card, device)
    rows = []
    for done, case in enumerate(cases, start=1):
        job.check()
        rows.append(examiner.row(case))
        job.report("evaluate", done, len(cases))
    return rows


class _Examiner:
    """Puts one case after the other to a model."""

    def __init__(self, plan: Plan, model: ReconModel, card: ModelCard, device: Device) -> None:
        self._plan, self._model, self._card, self._device = plan, model.eval(), card, device
        self._retrieval = Retrieval(model, plan.shapes, device.torch_device) if plan.shapes else None
        if plan.meshes is not None:
            plan.meshes.mkdir(parents=True, exist_ok=True)

    def row(self, case: Case) -> Row:
        """One case's score."""
        known = case.category in self._card.categories
        answer = self._answer(case) if known or self._plan.auto else None
        score = score_missing(self._plan.folder, case)
        if answer is not None:
            self._keep(answer.mesh, case)
            score = self._judged(answer, case)
        category = case.category if answer is None else answer.used
        found = None if answer is None else self._found(answer)
        score = with_baselines(score, case, mean_inside(category, self._plan.shapes // 2), found)
        used = "" if answer is None else answer.used
        return Row(case.name, case.kind, case.category, case.subject, used, known, score)

    def _answer(self, case: Case) -> _Answer:
        picture = prepare(case.image)
        told = AUTO if self._plan.auto else case.category
        encoding = self._encode(picture, told)
        named = self._named(encoding)
        used = told if told != AUTO else named or next(iter(self._card.categories), "")
        request = ReconRequest(picture, told, self._plan.resolution, fairing=self._plan.fairing)
        try:
            mesh = reconstruct(request, self._model, self._card, self._device).mesh
        except EmptyFieldError:
            mesh = _nothing()
        return _Answer(mesh, used, named, encoding)

    def _encode(self, picture: PreparedImage, told: str) -> Encoding:
        pixels = torch.from_numpy(network_input(picture.network_rgba[None], self._card.input_kind))
        at = self._device.torch_device
        category = None if told == AUTO else torch.tensor([self._card.categories.index(told)], device=at)
        with torch.inference_mode():
            return self._model.encode(pixels.to(at), category)

    def _named(self, encoding: Encoding) -> str:
        odds = encoding.category_logits
        return "" if odds is None else self._card.categories[int(odds[0].argmax())]

    def _judged(self, answer: _Answer, case: Case) -> Score:
        return replace(
            score_mesh(answer.mesh, self._plan.folder, case),
            category_right=float(answer.named == case.category),
            azimuth_right=azimuth_right(predicted_azimuth_deg(answer.encoding), case),
        )

    def _found(self, answer: _Answer) -> Found | None:
        if self._retrieval is None or not makes(answer.used):
            return None
        z: Tensor = answer.encoding.z[0]
        return self._retrieval.find(z, answer.used)

    def _keep(self, mesh: Mesh, case: Case) -> None:
        if self._plan.meshes is not None and len(mesh.faces):
            export(mesh, self._plan.meshes / f"{case.name}.ply")


def predicted_azimuth_deg(encoding: Encoding) -> float | None:
    """The azimuth of the camera that a network sees; None for networks that say nothing about it."""
    sight = encoding.sight
    return None if sight is None else float(sight.viewpoint()[0, AZIMUTH])


@lru_cache(32)
def mean_inside(category: str, shapes: int) -> NDArray[np.bool_] | None:
    """(100000,) bool: the category's mean shape at `truth_points`; None without shapes or a family."""
    if not shapes or not makes(category):
        return None
    return mean_shape(category, shapes).inside(truth_points())


def _nothing() -> Mesh:
    return Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
