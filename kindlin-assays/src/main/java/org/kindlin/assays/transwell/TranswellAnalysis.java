package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cells of every field, or absorbances less blanks; inserts; conditions; indices. A pure function. */
final class TranswellAnalysis {
    private TranswellAnalysis() {}

    static TranswellResult analyze(TranswellData data, TranswellProtocol protocol) {
        List<CountedField> counted = new ArrayList<>();
        CellCounter.Counted cells = CellCounter.count(data.fields(), protocol);
        for (int i = 0; i < cells.fields().size(); i++) {
            counted.add(new CountedField(data.fields().get(i), cells.fields().get(i)));
        }
        Blanks blanks = Blanks.of(data.readings());
        Stream<Map.Entry<Insert, Double>> single = data.isAbsorbance()
                ? data.readings().stream()
                        .map(reading -> Map.entry(
                                reading.insert(),
                                reading.value() - blanks.of(reading.insert().membrane())))
                : counted.stream()
                        .map(field -> Map.entry(
                                field.field().insert(), (double) field.cells().number()));
        List<InsertValue> inserts = InsertValue.of(single);
        return new TranswellResult(
                protocol, data, counted, cells, inserts, Condition.of(inserts, protocol.doseUnit()), blanks);
    }
}
