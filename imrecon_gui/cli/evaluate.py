"""`imrecon evaluate`: the one command that asks `training`, whose made shapes are the baselines.

The command itself is `python -m training evaluate`'s; its slow imports wait until it runs.
"""

from training.evaluate_command import evaluate

__all__ = ["evaluate"]
