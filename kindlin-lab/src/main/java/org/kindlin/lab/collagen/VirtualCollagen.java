package org.kindlin.lab.collagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.text.CsvText;
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
 * Sircol plates of treated cultures: standards, cell-free medium, and the soluble and insoluble extract of every culture.
 *
 * <p>Absorbance = intercept + slope × collagen, through {@link ReaderNoise}. Cultures vary log-normally about what their
 * treatment leaves: 1 - effect x/(x + ic50) of vehicle.
 */
public final class VirtualCollagen implements VirtualPlateAssay {
    private static final double[] STANDARDS = {0, 5, 10, 20, 40, 80, 120, 160};
    private static final int STANDARD_WELLS = 3;
    private static final int SERUM_WELLS = 4;

    private static final Key<String> COMPOUND = Key.text("compound", "defactinib", "compound");
    private static final Key<String> FORM = Key.text("form", "free base", "its form");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "1 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 0, 8, "3", "doses, tenfold apart");
    private static final Key<Double> CULTURES = Key.number("cultures", 1, 16, "4", "cultures per dose, and of vehicle");
    private static final Key<Double> WELLS =
            Key.number("wellsPerExtract", 1, 8, "2", "wells of one extract of a culture");
    private static final Key<Double> EFFECT = Key.number(
            "maximalReductionPercent",
            0,
            100,
            "40",
            "collagen lost at infinite dose in %; an assumption, none is published");
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "100 nM", "dose of half the reduction");
    private static final Key<Double> SOLUBLE =
            Key.number("solubleMicrograms", 0, 1e6, "30", "collagen in the supernatant of a vehicle culture in ug");
    private static final Key<Double> INSOLUBLE =
            Key.number("insolubleMicrograms", 0, 1e6, "35", "collagen in the cell layer of a vehicle culture in ug");
    private static final Key<Quantity> SOLUBLE_VOLUME =
            Key.positive("solubleVolume", Unit.MILLILITRE, "1 mL", "volume of a supernatant");
    private static final Key<Quantity> INSOLUBLE_VOLUME =
            Key.positive("insolubleVolume", Unit.MILLILITRE, "0.5 mL", "volume of the extract of a cell layer");
    private static final Key<Double> CULTURE_CV =
            Key.number("cultureCvPercent", 0, 100, "10", "coefficient of variation between cultures in %");
    private static final Key<Double> CELLS = Key.number("cells", 1, 1e9, "20000", "cells of a culture");
    private static final Key<Double> SERUM =
            Key.number("serumApparent", 0, 1e6, "8", "what the dye makes of the medium's serum, in ug/mL of collagen");
    private static final Key<Double> INTERCEPT = Key.number("intercept", 0, 10, "0.06", "absorbance without collagen");
    private static final Key<Double> SLOPE = Key.number("slope", 1e-9, 1, "0.0061", "absorbance per ug/mL of collagen");
    private static final List<Key<Double>> NOISE = ReaderNoise.keys("absorbance", "0", "0.008");

    @Override
    public String name() {
        return "collagen";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                COMPOUND,
                FORM,
                TOP_DOSE,
                DOSES,
                CULTURES,
                WELLS,
                EFFECT,
                IC50,
                SOLUBLE,
                INSOLUBLE,
                SOLUBLE_VOLUME,
                INSOLUBLE_VOLUME,
                CULTURE_CV,
                CELLS,
                SERUM,
                INTERCEPT,
                SLOPE));
        keys.addAll(NOISE);
        keys.addAll(ReaderOutput.keys());
        return keys;
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream root = RandomStream.ofSeed(seed).child("lab collagen");
        List<TrueCulture> cultures = cultures(settings, root);
        int needed = STANDARDS.length * STANDARD_WELLS + SERUM_WELLS + 2 * whole(settings, WELLS) * cultures.size();
        if (needed > PlateFormat.WELLS_96.size()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(CULTURES.name()),
                    needed + " wells do not fit a 96-well plate",
                    "fewer doses, cultures or wells per extract");
            return new LabBatch(List.of(), List.of());
        }
        SircolPlate plate = new SircolPlate(
                ReaderNoise.of(settings, NOISE), settings.get(INTERCEPT), settings.get(SLOPE), root.child("wells"));
        fill(plate, settings, cultures);
        return new LabBatch(
                List.of(
                        file(settings, seed, "sircol", PlateFormat.WELLS_96, plate.readings()),
                        LabFile.ofText("layout.csv", plate.map())),
                truth(settings, cultures));
    }

    /** Plates of standards, cell-free medium and extracts of the cultures that the map names under {@code sample}. */
    @Override
    public LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults) {
        RandomStream root = RandomStream.ofSeed(seed).child("lab collagen");
        ReaderNoise noise = ReaderNoise.of(settings, NOISE);
        List<LabFile> files = new ArrayList<>();
        NavigableSet<Double> doses = new TreeSet<>();
        for (String plate : plates) {
            RandomStream wells = root.child("wells").child(plate);
            SortedMap<WellAddress, Reading> readings = new TreeMap<>();
            for (Well well : map.on(plate)) {
                if (well.role() == WellRole.SAMPLE && !well.compound().equals(settings.get(COMPOUND))) {
                    faults.add(
                            settings.settings().origin(),
                            settings.settings().placeOf(COMPOUND.name()),
                            "the truth about '" + well.compound() + "' on plate " + plate + " is not stated",
                            "plan one compound at a time, and state it under compound");
                    return new LabBatch(List.of(), List.of());
                }
                doseOf(well).filter(dose -> dose > 0).ifPresent(doses::add);
                double read = noise.read(
                        settings.get(INTERCEPT),
                        settings.get(SLOPE) * concentration(well, settings, root),
                        wells.child(well.address().toString()));
                readings.put(well.address(), new Reading.Measured(Math.rint(read * 1e4) / 1e4));
            }
            files.add(file(settings, seed, plate, format, readings));
        }
        return new LabBatch(files, foldTruth(settings, doses));
    }

    private static LabFile file(
            Resolved settings, long seed, String plate, PlateFormat format, SortedMap<WellAddress, Reading> readings) {
        return ReaderOutput.of(settings, seed)
                .file(
                        LabFile.stem(plate),
                        "Sircol 555 nm",
                        plate,
                        format,
                        List.of(ReaderOutput.absorbance(555, readings)));
    }

    private static double concentration(Well well, Resolved settings, RandomStream root) {
        return switch (well.role()) {
            case STANDARD ->
                well.concentration() == null ? 0 : well.concentration().in(Unit.MICROGRAM_PER_MILLILITRE);
            case SERUM_BLANK -> settings.get(SERUM);
            case SAMPLE, VEHICLE -> {
                TrueCulture culture =
                        culture(settings, root, well.sample(), doseOf(well).orElse(0.0));
                yield well.fraction().equals("insoluble") ? insoluble(settings, culture) : soluble(settings, culture);
            }
            default -> 0;
        };
    }

    /** Dose of a culture in nM; zero is vehicle. */
    private static Optional<Double> doseOf(Well well) {
        return well.role() == WellRole.SAMPLE
                ? Optional.ofNullable(well.concentration()).map(dose -> dose.in(Unit.NANOMOLAR))
                : Optional.empty();
    }

    private static List<Truth> foldTruth(Resolved settings, NavigableSet<Double> doses) {
        return doses.stream()
                .map(dose -> new Truth(
                        treatment(settings, dose), List.of(new TrueValue("foldOfVehicle", left(settings, dose), "1"))))
                .toList();
    }

    /** In ug/mL of the supernatant, with what the dye makes of serum. */
    private static double soluble(Resolved settings, TrueCulture culture) {
        return culture.soluble() / settings.get(SOLUBLE_VOLUME).in(Unit.MILLILITRE) + settings.get(SERUM);
    }

    /** In ug/mL of the extract. */
    private static double insoluble(Resolved settings, TrueCulture culture) {
        return culture.insoluble() / settings.get(INSOLUBLE_VOLUME).in(Unit.MILLILITRE);
    }

    private static void fill(SircolPlate plate, Resolved settings, List<TrueCulture> cultures) {
        for (double standard : STANDARDS) {
            for (int i = 0; i < STANDARD_WELLS; i++) {
                plate.add(standard, "standard", "", "", "", "", CsvText.number(standard), "ug/mL", "", "");
            }
        }
        double serum = settings.get(SERUM);
        for (int i = 0; i < SERUM_WELLS; i++) {
            plate.add(serum, "serum-blank", "", "", "", "", "", "", "", "");
        }
        for (TrueCulture culture : cultures) {
            for (int i = 0; i < whole(settings, WELLS); i++) {
                plate.add(soluble(settings, culture), contents(settings, culture, "soluble"));
            }
            for (int i = 0; i < whole(settings, WELLS); i++) {
                plate.add(insoluble(settings, culture), contents(settings, culture, "insoluble"));
            }
        }
    }

    private static String[] contents(Resolved settings, TrueCulture culture, String fraction) {
        boolean vehicle = culture.nanomolar() == 0;
        return new String[] {
            vehicle ? "vehicle" : "sample",
            culture.name(),
            fraction,
            vehicle ? "" : settings.get(COMPOUND),
            vehicle ? "" : settings.get(FORM),
            vehicle ? "" : CsvText.number(culture.nanomolar()),
            vehicle ? "" : "nM",
            "",
            Long.toString(culture.cells())
        };
    }

    private static List<TrueCulture> cultures(Resolved settings, RandomStream root) {
        List<TrueCulture> cultures = new ArrayList<>();
        for (double dose : doses(settings)) {
            for (int i = 1; i <= whole(settings, CULTURES); i++) {
                String name =
                        dose == 0 ? "vehicle " + i : settings.get(COMPOUND) + " " + CsvText.number(dose) + " nM " + i;
                cultures.add(culture(settings, root, name, dose));
            }
        }
        return cultures;
    }

    private static TrueCulture culture(Resolved settings, RandomStream root, String name, double dose) {
        double cv = settings.get(CULTURE_CV) / 100;
        double logSd = StrictMath.sqrt(StrictMath.log1p(cv * cv));
        RandomStream own = root.child("culture").child(name);
        // Of mean one, so that the mean of cultures estimates what the treatment leaves.
        double biology = own.nextLogNormal(StrictMath.exp(-0.5 * logSd * logSd), logSd) * left(settings, dose);
        return new TrueCulture(
                name,
                dose,
                settings.get(SOLUBLE) * biology,
                settings.get(INSOLUBLE) * biology,
                own.nextPoisson(settings.get(CELLS)));
    }

    private static double[] doses(Resolved settings) {
        double[] doses = new double[whole(settings, DOSES) + 1];
        for (int i = 1; i < doses.length; i++) {
            doses[i] = settings.get(TOP_DOSE).in(Unit.NANOMOLAR) / StrictMath.pow(10, doses.length - 1.0 - i);
        }
        return doses;
    }

    /** The share of vehicle's collagen that a dose leaves. */
    private static double left(Resolved settings, double dose) {
        return 1
                - settings.get(EFFECT) / 100 * dose / (dose + settings.get(IC50).in(Unit.NANOMOLAR));
    }

    private static List<Truth> truth(Resolved settings, List<TrueCulture> cultures) {
        List<Truth> truth = new ArrayList<>();
        truth.add(new Truth(
                Map.of("plate", "sircol"),
                List.of(
                        new TrueValue("slope", settings.get(SLOPE), "1/(ug/mL)"),
                        new TrueValue("intercept", settings.get(INTERCEPT), ""),
                        new TrueValue("serumBlank", settings.get(SERUM), "ug/mL"))));
        for (double dose : doses(settings)) {
            double mean = (settings.get(SOLUBLE) + settings.get(INSOLUBLE)) * left(settings, dose);
            List<TrueValue> values = new ArrayList<>(List.of(new TrueValue("collagen", mean, "ug")));
            if (dose > 0) {
                values.add(new TrueValue("foldOfVehicle", left(settings, dose), "1"));
            }
            truth.add(new Truth(treatment(settings, dose), values));
        }
        cultures.forEach(culture -> truth.add(new Truth(
                Map.of("culture", culture.name()),
                List.of(new TrueValue("collagen", culture.soluble() + culture.insoluble(), "ug")))));
        return truth;
    }

    private static Map<String, String> treatment(Resolved settings, double dose) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", dose == 0 ? "vehicle" : settings.get(COMPOUND));
        if (dose > 0) {
            subject.put("dose", CsvText.number(dose) + " nM");
        }
        subject.put("fraction", "total");
        return subject;
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
