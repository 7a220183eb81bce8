package org.kindlin.numerics.ode;

/**
 * The coefficients of Rodas5P (G. Steinebach, BIT Numer. Math. 63:27, 2023): with W = M/(hγ) − J, stage s solves
 * W u_s = f(t + c_s h, y + Σ a_sk u_k) + h d_s ∂f/∂t + M/h Σ r_sk u_k, the step ends at the last argument plus the last
 * stage, and that stage is the estimated error.
 */
public final class Rodas5PTableau {
    /** Number of stages. */
    public static final int STAGES = 8;

    /** γ. */
    public static final double GAMMA = 0.21193756319429014;

    /** Times of the stages that lie within the step. */
    static final double C2 = 0.6358126895828704;

    static final double C3 = 0.4095798393397535;
    static final double C4 = 0.9769306725060716;
    static final double C5 = 0.4288403609558664;

    /** Weights of ∂f/∂t. */
    static final double D1 = GAMMA;

    static final double D2 = -0.42387512638858027;
    static final double D3 = -0.3384627126235924;
    static final double D4 = 1.8046452872882734;
    static final double D5 = 2.325825639765069;

    private static final double[] TIME = {0, C2, C3, C4, C5, 1, 1, 1};
    private static final double[] BY_TIME = {D1, D2, D3, D4, D5, 0, 0, 0};

    private static final double[][] ARGUMENT = {
        {},
        {3.0},
        {2.849394379747939, 0.45842242204463923},
        {-6.954028509809101, 2.489845061869568, -10.358996098473584},
        {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
        {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946},
        {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1},
        {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1, 1}
    };

    private static final double[][] RIGHT = {
        {},
        {-14.155112264123755},
        {-17.97296035885952, -2.859693295451294},
        {147.12150275711716, -1.41221402718213, 71.68940251302358},
        {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
        {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
        {
            30.91273214028599,
            -3.1208243349937974,
            77.79954646070892,
            34.28646028294783,
            -19.097331116725623,
            -28.087943162872662
        },
        {
            37.80277123390563,
            -3.2571969029072276,
            112.26918849496327,
            66.9347231244047,
            -40.06618937091002,
            -54.66780262877968,
            -9.48861652309627
        }
    };

    private static final double[][] DENSE = {
        {
            25.948786856663858,
            -2.5579724845846235,
            10.433815404888879,
            -2.3679251022685204,
            0.524948541321073,
            1.1241088310450404,
            0.4272876194431874,
            -0.17202221070155493
        },
        {
            -9.91568850695171,
            -0.9689944594115154,
            3.0438037242978453,
            -24.495224566215796,
            20.176138334709044,
            15.98066361424651,
            -6.789040303419874,
            -6.710236069923372
        },
        {
            11.419903575922262,
            2.8879645146136994,
            72.92137995996029,
            80.12511834622643,
            -52.072871366152654,
            -59.78993625266729,
            -0.15582684282751913,
            4.883087185713722
        }
    };

    private Rodas5PTableau() {}

    /** c: where in the step a stage stands. */
    public static double time(int stage) {
        return TIME[stage];
    }

    /** d: the weight of ∂f/∂t in a stage. */
    public static double byTime(int stage) {
        return BY_TIME[stage];
    }

    /** a: the weights of earlier stages in the argument of a stage. */
    public static double[] argument(int stage) {
        return ARGUMENT[stage].clone();
    }

    /** r: the weights of earlier stages on the right-hand side of a stage. */
    public static double[] right(int stage) {
        return RIGHT[stage].clone();
    }

    /** The weights of the stages in a term of dense output: with x from 0 to 1, y = (1 − x) y_0 + x (y_1 + (1 − x)(b_0 + x (b_1 + x b_2))). */
    public static double[] dense(int term) {
        return DENSE[term].clone();
    }
}
