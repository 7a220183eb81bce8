package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.result.Attachment;
import org.kindlin.numerics.image.BitMask;

/** What was measured, as pictures: white where a wound is open. */
final class WoundMasks {
    private static final long MOST_PIXELS = 1L << 28;

    private WoundMasks() {}

    static List<Attachment> of(List<MeasuredWound> wounds) {
        List<Attachment> masks = new ArrayList<>();
        for (MeasuredWound wound : wounds) {
            for (int i = 0; i < wound.frames().size(); i++) {
                Optional<BitMask> open = wound.frames().get(i).open();
                if (open.isPresent()) {
                    masks.add(new Attachment(name(wound, i), "", png(open.get())));
                }
            }
        }
        sheet(wounds).ifPresent(sheet -> masks.add(new Attachment("masks.png", WoundKeys.MASK.name(), png(sheet))));
        return masks;
    }

    private static String name(MeasuredWound wound, int frame) {
        String stem = wound.wound().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return String.format(Locale.ROOT, "mask-%s%03d.png", stem.isEmpty() ? "" : stem + "-", frame + 1);
    }

    private static byte[] png(BitMask mask) {
        return PngWriter.mask(mask, "");
    }

    /** Frames side by side, wounds below each other; none where nothing was looked at or the picture would be huge. */
    private static Optional<BitMask> sheet(List<MeasuredWound> wounds) {
        Optional<BitMask> any =
                wounds.stream().flatMap(wound -> wound.region().stream()).findFirst();
        int across =
                wounds.stream().mapToInt(wound -> wound.frames().size()).max().orElse(0);
        if (any.isEmpty()) {
            return Optional.empty();
        }
        int width = any.get().width();
        int height = any.get().height();
        if ((long) width * height * across * wounds.size() > MOST_PIXELS) {
            return Optional.empty();
        }
        List<Optional<BitMask>> masks = new ArrayList<>();
        for (MeasuredWound wound : wounds) {
            for (int i = 0; i < across; i++) {
                masks.add(i < wound.frames().size() ? wound.frames().get(i).open() : Optional.empty());
            }
        }
        return Optional.of(BitMask.sheet(width, height, across, masks));
    }
}
