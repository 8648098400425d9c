"""The examples in the docstrings."""

import doctest

import pytest
import sparkradam
from stages import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_example_says_what_it_prints(kind, spark):
    names = {"spark": spark, kind.__name__: getattr(sparkradam, kind.__name__)}
    (example,) = doctest.DocTestFinder(recurse=False).find(kind, globs=names)
    assert len(example.examples) > 3
    assert doctest.DocTestRunner().run(example).failed == 0
