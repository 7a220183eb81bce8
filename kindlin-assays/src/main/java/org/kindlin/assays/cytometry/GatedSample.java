package org.kindlin.assays.cytometry;

import java.util.Map;
import org.kindlin.assays.event.gating.Population;

/**
 * One file with the events of every gate.
 *
 * @param populations by gate, in the order of the gating document
 */
public record GatedSample(Sample sample, Map<String, Population> populations) {}
