package org.kindlin.lab.proliferation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.GatingMlWriter;
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

/**
 * A dose series of dividing cells as a cytometer writes it: an FCS 3.1 file for each culture and both controls, and the sheet
 * that says what is in each. The true division index falls along a four-parameter curve, viability along another.
 */
public final class VirtualProliferation implements VirtualAssay {
    private static final Key<String> COMPOUND = Key.text("compound", "defactinib", "name of what the cells get");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "10 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 1, 30, "6", "doses above zero");
    private static final Key<Double> FOLD = Key.number("fold", 1.01, 1000, "4", "dilution factor from dose to dose");
    private static final Key<Double> REPLICATES = Key.number("replicates", 1, 20, "3", "cultures of each dose");
    private static final Key<Double> EVENTS =
            Key.number("events", 100, 1_000_000, "10000", "living events recorded of each culture");
    private static final Key<Double> MOST_DIVISIONS =
            Key.number("mostDivisions", 1, 10, "6", "divisions that a cell can make in the time");
    private static final Key<Double> INDEX =
            Key.number("divisionIndex", 0, 10, "1.2", "true division index of vehicle");
    private static final Key<Double> MAXIMUM = Key.number(
            "maximumPercent",
            -100,
            100,
            "-40",
            "change of the division index at saturation, %; above 0: more division");
    private static final Key<Quantity> IC50 = Key.positive("ic50", Unit.NANOMOLAR, "300 nM", "dose of half the change");
    private static final Key<Double> HILL = Key.number("hillSlope", 0.1, 10, "1", "steepness of the change");
    private static final Key<Double> CULTURE_CV = Key.number(
            "cultureCvPercent", 0, 50, "3", "coefficient of variation of the division index between cultures, %");
    private static final Key<Double> VIABILITY =
            Key.number("viabilityPercent", 1, 100, "92", "living events of vehicle, %");
    private static final Key<Quantity> TOXIC =
            Key.positive("toxicDose", Unit.NANOMOLAR, "30 uM", "dose at which half of these are dead");
    private static final Key<Double> DYE = Key.number("dye", 10, 1e6, "40000", "mean dye of undivided cells");
    private static final Key<Double> DYE_CV =
            Key.number("dyeCvPercent", 1, 60, "15", "coefficient of variation of the dye within a generation, %");
    private static final Key<Double> AUTO = Key.number("autofluorescence", 0.1, 1e5, "150", "mean autofluorescence");
    private static final Key<Double> AUTO_CV =
            Key.number("autofluorescenceCvPercent", 1, 100, "35", "its coefficient of variation, %");
    private static final double RANGE = 262_144;
    private static final double DEAD_STAIN = 20_000;
    private static final double LIVING_STAIN = 150;
    private static final double STAIN_SPREAD = 0.45;

    @Override
    public String name() {
        return "proliferation";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                COMPOUND,
                TOP_DOSE,
                DOSES,
                FOLD,
                REPLICATES,
                EVENTS,
                MOST_DIVISIONS,
                INDEX,
                MAXIMUM,
                IC50,
                HILL,
                CULTURE_CV,
                VIABILITY,
                TOXIC,
                DYE,
                DYE_CV,
                AUTO,
                AUTO_CV);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        int chances = whole(settings, MOST_DIVISIONS);
        double highest = settings.get(INDEX) * Math.max(1, 1 + settings.get(MAXIMUM) / 100);
        if (highest > 0.9 * chances) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(MOST_DIVISIONS.name()),
                    "a division index of " + highest + " needs more than " + chances + " divisions",
                    "raise mostDivisions above " + Math.ceil(highest / 0.9));
            return new LabBatch(List.of(), List.of());
        }
        RandomStream random = RandomStream.ofSeed(seed).child("lab proliferation");
        return new Series(settings, seed, random).perform(chances);
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }

    /** One performance. */
    private static final class Series {
        private final Resolved settings;
        private final long seed;
        private final RandomStream random;
        private final DyedCells cells;
        private final List<LabFile> files = new ArrayList<>();
        private final List<Truth> truth = new ArrayList<>();
        private final StringBuilder sheet;

        Series(Resolved settings, long seed, RandomStream random) {
            this.settings = settings;
            this.seed = seed;
            this.random = random;
            this.cells = new DyedCells(
                    settings.get(DYE), settings.get(DYE_CV) / 100, settings.get(AUTO), settings.get(AUTO_CV) / 100);
            this.sheet = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, proliferation, seed "
                    + seed + "\nfile,sample,role,dose_nM,replicate\n");
        }

        LabBatch perform(int chances) {
            truth.add(new Truth(
                    Map.of("compound", settings.get(COMPOUND), "response", "divisionIndex"),
                    List.of(
                            new TrueValue("ic50", nanomolar(IC50), "nM"),
                            new TrueValue("hillSlope", settings.get(HILL), ""),
                            new TrueValue("top", Math.max(settings.get(INDEX), saturated()), ""),
                            new TrueValue("bottom", Math.min(settings.get(INDEX), saturated()), ""))));
            int doses = whole(settings, DOSES);
            for (int d = 0; d <= doses; d++) {
                double dose = d == 0 ? 0 : nanomolar(TOP_DOSE) / StrictMath.pow(settings.get(FOLD), doses - d);
                for (int r = 1; r <= whole(settings, REPLICATES); r++) {
                    culture(d, dose, r, chances);
                }
            }
            RandomStream own = random.child("controls");
            control("undivided", own.child(0), stream -> cells.intensity(0, stream));
            control("unstained", own.child(1), cells::unstained);
            files.add(LabFile.ofText("samples.csv", sheet.toString()));
            files.add(new LabFile("gates.xml", GatingMlWriter.bytes(gates(), RawFile.SIMULATED_MARK)));
            return new LabBatch(files, truth);
        }

        /** Living and dead cells by size, and the living ones among them by the viability stain. */
        private static GatingDocument gates() {
            return new GatingDocument(
                    List.of(
                            between("cells", Optional.empty(), "FSC-A", 12_000, Double.POSITIVE_INFINITY),
                            between("live", Optional.of("cells"), "APC-Cy7-A", Double.NEGATIVE_INFINITY, 2_000)),
                    Map.of(),
                    Map.of());
        }

        private static Gate between(String id, Optional<String> parent, String channel, double from, double to) {
            return new Gate.Rectangle(id, parent, List.of(new Gate.Range(Dimension.of(channel), from, to)));
        }

        private double saturated() {
            return settings.get(INDEX) * (1 + settings.get(MAXIMUM) / 100);
        }

        private double nanomolar(Key<Quantity> key) {
            return settings.get(key).in(Unit.NANOMOLAR);
        }

        private void culture(int number, double dose, int replicate, int chances) {
            RandomStream own = random.child(number).child(replicate);
            double share = dose == 0 ? 0 : 1 / (1 + StrictMath.pow(nanomolar(IC50) / dose, settings.get(HILL)));
            double index = settings.get(INDEX) + share * (saturated() - settings.get(INDEX));
            double cv = settings.get(CULTURE_CV) / 100;
            double drawn = Math.min(index * (1 + cv * own.nextGaussian()), 0.95 * chances);
            DividingCells dividing = new DividingCells(chances, Math.max(0, drawn) / chances);
            double toxic = dose / nanomolar(TOXIC);
            double viability = settings.get(VIABILITY) / 100 / (1 + toxic * toxic);
            String sample = "culture-" + number + "-" + replicate;
            write(sample, own, viability, stream -> cells.intensity(dividing.divisions(stream), stream));
            sheet.append(String.format(Locale.ROOT, "%s.fcs,%s,sample,%.6g,%d%n", sample, sample, dose, replicate)
                    .replace("\r", ""));
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("compound", settings.get(COMPOUND));
            subject.put("sample", sample);
            truth.add(new Truth(
                    subject,
                    List.of(
                            new TrueValue("divisionIndex", dividing.divisionIndex(), ""),
                            new TrueValue("percentDivided", 100 * dividing.divided(), "%"),
                            new TrueValue("expansionIndex", dividing.expansion(), ""),
                            new TrueValue("viability", 100 * viability, "%"))));
        }

        private void control(String name, RandomStream own, ToDoubleFunction<RandomStream> intensity) {
            write(name, own, settings.get(VIABILITY) / 100, intensity);
            sheet.append(name + ".fcs," + name + "," + name + ",,\n");
        }

        /** Living events as many as stated, dead ones among them by chance: dim in the dye, bright in the stain. */
        private void write(String name, RandomStream own, double viability, ToDoubleFunction<RandomStream> intensity) {
            List<float[]> events = new ArrayList<>();
            int living = 0;
            while (living < settings.get(EVENTS)) {
                boolean lives = own.nextDouble() < viability;
                living += lives ? 1 : 0;
                double dye = lives ? intensity.applyAsDouble(own) : own.nextLogNormal(3 * settings.get(AUTO), 0.7);
                double stain = own.nextLogNormal(lives ? LIVING_STAIN : DEAD_STAIN, STAIN_SPREAD);
                double size = own.nextLogNormal(lives ? 60_000 : 30_000, 0.15);
                double grain = own.nextLogNormal(lives ? 20_000 : 35_000, 0.25);
                events.add(new float[] {(float) size, (float) grain, (float) dye, (float) stain});
            }
            String notice = RawFile.SIMULATED_MARK + ": Kindlin virtual lab, proliferation, seed " + seed;
            byte[] bytes = FcsWriter.bytes(
                    List.of(
                            channel("FSC-A", "", events, 0),
                            channel("SSC-A", "", events, 1),
                            channel("FITC-A", "CFSE", events, 2),
                            channel("APC-Cy7-A", "LiveDead", events, 3)),
                    Map.of("$COM", notice));
            files.add(new LabFile(name + ".fcs", bytes));
        }

        private static FcsWriter.Channel channel(String name, String stain, List<float[]> events, int index) {
            float[] values = new float[events.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = events.get(i)[index];
            }
            return new FcsWriter.Channel(name, stain, RANGE, new Column.Singles(values));
        }
    }
}
