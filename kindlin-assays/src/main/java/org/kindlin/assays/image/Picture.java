package org.kindlin.assays.image;

import java.util.List;
import org.kindlin.assays.result.Warning;

/**
 * An image file, read: its pictures and what it says about them.
 *
 * @param path of the file, as given
 * @param format {@code TIFF}, {@code PNG}, {@code JPEG}
 * @param pages in the order of the file, never none
 * @param depth of the samples as they were stored
 * @param whiteIsZero whether the file means small values to look bright; samples are as stored all the same
 * @param findings what a reader of numbers from this file must know
 */
public record Picture(
        String path,
        String format,
        List<ImagePage> pages,
        SampleDepth depth,
        boolean whiteIsZero,
        ImageScale scale,
        List<Warning> findings) {
    public Picture {
        pages = List.copyOf(pages);
        findings = List.copyOf(findings);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a picture has a page");
        }
    }

    public ImagePage first() {
        return pages.getFirst();
    }
}
