/**
 * Which conventions of an optimizer matter: each variant beside the solver that it adds one setting
 * to, in pairs, with a verdict for every learning rate.
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study.convention;
