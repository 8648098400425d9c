"""The examples in the docstrings."""

import doctest

import pytest
from conftest import arrays
from stages import KINDS

import sparkradam

ASSEMBLER = pytest.param(sparkradam.MiniBatchLinearSVC.assembler, marks=arrays)


@pytest.mark.parametrize("described", [*KINDS, sparkradam.MiniBatchCrossValidator, ASSEMBLER])
def test_example_says_what_it_prints(described, spark):
    names = {"spark": spark, **{name: getattr(sparkradam, name) for name in sparkradam.__all__}}
    (example,) = doctest.DocTestFinder(recurse=False).find(described, globs=names)
    assert len(example.examples) > 3
    assert doctest.DocTestRunner().run(example).failed == 0
