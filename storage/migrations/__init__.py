"""The numbered steps by which each database file came to its present form; a step once released never changes."""
