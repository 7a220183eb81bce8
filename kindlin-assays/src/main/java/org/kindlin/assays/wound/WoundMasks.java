package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.result.Attachment;

/** What was measured, as pictures: white where a wound is open. */
final class WoundMasks {
    private static final long MOST_PIXELS = 1L << 28;

    private WoundMasks() {}

    static List<Attachment> of(List<MeasuredWound> wounds) {
        List<Attachment> masks = new ArrayList<>();
        for (MeasuredWound wound : wounds) {
            for (int i = 0; i < wound.frames().size(); i++) {
                Optional<Mask> open = wound.frames().get(i).open();
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

    private static byte[] png(Mask mask) {
        return PngWriter.mask(mask.width(), mask.height(), mask.inside(), "");
    }

    /** Frames side by side, wounds below each other; none where nothing was looked at or the picture would be huge. */
    private static Optional<Mask> sheet(List<MeasuredWound> wounds) {
        Optional<Mask> any =
                wounds.stream().flatMap(wound -> wound.region().stream()).findFirst();
        int across =
                wounds.stream().mapToInt(wound -> wound.frames().size()).max().orElse(0);
        if (any.isEmpty() || (long) any.get().inside().length * across * wounds.size() > MOST_PIXELS) {
            return Optional.empty();
        }
        int width = any.get().width();
        int height = any.get().height();
        boolean[] sheet = new boolean[width * across * height * wounds.size()];
        for (int row = 0; row < wounds.size(); row++) {
            List<MeasuredFrame> frames = wounds.get(row).frames();
            for (int i = 0; i < frames.size(); i++) {
                int at = row * height * width * across + i * width;
                frames.get(i).open().ifPresent(open -> {
                    for (int y = 0; y < height; y++) {
                        System.arraycopy(open.inside(), y * width, sheet, at + y * width * across, width);
                    }
                });
            }
        }
        return Optional.of(new Mask(width * across, height * wounds.size(), sheet));
    }
}
