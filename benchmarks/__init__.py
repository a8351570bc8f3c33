"""`imrecon benchmark`: what the extraction costs beside others of the same weights; needs the core only."""
