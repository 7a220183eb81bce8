package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * What a response that does not depend on dose says.
 *
 * <p>Where it is known which response means no effect (zero dose was measured, or control and direction are stated), and
 * the mean at the highest dose lies on that side of half of control with one-sided confidence at the censoring level,
 * the compound is inactive over the range: {@code >} highest dose, for a compound whose full effect would pass half of
 * control. Where the mean at the lowest dose lies on the other side, it is fully active over the range: {@code <} lowest
 * dose. Otherwise nothing is claimed. The standard deviation is that of all responses about their common mean.
 */
final class NoEffectRule {
    private final CurveData data;
    private final CurveProtocol protocol;
    private final String finding;

    private NoEffectRule(CurveData data, CurveProtocol protocol, String finding) {
        this.data = data;
        this.protocol = protocol;
        this.finding = finding;
    }

    /** The verdict; {@code finding} says in words that there is no dependence on dose. */
    static MidpointVerdict judge(CurveData data, CurveProtocol protocol, String finding) {
        return new NoEffectRule(data, protocol, finding).judge();
    }

    private MidpointVerdict judge() {
        Optional<TestedRange> range = data.range();
        Optional<Control> control = Control.of(data, protocol);
        if (range.isEmpty() || control.isEmpty()) {
            return undetermined("no control response is known, so no effect and full effect look alike");
        }
        Optional<Boolean> noEffectIsHigh = noEffectIsHigh(control.get());
        if (noEffectIsHigh.isEmpty()) {
            return undetermined(
                    "it is not known which response means no effect (state direction, or measure zero dose)");
        }
        double sign = noEffectIsHigh.get() ? 1 : -1;
        MeanAtDose mean =
                new MeanAtDose(data, control.get(), 0.5, protocol.inference().censoringLevel());
        if (mean.isClearly(sign, range.get().highest())) {
            return inactive(range.get().highest());
        }
        if (mean.isClearly(-sign, range.get().lowest())) {
            return fullyActive(range.get().lowest());
        }
        return undetermined("the response is not clearly on either side of half of control");
    }

    private Optional<Boolean> noEffectIsHigh(Control control) {
        if (protocol.direction().isPresent()) {
            return Optional.of(protocol.direction().get() == Direction.FALLING);
        }
        OptionalDouble zeroDose = data.zeroDoseMean();
        return zeroDose.isPresent() && zeroDose.getAsDouble() != control.half()
                ? Optional.of(zeroDose.getAsDouble() > control.half())
                : Optional.empty();
    }

    private MidpointVerdict inactive(double highest) {
        return new MidpointVerdict.Censored(
                Relation.ABOVE,
                highest,
                Limits.of(highest, Double.NaN),
                new Warning(
                        "no-effect",
                        "no effect up to the highest tested dose, " + Text.dose(highest, protocol.units()) + ": "
                                + finding + " and the response there stays on the no-effect side of half of control"));
    }

    private MidpointVerdict fullyActive(double lowest) {
        return new MidpointVerdict.Censored(
                Relation.BELOW,
                lowest,
                Limits.of(Double.NaN, lowest),
                new Warning(
                        "full-effect",
                        "full effect down to the lowest tested dose, " + Text.dose(lowest, protocol.units()) + ": "
                                + finding + " and the response there is beyond half of control"));
    }

    private MidpointVerdict undetermined(String why) {
        return new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning("no-dose-dependence", "ic50 is not estimable: " + finding + "; " + why));
    }
}
