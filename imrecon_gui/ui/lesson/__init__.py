"""The tab that shows how the network works, one step at a time."""
