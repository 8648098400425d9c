package org.sparkradam.loss.lanes;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The logistic loss of many rows. Arrays are of whole vectors.
 *
 * <p>e^x as in {@link org.sparkradam.loss}'s plain loops: Cody &amp; Waite, "Software manual for
 * the elementary functions" (1980), with a Taylor polynomial whose next term is below 1e-17.
 */
final class LogisticRows {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_MAX;
  private static final int LANES = SPECIES.length();

  /** Below, e^x is 0. */
  private static final double BOUND = -750;

  private static final double BY_LOG_2 = 0x1.71547652b82fep0;

  /** Log 2 in two parts; n times the first, which has few digits, is exact. */
  private static final double LOG_2_HEAD = 0x1.62e42feep-1;

  private static final double LOG_2_TAIL = 0x1.a39ef35793c76p-33;

  /** Added to a small number it rounds to a whole one, which the last bits then hold. */
  private static final double ROUNDER = 0x1.8p52;

  private static final double LOG_2 = 0x1.62e42fefa39efp-1;
  private static final double ROOT_OF_2_LESS_1 = 0x1.a827999fcef32p-2;

  private LogisticRows() {}

  /** Makes margins z = (2y - 1)·margin; e^-|z| is then powers·2^exponents. */
  static void setPowers(
      double[] margins, double[] labels, double[] powers, double[] exponents, int length) {
    DoubleVector rounder = DoubleVector.broadcast(SPECIES, ROUNDER);
    for (int i = 0; i < length; i += LANES) {
      DoubleVector sign = DoubleVector.fromArray(SPECIES, labels, i).mul(2).sub(1);
      DoubleVector z = DoubleVector.fromArray(SPECIES, margins, i).mul(sign);
      z.intoArray(margins, i);
      DoubleVector x = z.abs().neg().max(BOUND);
      DoubleVector n = x.mul(BY_LOG_2).add(rounder).sub(rounder);
      n.intoArray(exponents, i);
      DoubleVector r = n.fma(DoubleVector.broadcast(SPECIES, -LOG_2_HEAD), x);
      r = n.fma(DoubleVector.broadcast(SPECIES, -LOG_2_TAIL), r);
      DoubleVector power = DoubleVector.broadcast(SPECIES, 1 / 6227020800.0);
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 479001600.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 39916800.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 3628800.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 362880.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 40320.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 5040.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 720.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 120.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 24.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1 / 6.0));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1));
      power = power.fma(r, DoubleVector.broadcast(SPECIES, 1));
      power.intoArray(powers, i);
    }
  }

  /** Multiplies by 2^n, in two parts, which reach the numbers that are not normal, too. */
  static void scale(double[] powers, double[] exponents, int length) {
    DoubleVector rounder = DoubleVector.broadcast(SPECIES, ROUNDER);
    for (int i = 0; i < length; i += LANES) {
      DoubleVector n = DoubleVector.fromArray(SPECIES, exponents, i);
      DoubleVector half = n.mul(0.5).add(rounder).sub(rounder);
      DoubleVector power = DoubleVector.fromArray(SPECIES, powers, i).mul(powerOf2(half));
      power.mul(powerOf2(n.sub(half))).intoArray(powers, i);
    }
  }

  /** For whole exponents of normal numbers: two of them reach the others, too. */
  private static DoubleVector powerOf2(DoubleVector exponent) {
    return exponent
        .add(ROUNDER)
        .reinterpretAsLongs()
        .add(1023)
        .lanewise(LSHL, 52)
        .reinterpretAsDoubles();
  }

  /**
   * Replaces z by weight·∂loss/∂margin.
   *
   * <p>log(1 + x) for x from 0 to 1 by log((1 + s)/(1 - s)) = 2s + s·R(s²) with |s| below 0.172, as
   * in e_log.c of FreeBSD and of {@link StrictMath}, whose coefficients these are.
   *
   * @param sums one vector: Σ weight·loss of each lane is added to it
   */
  static void differentiate(
      double[] z, double[] labels, double[] weights, double[] powers, double[] sums, int length) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector loss = DoubleVector.fromArray(SPECIES, sums, 0);
    for (int i = 0; i < length; i += LANES) {
      DoubleVector margin = DoubleVector.fromArray(SPECIES, z, i);
      DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, i);
      DoubleVector power = DoubleVector.fromArray(SPECIES, powers, i);
      VectorMask<Double> large = power.compare(GT, ROOT_OF_2_LESS_1);
      DoubleVector shift = zero.blend(one, large);
      DoubleVector s = power.sub(shift).div(power.add(shift).add(2));
      DoubleVector square = s.mul(s);
      DoubleVector r = DoubleVector.broadcast(SPECIES, 1.479819860511658591e-01);
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 1.531383769920937332e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 1.818357216161805012e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 2.222219843214978396e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 2.857142874366239149e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 3.999999999940941908e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 6.666666666666735130e-01));
      r = r.fma(square, DoubleVector.broadcast(SPECIES, 2));
      r = r.fma(s, zero.blend(LOG_2, large)).add(margin.neg().max(zero));
      loss = r.fma(weight, loss);
      DoubleVector share = one.blend(power, margin.compare(GT, 0)).div(power.add(one));
      DoubleVector sign = DoubleVector.fromArray(SPECIES, labels, i).mul(-2).add(1);
      share.mul(weight).mul(sign).intoArray(z, i);
    }
    DoubleVector.zero(SPECIES).add(loss).intoArray(sums, 0);
  }
}
