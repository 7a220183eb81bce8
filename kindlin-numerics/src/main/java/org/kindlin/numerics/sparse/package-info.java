/** Sparse matrices of a fixed pattern: ordering and symbolic factorisation once, numbers many times. */
package org.kindlin.numerics.sparse;
