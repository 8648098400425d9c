/**
 * Training on centred features that are stored as they are: how weights on the one are weights on
 * the other, for each kind of loss.
 *
 * <p>May import {@code loss}, {@code loss.kernel} and {@code block}.
 */
package org.sparkradam.loss.centring;
