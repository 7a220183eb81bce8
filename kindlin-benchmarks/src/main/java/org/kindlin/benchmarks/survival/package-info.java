/** Speed of survival statistics as the number of rows grows. */
package org.kindlin.benchmarks.survival;
