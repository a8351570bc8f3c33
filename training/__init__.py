"""Data made here, and the training that turns it into models; runs without Qt or VTK."""
