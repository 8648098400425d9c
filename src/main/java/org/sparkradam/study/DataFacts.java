package org.sparkradam.study;

import org.sparkradam.block.TrainingPlace;

/**
 * What a result says of the data it was had on.
 *
 * @param fingerprint of the training rows, the same however they are cut and ordered
 * @param chunks that the training rows were shuffled into
 * @param place of the chunks, where steps were computed
 */
public record DataFacts(
    LabelScale labels,
    long trainingRows,
    long testRows,
    String fingerprint,
    int chunks,
    TrainingPlace place) {}
