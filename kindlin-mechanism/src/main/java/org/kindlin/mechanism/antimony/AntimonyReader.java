package org.kindlin.mechanism.antimony;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Remarks;

/**
 * Reads Antimony text as a model.
 *
 * <p>Of several models in a file the one marked with {@code *} is read, else statements outside any model, else the last;
 * its submodels are put in under names such as {@code A__S}. A comment behind a statement becomes the notes of what the
 * statement is about; comment lines under the head of a model become the model's notes. DNA strands, flux balance
 * objectives, conversion factors of submodels and random draws are refused by name.
 */
public final class AntimonyReader {
    private static final int LONGEST = 20_000_000;

    private AntimonyReader() {}

    /**
     * Reads a text.
     *
     * @param path as the user gave it; faults name it
     * @param imports where imported files come from
     * @return empty where faults were added
     */
    public static Optional<Model> read(String path, String text, Imports imports, Faults faults) {
        return read(path, text, "", imports, faults);
    }

    /**
     * Reads one model of a text.
     *
     * @param name of the model; empty for the main one
     */
    public static Optional<Model> read(String path, String text, String name, Imports imports, Faults faults) {
        if (text.length() > LONGEST) {
            faults.add(path, "", "more than " + LONGEST + " characters", "is this an Antimony file?");
            return Optional.empty();
        }
        Faults own = new Faults();
        FileParser.Source source = new FileParser(imports, own).read(path, text);
        Optional<Module> main = main(source.modules(), name);
        if (!own.any() && main.isEmpty()) {
            own.add(
                    path,
                    "",
                    name.isEmpty() ? "there is no model in it" : "there is no model '" + name + "'",
                    "write model name ... end");
        }
        Optional<Model> model =
                own.any() ? Optional.empty() : main.flatMap(found -> assembled(path, found, source, own));
        own.all().forEach(faults::add);
        return own.any() ? Optional.empty() : model;
    }

    private static Optional<Model> assembled(String path, Module main, FileParser.Source source, Faults faults) {
        try {
            List<Statement> flat = Flattener.flatten(main, source.modules());
            Model model = ModelAssembler.assemble(main.name(), main.notes(), flat, source.functions());
            String shown = source.displayNames().get(main.name());
            Remarks remarks = shown == null ? model.remarks() : model.remarks().withName(shown);
            return Optional.of(model.toBuilder().remarks(remarks).build());
        } catch (SyntaxException e) {
            faults.add(path, e.at().place(), String.valueOf(e.getMessage()), e.remedy());
            return Optional.empty();
        }
    }

    private static Optional<Module> main(Map<String, Module> modules, String name) {
        if (!name.isEmpty()) {
            return Optional.ofNullable(modules.get(name));
        }
        return modules.values().stream()
                .filter(Module::isMain)
                .findFirst()
                .or(() -> Optional.ofNullable(modules.get(FileParser.BARE)))
                .or(() -> modules.values().stream().reduce((_, last) -> last));
    }
}
