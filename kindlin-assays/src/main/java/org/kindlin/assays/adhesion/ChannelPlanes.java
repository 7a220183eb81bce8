package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * The two channels of a file, frame by frame: side by side in a page, or pages of their own.
 *
 * @param first shows adhesions
 * @param second is compared to it; none where there is none, or nobody says which
 * @param findings what was taken for granted or left out
 */
record ChannelPlanes(List<ImagePlane> first, List<ImagePlane> second, List<Warning> findings) {
    ChannelPlanes {
        first = List.copyOf(first);
        second = List.copyOf(second);
        findings = List.copyOf(findings);
    }

    /** Empty where faults were added. */
    static Optional<ChannelPlanes> of(Picture picture, String name, AdhesionProtocol protocol, Faults faults) {
        ImageScale scale = picture.scale();
        ImagePage page = picture.first();
        boolean isBeside = page.channels().size() > 1;
        boolean isStated = protocol.adhesionChannel().isPresent()
                || protocol.ratioChannel().isPresent();
        if (page.isColour() && !isStated) {
            boolean isTinted = picture.pages().stream().anyMatch(one -> one.isColour() && !one.isGreyInColour());
            return Optional.of(
                    new ChannelPlanes(picture.series(), List.of(), isTinted ? List.of(coloured(name)) : List.of()));
        }
        boolean isPair = !isBeside && isUnexplainedPair(picture);
        int channels = isBeside ? page.channels().size() : isPair && isStated ? 2 : scale.channels();
        if (!isBeside && scale.channels() > 1 && !isRegular(picture, scale, faults)) {
            return Optional.empty();
        }
        int first = protocol.adhesionChannel().orElse(protocol.ratioChannel().orElse(2) == 1 ? 2 : 1);
        OptionalInt second = protocol.ratioChannel().isPresent()
                ? protocol.ratioChannel()
                : channels == 2 ? OptionalInt.of(3 - first) : OptionalInt.empty();
        if (Math.max(first, second.orElse(1)) > channels) {
            faults.add(
                    picture.path(),
                    "",
                    "there is no channel " + Math.max(first, second.orElse(1)) + ": the file has "
                            + (channels == 1 ? "one" : String.valueOf(channels)),
                    "correct adhesionChannel and ratioChannel, or save the channels with their number");
            return Optional.empty();
        }
        List<Warning> findings = channels > 2 && second.isEmpty()
                ? List.of(several(name, channels))
                : isPair && !isStated ? List.of(pair(name)) : List.of();
        return Optional.of(new ChannelPlanes(
                planes(picture, first, channels),
                second.isPresent() ? planes(picture, second.getAsInt(), channels) : List.of(),
                findings));
    }

    /** Two pages of which the file says nothing: a film of two frames, or two channels. */
    private static boolean isUnexplainedPair(Picture picture) {
        ImageScale scale = picture.scale();
        return picture.pages().size() == 2 && scale.channels() * scale.slices() * scale.frames() == 1;
    }

    private static Warning pair(String name) {
        return new Warning(
                "two-pages",
                name
                        + " holds two pictures and does not say of what: they are taken for frames of a film; if they"
                        + " are channels state adhesionChannel and ratioChannel");
    }

    private static Warning coloured(String name) {
        return new Warning(
                "coloured-picture",
                name
                        + " is in colour; adhesions were measured on its luma, a mix of the channels, and no ratio was"
                        + " formed: state adhesionChannel and ratioChannel (1 red, 2 green, 3 blue), better still give"
                        + " the channels as they were taken");
    }

    private static Warning several(String name, int channels) {
        return new Warning(
                "several-channels",
                name + " has " + channels
                        + " channels, of which the first is taken to show adhesions and none is compared to it:"
                        + " state adhesionChannel and ratioChannel");
    }

    /** Whether pages are as many as the file counts, and run through one dimension beside channels. */
    private static boolean isRegular(Picture picture, ImageScale scale, Faults faults) {
        int counted = scale.channels() * scale.slices() * scale.frames();
        if (counted != picture.pages().size()) {
            faults.add(
                    picture.path(),
                    "",
                    "it counts " + counted + " pictures and holds "
                            + picture.pages().size() + ": which are of which channel is not known",
                    "save it anew with its channels");
            return false;
        }
        if (scale.slices() > 1 && scale.frames() > 1) {
            faults.add(
                    picture.path(),
                    "",
                    "it holds channels, " + scale.slices() + " focal planes and " + scale.frames() + " frames",
                    "give one focal plane, or their projection");
            return false;
        }
        return true;
    }

    private static List<ImagePlane> planes(Picture picture, int channel, int channels) {
        if (picture.first().channels().size() > 1) {
            return picture.pages().stream()
                    .map(page -> page.channels().get(channel - 1))
                    .toList();
        }
        if (channels == 1) {
            return picture.series();
        }
        if (isUnexplainedPair(picture)) {
            return List.of(picture.pages().get(channel - 1).greyPlane());
        }
        ImageScale scale = picture.scale();
        List<ImagePlane> planes = new ArrayList<>();
        for (int t = 0; t < scale.frames() * scale.slices(); t++) {
            int page = scale.frames() > 1 ? scale.page(channel - 1, 0, t) : scale.page(channel - 1, t, 0);
            planes.add(picture.pages().get(page).greyPlane());
        }
        return planes;
    }
}
