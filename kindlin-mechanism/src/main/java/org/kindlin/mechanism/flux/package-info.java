/** Flux balance: the speeds of reactions at a steady state that make an objective as large or small as can be. */
package org.kindlin.mechanism.flux;
