package org.kindlin.assays.plate.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.NumberText;
import org.kindlin.fault.Faults;

/** Turns the text of a plate map into wells, with a fault for everything that contradicts itself. */
public final class WellRules {
    private static final Pattern WITH_UNIT =
            Pattern.compile("([+-]?[\\d.,]*\\d[.,]?(?:[eE][+-]?\\d{1,3})?)\\s*([^\\d\\s.,].{0,15})?");
    private static final Pattern REPLICATE = Pattern.compile("[1-9]\\d{0,3}");
    private static final String UNITS = Arrays.stream(Unit.values())
            .filter(unit -> isConcentration(unit))
            .map(Unit::symbol)
            .collect(Collectors.joining(", "));

    private final String file;
    private final DecimalMark mark;
    private final Faults faults;
    private final Map<String, String> placeOf = new HashMap<>();
    private final List<Well> wells = new ArrayList<>();

    WellRules(String file, DecimalMark mark, Faults faults) {
        this.file = file;
        this.mark = mark;
        this.faults = faults;
    }

    List<Well> wells() {
        return wells;
    }

    /** Takes one well; what is wrong with it becomes faults. */
    void add(WellText text) {
        if (repeated(text)) {
            return;
        }
        Optional<WellRole> role = role(text);
        Quantity concentration = concentration(text);
        int replicate = replicate(text);
        if (role.isEmpty()) {
            return;
        }
        Well well = new Well(
                text.plate(),
                text.address(),
                role.get(),
                text.compound(),
                text.form(),
                concentration,
                text.level(),
                replicate,
                text.target(),
                text.exclusion(),
                text.sample(),
                text.fraction());
        checkSample(well, text);
        wells.add(well);
    }

    /** Gives each well its second agent, where there is one. */
    void addSeconds(SecondAgents seconds) {
        if (!seconds.isEmpty()) {
            wells.replaceAll(
                    well -> well.with(seconds.at(well.plate(), well.address()).orElse(null)));
        }
    }

    private boolean repeated(WellText text) {
        String before = placeOf.putIfAbsent(text.plate() + "\n" + text.address(), text.place());
        String anywhere = text.plate().isEmpty() ? null : placeOf.get("\n" + text.address());
        String other = before != null ? before : anywhere;
        if (other != null) {
            fault(text, "well " + text.address() + " stands there and at " + other, "say once what is in a well");
        }
        return other != null;
    }

    private Optional<WellRole> role(WellText text) {
        if (!text.role().isEmpty()) {
            Optional<WellRole> role = WellRole.parse(text.role());
            if (role.isEmpty()) {
                fault(text, "'" + text.role() + "' is no role", "the roles are: " + WellRole.all());
            }
            return role;
        }
        if (!text.compound().isEmpty()) {
            return Optional.of(WellRole.parse(text.compound()).orElse(WellRole.SAMPLE));
        }
        fault(text, "well " + text.address() + " has neither role nor compound", "the roles are: " + WellRole.all());
        return Optional.empty();
    }

    private @Nullable Quantity concentration(WellText text) {
        if (NumberText.isMissing(text.concentration())) {
            return null;
        }
        Matcher matcher = WITH_UNIT.matcher(text.concentration());
        if (text.concentration().length() > 60
                || !matcher.matches()
                || !(NumberText.parse(matcher.group(1), mark) instanceof NumberText.Parsed(double number))) {
            fault(text, "'" + text.concentration() + "' is no concentration", "write a number, such as 10, or 10 nM");
            return null;
        }
        if (number < 0) {
            fault(text, "the concentration is negative: " + text.concentration(), "give zero or a positive number");
            return null;
        }
        String unit = matcher.group(2) == null ? text.unit() : matcher.group(2);
        return quantity(text, number, unit);
    }

    private @Nullable Quantity quantity(WellText text, double number, String unitText) {
        if (unitText.isEmpty()) {
            fault(text, "the concentration " + text.concentration() + " has no unit", "give a unit: " + UNITS);
            return null;
        }
        Optional<Unit> unit = Unit.parse(unitText).filter(WellRules::isConcentration);
        if (unit.isEmpty()) {
            fault(text, "'" + unitText + "' is no unit of concentration", "the units are: " + UNITS);
            return null;
        }
        return new Quantity(number, unit.get());
    }

    private static boolean isConcentration(Unit unit) {
        return unit.dimension() == Dimension.AMOUNT_CONCENTRATION
                || unit.dimension() == Dimension.MASS_CONCENTRATION
                || unit.dimension() == Dimension.MASS
                || unit == Unit.PERCENT;
    }

    private int replicate(WellText text) {
        if (text.replicate().isEmpty()) {
            return 0;
        }
        if (!REPLICATE.matcher(text.replicate()).matches()) {
            fault(text, "'" + text.replicate() + "' is no replicate number", "number replicates 1, 2, 3, ...");
            return 0;
        }
        return Integer.parseInt(text.replicate());
    }

    private void checkSample(Well well, WellText text) {
        Quantity concentration = well.concentration();
        if (well.role() == WellRole.SAMPLE
                && well.compound().isEmpty()
                && well.level().isEmpty()) {
            fault(
                    text,
                    "a sample without a compound",
                    "name the compound, or give a 'level' where it is not known, or give the well another role");
        }
        boolean said =
                !NumberText.isMissing(text.concentration()) || !well.level().isEmpty();
        if (well.role() == WellRole.SAMPLE && !said) {
            fault(
                    text,
                    "a sample without a concentration",
                    "give concentration and unit, or a 'level' where the dose is not known");
        }
        boolean byMass = concentration != null && concentration.unit().dimension() == Dimension.MASS_CONCENTRATION;
        if (well.role() == WellRole.SAMPLE && byMass && well.form().isEmpty()) {
            fault(
                    text,
                    "a mass concentration (" + concentration + ") without the compound's form",
                    "give the form that was weighed: free base, HCl, d6, ...");
        }
    }

    private void fault(WellText text, String problem, String remedy) {
        faults.add(file, text.place(), problem, remedy);
    }
}
