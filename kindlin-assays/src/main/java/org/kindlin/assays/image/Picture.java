package org.kindlin.assays.image;

import java.util.ArrayList;
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

    /**
     * The pictures of a time series, one plane each: of several channels the first. A stack that counts its pictures as
     * focal planes is a time series too, since many programs save one so.
     */
    public List<ImagePlane> series() {
        boolean described = scale.channels() * scale.slices() * scale.frames() == pages.size();
        int frames = Math.max(scale.frames(), scale.slices());
        boolean isHyperstack = described && scale.channels() > 1 && Math.min(scale.frames(), scale.slices()) == 1;
        if (!isHyperstack) {
            return pages.stream().map(ImagePage::greyPlane).toList();
        }
        List<ImagePlane> series = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            int page = scale.frames() > 1 ? scale.page(0, 0, i) : scale.page(0, i, 0);
            series.add(pages.get(page).greyPlane());
        }
        return series;
    }

    public ImagePage first() {
        return pages.getFirst();
    }
}
