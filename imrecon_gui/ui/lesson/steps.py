"""The steps of the lesson: what each is called, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from imrecon_gui.core.types import INPUT_SIZE
from imrecon_gui.services.lesson import Reading

CLOUD_SIZE = 16
VOXEL_SIZES = (16, 32, 64)
MESH_SIZES = (16, 32, 64, 128)
MOVED_SIZE = 32
"""Cells along each axis of what is asked: few where a picture must follow the hand."""


class Page(Enum):
    """What is seen during a step."""

    PICTURES = "pictures"
    CODE = "code"
    SLICE = "slice"
    SCENE = "scene"


@dataclass(frozen=True)
class Step:
    """One step: its title, one or two sentences, and its page."""

    title: str
    words: str
    page: Page


READ, CODE, CLOUD, SLICE, VOXELS, MESH, MOVE = range(7)

STEPS = (
    Step(
        "A picture goes in",
        f"The object is cut out and shrunk to {INPUT_SIZE} \u00d7 {INPUT_SIZE} pixels. "
        "The network never sees more of it than that.",
        Page.PICTURES,
    ),
    Step(
        "The picture becomes a code",
        "A first network squeezes the pixels into {n} numbers, called z: a recipe for the shape. "
        "On the way it {guesses}.",
        Page.CODE,
    ),
    Step(
        "Inside or outside?",
        "A second network is given z{glance} and one point in space: is it inside the object? "
        "We ask at many points, and paint yes orange and no blue.",
        Page.SCENE,
    ),
    Step(
        "A look inside",
        "Ask at every point of a flat sheet, and you see what the network thinks is inside. "
        "Move the slider to push the sheet through the object.",
        Page.SLICE,
    ),
    Step(
        "Yes becomes a box",
        "Put a little box wherever the answer is yes. "
        "Twice as many points along each side make finer boxes, but eight times as many points in all.",
        Page.SCENE,
    ),
    Step(
        "A skin around the boxes",
        "“Marching cubes” puts the surface between the points, where no turns into yes. "
        "It is the same z every time: only the number of questions changes.",
        Page.SCENE,
    ),
    Step(
        "Change the recipe",
        "Move the slider to change the numbers of z a little. Nobody has drawn these shapes: "
        "the network makes them up from what it has learned.",
        Page.SCENE,
    ),
)


def words_of(step: Step, reading: Reading | None) -> str:
    """What is said about a step, with what is true of this picture and this network."""
    n = len(reading.z) if reading else "a few hundred"
    knows_camera = reading is not None and reading.viewpoint is not None
    guesses = [
        *(["what the object is"] if reading is None or reading.probabilities else []),
        *(["where the camera stood"] if knows_camera else []),
    ]
    guess = "also guesses " + " and ".join(guesses) if guesses else "leaves out all that does not matter"
    glance = ", a look at the picture" if knows_camera else ""
    return step.words.format(n=n, guesses=guess, glance=glance)
