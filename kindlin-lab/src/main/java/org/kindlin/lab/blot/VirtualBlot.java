package org.kindlin.lab.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/** Pictures of pFAK and FAK on replicate membranes over a dose series, as a cooled camera of 16 bits takes them. */
public final class VirtualBlot implements VirtualAssay {
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "26 nM", "concentration at which half of pFAK is lost");
    private static final Key<Double> BOTTOM =
            Key.number("bottomPercent", 0, 99, "5", "pFAK left at saturation, % of vehicle");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "3 uM", "highest dose");
    private static final Key<Double> FOLD = Key.number("fold", 1.1, 100, "4", "ratio of successive doses");
    private static final Key<Double> DOSES = Key.number("doses", 2, 16, "8", "number of doses");
    private static final Key<Double> BLOTS = Key.number("blots", 1, 12, "3", "number of replicate membranes");
    private static final Key<Double> LOADING =
            Key.number("loadingCvPercent", 0, 100, "10", "variation of loading between lanes in %");
    private static final Key<Double> CELLS =
            Key.number("cellCvPercent", 0, 100, "8", "variation of phosphorylation between dishes in %");
    private static final int PITCH = 60;
    private static final int HEIGHT = 180;
    private static final double ROW = 90;
    private static final double SIGMA = 5;
    private static final double HALF_WIDTH = 20;
    private static final double EDGE = 1.5;
    private static final double SMILE = 3;
    private static final double ELECTRONS = 0.5; // per count

    @Override
    public String name() {
        return "blot";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(IC50, BOTTOM, TOP_DOSE, FOLD, DOSES, BLOTS, LOADING, CELLS);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        double ic50 = settings.get(IC50).in(Unit.NANOMOLAR);
        double bottom = settings.get(BOTTOM) / 100;
        double[] doses = doses(settings);
        StringBuilder layout = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, blot, seed "
                + seed + "\nlane,image,target,role,compound,dose,blot\n");
        List<LabFile> files = new ArrayList<>();
        RandomStream random = RandomStream.ofSeed(seed).child("lab blot");
        for (int blot = 1; blot <= (int) Math.rint(settings.get(BLOTS)); blot++) {
            RandomStream own = random.child(blot);
            double[] phospho = new double[doses.length];
            double[] total = new double[doses.length];
            for (int lane = 0; lane < doses.length; lane++) {
                double loading = own.nextLogNormal(1, settings.get(LOADING) / 100);
                double left = bottom + (1 - bottom) / (1 + doses[lane] / ic50);
                total[lane] = 9000 * loading;
                phospho[lane] = 12_000 * loading * left * own.nextLogNormal(1, settings.get(CELLS) / 100);
            }
            files.add(picture("pFAK-" + blot + ".tif", phospho, own.child("pFAK")));
            files.add(picture("FAK-" + blot + ".tif", total, own.child("FAK")));
            rows(layout, "pFAK", blot, doses);
            rows(layout, "FAK", blot, doses);
        }
        files.add(LabFile.ofText("layout.csv", layout.toString()));
        Truth truth = new Truth(
                Map.of("compound", "defactinib", "target", "pFAK/FAK"), List.of(new TrueValue("ic50", ic50, "nM")));
        return new LabBatch(files, List.of(truth));
    }

    /** Two lanes of vehicle, then the doses rising. */
    private static double[] doses(Resolved settings) {
        int count = (int) Math.rint(settings.get(DOSES));
        double[] doses = new double[count + 2];
        for (int i = 0; i < count; i++) {
            doses[2 + i] =
                    settings.get(TOP_DOSE).in(Unit.NANOMOLAR) / StrictMath.pow(settings.get(FOLD), count - 1.0 - i);
        }
        return doses;
    }

    private static void rows(StringBuilder layout, String target, int blot, double[] doses) {
        for (int lane = 0; lane < doses.length; lane++) {
            String role = doses[lane] == 0 ? "reference,," : "sample,defactinib,";
            layout.append(String.format(
                    Locale.ROOT, "%d,%s-%d,%s,%s%.6g,%d", lane + 1, target, blot, target, role, doses[lane], blot));
            layout.append('\n');
        }
    }

    /** Bands with soft edges that smile, on a sloping ground, with shot noise and the camera's offset. */
    private static LabFile picture(String name, double[] heights, RandomStream random) {
        int width = (heights.length + 1) * PITCH;
        short[] samples = new short[width * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                double light = 600 + 200.0 * x / width + 100.0 * y / HEIGHT;
                for (int lane = Math.max(0, x / PITCH - 2); lane < Math.min(heights.length, x / PITCH + 2); lane++) {
                    double offset = x - (lane + 1.0) * PITCH;
                    double across = 1 / (1 + StrictMath.exp((Math.abs(offset) - HALF_WIDTH) / EDGE));
                    double z = (y - ROW - SMILE * offset * offset / (HALF_WIDTH * HALF_WIDTH)) / SIGMA;
                    light += heights[lane] * across * StrictMath.exp(-0.5 * z * z);
                }
                double counts = random.nextPoisson(light * ELECTRONS) / ELECTRONS + random.nextGaussian(100, 5);
                samples[y * width + x] = (short) Math.clamp(Math.round(counts), 0, 65_535);
            }
        }
        return new LabFile(name, TiffWriter.stack(width, HEIGHT, List.of(samples), 0, 0, RawFile.SIMULATED_MARK));
    }
}
