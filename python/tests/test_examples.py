"""The examples in the docstrings."""

import doctest

import pytest
import sparkradam
from conftest import CONNECT
from stages import KINDS

TUNING = [] if CONNECT else [sparkradam.MiniBatchCrossValidator]


@pytest.mark.parametrize("kind", KINDS + TUNING)
def test_example_says_what_it_prints(kind, spark):
    names = {"spark": spark, **{name: getattr(sparkradam, name) for name in sparkradam.__all__}}
    (example,) = doctest.DocTestFinder(recurse=False).find(kind, globs=names)
    assert len(example.examples) > 3
    assert doctest.DocTestRunner().run(example).failed == 0
