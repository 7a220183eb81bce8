package org.kindlin.numerics.regression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The regression functions of the NIST problems, each as its file prints it, written once with {@link Dual}. */
final class NistModels {
    private static final Map<String, Model> MODELS = new LinkedHashMap<>();

    static {
        curve("Misra1a", (b, x) -> b[0].times(b[1].times(-x).exp().negate().plus(1)));
        curve("Chwirut2", NistModels::chwirut);
        curve("Chwirut1", NistModels::chwirut);
        curve("Lanczos3", NistModels::lanczos);
        curve("Gauss1", NistModels::gauss);
        curve("Gauss2", NistModels::gauss);
        curve("DanWood", (b, x) -> b[0].times(Dual.constant(x).pow(b[1])));
        curve(
                "Misra1b",
                (b, x) -> b[0].times(b[1].times(x / 2).plus(1).pow(-2).negate().plus(1)));
        curve("Kirby2", (b, x) -> polynomial(x, b[0], b[1], b[2]).dividedBy(polynomial(x, one(), b[3], b[4])));
        curve("Hahn1", NistModels::cubicRatio);
        MODELS.put(
                "Nelson",
                Model.of((b, x) ->
                        b[0].minus(b[1].times(x[0]).times(b[2].times(-x[1]).exp()))));
        curve(
                "MGH17",
                (b, x) -> b[0].plus(b[1].times(b[3].times(-x).exp()))
                        .plus(b[2].times(b[4].times(-x).exp())));
        curve("Lanczos1", NistModels::lanczos);
        curve("Lanczos2", NistModels::lanczos);
        curve("Gauss3", NistModels::gauss);
        curve(
                "Misra1c",
                (b, x) ->
                        b[0].times(b[1].times(2 * x).plus(1).pow(-0.5).negate().plus(1)));
        curve(
                "Misra1d",
                (b, x) -> b[0].times(b[1]).times(x).dividedBy(b[1].times(x).plus(1)));
        curve(
                "Roszman1",
                (b, x) -> b[0].minus(b[1].times(x))
                        .minus(b[2].dividedBy(b[3].negate().plus(x)).atan().dividedBy(Math.PI)));
        curve("ENSO", NistModels::enso);
        curve(
                "MGH09",
                (b, x) -> b[0].times(b[1].times(x).plus(x * x))
                        .dividedBy(b[2].times(x).plus(x * x).plus(b[3])));
        curve("Thurber", NistModels::cubicRatio);
        curve("BoxBOD", (b, x) -> b[0].times(b[1].times(-x).exp().negate().plus(1)));
        curve("Rat42", (b, x) -> b[0].dividedBy(b[1].minus(b[2].times(x)).exp().plus(1)));
        curve("MGH10", (b, x) -> b[0].times(b[1].dividedBy(b[2].plus(x)).exp()));
        curve(
                "Eckerle4",
                (b, x) -> b[0].dividedBy(b[1])
                        .times(b[2].negate()
                                .plus(x)
                                .dividedBy(b[1])
                                .square()
                                .times(-0.5)
                                .exp()));
        curve(
                "Rat43",
                (b, x) -> b[0].dividedBy(b[1].minus(b[2].times(x)).exp().plus(1).pow(b[3].reciprocal())));
        curve(
                "Bennett5",
                (b, x) -> b[0].times(b[1].plus(x).pow(b[2].reciprocal().negate())));
    }

    private NistModels() {}

    static Set<String> names() {
        return MODELS.keySet();
    }

    static Model of(String name) {
        return Objects.requireNonNull(MODELS.get(name));
    }

    private static void curve(String name, Model.Curve curve) {
        MODELS.put(name, Model.ofCurve(curve));
    }

    private static Dual one() {
        return Dual.constant(1);
    }

    private static Dual chwirut(Dual[] b, double x) {
        return b[0].times(-x).exp().dividedBy(b[1].plus(b[2].times(x)));
    }

    private static Dual lanczos(Dual[] b, double x) {
        return b[0].times(b[1].times(-x).exp())
                .plus(b[2].times(b[3].times(-x).exp()))
                .plus(b[4].times(b[5].times(-x).exp()));
    }

    private static Dual gauss(Dual[] b, double x) {
        return b[0].times(b[1].times(-x).exp()).plus(peak(b[2], b[3], b[4], x)).plus(peak(b[5], b[6], b[7], x));
    }

    private static Dual peak(Dual height, Dual centre, Dual width, double x) {
        return height.times(
                centre.negate().plus(x).dividedBy(width).square().negate().exp());
    }

    private static Dual cubicRatio(Dual[] b, double x) {
        return polynomial(x, b[0], b[1], b[2], b[3]).dividedBy(polynomial(x, one(), b[4], b[5], b[6]));
    }

    private static Dual enso(Dual[] b, double x) {
        double year = 2 * Math.PI * x / 12;
        return b[0].plus(b[1].times(StrictMath.cos(year)))
                .plus(b[2].times(StrictMath.sin(year)))
                .plus(wave(b[3], b[4], b[5], x))
                .plus(wave(b[6], b[7], b[8], x));
    }

    private static Dual wave(Dual period, Dual cosine, Dual sine, double x) {
        Dual phase = period.reciprocal().times(2 * Math.PI * x);
        return cosine.times(phase.cos()).plus(sine.times(phase.sin()));
    }

    private static Dual polynomial(double x, Dual... coefficients) {
        Dual sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum.times(x).plus(coefficients[i]);
        }
        return sum;
    }
}
