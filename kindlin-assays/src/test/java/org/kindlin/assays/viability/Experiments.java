package org.kindlin.assays.viability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.growth.GrowthRateInhibition;
import org.kindlin.numerics.random.RandomStream;

/** Plates as tidy files, made in memory: blanks at 0.05, vehicle at 1.05 unless said otherwise. */
final class Experiments {
    static final double BLANK = 0.05;

    private Experiments() {}

    static InputFile file(String name, String text, Optional<String> layout, Map<String, String> tags) {
        return new InputFile(raw(name, text), layout.map(map -> raw(name.replace(".csv", "-map.csv"), map)), tags);
    }

    private static RawFile raw(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static AnalysisDocument analyze(List<InputFile> files, Map<String, String> settings) {
        return Analysis.run(new ViabilityAssay(), files, Settings.of(settings), 1);
    }

    static SubjectResult only(AnalysisDocument document, String key) {
        return document.results().stream()
                .filter(result -> result.subject().containsKey(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A treated plate whose cells follow a logistic growth rate inhibition, GR(c) from 1 to grInf.
     *
     * @param cv coefficient of variation of every well
     */
    record Growing(double doublings, double gec50, double grInf, double slope, double cv, long seed) {
        private static final double[] DOSES = {30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000};

        InputFile treated(String name, Map<String, String> tags) {
            RandomStream random = RandomStream.ofSeed(seed).child(name);
            StringBuilder plate = new StringBuilder("well,absorbance\n");
            StringBuilder map = new StringBuilder("well,role,compound,form,concentration_nM\n");
            GrowthRateInhibition growth = new GrowthRateInhibition(doublings);
            int at = 0;
            for (int i = 0; i < 8; i++) {
                at = add(plate, map, at, "blank,,,", 0, random);
                at = add(plate, map, at, "vehicle,,,", 1, random);
            }
            for (double dose : DOSES) {
                double gr = grInf + (1 - grInf) / (1 + Math.pow(dose / gec50, slope));
                for (int i = 0; i < 6; i++) {
                    at = add(plate, map, at, "sample,defactinib,free base," + dose, growth.relativeCount(gr), random);
                }
            }
            return file(name, plate.toString(), Optional.of(map.toString()), tags);
        }

        InputFile dayZero(String name, Map<String, String> tags) {
            RandomStream random = RandomStream.ofSeed(seed).child(name);
            StringBuilder plate = new StringBuilder("well,absorbance\n");
            StringBuilder map = new StringBuilder("well,role,compound,form,concentration_nM\n");
            int at = 0;
            for (int i = 0; i < 12; i++) {
                at = add(plate, map, at, "vehicle,,,", Math.pow(2, -doublings), random);
            }
            for (int i = 0; i < 6; i++) {
                at = add(plate, map, at, "blank,,,", 0, random);
            }
            return file(name, plate.toString(), Optional.of(map.toString()), tags);
        }

        private int add(
                StringBuilder plate, StringBuilder map, int at, String role, double cells, RandomStream random) {
            String well = String.valueOf((char) ('A' + at / 12)) + (at % 12 + 1);
            double signal = BLANK + cells * (1 + cv * random.nextGaussian());
            plate.append(String.format(Locale.ROOT, "%s,%.6f%n", well, signal));
            map.append(well).append(',').append(role).append('\n');
            return at + 1;
        }
    }

    static List<String> faultsOf(List<InputFile> files, Map<String, String> settings) {
        Faults faults = new Faults();
        ViabilityAssay assay = new ViabilityAssay();
        ViabilityProtocol protocol = assay.protocol(Settings.of(settings).resolve(assay.keys(), faults), faults);
        assay.read(files, protocol, faults);
        List<String> lines = new ArrayList<>();
        faults.all().forEach(fault -> lines.add(fault.toString()));
        return lines;
    }
}
