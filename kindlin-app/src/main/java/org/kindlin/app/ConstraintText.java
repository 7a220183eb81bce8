package org.kindlin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.mechanism.antimony.AntimonyWriter;
import org.kindlin.mechanism.model.Constraint;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.simulate.ConstraintBreach;

/** Broken constraints of a model in words. */
final class ConstraintText {
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_FORMULA = 120;

    private ConstraintText() {}

    /** One line for each time in which a constraint did not hold; after twenty the number of the others. */
    static List<String> lines(String source, Model model, List<ConstraintBreach> breaches) {
        List<String> lines = new ArrayList<>();
        for (ConstraintBreach each : breaches.subList(0, Math.min(MOST_SHOWN, breaches.size()))) {
            lines.add(source + ": " + line(model.constraints().get(each.constraint()), each));
        }
        if (breaches.size() > MOST_SHOWN) {
            lines.add(source + ": constraints are broken " + (breaches.size() - MOST_SHOWN) + " times more");
        }
        return lines;
    }

    private static String line(Constraint constraint, ConstraintBreach breach) {
        String formula = AntimonyWriter.formula(constraint.condition());
        String shown = formula.length() <= LONGEST_FORMULA ? formula : formula.substring(0, LONGEST_FORMULA) + " ...";
        String message = constraint
                .message()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String until = breach.until().isPresent()
                ? String.format(Locale.ROOT, "until %.6g", breach.until().getAsDouble())
                : "to the end";
        return String.format(
                        Locale.ROOT, "constraint '%s' does not hold from time %.6g %s", shown, breach.from(), until)
                + (message.isEmpty() ? "" : ": " + message);
    }
}
