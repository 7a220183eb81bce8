package org.kindlin.lab.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
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
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualPlateAssay;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/** ADP-Glo kinase plates: luminescence proportional to the ADP an inhibited enzyme has made. */
public final class VirtualKinase implements VirtualPlateAssay {
    private static final Key<String> TARGET = Key.text("target", "FAK", "kinase");
    private static final Key<List<TrueInhibitor>> COMPOUNDS = new Key<>(
            "compounds",
            "NAME=Ki, NAME=Ki, ...",
            "nM",
            "defactinib=0.6 nM",
            "compounds with their true Ki",
            TrueInhibitor::parseAll,
            list -> new Value.Many(list.stream()
                    .map(one -> (Value) new Value.Text(one.name() + "=" + one.ki() + " nM"))
                    .toList()));
    private static final Key<Quantity> ATP = Key.positive("atp", Unit.MICROMOLAR, "10 uM", "ATP in the assay");
    private static final Key<Quantity> KM =
            Key.positive("kmAtp", Unit.MICROMOLAR, "1.2 uM", "true Km(ATP) of the enzyme");
    private static final Key<Quantity> ENZYME =
            Key.positive("enzymeConcentration", Unit.NANOMOLAR, "1 nM", "active enzyme in the assay");
    private static final Key<Double> CONVERSION =
            Key.number("vehicleConversionPercent", 0.01, 100, "10", "ATP turned over without inhibitor in %");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "1 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 3, 40, "10", "doses per series");
    private static final Key<Double> FOLD = Key.number("fold", 1.01, 100, "3", "dilution factor");
    private static final Key<Double> REPLICATES = Key.number("replicates", 1, 96, "4", "series per compound and plate");
    private static final Key<Double> PLATES = Key.number("plates", 1, 100, "2", "plates");
    private static final Key<Double> WELLS = Key.number("wells", "384", "wells of a plate")
            .onlyIf("96|384|1536", wells -> wells == 96 || wells == 384 || wells == 1536);
    private static final Key<Double> SIGNAL =
            Key.number("signalPerPercent", 1, 1e9, "8000", "luminescence (RLU) per % of ATP turned into ADP");
    private static final Key<Double> BACKGROUND =
            Key.number("background", 0, 1e9, "1500", "luminescence (RLU) without ADP");
    private static final Key<Double> PLATE_SHIFT =
            Key.number("plateShiftPercent", 0, 100, "5", "plate-to-plate coefficient of variation of the signal in %");
    private static final Key<Double> DISPENSING =
            Key.number("dispensingLogSd", 0, 1, "0.03", "ln standard deviation of the dose truly delivered to a well");

    @Override
    public String name() {
        return "kinase";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                TARGET,
                COMPOUNDS,
                ATP,
                KM,
                ENZYME,
                CONVERSION,
                TOP_DOSE,
                DOSES,
                FOLD,
                REPLICATES,
                PLATES,
                WELLS,
                SIGNAL,
                BACKGROUND,
                PLATE_SHIFT,
                DISPENSING));
        keys.addAll(DetectorNoise.keys());
        keys.addAll(ReaderOutput.keys());
        return keys;
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        PlateFormat format = PlateFormat.ofSize(whole(settings, WELLS)).orElseThrow();
        int needed = settings.get(COMPOUNDS).size() * whole(settings, REPLICATES) * whole(settings, DOSES);
        if (needed > KinaseLayout.capacity(format)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(REPLICATES.name()),
                    needed + " sample wells do not fit the " + KinaseLayout.capacity(format) + " of a " + format
                            + " plate",
                    "fewer replicates, doses or compounds, or a larger plate");
            return new LabBatch(List.of(), List.of());
        }
        PlateMap map = new KinaseLayout(format).map(names(settings), doses(settings), whole(settings, REPLICATES));
        List<LabFile> files = new ArrayList<>();
        RandomStream root = RandomStream.ofSeed(seed).child("lab kinase").child(settings.get(TARGET));
        for (int plate = 1; plate <= whole(settings, PLATES); plate++) {
            String name = settings.get(TARGET) + " plate " + plate;
            files.add(plateFile(settings, format, map.wells(), name, seed, root.child(plate)));
        }
        files.add(LabFile.ofText("layout.csv", PlateMapWriter.write(map, true)));
        return new LabBatch(files, truth(settings));
    }

    @Override
    public LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults) {
        List<String> known = names(settings);
        plates.stream()
                .flatMap(plate -> map.on(plate).stream())
                .filter(well -> well.role() == WellRole.SAMPLE)
                .map(Well::compound)
                .filter(compound -> !known.contains(compound))
                .distinct()
                .forEach(compound -> faults.add(
                        settings.settings().origin(),
                        settings.settings().placeOf(COMPOUNDS.name()),
                        "the true Ki of " + compound + " is not stated",
                        "add " + compound + "=0.6 nM, or what it is"));
        if (faults.any()) {
            return new LabBatch(List.of(), List.of());
        }
        RandomStream root = RandomStream.ofSeed(seed).child("lab kinase").child(settings.get(TARGET));
        return new LabBatch(
                plates.stream()
                        .map(plate -> plateFile(settings, format, map.on(plate), plate, seed, root.child(plate)))
                        .toList(),
                truth(settings));
    }

    private static LabFile plateFile(
            Resolved settings, PlateFormat format, List<Well> wells, String plate, long seed, RandomStream stream) {
        double shift = stream.child("plate").nextLogNormal(1, settings.get(PLATE_SHIFT) / 100);
        DetectorNoise noise = DetectorNoise.of(settings);
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (Well well : wells) {
            RandomStream own = stream.child(well.address().toString());
            double clean = shift * signal(settings, well, own);
            double read = noise.read(clean, format.isEdge(well.address()), own);
            readings.put(well.address(), new Reading.Measured(Math.rint(read)));
        }
        return ReaderOutput.of(settings, seed)
                .file(
                        LabFile.stem(plate),
                        settings.get(TARGET) + " ADP-Glo",
                        plate,
                        format,
                        List.of(ReaderOutput.luminescence(readings)));
    }

    private static double signal(Resolved settings, Well well, RandomStream stream) {
        double percent = switch (well.role()) {
            case VEHICLE -> settings.get(CONVERSION);
            case SAMPLE -> samplePercent(settings, well, stream);
            case STANDARD -> concentration(well).in(Unit.PERCENT);
            default -> 0;
        };
        return settings.get(BACKGROUND) + settings.get(SIGNAL) * percent;
    }

    private static double samplePercent(Resolved settings, Well well, RandomStream stream) {
        double ki = settings.get(COMPOUNDS).stream()
                .filter(one -> one.name().equals(well.compound()))
                .findFirst()
                .orElseThrow()
                .ki();
        double nominal = concentration(well).in(Unit.NANOMOLAR);
        double delivered = stream.nextLogNormal(nominal, settings.get(DISPENSING));
        return 100 * reaction(settings).conversion(ki, delivered);
    }

    private static Quantity concentration(Well well) {
        Quantity concentration = well.concentration();
        if (concentration == null) {
            throw new IllegalStateException(well.address() + " has no concentration");
        }
        return concentration;
    }

    private static List<Truth> truth(Resolved settings) {
        KinaseReaction reaction = reaction(settings);
        return settings.get(COMPOUNDS).stream()
                .map(one -> {
                    Map<String, String> subject = new LinkedHashMap<>();
                    subject.put("compound", one.name());
                    subject.put("target", settings.get(TARGET));
                    return new Truth(
                            subject,
                            List.of(
                                    new TrueValue("ki", one.ki(), "nM"),
                                    new TrueValue("ic50", reaction.ic50(one.ki()), "nM")));
                })
                .toList();
    }

    private static KinaseReaction reaction(Resolved settings) {
        return new KinaseReaction(
                settings.get(ATP).in(Unit.NANOMOLAR),
                settings.get(KM).in(Unit.NANOMOLAR),
                settings.get(ENZYME).in(Unit.NANOMOLAR),
                settings.get(CONVERSION) / 100);
    }

    private static double[] doses(Resolved settings) {
        double top = settings.get(TOP_DOSE).in(Unit.NANOMOLAR);
        double[] doses = new double[whole(settings, DOSES)];
        for (int i = 0; i < doses.length; i++) {
            doses[i] = top / StrictMath.pow(settings.get(FOLD), i);
        }
        return doses;
    }

    private static List<String> names(Resolved settings) {
        return settings.get(COMPOUNDS).stream().map(TrueInhibitor::name).toList();
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
