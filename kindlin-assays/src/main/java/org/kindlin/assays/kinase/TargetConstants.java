package org.kindlin.assays.kinase;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.kinase.MichaelisConstant.Origin;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * ATP, Km(ATP) and enzyme as the protocol states them, for all targets and for single ones.
 *
 * @param atpMicromolar ATP; empty where not stated
 * @param kmAtp Km(ATP) of targets without their own; empty where not stated
 * @param kmAtpOf Km(ATP) by known target
 * @param enzymeNanomolar enzyme for targets without their own; empty where not stated
 * @param enzymeNanomolarOf enzyme by known target, where stated
 */
public record TargetConstants(
        OptionalDouble atpMicromolar,
        Optional<MichaelisConstant> kmAtp,
        Map<KnownTarget, MichaelisConstant> kmAtpOf,
        OptionalDouble enzymeNanomolar,
        Map<KnownTarget, Double> enzymeNanomolarOf) {

    public TargetConstants {
        kmAtpOf = Map.copyOf(kmAtpOf);
        enzymeNanomolarOf = Map.copyOf(enzymeNanomolarOf);
    }

    static TargetConstants of(Resolved settings, Faults faults) {
        return new TargetConstants(
                KinaseProtocol.number(settings.find(KinaseKeys.ATP).map(atp -> atp.in(Unit.MICROMOLAR))),
                settings.find(KinaseKeys.KM_ATP).map(km -> stated(km.in(Unit.MICROMOLAR))),
                Map.of(KnownTarget.FAK, kmOfFak(settings), KnownTarget.PYK2, kmOfPyk2(settings, faults)),
                KinaseProtocol.number(settings.find(KinaseKeys.ENZYME).map(e -> e.in(Unit.NANOMOLAR))),
                enzymes(settings));
    }

    /** The conditions of a target: what its files' tags say, else its own key, else the general key, else its default. */
    public TargetConditions conditions(String target, TargetTags tags) {
        Optional<KnownTarget> known = KnownTarget.named(target);
        return new TargetConditions(
                tags.atpMicromolar().isPresent() ? tags.atpMicromolar() : atpMicromolar,
                tags.kmAtpMicromolar().isPresent()
                        ? Optional.of(stated(tags.kmAtpMicromolar().getAsDouble()))
                        : kmAtp(known),
                tags.enzymeNanomolar().isPresent() ? tags.enzymeNanomolar() : enzyme(known));
    }

    private Optional<MichaelisConstant> kmAtp(Optional<KnownTarget> known) {
        Optional<MichaelisConstant> own = known.map(kmAtpOf::get);
        boolean ownIsStated = own.filter(km -> km.origin() == Origin.STATED).isPresent();
        return ownIsStated || kmAtp.isEmpty() ? own : kmAtp;
    }

    private OptionalDouble enzyme(Optional<KnownTarget> known) {
        Optional<Double> own = known.flatMap(target -> Optional.ofNullable(enzymeNanomolarOf.get(target)));
        return own.isPresent() ? OptionalDouble.of(own.get()) : enzymeNanomolar;
    }

    private static MichaelisConstant kmOfFak(Resolved settings) {
        double km = settings.get(KinaseKeys.KM_ATP_FAK).in(Unit.MICROMOLAR);
        return settings.isStated(KinaseKeys.KM_ATP_FAK)
                ? stated(km)
                : new MichaelisConstant(km, Optional.empty(), Origin.LITERATURE);
    }

    private static MichaelisConstant kmOfPyk2(Resolved settings, Faults faults) {
        double km = settings.get(KinaseKeys.KM_ATP_PYK2).in(Unit.MICROMOLAR);
        if (settings.isStated(KinaseKeys.KM_ATP_PYK2)) {
            return stated(km);
        }
        double low = settings.get(KinaseKeys.KM_ATP_PYK2_LOW).in(Unit.MICROMOLAR);
        double high = settings.get(KinaseKeys.KM_ATP_PYK2_HIGH).in(Unit.MICROMOLAR);
        if (low > km || high < km) {
            Key<Quantity> wrong = low > km ? KinaseKeys.KM_ATP_PYK2_LOW : KinaseKeys.KM_ATP_PYK2_HIGH;
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(wrong.name()),
                    "the assumed Km(ATP) of Pyk2, " + km + " uM, lies outside its range " + low + " to " + high + " uM",
                    "widen the range, or state kmAtp.Pyk2");
            return new MichaelisConstant(km, Optional.empty(), Origin.ASSUMED);
        }
        return new MichaelisConstant(km, Optional.of(new MichaelisConstant.Range(low, high)), Origin.ASSUMED);
    }

    private static Map<KnownTarget, Double> enzymes(Resolved settings) {
        Map<KnownTarget, Double> enzymes = new EnumMap<>(KnownTarget.class);
        settings.find(KinaseKeys.ENZYME_FAK).ifPresent(e -> enzymes.put(KnownTarget.FAK, e.in(Unit.NANOMOLAR)));
        settings.find(KinaseKeys.ENZYME_PYK2).ifPresent(e -> enzymes.put(KnownTarget.PYK2, e.in(Unit.NANOMOLAR)));
        return enzymes;
    }

    private static MichaelisConstant stated(double micromolar) {
        return new MichaelisConstant(micromolar, Optional.empty(), Origin.STATED);
    }
}
