package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.MidpointVerdict;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often the verdict on a mid-point is right, by simulation with known truth: a censored verdict ({@code >} highest,
 * {@code <} lowest tested dose) is right when the true mid-point lies there; a printed interval when it holds the truth.
 *
 * <p>Ten half-log doses in triplicate, 10^-9.5 to 10^-5; the truth is drawn anew for every curve. Run with the number of
 * curves per family and a seed as arguments.
 */
public final class VerdictCalibration {
    private static final double LOWEST = -9.5;
    private static final double HIGHEST = -5;
    private static final int DOSES = 10;
    /** A mid-point so high that nothing happens: an inactive compound. */
    private static final double INACTIVE = 100;

    private VerdictCalibration() {}

    /** What curves of one family are like; {@code zeroDoses} wells without compound. */
    private record Family(
            String name,
            double ic50Low,
            double ic50High,
            double hillLow,
            double hillHigh,
            double bottomHigh,
            double sdLow,
            double sdHigh,
            int zeroDoses) {}

    private record Truth(double logIc50, double hillSlope, double top, double bottom, double sd) {
        double at(double logDose) {
            return bottom + (top - bottom) / (1 + StrictMath.pow(10, hillSlope * (logDose - logIc50)));
        }
    }

    /** Counts of verdicts. */
    private static final class Tally {
        private int printed;
        private int covered;
        private int open;
        private int censoredRight;
        private int censoredWrong;
        private int withheld;

        void add(MidpointVerdict verdict, Truth truth) {
            switch (verdict) {
                case MidpointVerdict.Determined determined -> {
                    printed++;
                    open += determined.limits().isClosed() ? 0 : 1;
                    boolean holds = truth.logIc50() >= determined.limits().low().orElse(Double.NEGATIVE_INFINITY)
                            && truth.logIc50() <= determined.limits().high().orElse(Double.POSITIVE_INFINITY);
                    covered += holds ? 1 : 0;
                }
                case MidpointVerdict.Censored censored -> {
                    boolean right = censored.relation() == Relation.ABOVE
                            ? truth.logIc50() > censored.logDose()
                            : truth.logIc50() < censored.logDose();
                    censoredRight += right ? 1 : 0;
                    censoredWrong += right ? 0 : 1;
                }
                case MidpointVerdict.Undetermined _ -> withheld++;
            }
        }

        void merge(Tally other) {
            printed += other.printed;
            covered += other.covered;
            open += other.open;
            censoredRight += other.censoredRight;
            censoredWrong += other.censoredWrong;
            withheld += other.withheld;
        }

        String row(String name) {
            int censored = censoredRight + censoredWrong;
            return String.format(
                    Locale.ROOT,
                    "%-34s %8d %9.2f %8d %9d %7d %9.3f %9d",
                    name,
                    printed,
                    100.0 * covered / Math.max(1, printed),
                    open,
                    censored,
                    censoredWrong,
                    100.0 * censoredRight / Math.max(1, censored),
                    withheld);
        }
    }

    private static final List<Family> FAMILIES = List.of(
            new Family("well determined", -8.5, -6, 0.7, 2, 20, 2, 4, 0),
            new Family("any mid-point, 4PL", -11.5, -3, 0.5, 3, 30, 1, 6, 0),
            new Family("any mid-point, zero dose", -11.5, -3, 0.5, 3, 30, 1, 6, 6),
            new Family("just inside the highest dose", -5.3, -5, 0.7, 3, 30, 1, 6, 0),
            new Family("just inside, zero dose", -5.3, -5, 0.7, 3, 30, 1, 6, 6),
            new Family("just inside the lowest dose", -9.5, -9.2, 0.7, 3, 30, 1, 6, 6),
            new Family("just beyond the highest dose", -5, -4.5, 0.7, 3, 30, 1, 6, 6),
            new Family("shallow", -9, -5.5, 0.3, 0.6, 30, 1, 6, 6),
            new Family("steep", -9.4, -5.1, 3, 9, 30, 1, 6, 6),
            new Family("inactive", INACTIVE, INACTIVE, 1, 1, 30, 1, 6, 0),
            new Family("inactive, zero dose", INACTIVE, INACTIVE, 1, 1, 30, 1, 6, 6),
            new Family("noisy", -11, -3.5, 0.5, 3, 30, 10, 30, 6));

    public static void main(String[] arguments) {
        int curves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.out.printf(
                Locale.ROOT,
                "%-34s %8s %9s %8s %9s %7s %9s %9s%n",
                "family",
                "printed",
                "covered%",
                "open",
                "censored",
                "wrong",
                "right%",
                "withheld");
        Tally all = new Tally();
        for (int f = 0; f < FAMILIES.size(); f++) {
            Tally tally = run(FAMILIES.get(f), curves, RandomStream.ofSeed(seed).child(f));
            System.out.println(tally.row(FAMILIES.get(f).name()));
            all.merge(tally);
        }
        System.out.println(all.row("all"));
    }

    private static Tally run(Family family, int curves, RandomStream random) {
        CurveProtocol protocol = CurveProtocol.standard(Units.NONE);
        Tally tally = new Tally();
        for (int i = 0; i < curves; i++) {
            RandomStream own = random.child(i);
            Truth truth = truth(family, own);
            CurveResult result = CurveAnalysis.analyze(data(family, truth, own), protocol, 1);
            tally.add(result.midpoint(), truth);
        }
        return tally;
    }

    private static Truth truth(Family family, RandomStream random) {
        double logHill = random.nextUniform(StrictMath.log(family.hillLow()), StrictMath.log(family.hillHigh()));
        return new Truth(
                random.nextUniform(family.ic50Low(), family.ic50High()),
                StrictMath.exp(logHill),
                random.nextUniform(95, 105),
                random.nextUniform(0, family.bottomHigh()),
                random.nextUniform(family.sdLow(), family.sdHigh()));
    }

    private static CurveData data(Family family, Truth truth, RandomStream random) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < family.zeroDoses(); i++) {
            observations.add(new Observation(Double.NEGATIVE_INFINITY, random.nextGaussian(truth.top(), truth.sd())));
        }
        for (int dose = 0; dose < DOSES; dose++) {
            double logDose = LOWEST + dose * (HIGHEST - LOWEST) / (DOSES - 1);
            for (int replicate = 0; replicate < 3; replicate++) {
                observations.add(new Observation(logDose, random.nextGaussian(truth.at(logDose), truth.sd())));
            }
        }
        return new CurveData(Map.of(), observations);
    }
}
