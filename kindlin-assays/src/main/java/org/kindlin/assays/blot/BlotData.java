package org.kindlin.assays.blot;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.result.Warning;

/** Pictures and what is in their lanes. */
public record BlotData(List<Picture> pictures) {
    public BlotData {
        pictures = List.copyOf(pictures);
    }

    /**
     * One probing of one membrane.
     *
     * @param path of the file
     * @param name of the picture: the file's, with the page where it has several
     * @param tags what the study says of the file
     * @param rows of the layout that speak of it; none without one
     */
    record Picture(
            String path,
            String name,
            ImagePlane plane,
            SampleDepth depth,
            Map<String, String> tags,
            List<LayoutRow> rows,
            List<Warning> findings) {
        Picture {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }

        List<LaneUse> uses() {
            return rows.stream().map(LayoutRow::use).toList();
        }
    }
}
