/** Many parameter sets of one model: where they come from, their simulation over cores, and bands of what came out. */
package org.kindlin.mechanism.ensemble;
