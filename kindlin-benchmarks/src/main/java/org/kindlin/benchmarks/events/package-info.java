/** The workload "events": reading, compensating and gating FCS files. */
@NullMarked
package org.kindlin.benchmarks.events;

import org.jspecify.annotations.NullMarked;
