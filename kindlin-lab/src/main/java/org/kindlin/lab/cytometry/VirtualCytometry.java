package org.kindlin.lab.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.gating.GatingMlWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
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
 * Macrophages of several donors under a dose series, stained for M1 and M2 markers: one FCS 3.1 file per donor and dose, with
 * debris, doublets, dead and other cells, spillover and noise, and the gates as Gating-ML.
 *
 * <p>The effect is an assumption: medians of M1 markers are multiplied, those of M2 markers divided, by {@code foldShift} at
 * full effect, which half is reached at {@code ec50}, on the logarithmic scale.
 */
public final class VirtualCytometry implements VirtualAssay {
    private static final Key<Double> EVENTS = Key.number("events", 100, 5_000_000, "20000", "events per file");
    private static final Key<Double> DONORS = Key.number("donors", 1, 100, "3", "number of donors");
    private static final Key<String> DOSES =
            Key.text("doses", "0, 10, 30, 100, 300, 1000, 3000, 10000", "doses in nM, 0 for vehicle");
    private static final Key<Quantity> EC50 =
            Key.positive("ec50", Unit.NANOMOLAR, "150 nM", "dose of half the effect (an assumption)");
    private static final Key<Double> FOLD =
            Key.number("foldShift", 0.1, 20, "2", "fold by which M1 medians rise and M2 medians fall (an assumption)");
    private static final Key<Double> DONOR_SD =
            Key.number("donorSd", 0, 2, "0.25", "standard deviation between donors of log medians");
    private static final Key<Double> DEAD = Key.number("dead", 0, 90, "8", "dead cells, % of cells");
    private static final Key<Double> DEBRIS = Key.number("debris", 0, 90, "10", "debris, % of events");
    private static final Key<Double> DOUBLETS = Key.number("doublets", 0, 50, "5", "doublets, % of events");
    private static final Key<Double> MACROPHAGES = Key.number("macrophages", 1, 100, "65", "macrophages, % of cells");

    private static final Key<Boolean> CONTROLS = Key.flag(
            "controls",
            false,
            "whether a fluorescence-minus-one control of each M1 and M2 marker is made for every donor");

    /** What a detector reads on macrophages without its dye. */
    private static final double AUTOFLUORESCENCE = 60;

    /** Medians on untreated M2 macrophages, in the order of the panel's dyes. */
    private static final double[] UNTREATED = {9000, 900, 5200, 8000, 120, 1500};

    private static final List<String> M1 = List.of("CD80", "CD86");
    private static final List<String> M2 = List.of("CD163", "CD206");
    private static final double COFACTOR = 150;

    @Override
    public String name() {
        return "cytometry";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(EVENTS, DONORS, DOSES, EC50, FOLD, DONOR_SD, DEAD, DEBRIS, DOUBLETS, MACROPHAGES, CONTROLS);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        List<Double> doses = doses(settings, faults);
        if (faults.any()) {
            return new LabBatch(List.of(), List.of());
        }
        RandomStream random = RandomStream.ofSeed(seed).child("lab cytometry");
        VirtualCells cells = new VirtualCells(
                settings.get(DEBRIS) / 100,
                settings.get(DOUBLETS) / 100,
                settings.get(DEAD) / 100,
                settings.get(MACROPHAGES) / 100);
        List<LabFile> files = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        double shift = 0;
        int donors = settings.get(DONORS).intValue();
        double top = doses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int donor = 1; donor <= donors; donor++) {
            RandomStream own = random.child(donor);
            double[] base = donorMedians(settings, own);
            for (double dose : doses) {
                String file = fileName(donor, dose);
                VirtualCells.Tube tube =
                        cells.fill(settings.get(EVENTS).intValue(), medians(base, dose, settings), 60, own.child(file));
                files.add(new LabFile(file, fcs(tube, file, dose, donor, seed)));
                truth.add(new Truth(subject(file), List.of(new TrueValue("count", tube.trueMacrophages(), "1"))));
            }
            if (settings.get(CONTROLS)) {
                files.addAll(controls(cells, base, donor, settings, seed, own));
            }
            shift += (score(medians(base, top, settings)) - score(medians(base, 0, settings))) / donors;
        }
        files.add(new LabFile("gates.xml", GatingMlWriter.bytes(MacrophagePanel.gates(), RawFile.SIMULATED_MARK)));
        truth.add(new Truth(
                Map.of("comparison", "highest dose against vehicle"),
                List.of(new TrueValue("polarisationShift", shift, "1"))));
        double full = StrictMath.pow(settings.get(FOLD), share(top, settings));
        M1.forEach(marker -> truth.add(markerTruth(marker, full)));
        M2.forEach(marker -> truth.add(markerTruth(marker, 1 / full)));
        truth.add(new Truth(
                Map.of("response", "polarisationShift"),
                List.of(new TrueValue("ic50", settings.get(EC50).in(Unit.NANOMOLAR), "nM"))));
        return new LabBatch(files, truth);
    }

    /** All dyes but one, on vehicle-treated cells. */
    private static List<LabFile> controls(
            VirtualCells cells, double[] base, int donor, Resolved settings, long seed, RandomStream random) {
        List<LabFile> files = new ArrayList<>();
        for (String marker : Stream.concat(M1.stream(), M2.stream()).toList()) {
            double[] without = base.clone();
            without[MacrophagePanel.STAINS.indexOf(marker)] = AUTOFLUORESCENCE;
            String file = "donor" + donor + "-fmo-" + marker + ".fcs";
            VirtualCells.Tube tube = cells.fill(settings.get(EVENTS).intValue(), without, 60, random.child(file));
            files.add(new LabFile(file, fcs(tube, file, 0, donor, seed)));
        }
        return files;
    }

    private static Truth markerTruth(String marker, double ratio) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", "highest dose against vehicle");
        subject.put("marker", marker);
        return new Truth(subject, List.of(new TrueValue("medianRatio", ratio, "1")));
    }

    private static Map<String, String> subject(String file) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("file", file);
        subject.put("gate", "macrophages");
        return subject;
    }

    private static List<Double> doses(Resolved settings, Faults faults) {
        List<Double> doses = new ArrayList<>();
        for (String part : NameList.of(settings.get(DOSES))) {
            try {
                double dose = Double.parseDouble(part);
                if (dose >= 0 && Double.isFinite(dose)) {
                    doses.add(dose);
                    continue;
                }
            } catch (NumberFormatException e) {
                // told below, as what is negative or infinite
            }
            faults.add("--set", DOSES.name(), "'" + part + "' is no dose", "numbers in nM, 0 for vehicle");
        }
        return doses;
    }

    static String fileName(int donor, double dose) {
        return String.format(
                Locale.ROOT,
                "donor%d-%snM.fcs",
                donor,
                dose == Math.rint(dose) ? Long.toString((long) dose) : Double.toString(dose));
    }

    private static double[] donorMedians(Resolved settings, RandomStream random) {
        double[] medians = UNTREATED.clone();
        for (int i = 0; i < medians.length; i++) {
            medians[i] *= StrictMath.exp(settings.get(DONOR_SD) * random.nextGaussian());
        }
        return medians;
    }

    /** The share of the full effect at a dose. */
    private static double share(double dose, Resolved settings) {
        return dose / (dose + settings.get(EC50).in(Unit.NANOMOLAR));
    }

    private static double[] medians(double[] base, double dose, Resolved settings) {
        double factor = StrictMath.pow(settings.get(FOLD), share(dose, settings));
        double[] medians = base.clone();
        for (int i = 0; i < medians.length; i++) {
            String stain = MacrophagePanel.STAINS.get(i);
            medians[i] *= M1.contains(stain) ? factor : M2.contains(stain) ? 1 / factor : 1;
        }
        return medians;
    }

    /** The score of true medians, by the definition of the analysis. */
    private static double score(double[] medians) {
        double score = 0;
        for (int i = 0; i < medians.length; i++) {
            double x = medians[i] / COFACTOR;
            double scaled = StrictMath.log(x + Math.sqrt(x * x + 1));
            String stain = MacrophagePanel.STAINS.get(i);
            score += M1.contains(stain) ? scaled / M1.size() : M2.contains(stain) ? -scaled / M2.size() : 0;
        }
        return score;
    }

    private static byte[] fcs(VirtualCells.Tube tube, String file, double dose, int donor, long seed) {
        Map<String, String> keywords = new LinkedHashMap<>();
        keywords.put("$COM", RawFile.SIMULATED_MARK + ": Kindlin virtual lab, cytometry, seed " + seed);
        keywords.put("$CYT", "Kindlin virtual cytometer");
        keywords.put("$FIL", file);
        keywords.put("$TIMESTEP", "0.01");
        keywords.put("$SPILLOVER", MacrophagePanel.keyword());
        keywords.put("DOSE NM", Double.toString(dose));
        keywords.put("DONOR", Integer.toString(donor));
        List<FcsWriter.Channel> channels = new ArrayList<>();
        tube.channels().forEach((name, values) -> {
            int dye = MacrophagePanel.DETECTORS.indexOf(name);
            String stain = dye < 0 ? "" : MacrophagePanel.STAINS.get(dye);
            channels.add(new FcsWriter.Channel(name, stain, MacrophagePanel.TOP, new Column.Singles(values)));
        });
        return FcsWriter.bytes(channels, keywords);
    }
}
