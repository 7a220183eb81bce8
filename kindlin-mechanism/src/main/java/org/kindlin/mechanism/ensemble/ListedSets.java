package org.kindlin.mechanism.ensemble;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.fault.Suggestion;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.ParameterSlot;

/** Sets as a comma-separated table lists them: the first line names parameters of the model, every other line is a set. */
public final class ListedSets implements ParameterSets {
    private static final int MOST_NUMBERS = 100_000_000;

    private final double[] given;
    private final int[] slots;
    private final double[] numbers;
    private final int count;

    private ListedSets(double[] given, int[] slots, double[] numbers, int count) {
        this.given = given;
        this.slots = slots;
        this.numbers = numbers;
        this.count = count;
    }

    /**
     * Reads a table.
     *
     * @param file names it in faults
     * @param given what holds for parameters that the table does not name
     * @throws InputFaultException with every line that is none, name that is unknown or cell that is no number
     */
    public static ListedSets read(String file, Reader text, CompiledModel model, double[] given) throws IOException {
        Table table = new Table(file, model);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                table.take(line);
            }
        } catch (CsvParseException e) {
            table.faults.add(file, "", "not readable as a comma-separated table", "check its quotation marks");
        }
        if (table.count == 0 && !table.faults.any()) {
            table.faults.add(file, "", "there is no set", "name parameters on the first line, and list one set a line");
        }
        table.faults.throwIfAny();
        return new ListedSets(
                given.clone(),
                table.slots,
                Arrays.copyOf(table.numbers, table.count * table.slots.length),
                table.count);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double[] given(int set) {
        double[] values = given.clone();
        for (int i = 0; i < slots.length; i++) {
            values[slots[i]] = numbers[set * slots.length + i];
        }
        return values;
    }

    /** The table while it is read. */
    private static final class Table {
        private final String file;
        private final Map<String, Integer> known = new HashMap<>();
        private final Faults faults = new Faults();
        private boolean headed;
        private int[] slots = new int[0];
        private double[] numbers = new double[1024];
        private int count;

        Table(String file, CompiledModel model) {
            this.file = file;
            List<ParameterSlot> all = model.equations().parameters();
            for (int i = 0; i < all.size(); i++) {
                known.put(all.get(i).id(), i);
            }
        }

        void take(CsvRecord line) {
            List<String> fields = line.getFields().stream().map(String::strip).toList();
            String place = "line " + line.getStartingLineNumber();
            if (fields.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (headed) {
                set(fields, place);
            } else {
                headed = true;
                header(fields, place);
            }
        }

        private void header(List<String> names, String place) {
            Set<String> seen = new HashSet<>();
            slots = new int[names.size()];
            for (int i = 0; i < slots.length; i++) {
                String name = i == 0 && names.get(i).startsWith("\uFEFF")
                        ? names.get(i).substring(1)
                        : names.get(i);
                Integer slot = known.get(name);
                if (slot == null) {
                    String meant = Suggestion.didYouMean(name, known.keySet());
                    faults.add(file, place, "the model has no parameter '" + name + "'" + meant, "mend the name");
                } else if (!seen.add(name)) {
                    faults.add(file, place, "two columns are named '" + name + "'", "leave one out");
                } else {
                    slots[i] = slot;
                }
            }
        }

        private void set(List<String> fields, String place) {
            if (fields.size() != slots.length) {
                String problem = fields.size() + " cells where the first line has " + slots.length;
                faults.add(file, place, problem, "give every parameter one number");
                return;
            }
            int at = count * slots.length;
            if (at + slots.length > MOST_NUMBERS) {
                if (at <= MOST_NUMBERS) {
                    faults.add(file, place, "more than " + MOST_NUMBERS + " numbers", "split the table");
                }
                return;
            }
            if (numbers.length < at + slots.length) {
                numbers = Arrays.copyOf(numbers, Math.max(at + slots.length, 2 * numbers.length));
            }
            for (int i = 0; i < slots.length; i++) {
                numbers[at + i] = number(fields.get(i), place);
            }
            count++;
        }

        private double number(String text, String place) {
            try {
                double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notOne) {
                // told below
            }
            faults.add(file, place, "'" + text + "' is no finite number", "write a number");
            return Double.NaN;
        }
    }
}
