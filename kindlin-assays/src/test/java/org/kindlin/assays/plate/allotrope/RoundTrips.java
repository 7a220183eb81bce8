package org.kindlin.assays.plate.allotrope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellAddress;

/** What must come through unchanged: every plate, every read (calculated ones in whatever order), every reading with the reason of a missing one. */
final class RoundTrips {
    private RoundTrips() {}

    static void assertSame(String what, List<Plate> before, List<Plate> after) {
        assertThat(after).as(what).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).identifier())
                    .as(what)
                    .isEqualTo(before.get(i).identifier());
            assertThat(after.get(i).date()).as(what).isEqualTo(before.get(i).date());
            assertThat(after.get(i).format()).as(what).isEqualTo(before.get(i).format());
            assertSameReads(what, before.get(i), after.get(i));
        }
    }

    private static void assertSameReads(String what, Plate before, Plate after) {
        List<PlateRead> old = sorted(before);
        List<PlateRead> now = sorted(after);
        assertThat(now)
                .as(what)
                .extracting(PlateRead::name)
                .isEqualTo(old.stream().map(PlateRead::name).toList());
        for (int i = 0; i < old.size(); i++) {
            PlateRead was = old.get(i);
            PlateRead is = now.get(i);
            assertThat(List.of(is.label(), is.mode(), is.unit(), is.wavelengths(), is.calculated()))
                    .as(what)
                    .isEqualTo(List.of(was.label(), was.mode(), was.unit(), was.wavelengths(), was.calculated()));
            assertThat(is.seconds()).as(what).isEqualTo(was.seconds());
            for (WellAddress well : before.format().wells()) {
                assertThat(is.at(well)).as(what + " " + was.name() + " " + well).isEqualTo(was.at(well));
            }
        }
        assertThat(after.firstRaw().name()).as(what).isEqualTo(before.firstRaw().name());
    }

    private static List<PlateRead> sorted(Plate plate) {
        return plate.reads().stream()
                .sorted(Comparator.comparing(PlateRead::calculated)
                        .thenComparing(read -> read.calculated() ? read.name() : ""))
                .toList();
    }
}
