"""Recipes: how a model is trained, as one readable TOML file each in `training/recipes/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError

FOLDER = Path(__file__).parent / "recipes"
BUNDLED = "bundled"
T = TypeVar("T")


@dataclass(frozen=True)
class DataConfig:
    """What is made before training.

    Attributes:
        shapes: Shapes of each category to train on.
        held_shapes: Shapes of each category that no step sees, for validation.
        views: Pictures of each shape.
    """

    shapes: int = 512
    held_shapes: int = 64
    views: int = 4


@dataclass(frozen=True)
class StageConfig:
    """What both stages are told.

    Attributes:
        steps: Optimiser steps.
        batch: Shapes a step.
        points: Points asked of each shape.
        learning_rate: Peak of the schedule.
        weight_decay: Of AdamW.
        loss: "mse" (the paper's) or "bce".
        validate_every: Steps between validations; checkpoints are written as often.
        averaged_steps: Over about how many of the last steps the weights are averaged (an exponential moving
            average, Polyak & Juditsky 1992) for validation and for the model; 0 takes the last ones.
        last_rate: The learning rate at the last step over its peak.
    """

    steps: int = 1000
    batch: int = 32
    points: int = 1024
    learning_rate: float = 1e-3
    weight_decay: float = 0.0
    loss: str = "bce"
    validate_every: int = 250
    averaged_steps: int = 0
    last_rate: float = 0.01


@dataclass(frozen=True)
class ShapeStageConfig(StageConfig):
    """Stage one.

    Attributes:
        resolutions: Grids whose cells are asked, one after another; 0 is 64^3 cells and free
            points, half each.
        shares: Share of the steps of each; they sum to 1.
        z_penalty: Weight of the codes' mean square.
    """

    resolutions: tuple[int, ...] = (16, 32, 64)
    shares: tuple[float, ...] = (0.2, 0.3, 0.5)
    z_penalty: float = 0.0


@dataclass(frozen=True)
class ImageStageConfig(StageConfig):
    """Stage two.

    Attributes:
        z_weight: Weight of the squared error of the code.
        occupancy_weight: Weight of the occupancy loss through the decoder; 0 leaves it out, as in the paper.
        category_weight: Weight of the category's cross entropy, where the model classifies.
        viewpoint_weight: Weight of the viewpoint's loss, where the model predicts it.
        azimuth_weight: Weight of the azimuth's cross entropy within that.
        layer_weight: Weight of the error of the layers' depths, where the model draws them.
        decoder_learning_rate: Peak learning rate of the decoder; 0 freezes it, as in the paper.
        augmentation: Strength of picture augmentation in [0, 1].
        resolutions: Grids whose cells are asked, in turn from step to step; 0 as in stage one.
        twice: Categories seen twice as often as the others, since they are harder.
    """

    z_weight: float = 1.0
    occupancy_weight: float = 0.0
    category_weight: float = 0.1
    viewpoint_weight: float = 0.1
    azimuth_weight: float = 1.0
    layer_weight: float = 0.0
    decoder_learning_rate: float = 0.0
    augmentation: float = 0.7
    resolutions: tuple[int, ...] = (32, 64)
    twice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipe:
    """All of it.

    Attributes:
        title: A few words for the window.
        description: A sentence for the window.
        arch: A name of `imrecon_gui.core.config.ARCHITECTURES`.
        seed: Of weights, batches and augmentation.
        start: The model whose weights the last stage starts from, as `--from` names it; "bundled" is the one
            that comes with the program.
        model: Fields of `imrecon_gui.core.config.ModelConfig` that differ from the arch's own.
        data: What is made.
        shape: Stage one; with no steps it is left out, and stage two trains the whole network at once.
        image: Stage two.
    """

    title: str = ""
    description: str = ""
    arch: str = "im-compact"
    seed: int = 1
    start: str = ""
    model: dict[str, Any] = field(default_factory=dict)
    data: DataConfig = field(default_factory=DataConfig)
    shape: ShapeStageConfig = field(default_factory=ShapeStageConfig)
    image: ImageStageConfig = field(default_factory=ImageStageConfig)

    def stages(self) -> dict[str, StageConfig]:
        """Those that are trained, by name, in order."""
        both: dict[str, StageConfig] = {"shape": self.shape, "image": self.image}
        return {name: stage for name, stage in both.items() if stage.steps or name == "image"}

    def to_json(self) -> dict[str, Any]:
        """Plain values; `from_mapping` reads them back."""
        return asdict(self)


def names() -> tuple[str, ...]:
    """The recipes that come with the program."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(name: str, changes: Mapping[str, str] | None = None) -> Recipe:
    """Read a recipe by name or file, with `changes` such as {"image.steps": "4000"} on top.

    Raises:
        TrainingError: No such recipe, or a key or value that recipes do not have.
    """
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TrainingError(
            f"There is no recipe “{name}”.", f"Choose one of: {', '.join(names())}."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"The recipe {path.name} cannot be read: {error}.", "Mend the file.") from None
    for key, text in (changes or {}).items():
        _set(values, key, text)
    return from_mapping(Recipe, values)


def model_config(recipe: Recipe, categories: tuple[str, ...]) -> ModelConfig:
    """The network that a recipe trains."""
    changes = {k: tuple(v) if isinstance(v, list) else v for k, v in recipe.model.items()}
    unknown = set(changes) - {f.name for f in fields(ModelConfig)}
    if unknown:
        raise TrainingError(
            f"A network has no setting “{unknown.pop()}”.", "Mend the recipe's table “model”."
        )
    return ModelConfig.preset(recipe.arch, categories, **changes)


def with_steps(recipe: Recipe, shape_steps: int, image_steps: int) -> Recipe:
    """The recipe with other lengths of its stages."""
    shape = replace(recipe.shape, steps=shape_steps)
    return replace(recipe, shape=shape, image=replace(recipe.image, steps=image_steps))


def from_mapping(kind: type[T], values: Mapping[str, Any]) -> T:
    """Build a dataclass from plain values, nested ones too; raises `TrainingError` for what does not fit."""
    known = get_type_hints(kind)
    for key in values:
        if key not in known:
            raise TrainingError(
                f"A recipe has no setting “{key}”.", f"Settings here are: {', '.join(known)}."
            )
    built = {f.name: _value(known[f.name], values[f.name], f.name) for f in _fields(kind) if f.name in values}
    return kind(**built)


def _fields(kind: type) -> Any:
    return fields(kind)


def _value(kind: Any, value: Any, name: str) -> Any:
    if is_dataclass(kind):
        return from_mapping(kind, value)  # type: ignore[arg-type]
    if getattr(kind, "__origin__", None) is tuple:
        return tuple(value)
    kind = getattr(kind, "__origin__", kind)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TrainingError(
            f"The setting “{name}” cannot be {value!r}.", f"Give a value of type {kind.__name__}."
        )
    return value


def _set(values: dict[str, Any], key: str, text: str) -> None:
    """Put `text`, read as TOML (else as a string), at a dotted key."""
    *sections, last = key.split(".")
    for section in sections:
        values = values.setdefault(section, {})
    try:
        values[last] = tomllib.loads(f"x = {text}")["x"]
    except tomllib.TOMLDecodeError:
        values[last] = text
