package org.kindlin.mechanism.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.MoietyReduction;
import org.kindlin.mechanism.flux.FluxTimeCourse;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlReader;

/** One case of the SBML Test Suite: a folder with a model, settings and the expected results. */
final class SuiteCase {
    private final Path folder;
    private final String name;
    private final Map<String, String> settings = new HashMap<>();

    SuiteCase(Path folder) {
        this.folder = folder;
        this.name = folder.getFileName().toString();
        for (String line : lines(folder.resolve(name + "-settings.txt"))) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                settings.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
    }

    /** What came of a case. */
    sealed interface Outcome {
        record Passed() implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Wrong(String where) implements Outcome {}
    }

    String name() {
        return name;
    }

    /** The tags of components and tests, and the type of the test. */
    String tags() {
        return String.join(
                " ",
                lines(folder.resolve(name + "-model.m")).stream()
                        .filter(line -> line.startsWith("componentTags:")
                                || line.startsWith("testTags:")
                                || line.startsWith("testType:"))
                        .toList());
    }

    Outcome run() {
        try {
            return run(read());
        } catch (InputFaultException refused) {
            return new Outcome.Refused(refused.faults().getFirst().toString());
        }
    }

    /** The case with a model of one's own. */
    Outcome run(Model own) {
        try {
            return run(CompiledModel.of(name, own));
        } catch (InputFaultException refused) {
            return new Outcome.Refused(refused.faults().getFirst().toString());
        }
    }

    /** The case with its conserved moieties eliminated. */
    Outcome runReduced(Model own) {
        try {
            CompiledModel whole = CompiledModel.of(name, own);
            return run(CompiledModel.of(name, MoietyReduction.reduce(whole.equations())));
        } catch (InputFaultException refused) {
            return new Outcome.Refused(refused.faults().getFirst().toString());
        }
    }

    private Outcome run(CompiledModel model) {
        List<String> names = names("variables");
        return compare(
                FluxTimeCourse.asked(model.equations().model(), names)
                        ? FluxTimeCourse.of(model, names, options())
                        : Simulator.run(model, options(), observables(model)));
    }

    Model read() {
        Path file = model().orElseThrow(
                        () -> new InputFaultException(new Fault(name, "", "the case has no model file", "fetch it")));
        return SbmlReader.read(name, bytes(file), this::beside).model();
    }

    private Optional<byte[]> beside(String source) {
        Path file = folder.resolve(source);
        return file.normalize().startsWith(folder) && Files.isRegularFile(file)
                ? Optional.of(bytes(file))
                : Optional.empty();
    }

    private SimulationOptions options() {
        double start = number("start");
        return new SimulationOptions(
                start, start + number("duration"), (int) number("steps"), number("absolute"), number("relative"), 1);
    }

    private Observables observables(CompiledModel model) {
        return Observables.of(model, names("variables"), Set.copyOf(names("amount")));
    }

    private Outcome compare(TimeCourse got) {
        List<String> expected = lines(folder.resolve(name + "-results.csv"));
        List<String> header = Arrays.stream(expected.getFirst().split(",", -1))
                .map(String::strip)
                .toList();
        double absolute = number("absolute");
        double relative = number("relative");
        for (int row = 1; row < expected.size(); row++) {
            String[] cells = expected.get(row).split(",", -1);
            for (int column = header.getFirst().equalsIgnoreCase("time") ? 1 : 0; column < cells.length; column++) {
                double want = parse(cells[column]);
                int index = got.names().indexOf(header.get(column));
                double have = got.values()[row - 1][index];
                if (!agree(have, want, absolute, relative)) {
                    return new Outcome.Wrong(String.format(
                            Locale.ROOT, "t=%s %s want %s got %s", cells[0], header.get(column), cells[column], have));
                }
            }
        }
        return new Outcome.Passed();
    }

    private static boolean agree(double have, double want, double absolute, double relative) {
        if (Double.isNaN(want) || Double.isInfinite(want)) {
            return Double.compare(have, want) == 0;
        }
        return Math.abs(have - want) <= absolute + relative * Math.abs(want);
    }

    private static double parse(String cell) {
        return switch (cell.strip().toUpperCase(Locale.ROOT)) {
            case "INF", "INFINITY" -> Double.POSITIVE_INFINITY;
            case "-INF", "-INFINITY" -> Double.NEGATIVE_INFINITY;
            case "NAN" -> Double.NaN;
            default -> Double.parseDouble(cell.strip());
        };
    }

    private double number(String key) {
        String text = settings.getOrDefault(key, "");
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private List<String> names(String key) {
        return Arrays.stream(settings.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private Optional<Path> model() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-sbml-l\\dv\\d\\.xml"))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the suite stands: beside the repository. */
    static Path suite() {
        return Path.of(System.getProperty("kindlin.root", ".."), "..", "shared/reference/simulation/sbml-semantic");
    }

    /** Every case in a folder, by name. */
    static List<SuiteCase> all(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            List<SuiteCase> cases = new ArrayList<>();
            folders.filter(Files::isDirectory).sorted().forEach(folder -> cases.add(new SuiteCase(folder)));
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
