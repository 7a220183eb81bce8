/** Seeded, counter-based random streams whose numbers depend on their names only, never on threads or order. */
package org.kindlin.numerics.random;
