/** Speed and true error of single trajectories of stiff signalling models. */
package org.kindlin.benchmarks.trajectories;
