package org.kindlin.assays.event.quality;

import java.util.Optional;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;

/**
 * Events at or beyond the last channel of any parameter but time: their values are cut off.
 *
 * @param percent of all events
 * @param worst the parameter with most of them; empty where there are none
 */
public record MarginEvents(double percent, Optional<String> worst) {

    static MarginEvents of(FcsDataSet set) {
        boolean[] atEnd = new boolean[set.events()];
        Optional<String> worst = Optional.empty();
        int most = 0;
        for (FcsParameter parameter : set.parameters()) {
            if (!parameter.isTime() && parameter.range() > 1) {
                Column raw = set.raw(parameter);
                double last = parameter.range() - 1;
                int own = 0;
                for (int i = 0; i < atEnd.length; i++) {
                    boolean end = raw.get(i) >= last;
                    atEnd[i] |= end;
                    own += end ? 1 : 0;
                }
                if (own > most) {
                    most = own;
                    worst = Optional.of(parameter.label());
                }
            }
        }
        int count = 0;
        for (boolean end : atEnd) {
            count += end ? 1 : 0;
        }
        return new MarginEvents(100.0 * count / atEnd.length, worst);
    }
}
