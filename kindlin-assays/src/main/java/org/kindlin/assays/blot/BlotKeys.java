package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kindlin.assays.blot.BlotProtocol.Region;
import org.kindlin.assays.blot.BlotProtocol.TargetPair;
import org.kindlin.assays.blot.gel.Baseline;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.Orientation;
import org.kindlin.assays.blot.gel.Polarity;
import org.kindlin.assays.blot.gel.SignalScale;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.fault.Faults;

/** Every protocol key of the blot assay. */
final class BlotKeys {
    static final Key<String> LAYOUT = Key.file(
            "layout",
            "Table of what is in the lanes: lane, and as needed image, sample, role, compound, dose, time, target, blot, amount, row, weight");
    static final Key<Polarity> POLARITY =
            Key.choice("polarity", Polarity.class, Polarity.AUTO, "Whether bands are dark or bright");
    static final Key<SignalScale> SCALE = Key.choice(
            "signal",
            SignalScale.class,
            SignalScale.INTENSITY,
            "Pixel values as they are, or optical density of a scan of dark bands");
    static final Key<Baseline> BASELINE =
            Key.choice("baseline", Baseline.class, Baseline.ALS, "What is taken to lie below the bands");
    static final Key<Double> BALL = Key.number(
            "ballRadius", 2, 500, "50", "Radius of the rolling ball in pixels, where that baseline is asked for");
    static final Key<Double> LEAST = Key.number(
            "leastBandPercent",
            0.01,
            50,
            "0.4",
            "Smallest band that is looked for, in % of the strongest of the picture");
    static final Key<Double> LANES = Key.number(
            "lanes",
            1,
            200,
            null,
            "Number of lanes, empty ones included; by default that of the layout, or as many as are seen");
    static final Key<Region> REGION = new Key<>(
            "region",
            "x,y,width,height",
            "px",
            null,
            "Part of every picture that is looked at, from its top left",
            BlotKeys::region,
            region -> new Value.Text(region.x() + "," + region.y() + "," + region.width() + "," + region.height()));
    static final Key<Orientation> ORIENTATION = Key.choice(
            "orientation",
            Orientation.class,
            Orientation.AUTO,
            "Where the top of the gel, with its wells, lies in the picture; by default above, and a picture whose lanes run across"
                    + " it is not measured");
    static final Key<List<Double>> LADDER = new Key<>(
            "ladder",
            "numbers",
            "",
            null,
            "Weights of the ladder's bands from the top, separated by commas; its lane has the role ladder",
            BlotKeys::weights,
            weights -> new Value.Text(
                    String.join(", ", weights.stream().map(String::valueOf).toList())));
    static final Key<String> WEIGHT_UNIT = Key.text("weightUnit", "kDa", "Unit of the ladder's weights");
    static final Key<List<TargetPair>> RATIOS = new Key<>(
            "ratios",
            "target/total, ...",
            "",
            "pFAK/FAK, pPyk2/Pyk2, pAkt/Akt, pERK/ERK, pPaxillin/paxillin",
            "Ratios to the total of the same target; those whose targets were probed are formed",
            BlotKeys::pairs,
            pairs -> new Value.Text(
                    String.join(", ", pairs.stream().map(TargetPair::name).toList())));
    static final Key<String> LOADING =
            Key.text("loadingControl", null, "Target by which another is divided where its own total was not probed");
    static final Key<String> DOSE_UNIT = Key.text("doseUnit", null, "Unit of the layout's doses, such as nM");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals");

    static final List<Key<?>> ALL = List.of(
            LAYOUT,
            POLARITY,
            SCALE,
            BASELINE,
            BALL,
            LEAST,
            LANES,
            REGION,
            ORIENTATION,
            LADDER,
            WEIGHT_UNIT,
            RATIOS,
            LOADING,
            DOSE_UNIT,
            LEVEL);

    private BlotKeys() {}

    static BlotProtocol protocol(Resolved settings, Faults faults) {
        if (settings.get(SCALE) == SignalScale.OPTICAL_DENSITY && settings.get(POLARITY) == Polarity.BRIGHT_BANDS) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf("signal"),
                    "bright bands have no optical density",
                    "leave signal at intensity, or state polarity=dark-bands");
        }
        OptionalInt lanes = settings.find(LANES)
                .map(count -> OptionalInt.of((int) Math.rint(count)))
                .orElse(OptionalInt.empty());
        GelProtocol gel = new GelProtocol(
                settings.get(POLARITY),
                settings.get(SCALE),
                settings.get(BASELINE),
                (int) Math.rint(settings.get(BALL)),
                settings.get(LEAST) / 100,
                lanes);
        return new BlotProtocol(
                gel,
                settings.find(REGION),
                settings.get(ORIENTATION),
                settings.find(LADDER).orElse(List.of()),
                settings.get(WEIGHT_UNIT),
                settings.get(RATIOS),
                settings.find(LOADING),
                settings.find(DOSE_UNIT).orElse(""),
                settings.get(LEVEL));
    }

    private static Optional<Region> region(String text) {
        List<String> numbers = NameList.of(text);
        if (numbers.size() != 4 || !numbers.stream().allMatch(number -> number.matches("\\d{1,6}"))) {
            return Optional.empty();
        }
        int[] values = numbers.stream().mapToInt(Integer::parseInt).toArray();
        return values[2] < 1 || values[3] < 1
                ? Optional.empty()
                : Optional.of(new Region(values[0], values[1], values[2], values[3]));
    }

    private static Optional<List<Double>> weights(String text) {
        List<Double> weights = new ArrayList<>();
        for (String number : NameList.of(text)) {
            try {
                weights.add(Double.parseDouble(number));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < weights.size(); i++) {
            if (!(weights.get(i) > 0) || (i > 0 && weights.get(i) >= weights.get(i - 1))) {
                return Optional.empty();
            }
        }
        return weights.size() < 2 ? Optional.empty() : Optional.of(weights);
    }

    private static Optional<List<TargetPair>> pairs(String text) {
        List<TargetPair> pairs = new ArrayList<>();
        for (String pair : NameList.of(text)) {
            String[] sides = pair.split("/", -1);
            if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
                return Optional.empty();
            }
            pairs.add(new TargetPair(sides[0].strip(), sides[1].strip()));
        }
        return Optional.of(pairs);
    }
}
