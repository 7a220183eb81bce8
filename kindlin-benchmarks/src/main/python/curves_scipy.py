"""Peer of CurveBenchmark: scipy.optimize.curve_fit on four-parameter curves, one thread.

Input: a CSV file, first row log10 doses, then one row of responses per curve.
Output: CPU seconds for all fits, then the residual sum of squares of each (inf where the fit failed).
"""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from scipy.optimize import curve_fit

rows = np.loadtxt(sys.argv[1], delimiter=",")
x, curves = rows[0], rows[1:]


def model(t, midpoint, hill, top, bottom):
    return bottom + (top - bottom) / (1 + 10 ** (hill * (t - midpoint)))


def fit(y):
    start = (x[np.argmin(np.abs(y - (y.max() + y.min()) / 2))], 1.0, y.max(), y.min())
    try:
        parameters, covariance = curve_fit(model, x, y, p0=start, maxfev=2000)
    except RuntimeError:
        return float("inf"), None
    errors = np.sqrt(np.diag(covariance))
    residual = y - model(x, *parameters)
    return float(residual @ residual), errors


for y in curves[:20]:
    fit(y)
begin = time.process_time()
answers = [fit(y)[0] for y in curves]
print(time.process_time() - begin)
print(*answers)
