/** Quality of an acquisition: margin events, flow rate and signal over time, doublets; and what to leave out of it. */
package org.kindlin.assays.event.quality;
