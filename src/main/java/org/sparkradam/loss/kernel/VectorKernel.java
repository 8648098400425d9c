package org.sparkradam.loss.kernel;

import java.util.Arrays;

/**
 * The JDK's Vector API, with fused multiplication and addition: the same bits wherever vectors are
 * as long.
 *
 * <p>The API is incubating: a JVM has it where it was started with {@code --add-modules
 * jdk.incubator.vector}, as Spark's launchers start theirs. What needs it is in a package of its
 * own and found by name.
 *
 * <p>An entry of a product is the same whatever the shape around it, unless that is narrower than a
 * vector: so a weight vector has the same gradient alone or among many.
 *
 * @param lanes doubles in a vector, 4 (AVX2) or 8 (AVX-512); a JVM whose vectors are of another
 *     length refuses to compute
 */
public record VectorKernel(int lanes) implements Kernel {
  /** For products of matrices that are narrower than a vector. */
  private static final PortableKernel NARROW = new PortableKernel();

  /**
   * @throws IllegalArgumentException if there is no kernel of that length
   */
  public VectorKernel {
    if (!exists(lanes)) {
      throw Check.refusal("number of lanes", lanes, "4 or 8");
    }
  }

  private static boolean exists(int lanes) {
    return lanes == 4 || lanes == 8;
  }

  /** The vector unit of this JVM, looked for once. */
  private static final class Found {
    static final Lanes LANES = find();

    /** Null where the module is not there. */
    private static Lanes find() {
      try {
        Class<?> type = Class.forName("org.sparkradam.loss.lanes.JdkLanes");
        Lanes lanes = (Lanes) type.getConstructor().newInstance();
        return lanes.count() == 0 ? null : lanes;
      } catch (ReflectiveOperationException | LinkageError e) {
        return null;
      }
    }
  }

  /** Null where this JVM has no vectors, or none of a length that there is a kernel for. */
  static VectorKernel ofThisJvm() {
    return Found.LANES != null && exists(Found.LANES.count())
        ? new VectorKernel(Found.LANES.count())
        : null;
  }

  /**
   * What computes.
   *
   * @throws IllegalStateException if this JVM has no vectors of this length
   */
  Lanes unit() {
    Lanes found = Found.LANES;
    if (found == null || found.count() != lanes) {
      throw new IllegalStateException(
          "The kernel %s was chosen, but this JVM has %s"
              .formatted(
                  name(),
                  found == null
                      ? "no module jdk.incubator.vector"
                      : "vectors of " + found.count() + " doubles"));
    }
    return found;
  }

  @Override
  public String name() {
    return "vector:" + lanes;
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    if (c.columns() < lanes) {
      NARROW.addProduct(a, b, c, workspace);
    } else {
      unit().addCombinations(Strided.of(a), b, c, padded(c, workspace));
    }
  }

  @Override
  public void addTransposedProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    if (c.columns() < lanes) {
      NARROW.addTransposedProduct(a, b, c, workspace);
    } else {
      unit().addCombinations(Strided.of(a).transposed(), b, c, padded(c, workspace));
    }
  }

  @Override
  public void addProductWithTransposed(Matrix a, Matrix b, Matrix c, Workspace workspace) {
    if (a.columns() < lanes) {
      NARROW.addProductWithTransposed(a, b, c, workspace);
    } else {
      unit().addDots(a, b, c, padded(a, workspace), sums(workspace));
    }
  }

  @Override
  public void addSparseProduct(SparseRows x, Matrix b, Matrix c) {
    int whole = c.columns() - c.columns() % lanes;
    unit().addSparseProduct(x, b, c, whole);
    new SparseProduct(x).add(b, c, whole);
  }

  @Override
  public void addTransposedSparseProduct(SparseRows x, Matrix b, Matrix c) {
    int whole = c.columns() - c.columns() % lanes;
    unit().addTransposedSparseProduct(x, b, c, whole);
    new SparseProduct(x).addTransposed(b, c, whole);
  }

  /** Whole vectors, unless more than half of one would be nobody's. */
  @Override
  public int sparseColumns(int columns) {
    return columns < lanes / 2 ? columns : (columns + lanes - 1) / lanes * lanes;
  }

  @Override
  public double sum(double[] values, int from, int length, Workspace workspace) {
    return unit().sum(values, from, length, sums(workspace));
  }

  /** Copies, so that all arrays are of whole vectors: rows of weight 0 add nothing. */
  @Override
  public double differentiateLogistic(LabelledRows rows, Matrix margins, Workspace workspace) {
    int count = rows.rows();
    int length = (count + lanes - 1) / lanes * lanes;
    double[] copy = ending(Workspace.Slot.ROW_MARGINS, count, length, workspace);
    double[] labels = ending(Workspace.Slot.ROW_LABELS, count, length, workspace);
    double[] weights = ending(Workspace.Slot.ROW_WEIGHTS, count, length, workspace);
    double[] powers = workspace.array(Workspace.Slot.POWERS, length);
    double[] exponents = workspace.array(Workspace.Slot.EXPONENTS, length);
    System.arraycopy(margins.values(), margins.from(), copy, 0, count);
    rows.copyLabels(labels);
    rows.copyWeights(weights);
    double loss =
        unit()
            .differentiateLogistic(
                copy, labels, weights, powers, exponents, sums(workspace), length);
    System.arraycopy(copy, 0, margins.values(), margins.from(), count);
    return loss;
  }

  /** An array that is 0 from {@code count} on. */
  private static double[] ending(Workspace.Slot slot, int count, int length, Workspace workspace) {
    double[] array = workspace.array(slot, length);
    Arrays.fill(array, count, length, 0);
    return array;
  }

  private double[] padded(Matrix matrix, Workspace workspace) {
    int length = Math.multiplyExact(matrix.rows(), unit().padded(matrix.columns()));
    return workspace.array(Workspace.Slot.PADDED, length);
  }

  private double[] sums(Workspace workspace) {
    return workspace.array(Workspace.Slot.LANE_SUMS, 2 * Lanes.RUN * lanes);
  }
}
