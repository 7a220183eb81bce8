/** Quantities with units, and the compound forms that mass to mole conversion asks for. */
package org.kindlin.assays.quantity;
