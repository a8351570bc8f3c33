"""Batches made where the network learns: shards lie in the memory of a graphics card, which draws from them.

`store` holds the shards, `questions` asks for points and rays, `faults` spoils pictures, `feed` makes batches
of it all. It draws what `training.dataset` draws on processors, from another stream of chance. Nothing here
waits for the card or depends on values, so that a step with its batch can be recorded once and replayed.
"""
