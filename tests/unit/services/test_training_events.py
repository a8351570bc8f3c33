"""One line of JSON is one event, or nothing."""

from pathlib import Path

import pytest

from imrecon_gui.services.training_events import (
    Ended,
    Paused,
    Preview,
    Progress,
    Published,
    Recipe,
    Resumed,
    Started,
    Step,
    StepCounter,
    Validation,
    parse,
    parse_recipes,
)

LINES = {
    '{"event":"started","run":"r","stages":["data","shape"],"categories":["car"]}': Started(
        Path("r"), ("data", "shape"), ("car",)
    ),
    '{"event":"progress","stage":"data","done":3,"total":9}': Progress("data", 3, 9),
    '{"event":"step","stage":"shape","step":2,"total":8,"loss":0.5,"seconds":1.5}': Step(
        "shape", 2, 8, 0.5, 1.5
    ),
    '{"event":"validation","stage":"image","step":4,"iou":0.75}': Validation("image", 4, 0.75),
    '{"event":"preview","path":"p.png"}': Preview(Path("p.png")),
    '{"event":"published","path":"m.safetensors","name":"my car"}': Published(
        Path("m.safetensors"), "my car"
    ),
    '{"event":"paused"}': Paused(),
    '{"event":"resumed"}': Resumed(),
    '{"event":"finished"}': Ended("finished"),
    '{"event":"stopped"}': Ended("stopped"),
    '{"event":"failed","message":"No.","hint":"Yes."}': Ended("failed", "No.", "Yes."),
}


@pytest.mark.parametrize(("line", "event"), LINES.items())
def test_every_event_is_read(line, event):
    assert parse(line) == event


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Epoch 3",
        "[1, 2]",
        "3",
        '{"event":"moon landing","step":1}',
        '{"event":"step","stage":"shape"}',
        '{"event":"step","stage":"shape","step":1,"total":8,"loss":NaN,"seconds":1}',
        '{"event":"validation","stage":"shape","step":"many","iou":1}',
        '{"event":"started","run":5}',
    ],
)
def test_all_else_is_nothing(line):
    assert parse(line) is None


def test_recipes():
    text = '[{"name":"quick","title":"Quick","description":"Soon."},{"name":"bare"}]'
    assert parse_recipes(text) == (Recipe("quick", "Quick", "Soon."), Recipe("bare", "bare", ""))
    assert parse_recipes("Traceback") == ()
    assert parse_recipes("7") == ()


def test_steps_are_counted_from_the_beginning():
    counter = StepCounter()
    steps = [("shape", 1), ("shape", 8), ("image", 1), ("image", 4), ("image", 3)]
    assert [counter.absolute(*step) for step in steps] == [1, 8, 9, 12, 11]
