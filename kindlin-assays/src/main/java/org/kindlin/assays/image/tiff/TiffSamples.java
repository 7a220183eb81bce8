package org.kindlin.assays.image.tiff;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.PixelBudget;
import org.kindlin.assays.image.Samples;

/** Puts the strips or tiles of one picture together. */
final class TiffSamples {
    private static final String CUT = "the file is cut off; copy or export it again";

    private final TiffBytes bytes;
    private final TiffLayout layout;
    private final String place;
    private final List<SampleSink> sinks = new ArrayList<>();

    private TiffSamples(TiffBytes bytes, TiffLayout layout, String place) {
        this.bytes = bytes;
        this.layout = layout;
        this.place = place;
    }

    /** The channels of a picture, and whether any value was rounded to be kept. */
    record Channels(List<ImagePlane> planes, boolean isRounded) {}

    static Channels read(TiffBytes bytes, TiffDirectory directory, TiffLayout layout, PixelBudget budget, String place)
            throws ImageDataException {
        TiffSamples samples = new TiffSamples(bytes, layout, place);
        Chunks chunks = samples.chunks(directory);
        samples.allocate(budget, chunks.packed());
        samples.fill(chunks);
        return samples.channels();
    }

    /** Samples that lie in the file as they are, page after page, without directories of their own. */
    static Channels readAt(TiffBytes bytes, TiffLayout layout, long at, PixelBudget budget, String place)
            throws ImageDataException {
        TiffSamples samples = new TiffSamples(bytes, layout, place);
        long size = layout.rowBytes() * layout.height();
        bytes.within(at, size);
        samples.allocate(budget, size);
        samples.put(bytes.file(), (int) at, 0, 0, layout.height());
        return samples.channels();
    }

    /** Where strips or tiles lie. */
    private record Chunks(int[] at, int[] length, long packed) {}

    private Chunks chunks(TiffDirectory directory) throws ImageDataException {
        TiffField offsets =
                directory.get(layout.isTiled() ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, "place of the samples");
        TiffField counts = directory
                .find(layout.isTiled() ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS)
                .orElse(null);
        long wanted =
                (long) layout.chunksAcross() * layout.chunksDown() * (layout.isPlanar() ? layout.samplesPerPixel() : 1);
        if (offsets.count() < wanted || (counts != null && counts.count() < wanted)) {
            throw new ImageDataException(place, "there are " + offsets.count() + " strips or tiles of " + wanted, CUT);
        }
        int[] at = new int[(int) wanted];
        int[] length = new int[(int) wanted];
        long packed = 0;
        for (int i = 0; i < wanted; i++) {
            long start = offsets.number(i);
            if (start < 0 || start > bytes.length()) {
                throw new ImageDataException(place, "samples begin at byte " + start + ", after the end", CUT);
            }
            long count = counts == null ? Long.MAX_VALUE : counts.number(i);
            at[i] = (int) start;
            length[i] = (int) Math.min(Math.max(count, least(wanted)), bytes.length() - start);
            packed += length[i];
        }
        return new Chunks(at, length, packed);
    }

    /** One strip of samples as they are is as long as the picture, whatever a careless writer says of it. */
    private long least(long chunks) {
        boolean isKnown = layout.compression() == TiffCompression.NONE && chunks == 1;
        return isKnown ? layout.rowBytes() * layout.chunkHeight() : 0;
    }

    private void allocate(PixelBudget budget, long packed) throws ImageDataException {
        long pixels = (long) layout.width() * layout.height();
        long stored = pixels * layout.samplesPerPixel() * layout.storedBytes();
        long widened = (8L * layout.storedBytes() + layout.depth().bits() - 1)
                / layout.depth().bits();
        budget.take(place, stored, packed, layout.compression().mostRatio() * widened);
        long chunk = layout.rowBytes() * layout.chunkHeight();
        if (chunk > PixelBudget.MOST_BYTES / 2 || chunk / layout.compression().mostRatio() > packed + 1) {
            throw new ImageDataException(place, "a strip or tile of " + chunk + " bytes", "save it in smaller strips");
        }
        for (int channel = 0; channel < layout.samplesPerPixel(); channel++) {
            sinks.add(SampleSink.of(layout.depth(), (int) pixels));
        }
    }

    private void fill(Chunks chunks) throws ImageDataException {
        int across = layout.chunksAcross();
        int perPlane = across * layout.chunksDown();
        byte[] unpacked = new byte[(int) layout.rowBytes() * layout.chunkHeight()];
        for (int i = 0; i < chunks.at().length; i++) {
            int inPlane = i % perPlane;
            int top = inPlane / across * layout.chunkHeight();
            int rows = layout.isTiled() ? layout.chunkHeight() : Math.min(layout.chunkHeight(), layout.height() - top);
            byte[] room = rows == layout.chunkHeight() ? unpacked : new byte[(int) layout.rowBytes() * rows];
            if (!unpack(chunks.at()[i], chunks.length()[i], room)) {
                throw new ImageDataException(
                        place, "strip or tile " + (i + 1) + " of " + chunks.at().length + " is cut short", CUT);
            }
            undoPredictor(room, rows);
            put(room, 0, i, top, Math.min(rows, layout.height() - top));
        }
    }

    private boolean unpack(int at, int length, byte[] room) throws ImageDataException {
        if (!layout.isReversed()) {
            return layout.compression().unpack(bytes.file(), at, length, room);
        }
        byte[] turned = new byte[length];
        for (int i = 0; i < length; i++) {
            turned[i] = (byte) (Integer.reverse(bytes.file()[at + i]) >>> 24);
        }
        return layout.compression().unpack(turned, 0, length, room);
    }

    private void undoPredictor(byte[] room, int rows) {
        if (layout.predictor() == 1) {
            return;
        }
        int samples = layout.chunkWidth() * layout.interleaved();
        for (int row = 0; row < rows; row++) {
            int from = row * (int) layout.rowBytes();
            Predictor.undo(
                    layout.predictor(),
                    room,
                    from,
                    samples,
                    layout.interleaved(),
                    layout.depth().bits(),
                    bytes.order());
        }
    }

    private void put(byte[] room, int from, int chunk, int top, int rows) {
        ByteBuffer view = SampleSink.view(room, bytes.order());
        int across = layout.chunksAcross();
        int left = chunk % across * layout.chunkWidth();
        int count = Math.min(layout.chunkWidth(), layout.width() - left);
        int plane = layout.isPlanar() ? chunk / (across * layout.chunksDown()) : 0;
        for (int row = 0; row < rows; row++) {
            int start = from + row * (int) layout.rowBytes();
            int to = (top + row) * layout.width() + left;
            for (int channel = 0; channel < layout.interleaved(); channel++) {
                sinks.get(plane + channel).take(view, start, channel, layout.interleaved(), count, to);
            }
        }
    }

    private Channels channels() throws ImageDataException {
        List<ImagePlane> planes = new ArrayList<>();
        for (SampleSink sink : sinks) {
            requireNumbers(sink.samples());
            planes.add(new ImagePlane(layout.width(), layout.height(), sink.samples()));
        }
        return new Channels(planes, sinks.stream().anyMatch(SampleSink::isRounded));
    }

    private void requireNumbers(Samples samples) throws ImageDataException {
        if (!(samples instanceof Samples.Floats(float[] data))) {
            return;
        }
        int others = 0;
        for (float value : data) {
            others += Float.isFinite(value) ? 0 : 1;
        }
        if (others > 0) {
            throw new ImageDataException(
                    place,
                    others + " of " + data.length + " samples are no finite numbers",
                    "give these pixels numbers, such as those of the ground around them, or crop them off");
        }
    }
}
