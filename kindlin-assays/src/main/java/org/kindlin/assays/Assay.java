package org.kindlin.assays;

import java.util.List;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/**
 * One assay, as the registry lists it: the door to the five rooms of its package.
 *
 * @param <P> its protocol record
 * @param <D> its raw data
 * @param <R> its result
 */
public interface Assay<P, D, R extends AnalysisResult> {

    /** The name on the command line and in study.yaml ({@code dose-response}). */
    String name();

    /** One line: what it measures. */
    String summary();

    /** Every protocol key with unit, default and meaning. */
    List<Key<?>> keys();

    /** Whether it reads files of events where they lie, so that they may be larger than any array. */
    default boolean readsEvents() {
        return false;
    }

    /** The validated protocol; contradictions between keys become faults. */
    P protocol(Resolved settings, Faults faults);

    /** Files to raw data; every fault of every file is collected. */
    D read(List<InputFile> files, P protocol, Faults faults);

    /** The analysis: a pure function of its arguments. */
    R analyze(D data, P protocol, long seed);

    /** The figures: a pure function of the result. */
    List<Figure> figures(R result, boolean simulated);
}
