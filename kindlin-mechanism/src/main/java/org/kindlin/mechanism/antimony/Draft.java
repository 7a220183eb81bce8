package org.kindlin.mechanism.antimony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.mechanism.antimony.Statement.Constness;
import org.kindlin.mechanism.antimony.Statement.Meaning;
import org.kindlin.mechanism.antimony.Statement.When;
import org.kindlin.mechanism.model.Expression;

/** Everything said about one name, as statements are gone through. */
final class Draft {
    final String id;
    final int line;
    Meaning type = Meaning.UNKNOWN;
    Constness constness = Constness.UNSAID;
    boolean boundary;
    boolean substanceOnly;
    boolean changedByEvent;
    boolean stoichiometry;
    boolean deleted;
    String compartment = "";
    String reactionCompartment = "";
    String name = "";
    String unit = "";
    String notes = "";
    String annotation = "";
    String sboTerm = "";
    final Map<When, Expression> values = new LinkedHashMap<>();

    Draft(String id, int line) {
        this.id = id;
        this.line = line;
    }

    /** Where it is: what was said of it, else of the last reaction it takes part in; empty where neither says. */
    String place() {
        return compartment.isEmpty() ? reactionCompartment : compartment;
    }

    Optional<Expression> value(When when) {
        return Optional.ofNullable(values.get(when));
    }

    /** Says what it is, where nothing better is known. */
    void assume(Meaning assumed) {
        if (type == Meaning.UNKNOWN) {
            type = assumed;
        }
    }

    boolean hasRule() {
        return values.containsKey(When.ALWAYS) || values.containsKey(When.RATE);
    }

    /** Adds annotation lines. */
    void annotate(String qualifier, List<String> texts) {
        if (qualifier.equals("notes")) {
            notes = String.join("\n", texts);
        } else {
            String line = qualifier + " " + String.join(" ", texts);
            annotation = annotation.isEmpty() ? line : annotation + "\n" + line;
        }
    }
}
