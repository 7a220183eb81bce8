package org.kindlin.mechanism.prior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.numerics.random.RandomStream;

/**
 * The priors of a model's parameters, from remarks such as {@code {70..160} [A] apparent clearance} or
 * {@code {0.06..0.6} [S S5] inhibition constant}.
 *
 * <p>Braces hold the range, log-uniform where its lower end is above zero and else uniform, or {@code normal}; without
 * braces a parameter is fixed. Brackets hold the {@link Evidence} tag and the source.
 */
public final class Priors {
    private static final Pattern REMARK = Pattern.compile(
            "(?:\\{([^}]{0,60})\\})?\\s*(?:\\[([A-Z])(?:\\s+([^\\];]{0,60}))?[^\\]]{0,60}\\])?\\s*(.*)");
    private static final String NUMBER = "([-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d{1,3})?)";
    private static final Pattern RANGE = Pattern.compile("\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*");

    private final List<PriorParameter> parameters;

    private Priors(List<PriorParameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Reads the remarks of a model.
     *
     * @param file names the model in faults
     * @param faults receives remarks that begin like a prior and are none
     */
    public static Priors of(String file, Model model, Faults faults) {
        List<PriorParameter> all = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            if (parameter.constant()) {
                read(file, parameter, faults).ifPresent(all::add);
            }
        }
        return new Priors(all);
    }

    private static Optional<PriorParameter> read(String file, Parameter parameter, Faults faults) {
        String notes = parameter.remarks().notes().strip();
        OptionalDouble value = parameter.value();
        if (value.isEmpty() || !(notes.startsWith("{") || notes.startsWith("["))) {
            return Optional.empty();
        }
        String place = "line " + parameter.remarks().line();
        Matcher remark = REMARK.matcher(notes);
        Optional<Evidence> evidence =
                remark.matches() ? Evidence.ofTag(String.valueOf(remark.group(2))) : Optional.empty();
        if (evidence.isEmpty()) {
            faults.add(
                    file,
                    place,
                    parameter.id() + ": no evidence tag in '" + notes + "'",
                    "write [S source], [G guide], [C], [R], [A] or [D]");
            return Optional.empty();
        }
        Optional<Prior> prior = prior(remark.group(1));
        if (prior.isEmpty()) {
            faults.add(
                    file,
                    place,
                    parameter.id() + ": no range in '{" + remark.group(1) + "}'",
                    "write {low..high} or {normal}");
            return Optional.empty();
        }
        String source = remark.group(3) == null ? "" : remark.group(3).strip();
        return Optional.of(new PriorParameter(
                parameter.id(),
                value.getAsDouble(),
                parameter.unit(),
                prior.get(),
                evidence.get(),
                source,
                remark.group(4)));
    }

    private static Optional<Prior> prior(@org.jspecify.annotations.Nullable String braces) {
        if (braces == null) {
            return Optional.of(new Prior.Fixed());
        }
        if (braces.strip().equals("normal")) {
            return Optional.of(new Prior.StandardNormal());
        }
        Matcher range = RANGE.matcher(braces);
        if (!range.matches()) {
            return Optional.empty();
        }
        double low = Double.parseDouble(range.group(1));
        double high = Double.parseDouble(range.group(2));
        return low < high && Double.isFinite(high) ? Optional.of(Prior.between(low, high)) : Optional.empty();
    }

    /** Every parameter with a remark, in the order of the text. */
    public List<PriorParameter> parameters() {
        return parameters;
    }

    /** Those that are not fixed. */
    public List<PriorParameter> uncertain() {
        return parameters.stream()
                .filter(one -> !(one.prior() instanceof Prior.Fixed))
                .toList();
    }

    /**
     * A draw of every uncertain parameter. Each has a stream of its own, so that adding one leaves the others as they are.
     *
     * @param subjects whether deviations between subjects are drawn too, or left at their nominal value
     */
    public Map<String, Double> draw(RandomStream random, boolean subjects) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (PriorParameter one : uncertain()) {
            if (subjects || !(one.prior() instanceof Prior.StandardNormal)) {
                values.put(one.id(), one.prior().draw(one.value(), random.child(one.id())));
            }
        }
        return values;
    }
}
