"""`make screenshots`: every page, on a phone and on a desk, light and dark, of a day that does not pass."""
