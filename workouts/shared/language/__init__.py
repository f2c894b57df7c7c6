"""How a language writes: its numbers."""
