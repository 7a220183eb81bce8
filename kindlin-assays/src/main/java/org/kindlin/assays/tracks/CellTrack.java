package org.kindlin.assays.tracks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindlin.numerics.motion.Trajectory;

/**
 * The track of one cell in the units of the results.
 *
 * @param file it came from
 * @param group what it is of: values of the columns or tags that tell groups apart
 * @param replicate name of its replicate; empty for none
 */
public record CellTrack(String file, String name, Map<String, String> group, String replicate, Trajectory trajectory) {
    public CellTrack {
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
    }
}
