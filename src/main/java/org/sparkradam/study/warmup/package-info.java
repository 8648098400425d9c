/**
 * Which warm-up a user should take: RAdam, Adam with tuned and untuned warm-ups and their relatives
 * over the same rates and seeds, and a recommendation that follows from them.
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study.warmup;
