"""The network, its field and its mesh: everything that needs no window."""
