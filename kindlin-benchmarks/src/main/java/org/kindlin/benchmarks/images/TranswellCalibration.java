package org.kindlin.benchmarks.images;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.transwell.TranswellAssay;
import org.kindlin.lab.Truth;
import org.kindlin.lab.transwell.VirtualTranswell;

/**
 * Cells counted on fields of known number: bias of the total and scatter of single fields. Run: {@code java -cp "$CP"
 * org.kindlin.benchmarks.images.TranswellCalibration [experiments of each class] [seed]}.
 */
public final class TranswellCalibration {
    private TranswellCalibration() {}

    public static void main(String[] args) {
        int experiments = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println("class                    fields  cells   total %  field: sd %  largest %");
        Map<String, Map<String, String>> classes = new LinkedHashMap<>();
        for (String readout : new String[] {"crystal-violet", "nuclei"}) {
            for (String cells : new String[] {"10", "30", "60", "100"}) {
                classes.put(readout + " " + cells, Map.of("readout", readout, "cellsPerField", cells));
            }
        }
        classes.forEach((name, own) -> row(name, own, experiments, seed));
    }

    private static void row(String name, Map<String, String> own, int experiments, long seed) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("doses", "0", "inserts", "1", "fields", "5"));
        settings.putAll(own);
        Errors errors = new Errors();
        double counted = 0;
        double cells = 0;
        for (int i = 0; i < experiments; i++) {
            LabPictures pictures =
                    LabPictures.of(new VirtualTranswell(), new TranswellAssay(), settings, seed * 1000 + i);
            for (Truth truth : pictures.truth()) {
                double number = LabPictures.value(truth, "count").orElse(0);
                var found = pictures.estimate(truth, "count");
                if (number > 0 && found.isPresent() && found.get().value() != null) {
                    Double value = found.get().value();
                    errors.add(found.get(), number, number);
                    counted += value == null ? 0 : value;
                    cells += number;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s %6d  %5.0f  %+7.2f  %11.1f  %9.1f%n",
                name,
                errors.count(),
                cells,
                100 * (counted - cells) / Math.max(1, cells),
                errors.deviation(),
                errors.largest());
    }
}
