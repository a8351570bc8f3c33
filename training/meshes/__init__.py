"""Found meshes become training data: read, turned upright, made solid, drawn, and packed into shards."""
