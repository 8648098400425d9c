/**
 * Numbers and texts as readers see them, in pictures, on pages and in the console.
 *
 * <p>Imports none of this project's other packages.
 */
package org.sparkradam.report.text;
