package org.kindlin.assays.cytometry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.event.gating.Membership;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.text.SpreadsheetText;

/** Memberships as a table: one row per event in the order of the file, one column of 0 and 1 per gate. */
final class MembershipTable {
    private MembershipTable() {}

    static Attachment of(List<GatedSample> samples) {
        Set<String> gates = new LinkedHashSet<>();
        samples.forEach(sample -> gates.addAll(sample.populations().keySet()));
        boolean several = samples.size() > 1;
        List<String> header = new ArrayList<>();
        if (several) {
            header.add("file");
        }
        gates.forEach(gate -> header.add(cell(gate)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((String.join(",", header) + "\n").getBytes(StandardCharsets.UTF_8));
        for (GatedSample sample : samples) {
            String first = several ? cell(sample.sample().name()) + (gates.isEmpty() ? "" : ",") : "";
            rows(sample, gates, first.getBytes(StandardCharsets.UTF_8), out);
        }
        return new Attachment("events.csv", CytometryKeys.EVENTS.name(), out.toByteArray());
    }

    private static void rows(GatedSample sample, Set<String> gates, byte[] first, ByteArrayOutputStream out) {
        List<@Nullable Membership> columns = new ArrayList<>();
        for (String gate : gates) {
            Population population = sample.populations().get(gate);
            columns.add(population == null ? null : population.members());
        }
        byte[] row = new byte[first.length + Math.max(1, 2 * columns.size())];
        System.arraycopy(first, 0, row, 0, first.length);
        row[row.length - 1] = '\n';
        for (int event = 0; event < sample.sample().set().events(); event++) {
            for (int c = 0; c < columns.size(); c++) {
                Membership members = columns.get(c);
                row[first.length + 2 * c] = (byte) (members != null && members.contains(event) ? '1' : '0');
                row[first.length + 2 * c + 1] = (byte) (c + 1 < columns.size() ? ',' : '\n');
            }
            out.write(row, 0, row.length);
        }
    }

    private static String cell(String text) {
        String safe = SpreadsheetText.guard(text);
        boolean quoted = safe.matches("(?s).*[,\"\\r\\n].*");
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
