"""What cars and airplanes share: cross-sections, wheels, colours. Metres, +Y up, front +Z."""
