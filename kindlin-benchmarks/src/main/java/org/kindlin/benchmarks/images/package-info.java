/** Image assays on pictures of the virtual lab: bias, intervals, and whether what cannot be measured is refused. */
package org.kindlin.benchmarks.images;
