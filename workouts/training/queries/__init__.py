"""What the pages of training read."""
