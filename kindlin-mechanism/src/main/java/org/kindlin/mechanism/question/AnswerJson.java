package org.kindlin.mechanism.question;

import org.kindlin.mechanism.prior.Prior;
import org.kindlin.mechanism.prior.PriorParameter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as JSON: numbers at full precision, nothing where there is no value. */
public final class AnswerJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private AnswerJson() {}

    /** The whole answer but for its figures' drawings. */
    public static String write(Answer answer) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("question", answer.question());
        root.put("model", answer.model());
        root.put("simulated", true);
        root.put("draws", answer.draws());
        root.put("seed", answer.seed());
        ArrayNode sentences = root.putArray("sentences");
        answer.sentences().forEach(sentences::add);
        ArrayNode tables = root.putArray("tables");
        answer.tables().forEach(table -> table(table, tables.addObject()));
        ArrayNode priors = root.putArray("priors");
        answer.priors().forEach(prior -> prior(prior, priors.addObject()));
        ArrayNode figures = root.putArray("figures");
        answer.figures().forEach(figure -> figures.add(figure.name()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void table(Table table, ObjectNode into) {
        into.put("name", table.name());
        ArrayNode rows = into.putArray("rows");
        table.rows().forEach(row -> {
            ObjectNode cells = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                String name = table.columns().get(i).name();
                switch (row.get(i)) {
                    case Table.Cell.Word(String text) -> cells.put(name, text);
                    case Table.Cell.Amount(double value) -> cells.put(name, value);
                    case Table.Cell.None _ -> cells.putNull(name);
                }
            }
        });
        ObjectNode units = into.putObject("units");
        table.columns().stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> units.put(column.name(), column.unit()));
    }

    private static void prior(PriorParameter parameter, ObjectNode into) {
        into.put("parameter", parameter.id());
        into.put("value", parameter.value());
        into.put("unit", parameter.unit());
        switch (parameter.prior()) {
            case Prior.Fixed _ -> into.put("prior", "fixed");
            case Prior.LogUniform(double low, double high) ->
                into.put("prior", "log-uniform").put("low", low).put("high", high);
            case Prior.Uniform(double low, double high) ->
                into.put("prior", "uniform").put("low", low).put("high", high);
            case Prior.StandardNormal _ -> into.put("prior", "standard normal");
        }
        into.put("evidence", parameter.evidence().meaning());
        into.put("source", parameter.source());
        into.put("meaning", parameter.meaning());
    }
}
