package org.kindlin.assays.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.InputFaultException;

/**
 * Whole analyses of small experiments ({@link FuzzExperiments}) with one of their files ruined and settings drawn at
 * random: each ends in a document or in faults, never otherwise.
 */
public final class AssayFuzz {
    private static final byte[][] PIECES = Mutations.words(List.of(
            ",",
            "\n",
            "-",
            "1e308",
            "1e70",
            "NaN",
            "0",
            "STD1",
            "\"",
            "ug/mL",
            "uM",
            ";",
            "1:0",
            "-5",
            "A1",
            "\u0000",
            "%",
            "1e-300",
            "vehicle",
            "blank",
            "cell_count",
            "\t",
            "12,5",
            "H12"));

    private final Map<String, long[]> counts = new TreeMap<>();

    /** Analyses that gave a document and such that gave faults, by experiment. */
    public Map<String, long[]> counts() {
        return counts;
    }

    /**
     * Ruins one experiment and analyses it.
     *
     * @return its files as text
     */
    public String analyseOne(RandomGenerator random) {
        FuzzExperiments.Experiment experiment = FuzzExperiments.ALL.get(random.nextInt(FuzzExperiments.ALL.size()));
        List<String> texts = new ArrayList<>(experiment.texts());
        int ruined = random.nextInt(texts.size());
        List<byte[]> others = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        texts.set(
                ruined,
                new String(Mutations.ruined(others.get(ruined), others, PIECES, 3, random), StandardCharsets.UTF_8));
        Map<String, String> settings = settings(experiment, random);
        long[] count = counts.computeIfAbsent(experiment.name(), key -> new long[2]);
        try {
            Analysis.run(experiment.assay(), files(experiment, texts), Settings.of(settings), 1);
            count[0]++;
        } catch (InputFaultException faults) {
            count[1]++;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
            throw new AssertionError(experiment.name() + " " + settings + "\n" + String.join("\n--\n", texts), defect);
        }
        return String.join("\n--\n", texts);
    }

    private static Map<String, String> settings(FuzzExperiments.Experiment experiment, RandomGenerator random) {
        Map<String, String> settings = new LinkedHashMap<>(experiment.settings());
        experiment.choices().forEach((key, values) -> {
            String value = values.get(random.nextInt(values.size()));
            if (!value.isEmpty()) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    private static List<InputFile> files(FuzzExperiments.Experiment experiment, List<String> texts) {
        List<InputFile> files = new ArrayList<>();
        for (FuzzExperiments.Part part : experiment.parts()) {
            Optional<RawFile> layout = part.layout() < 0
                    ? Optional.empty()
                    : Optional.of(raw(part.name() + "-map.csv", texts.get(part.layout())));
            files.add(new InputFile(raw(part.name() + ".csv", texts.get(part.data())), layout, part.tags()));
        }
        return files;
    }

    private static RawFile raw(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
