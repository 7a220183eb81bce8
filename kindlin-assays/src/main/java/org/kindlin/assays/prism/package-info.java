/**
 * GraphPad Prism projects as XML ({@code .pzfx}, Prism 5 and later): their tables in, tables for Prism out.
 *
 * <p>Structure after files that Prism 6 to 8 wrote (the test data of the R package pzfx, MIT licence): GraphPad publishes
 * no schema of the tables.
 */
package org.kindlin.assays.prism;
