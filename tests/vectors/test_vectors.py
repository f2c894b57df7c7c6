"""The worked examples that the device's TypeScript is tested with are what Python says."""

import pytest

from tests.vectors import making


@pytest.mark.parametrize("name", making.MAKERS)
def test_vectors_are_what_python_computes(name: str) -> None:
    """After a change of a rule: `python -m tests.vectors`, then mend the device until `npm test` agrees."""
    assert making.path(name).read_text() == making.written(name)
