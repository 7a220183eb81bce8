package org.kindlin.assays.event.gating;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.Column;

/**
 * What one pass over the events of a file gives.
 *
 * @param populations by id, in the order of the document
 * @param places one column per dimension asked for: the places of all events on its scale, in single precision
 */
public record GatedEvents(Map<String, Population> populations, List<Column.Pieces> places) {}
