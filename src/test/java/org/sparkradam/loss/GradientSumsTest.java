package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.kernel.PortableKernel;

class GradientSumsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void mergeAddsEntryByEntry() {
    GradientSums sums = sums(1);
    assertThat(sums.merge(sums(10))).isSameAs(sums);
    assertThat(sums.gradients()).isDeepEqualTo(new double[][] {{11, 22, 33}, {44, 55, 66}});
    assertThat(sums.losses()).containsExactly(77, 88);
    assertThat(sums.weight()).isEqualTo(99);
    assertThat(sums.rows()).isEqualTo(110);
  }

  private static GradientSums sums(int factor) {
    GradientSums sums = new GradientSums(2, 3);
    for (int i = 0; i < 3; i++) {
      sums.gradients()[0][i] = factor * (i + 1);
      sums.gradients()[1][i] = factor * (i + 4);
    }
    sums.losses()[0] = factor * 7;
    sums.losses()[1] = factor * 8;
    sums.count(factor * 9, factor * 10L);
    return sums;
  }

  @Test
  void otherShapesAreRefused() {
    GradientSums sums = new GradientSums(2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sums.merge(new GradientSums(1, 3)))
        .withMessage("number of weight vectors must be 2, but was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sums.merge(new GradientSums(2, 4)))
        .withMessage("number of weights must be 3, but was 4");
    assertThatIllegalArgumentException().isThrownBy(() -> new GradientSums(0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new GradientSums(1, 0));
  }

  /**
   * Views of arrays, half of what one array of a number a row would take. MLlib's vectors are the
   * exception.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MLLIB")
  void aTaskAllocatesItsArraysOnce(LossCase given) {
    DenseBlock block = given.weightedBlock();
    double[][] weights = {given.weights(1)};
    GradientSums sums = Sums.of(given.loss, block, new PortableKernel(), weights);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    given.loss.add(block, Blocks.all(block), weights, sums, new PortableKernel());
    long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThat(after - before).isLessThan(12L * block.rows());
  }
}
