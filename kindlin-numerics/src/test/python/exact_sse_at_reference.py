"""Writes exact_hard.csv: sums of squares at the reference's own (log10 ic50, hill), in 60-digit arithmetic.

Where a reference optimum has a plateau beyond 1e14, a curve evaluated in doubles as bottom + (top - bottom) f is rounded
to steps of 0.1 to 8 response units, and the printed sum of squares is that of the rounded curve. The file lists the
curves where that differs from the true sum of squares, with the best plateaus, by more than 1e-6 of it.

usage: exact_sse_at_reference.py curves_hard.csv.gz expected_hard.csv.gz > exact_hard.csv   (needs mpmath)
"""
import csv
import gzip
import sys

from mpmath import log10, mp, mpf, nstr

mp.dps = 60


def exact_sse(points, midpoint, hill):
    f = [1 / (1 + mpf(10) ** (hill * (log10(x) - midpoint))) for x, _ in points]
    y = [response for _, response in points]
    f_mean, y_mean = sum(f) / len(f), sum(y) / len(y)
    cross = sum((a - f_mean) * (b - y_mean) for a, b in zip(f, y))
    return sum((b - y_mean) ** 2 for b in y) - cross**2 / sum((a - f_mean) ** 2 for a in f)


curves = {}
for row in csv.DictReader(gzip.open(sys.argv[1], "rt")):
    curves.setdefault(row["curve"], []).append((mpf(row["conc_M"]), mpf(row["y"])))
print("curve,exact_sse")
for row in csv.DictReader(gzip.open(sys.argv[2], "rt")):
    sse = exact_sse(curves[row["curve"]], mpf(row["log10_ic50"]), mpf(row["hill"]))
    if abs(mpf(row["sse"]) / sse - 1) > 1e-6:
        print(row["curve"] + "," + nstr(sse, 15))
