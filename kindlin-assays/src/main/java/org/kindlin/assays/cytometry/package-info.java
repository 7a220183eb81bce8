/**
 * Flow cytometry: populations of gated events, their frequencies with intervals, and the medians of their channels, over
 * files, doses and donors.
 */
package org.kindlin.assays.cytometry;
