package org.kindlin.lab.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.growth.Animal;
import org.kindlin.assays.growth.DepartureReason;
import org.kindlin.assays.growth.Reading;
import org.kindlin.numerics.random.RandomStream;

/**
 * One animal of a virtual study, as its sheet shows it.
 *
 * @param rows one a day measured
 * @param departure why it left; empty where it stayed to the end
 */
public record SimulatedAnimal(String id, String arm, List<Row> rows, Optional<DepartureReason> departure) {
    private static final double ASPECT = 1.25;
    /** L W² has the variance of one length and two equal widths. */
    private static final double DIAMETERS = Math.sqrt(5);

    private static final double ROUNDING = 100;
    private static final double WEIGHT_SD = 0.3;

    public SimulatedAnimal {
        rows = List.copyOf(rows);
    }

    /** One reading; both diameters are zero where no tumour was found. */
    public record Row(double day, double length, double width, double weight, String operator) {
        public double volume() {
            return length * width * width / 2;
        }
    }

    /** An animal drawn from the truth. */
    static SimulatedAnimal draw(TrueGrowth truth, TrueGrowth.Arm arm, String id, RandomStream random) {
        double start = StrictMath.log(truth.startVolume()) + truth.startLogSd() * random.nextGaussian();
        double rate = arm.rate() + truth.rateSd() * random.nextGaussian();
        double weight = random.nextGaussian(truth.weight(), 1);
        double death = arm.toxicity() > 0 ? random.nextExponential() / arm.toxicity() : Double.POSITIVE_INFINITY;
        List<Row> rows = new ArrayList<>();
        double first = truth.days().getFirst();
        for (int visit = 0; visit < truth.days().size(); visit++) {
            double time = truth.days().get(visit) - first;
            if (time > death) {
                return new SimulatedAnimal(id, arm.name(), rows, Optional.of(DepartureReason.TOXICITY));
            }
            Row row = read(truth, start + rate * time, weight, visit, random);
            rows.add(row);
            if (row.volume() >= truth.sizeLimit() && visit < truth.days().size() - 1) {
                return new SimulatedAnimal(id, arm.name(), rows, Optional.of(DepartureReason.TUMOUR_SIZE));
            }
        }
        return new SimulatedAnimal(id, arm.name(), rows, Optional.empty());
    }

    private static Row read(TrueGrowth truth, double logVolume, double weight, int visit, RandomStream random) {
        boolean second = visit % 2 == 1;
        double volume = StrictMath.exp(logVolume);
        double seen = volume * StrictMath.exp(second ? truth.operatorEffect() : 0);
        double width = StrictMath.cbrt(2 * seen / ASPECT);
        double spread = truth.readingLogSd() / DIAMETERS;
        double one = rounded(ASPECT * width * StrictMath.exp(spread * random.nextGaussian()));
        double other = rounded(width * StrictMath.exp(spread * random.nextGaussian()));
        boolean found = volume >= truth.detection();
        double mass = weight + WEIGHT_SD * random.nextGaussian() + volume / 1000;
        return new Row(
                truth.days().get(visit),
                found ? Math.max(one, other) : 0,
                found ? Math.min(one, other) : 0,
                Math.rint(10 * mass) / 10,
                second ? "B" : "A");
    }

    private static double rounded(double millimetres) {
        return Math.max(Math.rint(ROUNDING * millimetres), 1) / ROUNDING;
    }

    /** The animal as the analysis sees it once its file is read. */
    public Animal animal() {
        List<Reading> readings = new ArrayList<>(rows.size());
        for (Row row : rows) {
            readings.add(new Reading(
                    "",
                    "",
                    row.day(),
                    OptionalDouble.of(row.volume()),
                    OptionalDouble.of(row.weight()),
                    row.operator()));
        }
        return new Animal(
                id,
                arm,
                readings,
                departure
                        .filter(_ -> !rows.isEmpty())
                        .map(reason -> new Animal.Departure(rows.getLast().day(), reason, reason.label())),
                OptionalDouble.empty());
    }
}
