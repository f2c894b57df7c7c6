"""Pure arithmetic of training: every number the app computes or prints. Imports nothing of Django."""
