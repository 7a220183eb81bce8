package org.kindlin.benchmarks.images;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.wound.WoundAssay;
import org.kindlin.lab.Truth;
import org.kindlin.lab.wound.VirtualWound;

/**
 * Bias of open areas, velocities and half-closure times of scratch films of known truth, and whether the analysis refuses what
 * cannot be measured and nothing else. A verdict is wrong where a frame is refused that shows a wound, where one is measured that
 * shows none, and where a measured area is off by more than 5 % of the wound. Run: {@code java -cp "$CP"
 * org.kindlin.benchmarks.images.WoundCalibration [films of each class] [seed] [classes as a regular expression]}.
 */
public final class WoundCalibration {
    private static final double FAR_OFF = 5;

    private WoundCalibration() {}

    public static void main(String[] args) {
        int films = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String chosen = args.length > 2 ? args[2] : ".*";
        System.out.println("class              frames  area: bias %  +-    sd  largest  in limits %"
                + "  velocity: bias %  +-   held %  half-time: bias %  +-   held %   verdicts right");
        Row all = new Row();
        for (Map.Entry<String, Map<String, String>> one : classes().entrySet()) {
            if (!one.getKey().matches(chosen)) {
                continue;
            }
            Row row = new Row();
            for (int i = 0; i < films; i++) {
                LabPictures pictures =
                        LabPictures.of(new VirtualWound(), new WoundAssay(), one.getValue(), seed * 1000 + i);
                row.add(pictures, one.getKey() + " seed " + (seed * 1000 + i));
                all.add(pictures, "");
            }
            row.print(one.getKey());
        }
        all.print("all");
    }

    private static Map<String, Map<String, String>> classes() {
        Map<String, Map<String, String>> classes = new LinkedHashMap<>();
        add(classes, "plain", Map.of());
        add(classes, "16 bits", Map.of("bits", "16"));
        add(classes, "little light", Map.of("electrons", "600"));
        add(classes, "weak contrast", Map.of("contrast", "0.12"));
        add(classes, "dirty", Map.of("debris", "80", "floatingCells", "20", "looseCells", "12"));
        add(classes, "uneven light", Map.of("unevenPercent", "90"));
        add(classes, "two gaps", Map.of("gaps", "2", "gapWidth", "250", "velocity", "4"));
        add(classes, "narrow", Map.of("gapWidth", "110", "velocity", "2"));
        add(classes, "closes", Map.of("velocity", "14"));
        add(classes, "large cells", Map.of("cellSize", "40", "looseCells", "1"));
        for (String kind : new String[] {"out-of-focus", "no-wound", "no-cells", "sparse", "dark", "overexposed"}) {
            add(classes, "frame " + kind, Map.of("spoilt", "A1/3=" + kind));
            add(classes, "all " + kind, Map.of("spoilt", "*/*=" + kind, "frames", "3"));
            add(classes, "one " + kind, Map.of("spoilt", "*/*=" + kind, "frames", "1"));
            add(
                    classes,
                    "well " + kind,
                    Map.of("spoilt", "B1/*=" + kind, "doses", "0, 1000, 3000", "frames", "3", "frameInterval", "8 h"));
        }
        return classes;
    }

    private static void add(Map<String, Map<String, String>> classes, String name, Map<String, String> own) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("doses", "0", "wells", "1"));
        settings.putAll(own);
        classes.put(name, settings);
    }

    private static final class Row {
        private final Errors area = new Errors();
        private final Errors velocity = new Errors();
        private final Errors half = new Errors();
        private int frames;
        private int right;

        void add(LabPictures pictures, String label) {
            double first = 0;
            for (Truth truth : pictures.truth()) {
                if (truth.subject().containsKey("frame")) {
                    OptionalDouble open = LabPictures.value(truth, "openArea");
                    first = truth.subject().get("frame") == null
                                    || !"1".equals(truth.subject().get("frame"))
                            ? Math.max(first, open.orElse(0))
                            : open.orElse(0);
                    frame(pictures, truth, open, first, label);
                } else {
                    whole(pictures, truth);
                }
            }
        }

        private void frame(LabPictures pictures, Truth truth, OptionalDouble open, double first, String label) {
            Estimate found = pictures.estimate(truth, "openArea").orElseThrow();
            Double value = found.value();
            boolean isRight = open.isEmpty()
                    ? value == null
                    : value != null && Math.abs(value - open.getAsDouble()) <= FAR_OFF / 100 * first;
            frames++;
            right += isRight ? 1 : 0;
            if (!isRight && !label.isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "  wrong: %s, frame %s: true %s, found %s%n",
                        label,
                        truth.subject(),
                        open.isEmpty() ? "none" : String.valueOf(open.getAsDouble()),
                        value);
            }
            if (open.isPresent() && isRight) {
                area.add(found, open.getAsDouble(), first);
            }
        }

        private void whole(LabPictures pictures, Truth truth) {
            for (String name : new String[] {"edgeVelocity", "halfClosureTime"}) {
                OptionalDouble value = LabPictures.value(truth, name);
                Errors errors = name.equals("edgeVelocity") ? velocity : half;
                if (value.isPresent() && truth.subject().containsKey("wound")) {
                    pictures.estimate(truth, name)
                            .filter(estimate -> estimate.relation() == Relation.EQUAL)
                            .ifPresent(estimate -> errors.add(estimate, value.getAsDouble(), value.getAsDouble()));
                }
            }
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6d  %12.2f %4.2f %5.2f  %7.2f  %11.0f  %16.2f %4.2f  %6.0f  %17.2f %4.2f  %6.0f   %d of %d = %.2f %%%n",
                    name,
                    area.count(),
                    area.bias(),
                    area.error(),
                    area.deviation(),
                    area.largest(),
                    area.coverage(),
                    velocity.bias(),
                    velocity.error(),
                    velocity.coverage(),
                    half.bias(),
                    half.error(),
                    half.coverage(),
                    right,
                    frames,
                    100.0 * right / Math.max(1, frames));
        }
    }
}
