/** Dye dilution (CFSE, CTV, CPD): how often cells divided, from the halving of their dye. */
package org.kindlin.assays.proliferation;
