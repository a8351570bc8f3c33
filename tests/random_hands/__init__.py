"""Hands that do anything in any order, to find what nobody thought of."""
