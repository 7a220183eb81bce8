package org.kindlin.assays.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The names under which spillover matrices know the parameters of a file. */
final class DetectorName {
    /** What FlowJo writes between detector and stain. */
    private static final String LABEL = " :: ";

    private DetectorName() {}

    /** A parameter by its name, by its name in other letters, by its stain, or by its number (Accuri). */
    static Optional<String> resolve(String name, FcsDataSet set) {
        String bare = bare(name);
        List<FcsParameter> all = set.parameters();
        return first(all, p -> p.name().equals(name))
                .or(() -> first(all, p -> bare(p.name()).equals(bare)))
                .or(() ->
                        first(all, p -> !p.stain().isEmpty() && bare(p.stain()).equals(bare)))
                .or(() -> first(all, p -> Integer.toString(p.number()).equals(name)))
                .or(() ->
                        name.contains(LABEL) ? resolve(name.substring(0, name.indexOf(LABEL)), set) : Optional.empty());
    }

    private static String bare(String name) {
        String text = name.strip();
        boolean bracketed = text.startsWith("<") && text.endsWith(">") && text.length() > 2;
        return (bracketed ? text.substring(1, text.length() - 1) : text).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> first(List<FcsParameter> parameters, Predicate<FcsParameter> condition) {
        return parameters.stream().filter(condition).map(FcsParameter::name).findFirst();
    }
}
