package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the parameter table. */
final class ParameterTable {
    private final PetabTable table;

    private ParameterTable(PetabTable table) {
        this.table = table;
    }

    static List<PetabParameter> read(PetabTable table) {
        table.require("parameterId", "parameterScale", "estimate");
        return new ParameterTable(table).parameters();
    }

    private List<PetabParameter> parameters() {
        List<PetabParameter> parameters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PetabTable.Row row : table.rows()) {
            PetabParameter parameter = parameter(row);
            if (!seen.add(parameter.id())) {
                table.fault(row, "parameter '" + parameter.id() + "' stands here again", "keep one of them");
            }
            parameters.add(parameter);
        }
        return parameters;
    }

    private PetabParameter parameter(PetabTable.Row row) {
        String id = table.text(row, "parameterId");
        String scaleName = table.text(row, "parameterScale");
        Optional<Scale> scale = Scale.named(scaleName.isEmpty() ? "lin" : scaleName);
        if (scale.isEmpty()) {
            table.fault(row, "no scale '" + scaleName + "'", "use lin, log or log10");
        }
        String estimate = table.text(row, "estimate");
        boolean estimated = estimate.equals("1") || estimate.equals("1.0");
        if (!estimated && !estimate.equals("0") && !estimate.equals("0.0")) {
            table.fault(row, "'" + estimate + "' in column estimate", "use 1 or 0");
        }
        double nominal = optional(row, "nominalValue");
        double lower = estimated ? table.number(row, "lowerBound") : optional(row, "lowerBound");
        double upper = estimated ? table.number(row, "upperBound") : optional(row, "upperBound");
        Scale known = scale.orElse(Scale.LIN);
        if (estimated && !(lower < upper)) {
            table.fault(row, "the lower bound is not below the upper one", "exchange them");
        }
        if (estimated && known != Scale.LIN && !(lower > 0)) {
            table.fault(row, "the lower bound has no logarithm", "use a positive one, or scale lin");
        }
        if (!estimated && Double.isNaN(nominal)) {
            table.fault(row, "not estimated, and without a nominal value", "give nominalValue");
        }
        return new PetabParameter(
                id, known, lower, upper, nominal, estimated, prior(row, "objective"), prior(row, "initialization"));
    }

    private double optional(PetabTable.Row row, String column) {
        String text = table.text(row, column);
        return text.isEmpty() || text.equalsIgnoreCase("nan") ? Double.NaN : table.number(row, column);
    }

    private Optional<Prior> prior(PetabTable.Row row, String purpose) {
        String type = table.text(row, purpose + "PriorType");
        if (type.isEmpty() || type.equalsIgnoreCase("nan")) {
            return Optional.empty();
        }
        Optional<Prior.Kind> kind = Optional.empty();
        for (Prior.Kind each : Prior.Kind.values()) {
            if (each.petabName().equals(type)) {
                kind = Optional.of(each);
            }
        }
        if (kind.isEmpty()) {
            table.fault(row, "no prior '" + type + "'", "use a prior of PEtab version 1");
            return Optional.empty();
        }
        String[] numbers = table.text(row, purpose + "PriorParameters").split(";", -1);
        try {
            if (numbers.length == 2) {
                return Optional.of(new Prior(
                        kind.get(), PetabTable.parse(numbers[0].strip()), PetabTable.parse(numbers[1].strip())));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        if (kind.get() == Prior.Kind.PARAMETER_SCALE_UNIFORM) {
            return Optional.empty(); // between the bounds, as without a prior
        }
        table.fault(row, "a prior takes two numbers", "write them with a semicolon between");
        return Optional.empty();
    }
}
