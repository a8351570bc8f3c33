"""The mesh on the screen."""
