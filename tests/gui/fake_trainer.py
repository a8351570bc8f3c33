"""A trainer that learns nothing: says what a real one would, in a second.

Ran as `python fake_trainer.py run ...`; the recipe decides how it behaves: quick finishes, patient
waits for `stop`, deaf never stops, crash dies, fail says that it failed.
"""

import argparse
import json
import os
import sys
import threading
import time
from pathlib import Path

RECIPES = [
    {"name": "quick", "title": "Quick", "description": "Small and soon done."},
    {"name": "patient", "title": "Patient", "description": "Waits to be stopped."},
]


def say(event: str, **values: object) -> None:
    sys.stdout.write(json.dumps({"event": event, **values}) + "\n")
    sys.stdout.flush()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--json", action="store_true")
    for name in ("recipe", "out", "device", "name", "publish", "meshes"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--category", action="append")
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--events", action="store_true")
    return parser.parse_args()


def listen(stopped: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "stop":
            stopped.set()


def learn(arguments: argparse.Namespace, stopped: threading.Event) -> None:
    steps = 20
    for stage in ("data", "shape", "image"):
        say("progress", stage=stage, done=1, total=1) if stage == "data" else None
        for step in range(1, steps + 1 if stage != "data" else 0):
            say("step", stage=stage, step=step, total=steps, loss=1.0 / step, seconds=0.01 * step)
            if step % 5 == 0:
                say("validation", stage=stage, step=step, iou=0.5 + step / 100)
            while arguments.recipe in ("patient", "deaf") and stage == "image" and step == 10:
                if stopped.wait(0.01) and arguments.recipe == "patient":
                    return


def publish(arguments: argparse.Namespace) -> None:
    path = Path(arguments.publish) / f"{arguments.name}.model"
    path.write_text("weights")
    say("published", path=str(path), name=arguments.name)


def main() -> int:
    arguments = read_arguments()
    if arguments.command == "recipes":
        sys.stdout.write(json.dumps(RECIPES))
        return 0
    stopped = threading.Event()
    threading.Thread(target=listen, args=(stopped,), daemon=True).start()
    stages = ["data", "shape", "image"]
    say("started", run=arguments.out, stages=stages, categories=arguments.category)
    say("a newer trainer says more", than="this")
    sys.stdout.write("words that are no event\n")
    if arguments.recipe == "crash":
        sys.stderr.write("MemoryError: everything is full\n")
        sys.stderr.flush()
        os._exit(9)
    if arguments.recipe == "fail":
        say("failed", message="The disk is full.", hint="Free some space.")
        return 1
    learn(arguments, stopped)
    publish(arguments)
    say("stopped" if stopped.is_set() else "finished")
    time.sleep(0.01)
    return 0


if __name__ == "__main__":
    sys.exit(main())
