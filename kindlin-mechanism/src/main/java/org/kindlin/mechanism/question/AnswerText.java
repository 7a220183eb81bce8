package org.kindlin.mechanism.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Writes answers for a terminal, and their tables as comma-separated values. */
public final class AnswerText {
    private static final int DIGITS = 4;

    private AnswerText() {}

    /** The sentences, then every table in columns. */
    public static String write(Answer answer) {
        StringBuilder out = new StringBuilder("SIMULATED: answers of the model '" + answer.model() + "'\n\n");
        answer.sentences().forEach(sentence -> out.append(sentence).append('\n'));
        answer.tables().forEach(table -> out.append('\n').append(table(table)));
        if (answer.draws() > 0) {
            out.append("\nlow, median, high: 5, 50 and 95 % of ")
                    .append(answer.draws())
                    .append(" draws from ")
                    .append(answer.priors().size())
                    .append(" priors, seed ")
                    .append(answer.seed())
                    .append("; --json lists them with their evidence.\n");
        }
        return out.toString();
    }

    private static String table(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(AnswerText::heading).toList());
        table.rows()
                .forEach(row -> lines.add(row.stream().map(AnswerText::rounded).toList()));
        int columns = table.columns().size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = line.get(i);
                String space = " ".repeat(widths[i] - cell.length());
                boolean right = !cell.isEmpty() && "0123456789-".indexOf(cell.charAt(0)) >= 0;
                text.append(right ? space + cell : cell + space).append("  ");
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static String heading(Table.Column column) {
        return column.unit().isEmpty() ? column.name() : column.name() + " (" + column.unit() + ")";
    }

    private static String rounded(Table.Cell cell) {
        return switch (cell) {
            case Table.Cell.Word(String text) -> text;
            case Table.Cell.None _ -> "";
            case Table.Cell.Amount(double value) -> {
                if (value == Math.rint(value) && Math.abs(value) < 1e6) {
                    yield String.valueOf((long) value);
                }
                BigDecimal number = new BigDecimal(value).round(new MathContext(DIGITS));
                yield Math.abs(value) < 1e-4 || Math.abs(value) >= 1e6 ? number.toString() : number.toPlainString();
            }
        };
    }

    /** Every table as comma-separated values at full precision, one after the other with an empty line between. */
    public static String csv(Answer answer) {
        List<String> tables = new ArrayList<>();
        for (Table table : answer.tables()) {
            StringBuilder out = new StringBuilder();
            out.append(String.join(
                            ",",
                            table.columns().stream()
                                    .map(column -> quoted(heading(column)))
                                    .toList()))
                    .append('\n');
            table.rows()
                    .forEach(row -> out.append(String.join(
                                    ",", row.stream().map(AnswerText::exact).toList()))
                            .append('\n'));
            tables.add(out.toString());
        }
        return String.join("\n", tables);
    }

    private static String exact(Table.Cell cell) {
        return switch (cell) {
            case Table.Cell.Word(String text) -> quoted(text);
            case Table.Cell.Amount(double value) -> Double.toString(value);
            case Table.Cell.None _ -> "";
        };
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
