package org.kindlin.mechanism.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.model.Model;

/** The models that come with Kindlin. */
public final class ModelLibrary {
    private static final String FOLDER = "/org/kindlin/mechanism/models/";

    private static final List<String> NAMES = List.of(
            "fak-pyk2",
            "focal-adhesion",
            "cell-programmes",
            "defactinib-pk",
            "defactinib-engagement",
            "vs4718-pk",
            "avutometinib-pk",
            "anti-pd1-pk",
            "oral-pk",
            "stroma",
            "immunity",
            "xenograft",
            "xenograft-pathway",
            "defactinib-whole");

    private ModelLibrary() {}

    /** The names of the models. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of a model or of a file it imports; empty where there is none of that name. */
    public static Optional<String> text(String name) {
        String file = name.endsWith(".ant") ? name : name + ".ant";
        if (!NAMES.contains(file.substring(0, file.length() - 4))) {
            return Optional.empty();
        }
        return Optional.of(resource(file));
    }

    /** The table of sources: id and what it is, comma-separated. */
    public static String sources() {
        return resource("sources.csv");
    }

    private static String resource(String file) {
        try (InputStream in = ModelLibrary.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A model of the library.
     *
     * @throws NoSuchElementException if there is none of that name
     */
    public static Model model(String name) {
        return model(name, "");
    }

    /**
     * One model of a file of the library.
     *
     * @param part name of the model in the file; empty for its main one
     * @throws NoSuchElementException if there is none of that name
     */
    public static Model model(String name, String part) {
        String text = text(name).orElseThrow(() -> new NoSuchElementException(name));
        Faults faults = new Faults();
        Optional<Model> model = AntimonyReader.read(name + ".ant", text, part, ModelLibrary::text, faults);
        faults.throwIfAny();
        return model.orElseThrow(() -> new NoSuchElementException(part));
    }
}
