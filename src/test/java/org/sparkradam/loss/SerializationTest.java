package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

/** Losses and kernels travel to the executors, sums travel back. */
class SerializationTest {

  private static <T> T copy(T value, Class<T> type) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    byte[] written = bytes.toByteArray();
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written))) {
      return type.cast(in.readObject());
    }
  }

  @ParameterizedTest
  @EnumSource
  void lossesAndSumsSurvive(LossCase given) throws IOException, ClassNotFoundException {
    DenseBlock block = given.block(30, null);
    double[] weights = given.weights(1);
    Kernel kernel = new PortableKernel();
    GradientSums sums = Sums.of(given.loss, block, kernel, weights);
    BlockLoss loss = copy(given.loss, BlockLoss.class);
    assertThat(Sums.of(loss, block, kernel, weights).gradients()).isDeepEqualTo(sums.gradients());
    GradientSums received = copy(sums, GradientSums.class);
    assertThat(received.losses()).isEqualTo(sums.losses());
    loss.add(block, Blocks.all(block), new double[][] {weights}, received, kernel);
    assertThat(received.rows()).isEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void kernelsSurvive(Kernel kernel) throws IOException, ClassNotFoundException {
    assertThat(copy(kernel, Kernel.class)).isEqualTo(kernel);
  }
}
