/*
 * Peer of CurveBenchmark: many four-parameter curves of one design, eight per vector register, one thread.
 *
 * Grid over mid-point and slope, then damped Gauss-Newton on the two of them from the best node only, plateaus eliminated
 * (variable projection), and the standard error of the mid-point. One start per curve: less than the global search it is
 * compared with. Fast arithmetic, no promise of equal bits.
 *
 * gcc -O3 -march=native -ffp-contract=fast curves_batch.c -lm -o curves_batch
 * Input: a CSV file, first row log10 doses in ascending order, then one row of responses per curve.
 * Output: CPU seconds of the fastest of five passes over all curves, then the residual sum of squares of each.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 8, MOST_DOSES = 64, MOST_WELLS = 256, MOST_NODES = 4096, MOST_STEPS = 40, PASSES = 5 };
typedef double vec __attribute__((vector_size(64)));
typedef long long veci __attribute__((vector_size(64)));

static const double LN10 = 2.302585092994046;
static int wells, doses, nodes;
static int dose_of[MOST_WELLS];
static double x[MOST_DOSES], weight[MOST_DOSES], total, low, high;
static double node_mid[MOST_NODES], node_slope[MOST_NODES], basis[MOST_NODES][MOST_DOSES];

static inline vec all(double value) { return value - (vec){}; }
static inline vec pick(veci mask, vec yes, vec no) { return (vec)(((veci)yes & mask) | ((veci)no & ~mask)); }
static inline vec least(vec a, vec b) { return pick(a < b, a, b); }
static inline vec most(vec a, vec b) { return pick(a > b, a, b); }
static inline vec size_of(vec a) { return most(a, -a); }

static inline vec exponential(vec t) {
    t = most(least(t, all(700)), all(-700));
    vec shifted = t * 1.4426950408889634 + 6755399441055744.0;
    vec whole = shifted - 6755399441055744.0;
    vec r = t - whole * 0.6931471803691238 - whole * 1.9082149292705877e-10;
    vec p = r * (1.0 / 39916800) + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    return p * (vec)(((veci)shifted << 52) + 0x3ff0000000000000LL);
}

static void add_node(double mid, double slope) {
    double *q = basis[nodes], mean = 0, squares = 0;
    for (int d = 0; d < doses; d++) {
        q[d] = 1 / (1 + exp(slope * (x[d] - mid)));
        mean += weight[d] * q[d] / total;
    }
    for (int d = 0; d < doses; d++) squares += weight[d] * (q[d] - mean) * (q[d] - mean);
    if (!(squares > 1e-24)) return;
    for (int d = 0; d < doses; d++) q[d] = weight[d] * (q[d] - mean) / sqrt(squares);
    node_mid[nodes] = mid;
    node_slope[nodes++] = log(slope);
}

static void make_grid(void) {
    static const double slopes[] = {0.1, 0.22, 0.45, 0.8, 1.25, 1.9, 3, 5.5, 10};
    low = x[0] - 2 * LN10;
    high = x[doses - 1] + 2 * LN10;
    for (int s = 0; s < 9; s++) {
        double from = fmax(low, x[0] - 8 / slopes[s]), to = fmin(high, x[doses - 1] + 8 / slopes[s]);
        int intervals = (int)ceil((to - from) / fmin(1.2, 1.6 / slopes[s]));
        for (int i = 0; i <= intervals; i++) add_node(from + (to - from) * i / intervals, slopes[s]);
    }
}

/* Eight curves of centred dose means y; returns what of them remains. */
static vec fit(const vec *y, vec *mid, vec *log_slope, vec *error) {
    vec best = all(0), a = all(0), k = all(0), scatter = all(0);
    for (int n = 0; n < nodes; n++) {
        vec product = all(0);
        for (int d = 0; d < doses; d++) product += y[d] * basis[n][d];
        product *= product;
        veci better = product > best;
        best = pick(better, product, best);
        a = pick(better, all(node_mid[n]), a);
        k = pick(better, all(node_slope[n]), k);
    }
    for (int d = 0; d < doses; d++) scatter += weight[d] * y[d] * y[d];
    vec last_a = a, last_k = k, last = all(INFINITY), rss = scatter, f[MOST_DOSES], fa[MOST_DOSES], fk[MOST_DOSES];
    veci done = (veci){};
    for (int step = 0; step < MOST_STEPS; step++) {
        vec h = exponential(k), f0 = all(0), f1 = all(0), f2 = all(0);
        for (int d = 0; d < doses; d++) {
            vec z = h * (x[d] - a);
            f[d] = 1 / (1 + exponential(z));
            vec g = f[d] * (1 - f[d]);
            fa[d] = g;
            fk[d] = -z * g;
            f0 += weight[d] * f[d];
            f1 += weight[d] * fa[d];
            f2 += weight[d] * fk[d];
        }
        f0 /= total, f1 /= total, f2 /= total;
        vec cc = all(0), cy = cc, ca = cc, ck = cc, aa = cc, ak = cc, kk = cc, ya = cc, yk = cc;
        for (int d = 0; d < doses; d++) {
            vec c = f[d] - f0, p = fa[d] - f1, q = fk[d] - f2, wp = weight[d] * p, wq = weight[d] * q, wc = weight[d] * c;
            cc += wc * c, cy += wc * y[d], ca += wc * p, ck += wc * q;
            aa += wp * p, ak += wp * q, kk += wq * q, ya += wp * y[d], yk += wq * y[d];
        }
        vec b = cy / cc;
        vec now = scatter - cy * b;
        veci worse = (now > last * (1 + 1e-12)) & ~done;
        vec ga = b * (ya - b * ca), gk = b * (yk - b * ck);
        aa = b * b * (aa - ca * ca / cc), ak = b * b * (ak - ca * ck / cc), kk = b * b * (kk - ck * ck / cc);
        vec determinant = aa * kk - ak * ak + 1e-14 * aa * kk;
        vec da = (kk * ga - ak * gk) / determinant, dk = (aa * gk - ak * ga) / determinant;
        vec too_long = most(size_of(da) / 2, size_of(dk) / 0.7);
        vec factor = pick(too_long > 1, 1 / too_long, all(1));
        vec decrease = ga * da + gk * dk;
        veci settled = (decrease <= 1e-13 * scatter) & ~worse;
        vec next_a = pick(worse, 0.7 * last_a + 0.3 * a, a + factor * da / h);
        vec next_k = pick(worse, 0.7 * last_k + 0.3 * k, k + factor * dk);
        veci moved = ~done & ~worse;
        rss = pick(moved, now, rss);
        last = pick(moved, now, last);
        last_a = pick(moved, a, last_a);
        last_k = pick(moved, k, last_k);
        *error = pick(moved, kk / determinant / (h * h), *error);
        done |= settled;
        a = pick(done, a, least(most(next_a, all(low)), all(high)));
        k = pick(done, k, least(most(next_k, all(log(0.1))), all(log(10))));
        int open = 0;
        for (int l = 0; l < LANES; l++) open |= !done[l];
        if (!open) break;
    }
    *mid = a;
    *log_slope = k;
    return rss;
}

static void fit_all(const double *responses, int curves, double *rss, double *errors) {
    for (int first = 0; first < curves; first += LANES) {
        vec y[MOST_DOSES] = {}, mid, slope, error = all(0);
        double pure[LANES] = {0};
        for (int l = 0; l < LANES; l++) {
            const double *row = responses + (size_t)(first + l < curves ? first + l : first) * wells;
            double mean = 0;
            for (int i = 0; i < wells; i++) mean += row[i] / wells;
            for (int i = 0; i < wells; i++) y[dose_of[i]][l] += (row[i] - mean) / weight[dose_of[i]];
            for (int i = 0; i < wells; i++) {
                double residual = row[i] - mean - y[dose_of[i]][l];
                pure[l] += residual * residual;
            }
        }
        vec remains = fit(y, &mid, &slope, &error);
        for (int l = 0; l < LANES && first + l < curves; l++) {
            rss[first + l] = pure[l] + remains[l];
            errors[first + l] = sqrt(error[l] * rss[first + l] / (wells - 4)) / LN10;
        }
    }
}

static int read_row(FILE *file, double *row) {
    static char line[1 << 16];
    if (!fgets(line, sizeof line, file)) return 0;
    int count = 0;
    for (char *cell = strtok(line, ","); cell && count < MOST_WELLS; cell = strtok(NULL, ",")) row[count++] = atof(cell);
    return count;
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "r") : NULL;
    double row[MOST_WELLS];
    if (!file || !(wells = read_row(file, row))) return 1;
    for (int i = 0; i < wells; i++) {
        if (i == 0 || row[i] != row[i - 1]) x[doses++] = row[i] * LN10;
        dose_of[i] = doses - 1;
        weight[doses - 1]++;
        total++;
    }
    make_grid();
    double *responses = NULL;
    int curves = 0;
    while (read_row(file, row)) {
        if (curves % 1024 == 0) responses = realloc(responses, sizeof(double) * wells * (curves + 1024));
        memcpy(responses + (size_t)curves++ * wells, row, sizeof(double) * wells);
    }
    double *rss = calloc(curves, sizeof *rss), *errors = calloc(curves, sizeof *errors), fastest = INFINITY;
    for (int pass = 0; pass < PASSES; pass++) {
        struct timespec from, to;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
        fit_all(responses, curves, rss, errors);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
        fastest = fmin(fastest, to.tv_sec - from.tv_sec + 1e-9 * (to.tv_nsec - from.tv_nsec));
    }
    printf("%.9f\n", fastest);
    for (int i = 0; i < curves; i++) printf("%.17g ", rss[i]);
    printf("\n");
    return 0;
}
