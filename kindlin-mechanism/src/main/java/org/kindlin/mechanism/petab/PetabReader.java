package org.kindlin.mechanism.petab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlReader;

/**
 * Reads a PEtab problem, version 1 (L. Schmiester et al., PLoS Comput. Biol. 17:e1008646, 2021), from its YAML file and
 * the files beside it.
 */
public final class PetabReader {
    private static final long LARGEST = 1L << 28;

    private final Path folder;
    private final Faults faults = new Faults();

    private PetabReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The problem that this YAML file describes.
     *
     * @throws InputFaultException with every fault of every file
     */
    public static PetabProblem read(Path yaml) {
        Path folder = Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElse(yaml);
        return new PetabReader(folder).problem(yaml);
    }

    /**
     * The files that make up the problem, the YAML file first.
     *
     * @throws InputFaultException where that is no problem
     */
    public static List<Path> files(Path yaml) {
        Path folder = Optional.ofNullable(yaml.getParent()).orElse(Path.of(""));
        List<Path> files = new ArrayList<>(List.of(yaml));
        new PetabReader(folder).names(yaml).all().forEach(each -> files.add(folder.resolve(each)));
        return files;
    }

    private PetabFiles names(Path yaml) {
        String name = String.valueOf(yaml.getFileName());
        String text = new String(bytes(name), StandardCharsets.UTF_8);
        faults.throwIfAny();
        return PetabFiles.read(name, text);
    }

    private PetabProblem problem(Path yaml) {
        String name = String.valueOf(yaml.getFileName());
        PetabFiles files = names(yaml);
        List<PetabParameter> parameters = tables(files.parameters(), ParameterTable::read);
        List<Condition> conditions = tables(files.conditions(), ConditionTable::read);
        List<Observable> observables = tables(files.observables(), ObservableTable::read);
        List<Measurement> measurements = tables(files.measurements(), MeasurementTable::read);
        Optional<Model> model = model(files.model());
        faults.throwIfAny();
        PetabProblem problem = new PetabProblem(
                name.replaceFirst("\\.ya?ml$", ""),
                model.orElseThrow(),
                parameters,
                conditions,
                observables,
                measurements);
        ProblemCheck.check(problem, files, faults);
        faults.throwIfAny();
        return problem;
    }

    private Optional<Model> model(String file) {
        try {
            byte[] bytes = bytes(file);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(SbmlReader.read(file, bytes).model());
        } catch (InputFaultException e) {
            e.faults().forEach(faults::add);
            return Optional.empty();
        }
    }

    private <T> List<T> tables(List<String> files, Function<PetabTable, List<T>> reader) {
        List<T> all = new ArrayList<>();
        for (String file : files) {
            String text = new String(bytes(file), StandardCharsets.UTF_8);
            all.addAll(reader.apply(PetabTable.read(file, text, faults)));
        }
        return all;
    }

    private byte[] bytes(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                faults.add(new Fault(name, "", "no such file", "check the name"));
            } else if (Files.size(file) > LARGEST) {
                faults.add(new Fault(name, "", "is larger than 256 MB", "split the table"));
            } else {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            faults.add(new Fault(name, "", "cannot be read", "check its permissions"));
        }
        return new byte[0];
    }
}
