package org.kindlin.lab.viability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.DetectorNoise;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualPlateAssay;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/** MTT plates of growing cell lines under a compound, with a day-0 plate of each line. */
public final class VirtualViability implements VirtualPlateAssay {
    private static final Key<List<TrueLine>> LINES = new Key<>(
            "lines",
            "NAME=doubling time|mid-point|GR at infinite dose, ...",
            "",
            "A549=22 h|9 uM|-0.3, MDA-MB-231=30 h|12 uM|0.1, PANC-1=45 h|16 uM|0.2",
            "cell lines; a GR at infinite dose above 0 slows growth, below 0 kills",
            TrueLine::parseAll,
            list -> new Value.Many(list.stream()
                    .map(line -> (Value) new Value.Text(line.asText()))
                    .toList()));
    private static final Key<String> COMPOUND = Key.text("compound", "defactinib", "compound under test");
    private static final Key<LogisticIn> LOGISTIC = Key.choice(
            "logisticIn",
            LogisticIn.class,
            LogisticIn.GROWTH,
            "which is a logistic function of dose, and has the mid-point");
    private static final Key<Double> SLOPE = Key.number("slope", 0.1, 20, "1.5", "Hill slope of that function");
    private static final Key<Quantity> EXPOSURE = Key.positive("exposure", Unit.HOUR, "72 h", "time with the compound");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "60 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 3, 40, "10", "doses");
    private static final Key<Double> FOLD = Key.number("fold", 1.01, 100, "2.5", "dilution factor");
    private static final Key<Double> REPLICATES = Key.number("replicates", 1, 96, "4", "wells per dose and plate");
    private static final Key<Double> VEHICLES = Key.number("vehicleWells", 1, 384, "12", "vehicle wells per plate");
    private static final Key<Double> BLANKS = Key.number("blankWells", 1, 384, "6", "blank wells per plate");
    private static final Key<Double> PLATES = Key.number("plates", 1, 50, "2", "plates per cell line");
    private static final Key<Boolean> DAY_ZERO =
            Key.flag("dayZero", true, "whether a day-0 plate of each line is read");
    private static final Key<Double> DAY_ZERO_WELLS =
            Key.number("dayZeroWells", 1, 384, "18", "wells with cells on a day-0 plate");
    private static final Key<Double> WELLS =
            Key.number("wells", "96", "wells of a plate").onlyIf("96|384", wells -> wells == 96 || wells == 384);
    private static final Key<Boolean> AVOID_EDGES =
            Key.flag("avoidEdges", true, "whether the outermost wells are left empty");
    private static final Key<Double> FORMAZAN = Key.number(
            "formazanAtStart", 0.001, 4, "0.12", "absorbance of the formazan of the cells on day 0, above blank");
    private static final Key<Double> BACKGROUND =
            Key.number("background", 0, 4, "0.06", "absorbance of plate and medium at 570 nm");
    private static final Key<Boolean> REFERENCE =
            Key.flag("reference", true, "whether the reference wavelength, 630 nm, is read as well");
    private static final Key<Double> REFERENCE_BACKGROUND =
            Key.number("referenceBackground", 0, 4, "0.045", "absorbance of plate and medium at 630 nm");
    private static final Key<Double> REFERENCE_SHARE =
            Key.number("referenceShare", 0, 1, "0.04", "absorbance of formazan at 630 nm beside that at 570 nm");
    private static final Key<Double> PLATE_SHIFT = Key.number(
            "plateShiftPercent",
            0,
            100,
            "0",
            "plate-to-plate coefficient of variation of the staining in %, day 0 included");
    private static final Key<Double> DISPENSING =
            Key.number("dispensingLogSd", 0, 1, "0.03", "ln standard deviation of the dose truly delivered to a well");

    @Override
    public String name() {
        return "viability";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                LINES,
                COMPOUND,
                LOGISTIC,
                SLOPE,
                EXPOSURE,
                TOP_DOSE,
                DOSES,
                FOLD,
                REPLICATES,
                VEHICLES,
                BLANKS,
                PLATES,
                DAY_ZERO,
                DAY_ZERO_WELLS,
                WELLS,
                AVOID_EDGES,
                FORMAZAN,
                BACKGROUND,
                REFERENCE,
                REFERENCE_BACKGROUND,
                REFERENCE_SHARE,
                PLATE_SHIFT,
                DISPENSING));
        keys.addAll(DetectorNoise.keys("20000", "5"));
        keys.addAll(ReaderOutput.keys());
        return keys;
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        PlateFormat format = PlateFormat.ofSize(whole(settings, WELLS)).orElseThrow();
        ViabilityLayout layout = new ViabilityLayout(format, settings.get(AVOID_EDGES));
        int treated = whole(settings, REPLICATES) * whole(settings, DOSES) + whole(settings, VEHICLES);
        int needed = Math.max(treated, whole(settings, DAY_ZERO_WELLS)) + whole(settings, BLANKS);
        if (needed > layout.capacity()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(REPLICATES.name()),
                    needed + " wells do not fit the " + layout.capacity() + " that are used of a " + format + " plate",
                    "fewer replicates, doses or controls, avoidEdges=no, or a larger plate");
            return new LabBatch(List.of(), List.of());
        }
        RandomStream root = RandomStream.ofSeed(seed).child("lab viability").child(settings.get(COMPOUND));
        return holdsReads(settings, seed, faults)
                ? new Run(settings, format, layout, seed, root).perform()
                : new LabBatch(List.of(), List.of());
    }

    private static boolean holdsReads(Resolved settings, long seed, Faults faults) {
        int reads = settings.get(REFERENCE) ? 2 : 1;
        return ReaderOutput.of(settings, seed).holds(reads, settings, "set reference=no", faults);
    }

    @Override
    public LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults) {
        RandomStream root = RandomStream.ofSeed(seed).child("lab viability").child(settings.get(COMPOUND));
        ViabilityLayout layout = new ViabilityLayout(format, false);
        return holdsReads(settings, seed, faults)
                ? new Run(settings, format, layout, seed, root).performOn(plates, map, faults)
                : new LabBatch(List.of(), List.of());
    }

    /** One performance. */
    private record Run(Resolved settings, PlateFormat format, ViabilityLayout layout, long seed, RandomStream root) {

        LabBatch perform() {
            PlateMap map = layout.treated(
                    settings.get(COMPOUND),
                    doses(),
                    whole(settings, REPLICATES),
                    whole(settings, VEHICLES),
                    whole(settings, BLANKS),
                    root.child("layout"));
            PlateMap dayZero = layout.dayZero(whole(settings, DAY_ZERO_WELLS), whole(settings, BLANKS));
            List<LabFile> files = new ArrayList<>();
            List<Truth> truth = new ArrayList<>();
            for (TrueLine line : settings.get(LINES)) {
                TrueGrowth growth = growth(line);
                files.addAll(plates(growth, map, dayZero));
                truth.add(new Truth(subject(line, true), growth.values(doses()[0])));
                truth.add(new Truth(subject(line, false), growth.lineValues()));
            }
            files.add(LabFile.ofText("layout.csv", PlateMapWriter.write(map, true)));
            if (settings.get(DAY_ZERO)) {
                files.add(LabFile.ofText("layout-day0.csv", PlateMapWriter.write(dayZero, true)));
            }
            return new LabBatch(files, truth);
        }

        /** Treated plates only: each of the line that its map names as target. */
        LabBatch performOn(List<String> plates, PlateMap map, Faults faults) {
            List<LabFile> files = new ArrayList<>();
            Map<String, Truth> truth = new LinkedHashMap<>();
            for (String plate : plates) {
                PlateMap own = new PlateMap(map.file(), map.on(plate));
                Optional<TrueLine> line = lineOf(own);
                if (line.isEmpty() || hasOtherCompound(own)) {
                    faults.add(
                            settings.settings().origin(),
                            settings.settings().placeOf(line.isEmpty() ? LINES.name() : COMPOUND.name()),
                            "the truth about plate " + plate + " is not stated",
                            "state its cell line under lines and its one compound under compound");
                    continue;
                }
                TrueGrowth growth = growth(line.get());
                double top = topDose(own);
                truth.put(line.get().name(), new Truth(planned(line.get()), growth.values(top)));
                double end = settings.get(FORMAZAN) * StrictMath.pow(2, growth.doublings());
                files.add(file(LabFile.stem(plate), plate, own, root.child(plate), treated(growth, end)));
            }
            return new LabBatch(files, List.copyOf(truth.values()));
        }

        private Optional<TrueLine> lineOf(PlateMap map) {
            return settings.get(LINES).stream()
                    .filter(line ->
                            map.wells().stream().anyMatch(well -> well.target().equals(line.name())))
                    .findFirst();
        }

        private boolean hasOtherCompound(PlateMap map) {
            return map.wells().stream()
                    .anyMatch(well ->
                            well.role() == WellRole.SAMPLE && !well.compound().equals(settings.get(COMPOUND)));
        }

        private static double topDose(PlateMap map) {
            return map.wells().stream()
                    .filter(well -> well.role() == WellRole.SAMPLE)
                    .flatMap(well -> Optional.ofNullable(well.concentration()).stream())
                    .mapToDouble(dose -> dose.in(Unit.NANOMOLAR))
                    .max()
                    .orElse(0);
        }

        private Map<String, String> planned(TrueLine line) {
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("compound", settings.get(COMPOUND));
            subject.put("cellLine", line.name());
            return subject;
        }

        private MttReading.Formazan treated(TrueGrowth growth, double end) {
            return (well, stream) -> switch (well.role()) {
                case VEHICLE -> end;
                case SAMPLE -> end * growth.relativeCount(delivered(well.concentration(), stream));
                default -> 0;
            };
        }

        private List<LabFile> plates(TrueGrowth growth, PlateMap map, PlateMap dayZero) {
            List<LabFile> files = new ArrayList<>();
            String line = growth.line().name();
            RandomStream ofLine = root.child(line);
            double start = settings.get(FORMAZAN);
            double end = start * StrictMath.pow(2, growth.doublings());
            if (settings.get(DAY_ZERO)) {
                files.add(plate(
                        line,
                        "day0",
                        dayZero,
                        ofLine.child("day 0"),
                        (well, _) -> well.role() == WellRole.VEHICLE ? start : 0));
            }
            for (int plate = 1; plate <= whole(settings, PLATES); plate++) {
                files.add(plate(line, "plate-" + plate, map, ofLine.child(plate), treated(growth, end)));
            }
            return files;
        }

        private LabFile plate(
                String line, String name, PlateMap map, RandomStream stream, MttReading.Formazan formazan) {
            String stem = line.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return file(stem + "-" + name, line + " " + name, map, stream, formazan);
        }

        private LabFile file(
                String stem, String name, PlateMap map, RandomStream stream, MttReading.Formazan formazan) {
            double shift = stream.child("plate").nextLogNormal(1, settings.get(PLATE_SHIFT) / 100);
            MttReading reading = new MttReading(
                    settings.get(BACKGROUND),
                    settings.get(REFERENCE_BACKGROUND),
                    settings.get(REFERENCE_SHARE),
                    DetectorNoise.of(settings));
            List<PlateRead> reads = reading.reads(format, map, (well, own) -> shift * formazan.in(well, own), stream);
            return ReaderOutput.of(settings, seed)
                    .file(stem, "MTT", name, format, settings.get(REFERENCE) ? reads : reads.subList(0, 1));
        }

        private double delivered(@Nullable Quantity nominal, RandomStream stream) {
            if (nominal == null) {
                throw new IllegalStateException("a sample without a dose");
            }
            return stream.nextLogNormal(nominal.in(Unit.NANOMOLAR), settings.get(DISPENSING));
        }

        private TrueGrowth growth(TrueLine line) {
            return new TrueGrowth(
                    line,
                    settings.get(LOGISTIC),
                    settings.get(SLOPE),
                    settings.get(EXPOSURE).in(Unit.HOUR));
        }

        private double[] doses() {
            double[] doses = new double[whole(settings, DOSES)];
            for (int i = 0; i < doses.length; i++) {
                doses[i] = settings.get(TOP_DOSE).in(Unit.NANOMOLAR) / StrictMath.pow(settings.get(FOLD), i);
            }
            return doses;
        }

        private Map<String, String> subject(TrueLine line, boolean withCompound) {
            Map<String, String> subject = new LinkedHashMap<>();
            if (withCompound) {
                subject.put("compound", settings.get(COMPOUND));
                subject.put("form", "free base");
            }
            subject.put("cellLine", line.name());
            return subject;
        }
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
