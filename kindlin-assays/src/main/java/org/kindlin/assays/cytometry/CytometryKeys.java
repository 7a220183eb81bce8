package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.stream.Stream;
import org.kindlin.assays.event.automatic.CutModel;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.proportions.ProportionInterval;

/** The keys of a cytometry analysis. */
final class CytometryKeys {
    static final Key<String> GATING = Key.file(
            "gating",
            "Gating-ML 2.0 document with the gates to apply to every file, or a"
                    + " FlowJo 10 workspace (.wsp) with the gates of each file");
    static final Key<String> SPILLOVER = Key.file(
            "spillover",
            "Spillover matrix as text: a line of parameter names, one line of numbers per dye; used in place"
                    + " of the matrix in the FCS file");
    static final Key<StainRoles> STAINS = new Key<>(
            "stains",
            "file=detector, ...",
            "",
            null,
            "Single-stain controls among the files, as 'a.fcs=unstained, b.fcs=FL1-H': the spillover matrix is estimated"
                    + " from them and used in place of that of the other files",
            StainRoles::parse,
            roles -> new Value.Text(String.join(
                    ", ",
                    roles.roles().entrySet().stream()
                            .map(role -> role.getKey() + "=" + role.getValue())
                            .toList())));
    static final Key<String> EVENTS = Key.fileToWrite(
            "events",
            "Where the membership of every event is written: one row per event, one column of 0 and 1 per gate");
    static final Key<AutomaticChoice> AUTOMATIC = new Key<>(
            "automatic",
            "yes/no, or some of cells, singlets, live, lymphocytes",
            "",
            "no",
            "Gates drawn by stated models where none are given, yes for cells, singlets and live; they come back as"
                    + " Gating-ML to be edited and run again",
            AutomaticChoice::parse,
            AutomaticChoice::value);
    private static final Key<CutModel> CUT = Key.choice(
            "cut",
            CutModel.class,
            CutModel.MIXTURE,
            "What separates the two populations of debris and of the viability dye: two normal distributions, or the deepest"
                    + " valley of a kernel density");
    private static final Key<Double> RESAMPLES = Key.number(
            "gateResamples", 0, 10_000, "100", "Resamples behind the interval of a drawn gate's limit; 0 for none");
    private static final Key<String> SPLIT = Key.text(
            "split",
            null,
            "Markers without a control whose positive cells are gated above the deepest valley of their density; one"
                    + " population is not split");
    private static final Key<String> VIABILITY = Key.text(
            "viabilityChannel",
            null,
            "Channel ($PnN) of the dye that enters dead cells, for the gate 'live'; where not stated the first named after one");
    private static final Key<Boolean> REMOVE_BAD_TIME = Key.flag(
            "removeBadTime",
            false,
            "Whether stretches of time with an odd flow rate or a shifted signal are gated out of every other gate");
    private static final Key<ReadingMode> READING = Key.choice(
            "reading",
            ReadingMode.class,
            ReadingMode.LENIENT,
            "strict refuses an FCS file that deviates from its standard in anything; lenient repairs what has one meaning"
                    + " and warns");
    private static final Key<Double> DATA_SET =
            Key.number("dataSet", 1, 1000, "1", "Which data set of an FCS file that holds several, from 1");
    private static final Key<ProportionInterval> INTERVAL = Key.choice(
            "interval",
            ProportionInterval.class,
            ProportionInterval.CLOPPER_PEARSON,
            "Interval of a frequency, such as exact binomial (Clopper-Pearson) or score (Wilson)");
    private static final Key<Double> LEVEL =
            Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals, as a fraction");
    private static final Key<Double> FEW_EVENTS = Key.number(
            "fewEvents",
            0,
            1e9,
            "100",
            "A gate or parent with fewer events is warned about: its frequency says little");
    private static final Key<Boolean> MEDIANS =
            Key.flag("medians", true, "Whether the median of every channel is reported for every gate");

    static final List<Key<?>> ALL = Stream.concat(
                    Stream.<Key<?>>of(
                            GATING,
                            AUTOMATIC,
                            CUT,
                            RESAMPLES,
                            SPLIT,
                            VIABILITY,
                            REMOVE_BAD_TIME,
                            SPILLOVER,
                            STAINS,
                            EVENTS,
                            READING,
                            DATA_SET,
                            INTERVAL,
                            LEVEL,
                            FEW_EVENTS,
                            MEDIANS),
                    PolarisationKeys.ALL.stream())
            .toList();

    private CytometryKeys() {}

    static CytometryProtocol protocol(Resolved settings) {
        return new CytometryProtocol(
                settings.get(READING),
                settings.get(DATA_SET).intValue(),
                settings.get(INTERVAL),
                settings.get(LEVEL),
                settings.get(FEW_EVENTS).intValue(),
                settings.get(MEDIANS),
                settings.isStated(EVENTS),
                new DrawingProtocol(
                        settings.get(AUTOMATIC).steps(),
                        settings.get(CUT),
                        settings.get(RESAMPLES).intValue(),
                        settings.find(SPLIT).map(NameList::of).orElse(List.of()),
                        settings.find(VIABILITY),
                        settings.get(REMOVE_BAD_TIME)),
                settings.find(STAINS).orElse(StainRoles.NONE),
                PolarisationKeys.protocol(settings));
    }
}
