"""A trainer that learns nothing: says what a real one would, in a second.

Ran as `python fake_trainer.py run ...`; the recipe decides how it behaves: quick finishes, patient
waits for `stop`, deaf never stops, crash dies, fail says that it failed. It keeps the record of a run in
its folder, and heeds the words in the file `control` there, as a real one does.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.alive import claimed

RECIPES = [
    {"name": "quick", "title": "Quick", "description": "Small and soon done."},
    {"name": "patient", "title": "Patient", "description": "Waits to be stopped."},
]
STEPS = 20


class Run:
    """One run folder."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.folder = Path(arguments.out)
        self.arguments = arguments
        self.config = self.folder / "config.json"
        if arguments.recipe is None:
            kept = json.loads(self.config.read_text())
            arguments.recipe, arguments.name, arguments.category = "quick", kept["name"], kept["categories"]
        self.is_stopped = False

    def say(self, event: str, **values: object) -> None:
        with (self.folder / "events.jsonl").open("a") as file:
            file.write(json.dumps({"time": time.time(), "event": event, **values}) + "\n")

    def heed(self) -> None:
        """Stop, or wait until it is to go on."""
        word = self.word()
        self.is_stopped |= word == "stop"
        if word == "pause":
            self.say("paused")
            while (word := self.word()) not in ("stop", "resume"):
                time.sleep(0.01)
            self.is_stopped |= word == "stop"
            self.say("resumed")

    def word(self) -> str:
        try:
            word = (self.folder / "control").read_text()
            (self.folder / "control").unlink()
        except OSError:
            return ""
        return word

    def write_config(self) -> None:
        recipe = {"title": self.arguments.recipe.capitalize()}
        values = {"name": self.arguments.name, "categories": self.arguments.category or [], "recipe": recipe}
        self.config.write_text(json.dumps({**values, "device": "cpu"}))

    def preview(self, step: int) -> None:
        path = self.folder / "previews" / f"{step}.png"
        path.parent.mkdir(exist_ok=True)
        draw((120, 40, step), path)
        self.say("preview", path=str(path))

    def learn(self) -> None:
        self.say("progress", stage="data", done=1, total=1)
        self.write_config()
        for stage in ("shape", "image"):
            for step in range(1, STEPS + 1):
                values = {"step": step, "total": STEPS, "loss": 1.0 / step, "seconds": 0.01 * step}
                self.say("step", stage=stage, **values)
                if step % 5 == 0:
                    self.say("validation", stage=stage, step=step, iou=0.5 + step / 100)
                    self.preview(step)
                if self.arguments.recipe in ("patient", "deaf") and stage == "image" and step == 10:
                    self.wait()
                if self.is_stopped:
                    return

    def wait(self) -> None:
        while not self.is_stopped:
            time.sleep(0.01)
            if self.arguments.recipe == "patient":
                self.heed()

    def publish(self) -> None:
        path = Path(self.arguments.publish) / f"{self.arguments.name}.model"
        path.write_text("weights")
        self.say("published", path=str(path), name=self.arguments.name)

    def carry_out(self) -> int:
        self.say(
            *("started",),
            run=self.arguments.out,
            stages=["data", "shape", "image"],
            categories=self.arguments.category or [],
        )
        self.say("a newer trainer says more", than="this")
        sys.stdout.write("words that are no event\n")
        sys.stdout.flush()
        if self.arguments.recipe == "crash":
            sys.stderr.write("MemoryError: everything is full\n")
            sys.stderr.flush()
            os._exit(9)
        if self.arguments.recipe == "fail":
            self.say("failed", message="The disk is full.", hint="Free some space.")
            return 1
        self.learn()
        self.publish()
        self.say("stopped" if self.is_stopped else "finished")
        return 0


def draw(colour: tuple[int, int, int], path: Path) -> None:
    """A picture of a blob."""
    picture = Image.new("RGB", (64, 48), "white")
    ImageDraw.Draw(picture).ellipse((16, 8, 48, 40), fill=colour)
    picture.save(path)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("recipes").add_argument("--json", action="store_true")
    run = commands.add_parser("run")
    for name in ("recipe", "out", "device", "name", "publish", "meshes"):
        run.add_argument(f"--{name}")
    run.add_argument("--category", action="append")
    run.add_argument("--minutes", type=float)
    for kind in ("gallery", "look"):
        sheet = commands.add_parser(kind)
        sheet.add_argument("words", nargs="+")
        for name in ("meshes", "recipe"):
            sheet.add_argument(f"--{name}")
        for name in ("seed", "rows", "columns"):
            sheet.add_argument(f"--{name}", type=int)
    return parser.parse_args()


def main() -> int:
    arguments = read_arguments()
    if arguments.command == "recipes":
        sys.stdout.write(json.dumps(RECIPES))
        return 0
    if arguments.command in ("gallery", "look"):
        blue = 255 if arguments.command == "look" else 0
        draw((len(arguments.words[0]), arguments.seed % 256, blue), Path(arguments.words[-1]))
        return 0
    with claimed(Path(arguments.out)):
        return Run(arguments).carry_out()


if __name__ == "__main__":
    sys.exit(main())
