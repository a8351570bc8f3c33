"""`imrecon benchmark`: the command itself is `benchmarks`'; its slow imports wait until it runs."""

from benchmarks.command import benchmark

__all__ = ["benchmark"]
