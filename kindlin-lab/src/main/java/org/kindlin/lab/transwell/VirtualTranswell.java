package org.kindlin.lab.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.result.Prose;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/**
 * Cells that crossed a membrane, over a dose series: a stack of fields for each insert with the number of cells on every one, or a
 * table of absorbances. Fields are nested in inserts: inserts differ, fields of one insert by chance alone.
 */
public final class VirtualTranswell implements VirtualAssay {
    private static final double BLANK = 0.06;
    private static final double SIGNAL = 1.1; // absorbance of a control
    private static final double READER = 0.008;
    private static final int BLANKS = 3;

    @Override
    public String name() {
        return "transwell";
    }

    @Override
    public List<Key<?>> keys() {
        return MembraneSettings.KEYS;
    }

    @Override
    public LabBatch perform(Resolved resolved, long seed, Faults faults) {
        return new Run(MembraneSettings.of(resolved), seed).batch();
    }

    private static final class Run {
        private final MembraneSettings settings;
        private final RandomStream random;
        private final List<LabFile> files = new ArrayList<>();
        private final List<Truth> truth = new ArrayList<>();
        private final StringBuilder table;

        Run(MembraneSettings settings, long seed) {
            this.settings = settings;
            this.random = RandomStream.ofSeed(seed).child("lab transwell");
            this.table = new StringBuilder(
                    "# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, transwell, seed " + seed + "\n");
        }

        LabBatch batch() {
            boolean isAbsorbance = settings.readout() == MembraneSettings.Readout.ABSORBANCE;
            table.append(
                    isAbsorbance
                            ? "insert,role,membrane,compound,dose,absorbance\n"
                            : "image,insert,role,membrane,compound,dose\n");
            List<String> membranes = settings.matrix() > 0 ? List.of("migration", "invasion") : List.of("migration");
            for (String membrane : membranes) {
                double through = membrane.equals("invasion") ? settings.matrix() : 1;
                for (int row = 0; row < settings.doses().size(); row++) {
                    condition(membrane, through, row, isAbsorbance);
                }
            }
            for (int k = 1; isAbsorbance && k <= BLANKS; k++) {
                double reading = BLANK + READER * random.child("blank").child(k).nextGaussian();
                table.append(String.format(Locale.ROOT, "blank-%d,blank,migration,,,%.4f\n", k, reading));
            }
            files.add(LabFile.ofText(isAbsorbance ? "absorbance.csv" : "layout.csv", table.toString()));
            return new LabBatch(files, truth);
        }

        private void condition(String membrane, double through, int row, boolean isAbsorbance) {
            double dose = settings.doses().get(row);
            for (int column = 1; column <= settings.inserts(); column++) {
                String name = membrane.charAt(0) + "-" + (char) ('A' + row) + column;
                RandomStream own = random.child(name);
                double factor =
                        through * settings.index(dose) * own.child("insert").nextLogNormal(1, settings.insertSpread());
                String treatment = String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.6g",
                        dose == 0 ? "control" : "sample",
                        membrane,
                        dose == 0 ? "" : "defactinib",
                        dose);
                if (isAbsorbance) {
                    double reading = BLANK
                            + SIGNAL * factor
                            + READER * own.child("reader").nextGaussian();
                    table.append(String.format(Locale.ROOT, "%s,%s,%.4f\n", name, treatment, reading));
                } else {
                    fields(name, settings.cells() * factor, own);
                    table.append(String.format(Locale.ROOT, "%s,%s,%s\n", name, name, treatment));
                }
            }
            if (dose > 0) {
                Map<String, String> subject = new LinkedHashMap<>();
                subject.put("membrane", membrane);
                subject.put("compound", "defactinib");
                subject.put("dose", Prose.number(dose) + " nM");
                truth.add(new Truth(subject, List.of(new TrueValue("migrationIndex", settings.index(dose), "1"))));
            }
        }

        private void fields(String name, double expected, RandomStream own) {
            List<short[]> pages = new ArrayList<>();
            String file = name + ".tif";
            for (int k = 1; k <= settings.fields(); k++) {
                StainedField field =
                        StainedField.of(expected, settings, own.child("field").child(k));
                pages.add(field.samples());
                Map<String, String> subject = new LinkedHashMap<>();
                subject.put("insert", name);
                subject.put("field", file + (settings.fields() == 1 ? "" : " page " + k));
                truth.add(new Truth(subject, List.of(new TrueValue("count", field.count(), ""))));
            }
            files.add(new LabFile(
                    file,
                    TiffWriter.stack(
                            new TiffWriter.Pages(8, 1),
                            settings.width(),
                            settings.height(),
                            pages,
                            settings.pixelSize(),
                            0,
                            RawFile.SIMULATED_MARK)));
        }
    }
}
