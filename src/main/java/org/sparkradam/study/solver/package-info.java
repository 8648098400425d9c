/**
 * What a solver is to a comparison: its name and settings as a user writes them, its rates, and
 * what it makes of a trial.
 *
 * <p>Imports nothing of the rest of {@code study}.
 */
package org.sparkradam.study.solver;
