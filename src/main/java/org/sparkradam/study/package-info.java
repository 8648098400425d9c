/**
 * Paired comparisons of optimizers: what a trial is, how trials share samples and start, and what
 * came of them. {@code solver}, {@code engine} and {@code report} are what these are to a
 * comparison; beside them stands a package for each study.
 *
 * <p>May import every package but {@code jobs}; itself only {@code solver} of its own.
 */
package org.sparkradam.study;
