/** Tumour growth: sizes of tests and bias of inhibition by simulation, and the speed of mixed models. */
package org.kindlin.benchmarks.growth;
