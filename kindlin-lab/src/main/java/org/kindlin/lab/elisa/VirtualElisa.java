package org.kindlin.lab.elisa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.ReaderNoise;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualPlateAssay;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/**
 * In-cell ELISA of alpha-SMA in a co-culture: absorbance at 450 nm and, in a second file, DAPI of the same wells.
 *
 * <p>Antigen per fibroblast is 1 unstimulated, {@code fold} in co-culture, and under a dose x the fold less {@code
 * maximalInhibition (fold - 1) x/(x + ic50)}. Unstimulated wells hold fibroblasts alone. Cells of a well vary log-normally,
 * and are 1/(1 + (x/toxic)^2) of vehicle's.
 */
public final class VirtualElisa implements VirtualPlateAssay {
    private static final Key<List<TruePotency>> COMPOUNDS = new Key<>(
            "compounds",
            "NAME=IC50, NAME=IC50, ...",
            "nM",
            "defactinib=150 nM",
            "compounds with the dose of half their effect",
            TruePotency::parseAll,
            list -> new Value.Many(list.stream()
                    .map(one -> (Value) new Value.Text(one.compound() + "=" + one.ic50() + " nM"))
                    .toList()));
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "10 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 3, 20, "9", "doses per series");
    private static final Key<Double> FOLD_DILUTION =
            Key.number("dilution", 1.01, 100, "3.1622776601683795", "dilution factor");
    private static final Key<Double> REPLICATES = Key.number("replicates", 2, 24, "6", "wells per dose");
    private static final Key<Double> CONTROLS = Key.number("controls", 2, 24, "12", "vehicle, and unstimulated, wells");
    private static final Key<Double> BLANKS = Key.number("blanks", 0, 24, "6", "wells without primary antibody");
    private static final Key<Double> FOLD = Key.number(
            "fold", 1, 100, "2.3", "antigen per fibroblast in co-culture over fibroblasts alone (Ilg 2025: 2.3)");
    private static final Key<Double> INHIBITION = Key.number(
            "maximalInhibitionPercent",
            0,
            100,
            "80",
            "activation lost at infinite dose in %; an assumption, none is published");
    private static final Key<Quantity> TOXIC =
            Key.positive("toxicDose", Unit.NANOMOLAR, "100 uM", "dose that halves cells");
    private static final Key<Double> FIBROBLASTS = Key.number("fibroblasts", 1, 1e9, "4000", "fibroblasts per well");
    private static final Key<Double> OTHERS =
            Key.number("otherCells", 0, 1e9, "4000", "cancer cells and monocytes per well of a co-culture");
    private static final Key<Double> CELL_CV =
            Key.number("cellCvPercent", 0, 100, "6", "coefficient of variation of cells between wells in %");
    private static final Key<Double> ABSORBANCE =
            Key.number("absorbance", 1e-3, 10, "0.5", "absorbance of unstimulated fibroblasts above the blank");
    private static final Key<Double> BLANK = Key.number("blank", 0, 10, "0.08", "absorbance without primary antibody");
    private static final Key<Double> STAIN = Key.number("dapiPerCell", 1e-6, 1e6, "1.2", "DAPI fluorescence per cell");
    private static final Key<Double> STAIN_BLANK =
            Key.number("dapiBlank", 0, 1e9, "300", "DAPI fluorescence without cells");
    private static final List<Key<Double>> NOISE = ReaderNoise.keys("absorbance", "5", "0.004");
    private static final List<Key<Double>> STAIN_NOISE = ReaderNoise.keys("dapi", "2", "10");

    @Override
    public String name() {
        return "elisa";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                COMPOUNDS,
                TOP_DOSE,
                DOSES,
                FOLD_DILUTION,
                REPLICATES,
                CONTROLS,
                BLANKS,
                FOLD,
                INHIBITION,
                TOXIC,
                FIBROBLASTS,
                OTHERS,
                CELL_CV,
                ABSORBANCE,
                BLANK,
                STAIN,
                STAIN_BLANK));
        keys.addAll(NOISE);
        keys.addAll(STAIN_NOISE);
        keys.addAll(ReaderOutput.keys());
        return keys;
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        PlateFormat format = PlateFormat.WELLS_96;
        List<Well> contents = contents(settings);
        if (contents.size() > format.size()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(REPLICATES.name()),
                    contents.size() + " wells do not fit a 96-well plate",
                    "fewer compounds, doses, replicates, controls or blanks");
            return new LabBatch(List.of(), List.of());
        }
        RandomStream root = RandomStream.ofSeed(seed).child("lab elisa");
        PlateMap map = new PlateMap("", placed(contents, format, root.child("layout")));
        Reads reads = read(map, settings, root);
        ReaderOutput output = ReaderOutput.of(settings, seed);
        return new LabBatch(
                List.of(
                        reads.antibody("alpha-sma", "ice", format, output),
                        reads.stain("dapi", "ice", format, output),
                        LabFile.ofText("layout.csv", PlateMapWriter.write(map, true))),
                truth(settings));
    }

    /** Two files for each plate: the antibody's read, and that of DAPI, which has {@code dapi} in its name. */
    @Override
    public LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults) {
        RandomStream root = RandomStream.ofSeed(seed).child("lab elisa");
        Set<String> known =
                settings.get(COMPOUNDS).stream().map(TruePotency::compound).collect(Collectors.toSet());
        List<LabFile> files = new ArrayList<>();
        ReaderOutput output = ReaderOutput.of(settings, seed);
        for (String plate : plates) {
            PlateMap own = new PlateMap(map.file(), map.on(plate));
            boolean unknown = own.wells().stream()
                    .anyMatch(well -> well.role() == WellRole.SAMPLE && !known.contains(well.compound()));
            if (unknown) {
                faults.add(
                        settings.settings().origin(),
                        settings.settings().placeOf(COMPOUNDS.name()),
                        "the truth about plate " + plate + " is not stated",
                        "state every compound with its IC50, as in compounds='defactinib=150 nM'");
                continue;
            }
            Reads reads = read(own, settings, root.child(plate));
            files.add(reads.antibody(LabFile.stem(plate), plate, format, output));
            files.add(reads.stain(LabFile.stem(plate) + "-dapi", plate, format, output));
        }
        List<Truth> truth = settings.get(COMPOUNDS).stream()
                .map(compound -> new Truth(
                        Map.of("compound", compound.compound()), List.of(new TrueValue("ic50", compound.ic50(), "nM"))))
                .toList();
        return new LabBatch(files, truth);
    }

    /** Both reads of one plate. */
    private record Reads(SortedMap<WellAddress, Reading> antibody, SortedMap<WellAddress, Reading> stain) {

        LabFile antibody(String stem, String plate, PlateFormat format, ReaderOutput output) {
            return output.file(
                    stem, "alpha-SMA 450 nm", plate, format, List.of(ReaderOutput.absorbance(450, antibody)));
        }

        LabFile stain(String stem, String plate, PlateFormat format, ReaderOutput output) {
            return output.file(stem, "DAPI", plate, format, List.of(ReaderOutput.fluorescence(355, 460, stain)));
        }
    }

    private static Reads read(PlateMap map, Resolved settings, RandomStream root) {
        Reads reads = new Reads(new TreeMap<>(), new TreeMap<>());
        for (Well well : map.wells()) {
            read(well, settings, root.child(well.address().toString()), reads.antibody(), reads.stain());
        }
        return reads;
    }

    private static List<Well> contents(Resolved settings) {
        List<Well> wells = new ArrayList<>();
        WellAddress anywhere = new WellAddress(0, 0);
        for (int i = 0; i < whole(settings, CONTROLS); i++) {
            wells.add(Well.control(anywhere, WellRole.UNSTIMULATED));
            wells.add(Well.control(anywhere, WellRole.VEHICLE));
        }
        for (int i = 0; i < whole(settings, BLANKS); i++) {
            wells.add(Well.control(anywhere, WellRole.BLANK));
        }
        for (TruePotency compound : settings.get(COMPOUNDS)) {
            for (double dose : doses(settings)) {
                for (int replicate = 1; replicate <= whole(settings, REPLICATES); replicate++) {
                    wells.add(
                            Well.sample(anywhere, compound.compound(), new Quantity(dose, Unit.NANOMOLAR), replicate));
                }
            }
        }
        return wells;
    }

    /** Each in a place of its own, at random. */
    private static List<Well> placed(List<Well> contents, PlateFormat format, RandomStream stream) {
        int[] order = stream.nextPermutation(format.size());
        List<Well> placed = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Well well = contents.get(i);
            WellAddress address = format.wells().get(order[i]);
            placed.add(
                    well.role() == WellRole.SAMPLE
                            ? new Well(
                                    "",
                                    address,
                                    WellRole.SAMPLE,
                                    well.compound(),
                                    "free base",
                                    well.concentration(),
                                    "",
                                    well.replicate(),
                                    "",
                                    "")
                            : Well.control(address, well.role()));
        }
        return placed;
    }

    private static void read(
            Well well,
            Resolved settings,
            RandomStream stream,
            SortedMap<WellAddress, Reading> antibody,
            SortedMap<WellAddress, Reading> stain) {
        CocultureWell cells = cells(well, settings, stream.child("cells"));
        double signal = settings.get(ABSORBANCE) * cells.antigen() * cells.fibroblasts() / settings.get(FIBROBLASTS);
        double absorbance = ReaderNoise.of(settings, NOISE).read(settings.get(BLANK), signal, stream.child("antibody"));
        double dapi = ReaderNoise.of(settings, STAIN_NOISE)
                .read(settings.get(STAIN_BLANK), settings.get(STAIN) * cells.cells(), stream.child("stain"));
        antibody.put(well.address(), new Reading.Measured(Math.rint(absorbance * 1e4) / 1e4));
        stain.put(well.address(), new Reading.Measured(Math.rint(dapi)));
    }

    private static CocultureWell cells(Well well, Resolved settings, RandomStream stream) {
        if (well.role() == WellRole.BLANK) {
            return new CocultureWell(0, 0, 0);
        }
        double cv = settings.get(CELL_CV) / 100;
        double logSd = StrictMath.sqrt(StrictMath.log1p(cv * cv));
        double seeded = stream.nextLogNormal(StrictMath.exp(-0.5 * logSd * logSd), logSd);
        if (well.role() == WellRole.UNSTIMULATED) {
            double fibroblasts = settings.get(FIBROBLASTS) * seeded;
            return new CocultureWell(fibroblasts, fibroblasts, 1);
        }
        Quantity concentration = well.concentration();
        double dose = concentration == null ? 0 : concentration.in(Unit.NANOMOLAR);
        double half = settings.get(COMPOUNDS).stream()
                .filter(one -> one.compound().equals(well.compound()))
                .mapToDouble(TruePotency::ic50)
                .findFirst()
                .orElse(1);
        double toxic = dose / settings.get(TOXIC).in(Unit.NANOMOLAR);
        double alive = seeded / (1 + toxic * toxic);
        double lost = settings.get(INHIBITION) / 100 * (settings.get(FOLD) - 1) * dose / (dose + half);
        return new CocultureWell(
                settings.get(FIBROBLASTS) * alive,
                (settings.get(FIBROBLASTS) + settings.get(OTHERS)) * alive,
                settings.get(FOLD) - lost);
    }

    private static double[] doses(Resolved settings) {
        double[] doses = new double[whole(settings, DOSES)];
        for (int i = 0; i < doses.length; i++) {
            doses[i] = settings.get(TOP_DOSE).in(Unit.NANOMOLAR) / StrictMath.pow(settings.get(FOLD_DILUTION), i);
        }
        return doses;
    }

    private static List<Truth> truth(Resolved settings) {
        List<Truth> truth = new ArrayList<>();
        for (TruePotency compound : settings.get(COMPOUNDS)) {
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("compound", compound.compound());
            subject.put("form", "free base");
            truth.add(new Truth(
                    subject,
                    List.of(
                            new TrueValue("ic50", compound.ic50(), "nM"),
                            new TrueValue("top", settings.get(INHIBITION), "%"))));
        }
        truth.add(new Truth(
                Map.of("plate", "alpha-sma"), List.of(new TrueValue("foldActivation", settings.get(FOLD), "1"))));
        return truth;
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
