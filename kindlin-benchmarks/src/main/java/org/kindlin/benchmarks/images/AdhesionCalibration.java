package org.kindlin.benchmarks.images;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.adhesion.AdhesionAssay;
import org.kindlin.lab.Truth;
import org.kindlin.lab.adhesion.VirtualAdhesion;

/**
 * Bias of assembly and disassembly rates of films of known rates, with bleaching corrected and not, and of the ratio of channels
 * of stills. Run: {@code java -cp "$CP" org.kindlin.benchmarks.images.AdhesionCalibration [films of each class] [seed]}.
 */
public final class AdhesionCalibration {
    private static final String OFFSET = "100";

    private AdhesionCalibration() {}

    public static void main(String[] args) {
        int films = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println("class                  estimate             n   bias %    +-    sd %  held %");
        Map<String, String> corrected = Map.of("cameraOffset", OFFSET);
        Map<String, String> none = Map.of();
        row("no bleaching", Map.of("bleachingPercent", "0"), none, films, seed);
        row("bleaching, corrected", Map.of("bleachingPercent", "0.6"), corrected, films, seed);
        row("bleaching, as it is", Map.of("bleachingPercent", "0.6"), none, films, seed);
        row(
                "slow turnover",
                Map.of("conditions", "vehicle=0.08|0.06", "frameInterval", "1 min"),
                corrected,
                films,
                seed);
        row("dim", Map.of("brightness", "350"), corrected, films, seed);
        row("stills", Map.of("frames", "1"), none, films, seed);
    }

    private static void row(String name, Map<String, String> own, Map<String, String> protocol, int films, long seed) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("films", "1", "offset", OFFSET));
        settings.put("conditions", "vehicle=0.15|0.12");
        settings.putAll(own);
        Map<String, Errors> errors = new LinkedHashMap<>();
        for (int i = 0; i < films; i++) {
            LabPictures pictures =
                    LabPictures.of(new VirtualAdhesion(), new AdhesionAssay(), settings, protocol, seed * 1000 + i);
            for (Truth truth : pictures.truth()) {
                for (Truth.TrueValue value : truth.values()) {
                    pictures.estimate(truth, value.name())
                            .ifPresent(found -> errors.computeIfAbsent(value.name(), _ -> new Errors())
                                    .add(found, value.value(), value.value()));
                }
            }
        }
        errors.forEach((estimate, found) -> System.out.printf(
                Locale.ROOT,
                "%-22s %-18s %3d  %+7.2f  %4.2f  %6.2f  %6.0f%n",
                name,
                estimate,
                found.count(),
                found.bias(),
                found.error(),
                found.deviation(),
                found.coverage()));
    }
}
