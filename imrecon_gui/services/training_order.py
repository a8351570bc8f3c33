"""What a training run is to do, as the command that does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NO_MORE_DATA = "0"
"""Minutes of a run that goes on: its steps were fitted when it began, so that they only bound its data."""


@dataclass(frozen=True)
class TrainingOrder:
    """What to train: the recipe, the categories, the minutes, the device, the model's name.

    Attributes:
        meshes: A folder of meshes to learn, a sub-folder for each category; None learns invented shapes.
    """

    recipe: str
    categories: tuple[str, ...]
    minutes: float
    name: str
    run_dir: Path
    models_dir: Path
    device: str = "auto"
    meshes: Path | None = None

    def arguments(self) -> list[str]:
        """The command's arguments after `python -m training`."""
        chosen = [part for category in self.categories for part in ("--category", category)]
        if self.meshes is not None:
            chosen = ["--meshes", str(self.meshes)]
        return [
            *("run", "--recipe", self.recipe, *chosen, "--out", str(self.run_dir)),
            *("--minutes", str(self.minutes), "--device", self.device, "--name", self.name),
            *("--publish", str(self.models_dir)),
        ]


@dataclass(frozen=True)
class GoOnOrder:
    """A run that ended before its last step goes on where it was, by what its folder says of it."""

    run_dir: Path
    models_dir: Path
    device: str = "auto"

    def arguments(self) -> list[str]:
        """The command's arguments after `python -m training`."""
        return [
            *("run", "--out", str(self.run_dir), "--device", self.device),
            *("--minutes", NO_MORE_DATA, "--publish", str(self.models_dir)),
        ]
