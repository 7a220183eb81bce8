/** Growth of cell populations under treatment: growth rate inhibition and what it is made of. */
package org.kindlin.numerics.growth;
