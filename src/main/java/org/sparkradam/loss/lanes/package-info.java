/**
 * The vector kernel's inner loops, on the JDK's Vector API, which is incubating: compiled on their
 * own, and loaded by name where the JVM has the module {@code jdk.incubator.vector}. May import
 * {@code loss.kernel} only.
 *
 * <p>A vector that HotSpot's compiler cannot keep in a register becomes an object, and the loop ten
 * times as slow. So there are three rules. A loop has some forty operations on vectors at most, as
 * the compiler gives up inlining in a larger one; it is not split into methods but spelled out, to
 * be longer than the 325 bytes up to which it would be inlined into its callers and share their
 * fate; and no method is called on a vector that comes out of a loop, whose class the compiler
 * would guess from what it saw elsewhere: it is added to a zero, and that is stored.
 */
package org.sparkradam.loss.lanes;
