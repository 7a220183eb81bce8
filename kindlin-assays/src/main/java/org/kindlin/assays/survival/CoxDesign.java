package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.NumberText;
import org.kindlin.numerics.hazard.CoxData;

/**
 * The rows and terms of a Cox model: the arms against their reference (or the two agents and their interaction), then the
 * covariates; a covariate of text is coded against its first level in alphabetical order.
 *
 * @param rows without a missing covariate
 * @param left rows that lack a covariate
 */
record CoxDesign(List<Observed> rows, List<ModelTerm> terms, int left) {

    static CoxDesign of(SurvivalData data, SurvivalProtocol protocol) {
        String arm = protocol.columns().arm().orElse("");
        List<String> covariates = protocol.columns().covariates().stream()
                .filter(name -> !name.equals(arm))
                .distinct()
                .toList();
        List<Observed> complete = data.rows().stream()
                .filter(row -> row.covariates().entrySet().stream()
                        .noneMatch(
                                entry -> covariates.contains(entry.getKey()) && NumberText.isMissing(entry.getValue())))
                .toList();
        List<ModelTerm> terms = new ArrayList<>();
        if (protocol.columns().factors().size() == 2) {
            factors(complete, protocol.columns().factors(), terms);
        } else {
            data.arms().stream()
                    .skip(1)
                    .forEach(level -> terms.add(new ModelTerm(
                            arm,
                            level,
                            data.arms().getFirst(),
                            indicator(complete.stream().map(Observed::arm).toList(), level))));
        }
        for (String name : covariates) {
            covariate(
                    name,
                    complete.stream()
                            .map(row -> row.covariates().getOrDefault(name, ""))
                            .toList(),
                    terms);
        }
        return new CoxDesign(complete, terms, data.rows().size() - complete.size());
    }

    private static void factors(List<Observed> rows, List<String> names, List<ModelTerm> terms) {
        double[] first =
                rows.stream().mapToDouble(row -> row.factors().get(0) ? 1 : 0).toArray();
        double[] second =
                rows.stream().mapToDouble(row -> row.factors().get(1) ? 1 : 0).toArray();
        double[] both = new double[first.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = first[i] * second[i];
        }
        terms.add(new ModelTerm(names.get(0), "", "", first));
        terms.add(new ModelTerm(names.get(1), "", "", second));
        terms.add(new ModelTerm(names.get(0) + ":" + names.get(1), "", "", both));
    }

    private static void covariate(String name, List<String> texts, List<ModelTerm> terms) {
        List<OptionalDouble> numbers = texts.stream().map(CoxDesign::number).toList();
        if (numbers.stream().allMatch(OptionalDouble::isPresent)) {
            terms.add(new ModelTerm(
                    name,
                    "",
                    "",
                    numbers.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()));
            return;
        }
        List<String> levels = texts.stream().distinct().sorted().toList();
        levels.stream()
                .skip(1)
                .forEach(level -> terms.add(new ModelTerm(name, level, levels.getFirst(), indicator(texts, level))));
    }

    private static OptionalDouble number(String text) {
        DecimalMark mark = text.indexOf('.') < 0 && text.indexOf(',') >= 0 ? DecimalMark.COMMA : DecimalMark.POINT;
        return NumberText.parse(text, mark) instanceof NumberText.Parsed(double number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    private static double[] indicator(List<String> texts, String level) {
        return texts.stream().mapToDouble(text -> text.equals(level) ? 1 : 0).toArray();
    }

    /** Without the term at a position. */
    CoxDesign without(int term) {
        List<ModelTerm> kept = new ArrayList<>(terms);
        kept.remove(term);
        return new CoxDesign(rows, kept, left);
    }

    CoxData data(StudyArrays arrays) {
        return new CoxData(
                arrays.sample(), terms.stream().map(ModelTerm::values).toArray(double[][]::new), arrays.stratum());
    }
}
