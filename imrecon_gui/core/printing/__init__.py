"""From a mesh in object space to one that a printer can make, and what a person should know about it."""
