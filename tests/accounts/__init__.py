"""Signing up, in and out; addresses, passwords, settings, limits."""
