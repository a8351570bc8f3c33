"""What a person changes of a shape before it is cut out of its field: sliders, symmetry, a second picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imrecon_gui.core.types import PreparedImage

FARTHEST = 2.0
"""How far a shape is moved along a direction at most, in standard deviations of its category."""


class Symmetry(Enum):
    """How the two sides of an object are made alike, left and right being the object's own.

    NONE leaves them; BOTH takes the mean of both fields; LEFT and RIGHT repeat one side on the other.
    """

    NONE = "none"
    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Blend:
    """A second picture whose shape is mixed in.

    Attributes:
        image: The picture, ready for the network.
        share: Of its shape, from 0, nothing of it, to 1, it alone.
    """

    image: PreparedImage
    share: float = 0.5


@dataclass(frozen=True)
class ShapeEdit:
    """A change of a shape.

    Attributes:
        amounts: How far the latent code is moved along each of the model's directions (see
            `imrecon_gui.core.directions`), in standard deviations; missing ones are 0.
        symmetry: How the sides are made alike.
        cut: Where the unchanged shape was cut, `ReconResult.cut`, to cut this one there too; None to choose
            anew. Shapes that are moved little by little do not jump with it.
        blend: A second picture whose shape is mixed in, None if there is none.
    """

    amounts: tuple[float, ...] = ()
    symmetry: Symmetry = Symmetry.NONE
    cut: float | None = None
    blend: Blend | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing."""
        return not any(self.amounts) and self.symmetry is Symmetry.NONE and not self.share

    @property
    def share(self) -> float:
        """Of the second picture's shape, 0 if there is none."""
        return self.blend.share if self.blend else 0.0


PLAIN = ShapeEdit()
"""Nothing changed."""
