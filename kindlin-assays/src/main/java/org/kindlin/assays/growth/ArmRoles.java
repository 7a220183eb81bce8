package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;

/**
 * Which arm is the control, and which are two agents and their combination.
 *
 * @param combination empty where the study has none
 */
public record ArmRoles(Optional<String> control, Optional<Factorial> combination) {
    private static final List<String> CONTROL_WORDS = List.of(
            "vehicle",
            "control",
            "untreated",
            "placebo",
            "pbs",
            "saline",
            "isotype",
            "dmso",
            "veh",
            "ctrl",
            "sham",
            "igg");

    /** Two agents alone and together. */
    public record Factorial(String control, String first, String second, String both) {}

    /** The roles stated or told by the names of the arms; faults for names that no arm has. */
    static ArmRoles of(List<String> arms, GrowthProtocol.Arms stated, String file, Faults faults) {
        Optional<String> control = stated.control().isPresent()
                ? named(stated.control().get(), arms, file, "control", faults)
                : controlByName(arms);
        Optional<String> both = stated.combination().flatMap(name -> named(name, arms, file, "combination", faults));
        List<String> agents = stated.agents().stream()
                .flatMap(name -> named(name, arms, file, "agents", faults).stream())
                .toList();
        if (control.isEmpty()) {
            return new ArmRoles(control, Optional.empty());
        }
        if (both.isPresent() && agents.size() == 2) {
            return new ArmRoles(
                    control, Optional.of(new Factorial(control.get(), agents.get(0), agents.get(1), both.get())));
        }
        return new ArmRoles(control, factorial(arms, control.get(), both));
    }

    private static Optional<String> named(String name, List<String> arms, String file, String key, Faults faults) {
        Optional<String> found = arms.stream()
                .filter(arm -> arm.strip().equalsIgnoreCase(name.strip()))
                .findFirst();
        if (found.isEmpty() && !arms.isEmpty()) {
            faults.add(
                    file,
                    key,
                    "there is no arm '" + name + "'" + Suggestion.didYouMean(name, arms),
                    "the arms are: " + String.join(", ", arms));
        }
        return found;
    }

    private static Optional<String> controlByName(List<String> arms) {
        for (String word : CONTROL_WORDS) {
            List<String> fitting = arms.stream()
                    .filter(arm -> !isCombined(arm))
                    .filter(arm -> List.of(plain(arm).split(" ", -1)).contains(word))
                    .toList();
            if (fitting.size() == 1) {
                return Optional.of(fitting.getFirst());
            }
        }
        return Optional.empty();
    }

    private static String plain(String arm) {
        return arm.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static boolean isCombined(String arm) {
        return arm.matches("(?i).*(\\+|&| and | with |/|combo|combination| plus ).*");
    }

    /** An arm whose name holds the names of two others, or that calls itself a combination among four. */
    private static Optional<Factorial> factorial(List<String> arms, String control, Optional<String> stated) {
        List<String> others = arms.stream().filter(arm -> !arm.equals(control)).toList();
        List<Factorial> found = new ArrayList<>();
        for (String both : stated.map(List::of).orElse(others)) {
            for (int i = 0; i < others.size(); i++) {
                for (int j = i + 1; j < others.size(); j++) {
                    String first = others.get(i);
                    String second = others.get(j);
                    boolean differs = !both.equals(first) && !both.equals(second);
                    if (differs
                            && holds(both, first)
                            && holds(both, second)
                            && !holds(first, second)
                            && !holds(second, first)) {
                        found.add(new Factorial(control, first, second, both));
                    }
                }
            }
        }
        if (found.isEmpty() && others.size() == 3) {
            List<String> combined = stated.map(List::of)
                    .orElse(others.stream().filter(ArmRoles::isCombined).toList());
            if (combined.size() == 1) {
                List<String> alone = others.stream()
                        .filter(arm -> !arm.equals(combined.getFirst()))
                        .toList();
                found.add(new Factorial(control, alone.get(0), alone.get(1), combined.getFirst()));
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean holds(String whole, String part) {
        return (" " + plain(whole) + " ").contains(" " + plain(part) + " ");
    }
}
