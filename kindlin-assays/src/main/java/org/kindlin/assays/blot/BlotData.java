package org.kindlin.assays.blot;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.result.Warning;

/**
 * Pictures and what is in their lanes.
 *
 * @param uses rows of the layout; none without one
 * @param lanes number of lanes the layout counts; 0 without one
 */
public record BlotData(List<Picture> pictures, List<LaneUse> uses, int lanes) {
    public BlotData {
        pictures = List.copyOf(pictures);
        uses = List.copyOf(uses);
    }

    /**
     * One probing of one membrane.
     *
     * @param path of the file
     * @param name of the picture: the file's, with the page where it has several
     * @param tags what the study says of the file
     */
    record Picture(
            String path,
            String name,
            ImagePlane plane,
            SampleDepth depth,
            Map<String, String> tags,
            List<Warning> findings) {
        Picture {
            findings = List.copyOf(findings);
        }
    }
}
