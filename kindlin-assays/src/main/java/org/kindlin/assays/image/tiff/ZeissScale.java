package org.kindlin.assays.image.tiff;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImageScale;

/** Scale and time of a Zeiss LSM file (Zeiss, LSM 5 file format), whose pages hold all channels and count slices, then frames. */
final class ZeissScale {
    private static final long MAGIC = 0x0030_0494C;
    private static final long NEW_MAGIC = 0x0040_0494C;
    private static final int SLICES = 16;
    private static final int FRAMES = 24;
    private static final int VOXEL = 40;
    private static final int INTERVAL = 112;
    private static final int LEAST = 120;
    private static final double MICROMETRES = 1e6; // in a metre

    private ZeissScale() {}

    static Optional<ImageScale> of(TiffDirectory directory) throws ImageDataException {
        TiffField info = directory.find(TiffTag.ZEISS_LSM).orElse(null);
        if (info == null || info.count() < LEAST) {
            return Optional.empty();
        }
        TiffBytes bytes = info.bytes();
        long magic = bytes.unsignedInt(info.at());
        if (magic != MAGIC && magic != NEW_MAGIC) {
            return Optional.empty();
        }
        return Optional.of(new ImageScale(
                OptionalDouble.of(MICROMETRES * bytes.doubleReal(info.at() + VOXEL)),
                OptionalDouble.of(bytes.doubleReal(info.at() + INTERVAL)),
                1,
                whole(bytes, info.at() + SLICES),
                whole(bytes, info.at() + FRAMES),
                "CZT"));
    }

    private static int whole(TiffBytes bytes, long at) throws ImageDataException {
        return (int) Math.min(bytes.unsignedInt(at), TiffDirectory.MOST_PAGES);
    }
}
