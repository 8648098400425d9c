/**
 * The models that can be trained on a table, each with all that others have to know of it: its
 * stage, its loss, metric and start, and MLlib's gradient if there is one.
 */
package org.sparkradam.fit.model;
