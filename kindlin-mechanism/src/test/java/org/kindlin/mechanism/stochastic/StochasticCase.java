package org.kindlin.mechanism.stochastic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.mechanism.sbml.SbmlReader;

/**
 * A case of the stochastic part of the SBML Test Suite. With n runs, the mean passes where √n (mean − μ)/σ lies within the
 * case's range, the deviation where √(n/2) (s²/σ² − 1) does (T. W. Evans, C. S. Gillespie, D. J. Wilkinson, Bioinformatics
 * 24:285, 2008).
 */
record StochasticCase(String name, Path folder) {

    static List<StochasticCase> in(Path suite) throws IOException {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(each -> new StochasticCase(each.getFileName().toString(), each))
                    .toList();
        }
    }

    /** How far the worst mean and the worst deviation are out, as fractions of what is allowed. */
    record Outcome(double mean, double deviation) {
        boolean passes() {
            return mean < 1 && deviation < 1;
        }
    }

    Outcome run(int runs, long seed) throws IOException {
        Map<String, String> settings = settings();
        int steps = Integer.parseInt(settings.getOrDefault("steps", "0"));
        double start = Double.parseDouble(settings.getOrDefault("start", "0"));
        double duration = Double.parseDouble(settings.getOrDefault("duration", "0"));
        double[] times = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            times[i] = start + duration * i / steps;
        }
        List<String> names = new ArrayList<>();
        for (String each : list(settings.getOrDefault("output", ""))) {
            String observed = each.replaceFirst("-(mean|sd)$", "");
            if (!names.contains(observed)) {
                names.add(observed);
            }
        }
        Set<String> amounts = new HashSet<>(list(settings.getOrDefault("amount", "")));
        Ensemble.Moments moments = Ensemble.simulate(
                JumpNetwork.of(name, SbmlReader.read(name, model()).model()),
                new Ensemble.Plan(times, runs, seed, RunMethod.EXACT),
                names,
                amounts);
        return compare(moments, runs, range(settings, "meanRange"), range(settings, "sdRange"));
    }

    private Outcome compare(Ensemble.Moments moments, int runs, double meanRange, double sdRange) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve(name + "-results.csv"));
        List<String> header = list(rows.getFirst());
        double mean = 0;
        double deviation = 0;
        for (int t = 0; t < moments.times().length; t++) {
            List<String> row = list(rows.get(t + 1));
            for (int c = 0; c < moments.names().size(); c++) {
                String observed = moments.names().get(c);
                int at = header.indexOf(observed + "-sd");
                if (at < 0 || (t == 0 && observed.startsWith("ln("))) {
                    continue; // a mean without deviation has no scale; the suite has ln(0) = 0
                }
                double sigma = Double.parseDouble(row.get(at));
                double mu = Double.parseDouble(row.get(header.indexOf(observed + "-mean")));
                double gotMean = moments.means()[t][c];
                double gotSd = moments.deviations()[t][c];
                double z = sigma > 0 ? Math.sqrt(runs) * (gotMean - mu) / sigma : (gotMean - mu) * 1e6;
                double y = sigma > 0 ? Math.sqrt(runs / 2.0) * (gotSd * gotSd / (sigma * sigma) - 1) : gotSd * 1e6;
                mean = worse(mean, Math.abs(z) / meanRange);
                deviation = worse(deviation, Math.abs(y) / sdRange);
            }
        }
        return new Outcome(mean, deviation);
    }

    private static double worse(double so, double now) {
        return Double.isNaN(now) ? Double.POSITIVE_INFINITY : Math.max(so, now);
    }

    private byte[] model() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(".xml"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(file);
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(name + "-settings.txt"))) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                settings.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return settings;
    }

    private static double range(Map<String, String> settings, String key) {
        String range = settings.getOrDefault(key, "(-3, 3)");
        return Double.parseDouble(range.replaceAll("[()\\s]", "").split(",", -1)[1]);
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
