"""What chairs and tables share: outlines, slabs, legs, pedestals and random draws. Metres, +Y up."""
