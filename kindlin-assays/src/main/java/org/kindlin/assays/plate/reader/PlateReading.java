package org.kindlin.assays.plate.reader;

import java.util.List;
import org.kindlin.assays.plate.KineticSummary;
import org.kindlin.assays.plate.ReadQuery;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/**
 * How an assay's plates are read: how strictly, and which of several reads. Every plate assay has these keys.
 *
 * @param mode what becomes of a file that is not quite as its format has it
 * @param query which read, or what of a kinetic measurement
 */
public record PlateReading(ReadingMode mode, ReadQuery query) {
    public static final Key<ReadingMode> READING = Key.choice(
            "reading",
            ReadingMode.class,
            ReadingMode.LENIENT,
            "strict refuses a plate file that deviates from its format in anything; lenient repairs what has one meaning and"
                    + " warns; report lists what was found and analyses nothing");
    public static final Key<String> READ = Key.text(
            "read", null, "Label of the read to analyse, or a part of it; the first raw read of a plate otherwise");
    public static final Key<Double> WAVELENGTH = Key.number(
            "readWavelength", 100, 2000, null, "Excitation or detection wavelength of the read to analyse, in nm");
    public static final Key<Quantity> TIME = Key.quantity(
                    "readTime", Unit.MINUTE, null, "Time point of a kinetic measurement to analyse")
            .onlyIf("quantity >= 0", time -> time.value() >= 0);
    public static final Key<KineticSummary> KINETIC = Key.choice(
            "kinetic",
            KineticSummary.class,
            KineticSummary.NONE,
            "What of a kinetic measurement is analysed: the slope of the least-squares line (signal per minute), the"
                    + " maximum, the last reading or the mean of each well");
    public static final Key<Quantity> FROM = Key.quantity(
                    "kineticFrom", Unit.MINUTE, "0 min", "Where the window of the kinetic summary begins")
            .onlyIf("quantity >= 0", time -> time.value() >= 0);
    public static final Key<Quantity> TO =
            Key.positive("kineticTo", Unit.MINUTE, null, "Where the window of the kinetic summary ends");

    /** The keys, for an assay's list. */
    public static final List<Key<?>> KEYS = List.of(READING, READ, WAVELENGTH, TIME, KINETIC, FROM, TO);

    /** Lenient reading of the first raw read. */
    public static final PlateReading DEFAULT = new PlateReading(ReadingMode.LENIENT, ReadQuery.ANY);

    /** The reading that these settings ask for; contradictions become faults. */
    public static PlateReading of(Resolved settings, Faults faults) {
        KineticSummary summary = settings.get(KINETIC);
        double from = seconds(settings.get(FROM));
        double to = settings.find(TO).map(PlateReading::seconds).orElse(Double.POSITIVE_INFINITY);
        Double time = settings.find(TIME).map(PlateReading::seconds).orElse(null);
        boolean hasWindow = from > 0 || Double.isFinite(to);
        if (to <= from) {
            fault(settings, TO, "the window ends before it begins", "give kineticTo > kineticFrom", faults);
        }
        if (summary == KineticSummary.NONE && hasWindow) {
            fault(
                    settings,
                    KINETIC,
                    "a window is given, but no kinetic summary",
                    "give kinetic=slope, max, last or mean",
                    faults);
        }
        if (summary != KineticSummary.NONE && time != null) {
            fault(settings, TIME, "both one time point and a summary over time are asked for", "leave one out", faults);
        }
        return new PlateReading(
                settings.get(READING),
                new ReadQuery(
                        settings.find(READ).orElse(""),
                        settings.find(WAVELENGTH).orElse(null),
                        time,
                        summary,
                        from,
                        to));
    }

    private static double seconds(Quantity time) {
        return time.in(Unit.SECOND);
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }
}
