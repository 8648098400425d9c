"""Where a stage reads its features, and how Spark's own transformers make what its model reads."""

from __future__ import annotations

from typing import Optional

from org.sparkradam.ml._declare import getter, setter, texts
from pyspark import __version__
from pyspark.ml import PipelineModel, Transformer
from pyspark.ml.feature import SQLTransformer, VectorAssembler
from pyspark.ml.linalg import VectorUDT
from pyspark.ml.param.shared import HasFeaturesCol
from pyspark.sql import DataFrame
from pyspark.sql.types import ArrayType, StructField, StructType

# Holds the given row between statements.
_GIVEN = "`given row`"


class HasFeaturesCols(HasFeaturesCol):
    """One column of vectors or of arrays of numbers, or several columns."""

    featuresCols = texts(
        "featuresCols",
        "columns of numbers, booleans, vectors or arrays of numbers that the features are made of,"
        " in this order; not set: featuresCol alone",
    )
    getFeaturesCols = getter(featuresCols)
    setFeaturesCols = setter(featuresCols)

    def assembler(self, dataset: Optional[DataFrame] = None) -> Transformer:
        """
        The transformer of Spark's that makes the column that the stage's model reads.

        Without a table it is a ``VectorAssembler`` of ``featuresCols``, which are numbers,
        booleans and vectors; where only ``featuresCol`` is set, it is taken for a column of
        arrays, which becomes one of vectors. With a table, the columns may be arrays, too: their
        types decide, and no row is read. Arrays need Spark 4.

        Examples
        --------
        >>> from pyspark.ml import Pipeline
        >>> rows = [(float(x > 3), float(x), x % 2 == 0, [0.5, 2.0 - x]) for x in range(8)]
        >>> columns = ["label", "distance", "late", "embedding"]
        >>> table = spark.createDataFrame(rows, columns)
        >>> stage = MiniBatchLinearSVC(featuresCols=columns[1:], maxIter=200)
        >>> model = Pipeline(stages=[stage.assembler(table), stage]).fit(table)
        >>> model.transform(table).select("features").first()
        Row(features=DenseVector([0.0, 1.0, 0.5, 2.0]))
        """
        output = self.getFeaturesCol()
        names = self.getFeaturesCols() if self.isSet(self.featuresCols) else []
        if dataset is None:
            if names:
                return VectorAssembler(inputCols=names, outputCol=output)
            return _in_place(output)
        read = [] if output in dataset.columns else names
        arrays = {name for name in read or [output] if _is_array(dataset, name)}
        if read:
            return _assembler(read, arrays, output)
        return _in_place(output) if arrays else SQLTransformer(statement="SELECT * FROM __THIS__")


def _is_array(dataset: DataFrame, name: str) -> bool:
    if name not in dataset.columns:
        raise ValueError(
            f"featuresCols: the table has no column '{name}'; it has {', '.join(dataset.columns)}"
        )
    return isinstance(dataset.schema[name].dataType, ArrayType)


def _assembler(names: list[str], arrays: set[str], output: str) -> Transformer:
    """Vectors of arrays have the arrays' names, so that those of their elements begin with them."""
    plain = VectorAssembler(inputCols=names, outputCol=output)
    if not arrays:
        return plain
    inputs = [
        f"{_vector(name)} AS {_quoted(name)}" if name in arrays else _quoted(name)
        for name in names
    ]
    opening = f"SELECT struct(*) AS {_GIVEN}, {', '.join(inputs)} FROM __THIS__"
    closing = f"SELECT {_GIVEN}.*, {_quoted(output)} FROM __THIS__"
    return PipelineModel(
        [SQLTransformer(statement=opening), plain, SQLTransformer(statement=closing)]
    )


def _in_place(name: str) -> Transformer:
    """A vector in place of an array, behind the other columns."""
    quoted = _quoted(name)
    return SQLTransformer(
        statement=f"SELECT * EXCEPT ({quoted}), {_vector(name)} AS {quoted} FROM __THIS__"
    )


def _vector(name: str) -> str:
    """
    What ``array_to_vector`` does, which SQL cannot call on any line of Spark: there, only JSON
    becomes a type that Spark keeps to itself.
    """
    if __version__.startswith("3."):
        raise NotImplementedError(
            f"column '{name}' holds arrays, of which no transformer of Spark 3.5 makes vectors:"
            " add a column by pyspark.ml.functions.array_to_vector, or take Spark 4"
        )
    quoted = _quoted(name)
    text = name.replace("\\", "\\\\").replace("'", "\\'")
    schema = StructType([StructField("v", VectorUDT())]).json()
    return (
        f"CASE WHEN {quoted} IS NULL THEN NULL WHEN exists({quoted}, x -> x IS NULL)"
        f" THEN raise_error('an array has a null in it, in column {text}') ELSE"
        f" from_json(to_json(named_struct('v', named_struct('type', 1Y, 'values',"
        f" CAST({quoted} AS ARRAY<DOUBLE>)))), '{schema}').v END"
    )


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
