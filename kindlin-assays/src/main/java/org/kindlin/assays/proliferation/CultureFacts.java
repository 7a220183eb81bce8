package org.kindlin.assays.proliferation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * What tags, sheet and columns say of a culture, read.
 *
 * @param name of the sample; empty where none is stated
 * @param dose in the unit of the protocol
 * @param viability in percent
 * @param subject values of the columns that tell cultures apart
 */
record CultureFacts(
        String name,
        SampleRole role,
        OptionalDouble dose,
        String replicate,
        OptionalDouble viability,
        Map<String, String> subject) {
    private static final Pattern DOSE = Pattern.compile("(?i)dose.*");
    private static final List<String> KNOWN = List.of("sample", "role", "replicate", "viability");

    /** Whether a column of this name says something of the culture. */
    static boolean isFact(String column, List<String> by) {
        String name = normal(column);
        return KNOWN.contains(name)
                || isDose(column)
                || by.stream().anyMatch(b -> normal(b).equals(name));
    }

    /** Reads facts by name; what cannot be read becomes a fault at the file. */
    static Optional<CultureFacts> read(
            String file, Map<String, String> stated, List<String> by, Unit unit, Faults faults) {
        Map<String, String> facts = new LinkedHashMap<>();
        stated.forEach((name, value) -> facts.put(normal(name), value.strip()));
        Optional<SampleRole> role = SampleRole.of(facts.getOrDefault("role", ""));
        if (role.isEmpty()) {
            faults.add(file, "role", "'" + facts.get("role") + "' is no role", "write sample, undivided or unstained");
        }
        OptionalDouble dose = dose(file, stated, unit, faults);
        OptionalDouble viability = viability(file, facts.getOrDefault("viability", ""), faults);
        Map<String, String> subject = new LinkedHashMap<>();
        for (String column : by) {
            String value = facts.get(normal(column));
            if (value == null) {
                faults.add(file, "by", "nothing says the '" + column + "' of this file", "add it as a column or a tag");
            } else {
                subject.put(column, value);
            }
        }
        return role.map(known -> new CultureFacts(
                facts.getOrDefault("sample", ""),
                known,
                dose,
                facts.getOrDefault("replicate", ""),
                viability,
                subject));
    }

    private static OptionalDouble dose(String file, Map<String, String> facts, Unit unit, Faults faults) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (!isDose(fact.getKey()) || fact.getValue().isBlank()) {
                continue;
            }
            Unit written = doseUnit(fact.getKey()).orElse(unit);
            Optional<Quantity> quantity = Quantity.parse(fact.getValue(), written)
                    .filter(q -> q.unit().dimension() == unit.dimension() && q.value() >= 0);
            if (quantity.isEmpty()) {
                faults.add(
                        file,
                        "dose",
                        "'" + fact.getValue() + "' is no dose in " + unit.symbol(),
                        "write a number, with its unit where it is another");
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(quantity.get().in(unit));
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble viability(String file, String text, Faults faults) {
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double percent = Double.parseDouble(text.replace("%", "").strip());
            if (percent >= 0 && percent <= 100) {
                return OptionalDouble.of(percent);
            }
        } catch (NumberFormatException e) {
            // told below, with all other texts that are no percentage
        }
        faults.add(file, "viability", "'" + text + "' is no percentage", "write a number from 0 to 100");
        return OptionalDouble.empty();
    }

    private static boolean isDose(String column) {
        return DOSE.matcher(column.strip()).matches()
                && (doseText(column).isEmpty() || doseUnit(column).isPresent());
    }

    /** The unit after the word: {@code dose_nM}, {@code dose (uM)}. */
    private static Optional<Unit> doseUnit(String column) {
        return Unit.parse(doseText(column));
    }

    private static String doseText(String column) {
        return column.strip().substring("dose".length()).replaceAll("[\\s_()\\[\\]-]+", "");
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
