"""Forms that appliances share, displays and telephones first: moulded cases, rims, keys and cords."""
