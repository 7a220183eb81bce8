package org.kindlin.assays.viability;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The mean response at every dose with its error, whatever curve may run through them: replicates estimate the scatter,
 * weighted by the inverse of the variance each is expected to have.
 *
 * @param logDose ascending
 * @param mean at each dose
 * @param error standard error of each mean; NaN without replicates anywhere
 * @param df degrees of freedom of all errors
 */
@SuppressWarnings("ArrayRecordComponent")
record DoseMeans(double[] logDose, double[] mean, double[] error, int df) {

    /** Those of a curve's data; empty without a dose. */
    static Optional<DoseMeans> of(CurveData data) {
        double[] doses = data.logDoses();
        if (doses.length == 0) {
            return Optional.empty();
        }
        double[] means = Arrays.stream(doses)
                .map(dose -> Descriptive.mean(data.responsesAt(dose)))
                .toArray();
        double squares = 0;
        double[] information = new double[doses.length];
        for (Observation observation : data.observations()) {
            int at = Arrays.binarySearch(doses, observation.logDose());
            double weight = 1 / observation.variance().at(means[at]);
            double deviation = observation.response() - means[at];
            squares += weight * deviation * deviation;
            information[at] += weight;
        }
        int df = data.observations().size() - doses.length;
        double scale = df > 0 ? squares / df : Double.NaN;
        double[] errors =
                Arrays.stream(information).map(sum -> Math.sqrt(scale / sum)).toArray();
        return Optional.of(new DoseMeans(doses, means, errors, df));
    }

    double topMean() {
        return mean[mean.length - 1];
    }

    double topError() {
        return error[error.length - 1];
    }

    double topDose() {
        return StrictMath.pow(10, logDose[logDose.length - 1]);
    }
}
