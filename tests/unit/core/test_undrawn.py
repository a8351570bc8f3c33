"""Networks whose weights are about to be read need none drawn first."""

import subprocess
import sys
from pathlib import Path

import torch
from torch import nn

from imrecon_gui.core.undrawn import Undrawn

MODELS = Path(__file__).parents[3] / "resources" / "models"
READ = """
import sys
from pathlib import Path
from imrecon_gui.core.checkpoint import load
load(next(Path(sys.argv[1]).glob("*.safetensors")))
print(*sorted({"torch._dynamo", "torchvision"} & set(sys.modules)))
"""


def test_random_weights_are_not_drawn_and_others_are_set():
    state = torch.get_rng_state()

    with Undrawn():
        layer = nn.Linear(3, 4)
        nn.init.zeros_(layer.bias)
        nn.init.ones_(layer.weight)

    assert torch.equal(torch.get_rng_state(), state)
    assert layer.weight.eq(1).all() and layer.bias.eq(0).all()


def test_reading_a_model_does_not_import_the_compiler():
    done = subprocess.run(
        [sys.executable, "-c", READ, str(MODELS)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == ""
