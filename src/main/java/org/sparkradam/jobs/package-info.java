/**
 * Main classes for {@code spark-submit}: command lines, exit statuses and nothing else that thinks.
 *
 * <p>May import every other package; nobody imports this one.
 */
package org.sparkradam.jobs;
