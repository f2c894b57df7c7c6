"""Texts in each language, and how a language writes numbers."""
