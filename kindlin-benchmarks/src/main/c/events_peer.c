/*
 * Peer of EventBenchmark: the workload "events" in C, sixteen events per vector register, one thread.
 *
 * Rows are read a mebibyte at a time, turned into columns in registers, compensated, put on the logicle scale by a table of
 * straight lines (one for every exponent and eight bits of the mantissa, error below 1e-6), and gated: two polygons, three cuts. "lazy" does
 * so for the five dyes that the gates need, "full" for all twelve, whose places are kept in columns that are allocated once, "full, new"
 * in columns allocated and freed by every round, as a program does that reads a file once. Cuts of lazy compare with the inverse of the
 * limit. Single precision, but an event within NEAR of a limit is gated once more in double precision, so counts are those of Kindlin.
 *
 * gcc -O3 -march=native -flto -ffast-math events_peer.c -lm -o events_peer
 * Argument: a file as EventBenchmark keeps it (its argument after the number). Output: median and least of fifteen rounds in turn of
 * CPU nanoseconds an event, the counts, and how many events were gated once more.
 */
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CHANNELS = 16, DYES = 12, HEAD = 4096, NEEDED = 5, CUTS = 3, ROUNDS = 15, BUFFER = 1 << 20, WORKS = 4, BITS = 8, SHIFT = 23 - BITS };
typedef float vec __attribute__((vector_size(64)));
typedef int32_t veci __attribute__((vector_size(64)));

static const double T = 262144, W = 0.5, M = 4.5;
static const double CUT = 0.45;
static const float NEAR = 1e-5f; /* of the scale; lines and single precision err by at most 4.2e-7 on this workload */
static double a, b, c, d, f;
static double exact[DYES][DYES], cut_exact;
static float inverse[DYES][DYES], cut_value, cut_near;
static struct line { float at, rise; } *lines;
static float *kept[DYES];
static int64_t counts[2 + CUTS], again;

/* The inverse of the logicle (Moore and Parks, Cytometry A 81:273-277, 2012), A = 0. */
static double value_at(double place) { return a * (exp(b * place) - c * exp(-d * place) - f); }

static void set_scale(void) {
    double w = W / M, low = 1e-9, high;
    b = high = M * log(10);
    for (int i = 0; i < 200; i++) {
        d = (low + high) / 2;
        if (2 * (log(d) - log(b)) + w * (b + d) < 0) low = d; else high = d;
    }
    c = exp(2 * w * (b + d));
    f = exp(b * w) - c * exp(-d * w);
    a = T / (exp(b) - f - c * exp(-d));
}

static double place_of(double value) {
    double low = -2, high = 3;
    for (int i = 0; i < 64; i++) {
        double middle = (low + high) / 2;
        if (value_at(middle) < value) low = middle; else high = middle;
    }
    return (low + high) / 2;
}

static float of_bits(uint32_t bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void set_lines(void) {
    uint32_t count = 1u << (32 - SHIFT);
    lines = calloc(count, sizeof *lines);
    for (uint32_t i = 0; i < count; i++) {
        float from = of_bits(i << SHIFT), to = of_bits((i + 1) << SHIFT);
        if (!(fabsf(from) < 4e6f) || !(fabsf(to) < 4e6f)) continue;
        double rise = from == to ? 0 : (place_of(to) - place_of(from)) / ((double)to - from);
        lines[i].rise = rise;
        lines[i].at = place_of(from) - rise * from;
    }
}

static void set_inverse(void) {
    double s[DYES][2 * DYES] = {{0}};
    for (int i = 0; i < DYES; i++) {
        for (int j = 0; j < DYES; j++) s[i][j] = i == j ? 1 : 0.1 / (1 + abs(i - j));
        s[i][DYES + i] = 1;
    }
    for (int p = 0; p < DYES; p++) {
        double pivot = s[p][p];
        for (int j = 0; j < 2 * DYES; j++) s[p][j] /= pivot;
        for (int i = 0; i < DYES; i++) {
            double times = i == p ? 0 : s[i][p];
            for (int j = 0; j < 2 * DYES; j++) s[i][j] -= times * s[p][j];
        }
    }
    for (int i = 0; i < DYES; i++) for (int j = 0; j < DYES; j++) inverse[i][j] = exact[i][j] = s[i][DYES + j];
}

/* Sixteen rows of sixteen numbers into columns: pairs, fours, eights and halves change places. */
static inline void transpose(vec v[16]) {
#define STEP(n, LOW, HIGH) \
    for (int i = 0; i < 16; i++) if (!(i & n)) { \
        vec one = v[i], two = v[i + n]; \
        v[i] = __builtin_shuffle(one, two, (veci)LOW); \
        v[i + n] = __builtin_shuffle(one, two, (veci)HIGH); \
    }
    STEP(1, ({ (veci){0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30}; }), ({ (veci){1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31}; }))
    STEP(2, ({ (veci){0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29}; }), ({ (veci){2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31}; }))
    STEP(4, ({ (veci){0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27}; }), ({ (veci){4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31}; }))
    STEP(8, ({ (veci){0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23}; }), ({ (veci){8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31}; }))
#undef STEP
}

static inline vec compensated(const vec *dyes, int j) {
    vec sum = dyes[0] * inverse[0][j];
    for (int i = 1; i < DYES; i++) sum += dyes[i] * inverse[i][j];
    return sum;
}

static inline vec place(vec value) {
    veci index = (veci)((uint32_t __attribute__((vector_size(64))))value >> SHIFT);
    vec at, rise;
    for (int i = 0; i < 16; i++) at[i] = lines[index[i]].at;
    for (int i = 0; i < 16; i++) rise[i] = lines[index[i]].rise;
    return at + rise * value;
}

static const double SCATTER[4][2] = {{20000, 10000}, {200000, 20000}, {180000, 200000}, {30000, 150000}};
static const double COLOURS[4][2] = {{0.3, 0.3}, {0.8, 0.35}, {0.75, 0.8}, {0.35, 0.7}};

static inline vec size(vec x) { return (vec)((veci)x & 0x7fffffff); }

/* Which points are inside, even-odd; also which are too near an edge or the height of a corner to tell. */
static inline veci inside(vec x, vec y, const double corners[4][2], float near, veci *unsure) {
    veci in = {0};
    for (int i = 0; i < 4; i++) {
        const double *one = corners[i], *two = corners[(i + 1) % 4];
        float from = one[1], slope = (two[0] - one[0]) / (two[1] - one[1]), start = one[0] - slope * one[1];
        veci spans = (y < from) ^ (y < (float)two[1]);
        vec off = x - (start + slope * y);
        in ^= spans & (off < 0);
        *unsure |= (size(y - from) < near) | (spans & (size(off) < near * (1 + fabsf(slope))));
    }
    return in;
}

static int inside_exactly(double x, double y, const double corners[4][2]) {
    int in = 0;
    for (int i = 0; i < 4; i++) {
        const double *one = corners[i], *two = corners[(i + 1) % 4];
        in ^= (y < one[1]) != (y < two[1]) && x < one[0] + (two[0] - one[0]) * (y - one[1]) / (two[1] - one[1]);
    }
    return in;
}

/* How many of the gates, each within the one before, an event passes. */
static __attribute__((noinline)) int passed_exactly(const float *row) {
    double own[NEEDED] = {0};
    again++;
    if (!inside_exactly(row[0], row[1], SCATTER)) return 0;
    for (int j = 0; j < NEEDED; j++) for (int i = 0; i < DYES; i++) own[j] += exact[i][j] * row[CHANNELS - DYES + i];
    if (!inside_exactly(place_of(own[0]), place_of(own[1]), COLOURS)) return 1;
    int cut = 0;
    while (cut < CUTS && own[2 + cut] >= cut_exact) cut++;
    return 2 + cut;
}

static inline int any(veci mask) {
    int n = 0;
    for (int i = 0; i < 16; i++) n |= mask[i];
    return n;
}

/* Gates sixteen events, of which the last group of a file may have fewer; members are counted lane by lane. */
static inline __attribute__((always_inline)) void gate(const float *rows, int64_t at, int some, int full, veci held[2 + CUTS]) {
    vec v[16], own[DYES];
    memcpy(v, rows, sizeof v);
    transpose(v);
    const vec *dyes = v + CHANNELS - DYES;
    veci index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, unsure = {0}, in[2 + CUTS];
    in[0] = inside(v[0], v[1], SCATTER, 0.2f, &unsure) & (index < some);
    for (int j = 0; j < (full ? DYES : NEEDED); j++) {
        own[j] = compensated(dyes, j);
        if (full || j < 2) own[j] = place(own[j]);
        if (full) memcpy(kept[j] + at, &own[j], sizeof(vec));
    }
    in[1] = in[0] & inside(own[0], own[1], COLOURS, NEAR, &unsure);
    for (int k = 0; k < CUTS; k++) {
        vec off = own[2 + k] - (full ? (float)CUT : cut_value);
        in[2 + k] = in[1 + k] & (off >= 0);
        unsure |= size(off) < (full ? NEAR : cut_near);
    }
    if (__builtin_expect(any(unsure), 0)) {
        for (int i = 0; i < some; i++) {
            if (unsure[i]) {
                int passed = passed_exactly(rows + i * CHANNELS);
                for (int g = 0; g < 2 + CUTS; g++) in[g][i] = -(g < passed);
            }
        }
    }
    for (int g = 0; g < 2 + CUTS; g++) held[g] -= in[g];
}

static char *buffer;

static inline __attribute__((always_inline)) void all(int file, int64_t events, int full) {
    memset(counts, 0, sizeof counts);
    again = 0;
    int64_t at = 0;
    ssize_t got;
    lseek(file, HEAD, SEEK_SET);
    while ((got = read(file, buffer, BUFFER)) > 0 && at < events) {
        int64_t count = got / (CHANNELS * sizeof(float));
        veci held[2 + CUTS] = {0};
        for (int64_t e = 0; e < count; e += 16) {
            gate((float *)buffer + e * CHANNELS, at + e, count - e < 16 ? (int)(count - e) : 16, full, held);
        }
        for (int g = 0; g < 2 + CUTS; g++) for (int i = 0; i < 16; i++) counts[g] += held[g][i];
        at += count;
    }
}

static void lazy(int file, int64_t events) { all(file, events, 0); }
static void full(int file, int64_t events) { all(file, events, 1); }

static void full_new(int file, int64_t events) {
    float *before[DYES];
    memcpy(before, kept, sizeof kept);
    for (int j = 0; j < DYES; j++) kept[j] = malloc((events + 16) * sizeof(float));
    full(file, events);
    for (int j = 0; j < DYES; j++) free(kept[j]);
    memcpy(kept, before, sizeof kept);
}

static void raw(int file, int64_t events) {
    (void)events;
    lseek(file, 0, SEEK_SET);
    while (read(file, buffer, BUFFER) > 0) {}
}

static double cpu(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static int by_size(const void *one, const void *two) {
    double x = *(const double *)one, y = *(const double *)two;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    struct stat size;
    int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &size)) {
        fprintf(stderr, "usage: events_peer FILE\n");
        return 1;
    }
    int64_t events = (size.st_size - HEAD) / (CHANNELS * sizeof(float));
    set_scale();
    set_lines();
    set_inverse();
    cut_exact = value_at(CUT);
    cut_value = cut_exact;
    cut_near = value_at(CUT + NEAR) - cut_exact;
    buffer = aligned_alloc(4096, BUFFER); /* a copy to an address off the page takes the kernel twice as long */
    memset(buffer, 0, BUFFER);
    for (int j = 0; j < DYES; j++) {
        kept[j] = malloc((events + 16) * sizeof(float));
        memset(kept[j], 1, (events + 16) * sizeof(float));
    }
    void (*works[WORKS])(int, int64_t) = {raw, lazy, full, full_new};
    const char *names[WORKS] = {"raw read", "lazy", "full", "full, new"};
    double times[WORKS][ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
        for (int work = 0; work < WORKS; work++) {
            double start = cpu();
            works[work](file, events);
            if (round >= 0) times[work][round] = (cpu() - start) / events * 1e9;
            if (round == 0 && work > 0) {
                printf("%s: %ld %ld %ld %ld %ld (%ld once more)\n", names[work], counts[0], counts[1], counts[2], counts[3], counts[4], again);
            }
        }
    }
    for (int work = 0; work < WORKS; work++) {
        qsort(times[work], ROUNDS, sizeof(double), by_size);
        double once = times[0][ROUNDS / 2];
        printf("  %-9s CPU %6.1f ns an event (least %.1f), %5.2f x raw\n", names[work], times[work][ROUNDS / 2], times[work][0], times[work][ROUNDS / 2] / once);
    }
    return 0;
}
