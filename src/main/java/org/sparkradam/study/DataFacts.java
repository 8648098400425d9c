package org.sparkradam.study;

/**
 * What a result says of the data it was had on.
 *
 * @param fingerprint of the training rows, the same however they are cut and ordered
 * @param chunks that the training rows were shuffled into
 */
public record DataFacts(
    LabelScale labels, long trainingRows, long testRows, String fingerprint, int chunks) {}
