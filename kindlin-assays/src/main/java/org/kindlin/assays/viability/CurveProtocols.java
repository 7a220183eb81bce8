package org.kindlin.assays.viability;

import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.Inference;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;

/** How the two curves of a compound are fitted. */
final class CurveProtocols {
    private CurveProtocols() {}

    /** Percent of vehicle: plateaus free, half of control at 50 %. */
    static CurveProtocol viability(ViabilityProtocol protocol) {
        return CurveProtocol.standard(new Units("nM", "%"))
                .with(protocol.curves().model())
                .with(Direction.FALLING)
                .with(inference(protocol))
                .withControl(100);
    }

    /** Growth rate inhibition: 1 at zero dose by definition, not below -1, half at 0.5 (Hafner et al. 2016). */
    static CurveProtocol growth(ViabilityProtocol protocol) {
        return CurveProtocol.standard(new Units("nM", ""))
                .with(Parameter.TOP, Constraint.fixed(1))
                .with(Parameter.BOTTOM, Constraint.bounded(-1, 1))
                .with(Direction.FALLING)
                .with(inference(protocol))
                .withControl(1);
    }

    private static Inference inference(ViabilityProtocol protocol) {
        return new Inference(
                Inference.STANDARD.interval(),
                protocol.curves().level(),
                Inference.STANDARD.censoringLevel(),
                Inference.STANDARD.bootstrapSamples());
    }
}
