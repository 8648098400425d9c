package org.sparkradam.fit;

/** A metric on the training and on the test rows. */
public record MetricValue(String name, Measured training, Measured test) {}
