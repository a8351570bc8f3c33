"""Made photos: rendered things in front of random surroundings, and a network that learns to find them."""
