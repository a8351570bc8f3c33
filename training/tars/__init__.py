"""Shards packed into WebDataset tar files, which training streams: for data that no machine holds."""
