package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The second channel over the first in every adhesion, such as pFAK over paxillin: sums over the same pixels, each less the median of a
 * ring around them in its own channel and frame.
 *
 * <p>The pixels are those of the adhesion and two more on every side: its own are those in which the first channel's noise is up.
 *
 * @param ofAdhesions one of each adhesion; in a film of its sums over all frames in which it was followed
 * @param ofFrames those of the adhesions of each frame by itself; of a still the same
 * @param clipped adhesions left out for pixels at the end of a camera's range
 * @param faint adhesions left out because the first channel is not above its ground
 */
record ChannelRatios(double[] ofAdhesions, List<double[]> ofFrames, int clipped, int faint) {
    private static final int MARGIN = 2;
    private static final int FEWEST_AROUND = 12;

    ChannelRatios {
        ofFrames = List.copyOf(ofFrames);
    }

    /** @param found adhesions of every frame */
    static ChannelRatios of(AdhesionData.Film film, List<List<Adhesion>> found, double bleedThrough) {
        Channels channels = Channels.of(film, found);
        List<AdhesionTrack> tracks =
                AdhesionTrack.link(found, film.frames().getFirst().samples().length());
        List<double[]> sums = tracks.stream()
                .map(track -> channels.sums(track.members(), track.first(), track.last()))
                .toList();
        List<double[]> frames = new ArrayList<>();
        for (int t = 0; t < found.size(); t++) {
            int frame = t;
            frames.add(ratios(
                    found.get(t).stream()
                            .map(adhesion -> channels.sums(adhesion.members(), frame, frame))
                            .toList(),
                    bleedThrough));
        }
        return new ChannelRatios(
                ratios(sums, bleedThrough),
                frames,
                (int) sums.stream().filter(ChannelRatios::isClipped).count(),
                (int) sums.stream()
                        .filter(sum -> !isClipped(sum) && !(sum[0] > 0))
                        .count());
    }

    private static boolean isClipped(double[] sums) {
        return Double.isNaN(sums[0]);
    }

    private static double[] ratios(List<double[]> sums, double bleedThrough) {
        return sums.stream()
                .filter(sum -> sum[0] > 0)
                .mapToDouble(sum -> sum[1] / sum[0] - bleedThrough)
                .toArray();
    }

    /**
     * Both channels of a film.
     *
     * @param taken pixels of any adhesion, frame by frame
     */
    private record Channels(List<ImagePlane> first, List<ImagePlane> second, double[] ends, List<BitSet> taken) {
        static Channels of(AdhesionData.Film film, List<List<Adhesion>> found) {
            List<BitSet> taken = new ArrayList<>();
            for (List<Adhesion> adhesions : found) {
                BitSet pixels = new BitSet();
                adhesions.forEach(adhesion -> Arrays.stream(adhesion.members()).forEach(pixels::set));
                taken.add(pixels);
            }
            double[] ends = {CameraEnd.of(film.frames(), film.depth()), CameraEnd.of(film.second(), film.depth())};
            return new Channels(film.frames(), film.second(), ends, taken);
        }

        /** Of the first and the second channel over frames, both above their grounds; not a number where pixels are clipped. */
        double[] sums(int[] members, int from, int to) {
            ImagePlane size = first.getFirst();
            int[] wide = Turnover.grown(members, size.width(), size.height(), MARGIN);
            int[] ring = Turnover.ring(members, size.width(), size.height());
            double[] sums = new double[2];
            for (int t = from; t <= to; t++) {
                int[] around = around(ring, taken.get(t));
                sums[0] += net(first.get(t), wide, around, ends[0]);
                sums[1] += net(second.get(t), wide, around, ends[1]);
            }
            return Double.isNaN(sums[0] + sums[1]) ? new double[] {Double.NaN, Double.NaN} : sums;
        }

        /** The ring without other adhesions, where enough of it is left. */
        private static int[] around(int[] ring, BitSet taken) {
            int[] free = IntStream.of(ring).filter(i -> !taken.get(i)).toArray();
            return free.length >= FEWEST_AROUND ? free : ring;
        }

        private static double net(ImagePlane frame, int[] members, int[] around, double end) {
            double[] values = new double[around.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = frame.samples().at(around[i]);
            }
            double ground = values.length == 0 ? 0 : Descriptive.median(values);
            double sum = 0;
            for (int i : members) {
                double value = frame.samples().at(i);
                sum += value < end ? value - ground : Double.NaN;
            }
            return sum;
        }
    }
}
