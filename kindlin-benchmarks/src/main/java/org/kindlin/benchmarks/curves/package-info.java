/** Speed of the sigmoid engine beside its peers, and the coverage of its intervals. */
@NullMarked
package org.kindlin.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
