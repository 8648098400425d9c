/**
 * Tables as people have them, drawn from a seed: of all types, with gaps, odd names and the
 * spellings of several tools, in the formats that the jobs read. It knows nothing of the jobs.
 */
package org.sparkradam.jobs.habits;
