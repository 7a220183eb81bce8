/** Numerics: regression, statistics and sampling. Nothing here knows biology or files. */
package org.kindlin.numerics;
