package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** The fields of a file: its pages, of several channels the one that shows the cells. */
final class StainChannel {
    private StainChannel() {}

    /** Empty where a fault was added. */
    static Optional<List<ImagePlane>> of(
            Picture picture, String name, TranswellProtocol protocol, List<Warning> findings, Faults faults) {
        ImageScale scale = picture.scale();
        ImagePage first = picture.first();
        boolean isStated = protocol.channel().isPresent();
        boolean isBeside = first.channels().size() > 1 && (isStated || !first.isColour());
        boolean isPaged = !isBeside
                && scale.channels() > 1
                && scale.channels() * scale.slices() * scale.frames()
                        == picture.pages().size();
        int channels = isBeside ? first.channels().size() : isPaged ? scale.channels() : 1;
        int channel = protocol.channel().orElse(1);
        if (channel > channels) {
            faults.add(
                    picture.path(),
                    "",
                    "there is no channel " + channel + ": the file has " + (channels == 1 ? "one" : channels),
                    "correct channel");
            return Optional.empty();
        }
        if (channels > 1 && !isStated) {
            findings.add(new Warning(
                    "several-channels",
                    name + " has " + channels
                            + " channels, of which the first is taken to show the cells: state channel"));
        }
        return Optional.of(
                isBeside
                        ? beside(picture, channel)
                        : isPaged
                                ? paged(picture, channel)
                                : picture.pages().stream()
                                        .map(ImagePage::greyPlane)
                                        .toList());
    }

    private static List<ImagePlane> beside(Picture picture, int channel) {
        return picture.pages().stream()
                .filter(page -> page.channels().size() >= channel)
                .map(page -> page.channels().get(channel - 1))
                .toList();
    }

    private static List<ImagePlane> paged(Picture picture, int channel) {
        ImageScale scale = picture.scale();
        List<ImagePlane> planes = new ArrayList<>();
        for (int frame = 0; frame < scale.frames(); frame++) {
            for (int slice = 0; slice < scale.slices(); slice++) {
                planes.add(picture.pages()
                        .get(scale.page(channel - 1, slice, frame))
                        .greyPlane());
            }
        }
        return planes;
    }
}
