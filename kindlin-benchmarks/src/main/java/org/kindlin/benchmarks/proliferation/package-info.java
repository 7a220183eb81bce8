/** Dye dilution: how often intervals hold the truth. */
package org.kindlin.benchmarks.proliferation;
