"""Worked examples that Python and the device's TypeScript must both agree with: `python -m tests.vectors` writes them
anew, `tests/vectors/test_vectors.py` and `frontend/training/device/vectors.test.ts` hold both sides against them."""
