"""Writes optimum_hard.csv: the global least-squares optimum of every hard curve, by exhaustive search.

The far plateau of a curve that has barely begun to fall can lie beyond 1e14, where bottom + (top - bottom) f cancels. The
sum of squares depends only on the line through one basis function, whatever its scale, so the smaller of the two sides
of the curve, divided by its largest value, stands for it: nothing cancels. A grid of 261 mid-points x 121 slopes covers the
reference's box (log10 ic50 within two decades of the doses, slope 0.1 to 10); every local minimum of the grid is refined
(Nelder-Mead).

usage: global_optimum.py curves_hard.csv.gz > optimum_hard.csv   (needs numpy and scipy; about a minute)
"""
import csv
import gzip
import sys

import numpy as np
from scipy.optimize import minimize

SLOPES = np.log(0.1), np.log(10)


def sum_of_squares(x, y, midpoint, log_slope):
    t = np.log(10) * np.exp(log_slope) * (x - midpoint)
    rising, falling = -np.logaddexp(0, -t), -np.logaddexp(0, t)
    smaller = np.where(rising.max(-1, keepdims=True) < falling.max(-1, keepdims=True), rising, falling)
    basis = np.exp(smaller - smaller.max(-1, keepdims=True))
    basis -= basis.mean(-1, keepdims=True)
    centred = y - y.mean()
    square = (basis * basis).sum(-1)
    slope = np.where(square > 0, (basis * centred).sum(-1) / np.where(square > 0, square, 1), 0)
    return ((centred - slope[..., None] * basis) ** 2).sum(-1)


def local_minima(grid):
    padded = np.pad(grid, 1, constant_values=np.inf)
    lowest = np.ones(grid.shape, bool)
    for i in range(3):
        for j in range(3):
            lowest &= grid <= padded[i : i + grid.shape[0], j : j + grid.shape[1]]
    return sorted(zip(*np.where(lowest)), key=lambda cell: grid[cell])[:6]


def optimum(x, y):
    midpoints = x.min() - 2, x.max() + 2
    m, s = np.meshgrid(np.linspace(*midpoints, 261), np.linspace(*SLOPES, 121), indexing="ij")
    grid = sum_of_squares(x, y, m[..., None], s[..., None])

    def inside(p):
        return float(sum_of_squares(x, y, np.clip(p[0], *midpoints), np.clip(p[1], *SLOPES)))

    best = grid.min()
    for cell in local_minima(grid):
        a, b = m[cell], s[cell]
        da, db = (0.03 if a + 0.03 < midpoints[1] else -0.03), (0.04 if b + 0.04 < SLOPES[1] else -0.04)
        found = minimize(
            inside,
            [a, b],
            method="Nelder-Mead",
            options=dict(xatol=1e-10, fatol=1e-10, maxiter=4000, initial_simplex=[[a, b], [a + da, b], [a, b + db]]),
        )
        best = min(best, found.fun)
    return best


curves = {}
for row in csv.DictReader(gzip.open(sys.argv[1], "rt")):
    curves.setdefault(row["curve"], []).append((float(row["conc_M"]), float(row["y"])))
print("curve,sse")
for name, points in curves.items():
    doses, responses = np.array(points).T
    print(f"{name},{optimum(np.log10(doses), responses):.15g}")
