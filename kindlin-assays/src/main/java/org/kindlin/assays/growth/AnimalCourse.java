package org.kindlin.assays.growth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one animal's volumes say by closed formulas.
 *
 * @param rate slope of log volume on day by least squares, 1/day; none with fewer than two measurable readings
 * @param rSquared of that line
 * @param area under the volumes by trapezoids, mm3 day
 * @param areaRate the steady growth rate that has the area of ln(V / V0) over the animal's own time, 2 A / T²; none where a tumour was
 *     not measurable
 * @param multiple time to the multiple of the first volume, log-linear between readings; none where it was not reached
 * @param lastDay day of the last reading
 */
record AnimalCourse(
        Animal animal,
        OptionalDouble rate,
        OptionalDouble rSquared,
        OptionalDouble area,
        OptionalDouble areaRate,
        OptionalDouble multiple,
        Optional<MouseResponse.Best> response,
        double lastDay) {

    static AnimalCourse of(Animal animal, double multiple) {
        List<double[]> course = animal.course().stream()
                .map(reading -> new double[] {reading.day(), reading.volume().orElseThrow()})
                .toList();
        List<double[]> measurable =
                course.stream().filter(point -> point[1] > 0).toList();
        double[] line = line(measurable);
        return new AnimalCourse(
                animal,
                finite(line[0]),
                finite(line[1]),
                course.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(area(course)),
                course.size() > 1 && measurable.size() == course.size()
                        ? OptionalDouble.of(areaRate(course))
                        : OptionalDouble.empty(),
                timeTo(course, multiple),
                MouseResponse.of(course),
                course.isEmpty() ? Double.NaN : course.getLast()[0]);
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Slope and R² of log volume on day. */
    private static double[] line(List<double[]> points) {
        int n = points.size();
        double meanDay =
                points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double meanLog = points.stream()
                .mapToDouble(point -> Math.log(point[1]))
                .average()
                .orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] point : points) {
            double x = point[0] - meanDay;
            double y = Math.log(point[1]) - meanLog;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        boolean known = n > 1 && xx > 0;
        return new double[] {known ? xy / xx : Double.NaN, known && yy > 0 ? xy * xy / (xx * yy) : Double.NaN};
    }

    private static double area(List<double[]> course) {
        double area = 0;
        for (int i = 1; i < course.size(); i++) {
            area += (course.get(i)[0] - course.get(i - 1)[0]) * (course.get(i)[1] + course.get(i - 1)[1]) / 2;
        }
        return area;
    }

    private static double areaRate(List<double[]> course) {
        double first = Math.log(course.getFirst()[1]);
        double span = course.getLast()[0] - course.getFirst()[0];
        List<double[]> logs = course.stream()
                .map(point -> new double[] {point[0], Math.log(point[1]) - first})
                .toList();
        return 2 * area(logs) / (span * span);
    }

    private static OptionalDouble timeTo(List<double[]> course, double multiple) {
        if (course.isEmpty() || !(course.getFirst()[1] > 0)) {
            return OptionalDouble.empty();
        }
        double target = multiple * course.getFirst()[1];
        for (int i = 1; i < course.size(); i++) {
            double[] before = course.get(i - 1);
            double[] now = course.get(i);
            if (now[1] >= target) {
                double part = before[1] > 0 ? Math.log(target / before[1]) / Math.log(now[1] / before[1]) : 1;
                return OptionalDouble.of(before[0] + part * (now[0] - before[0]));
            }
        }
        return OptionalDouble.empty();
    }
}
