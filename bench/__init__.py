"""Measures the product as it is served, and writes docs/performance.md; mutates science/. No part of the product."""
