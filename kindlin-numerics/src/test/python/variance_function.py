"""Reference answers of VarianceFunctionFitTest: scipy minimises the same deviance from many starts.

df, mean and s^2 of made-up control groups; run with python3 and scipy (written with 1.11).
"""
import numpy as np
from scipy.optimize import minimize

CASES = {
    "two groups": [(31, 81500.0, 6.1e6), (31, 1500.0, 9500.0)],
    "four groups": [(15, 40000.0, 1.7e6), (15, 900.0, 5200.0), (7, 21000.0, 6.0e5), (3, 2500.0, 30000.0)],
    "no floor": [(15, 40000.0, 1.6e6), (15, 1000.0, 300.0)],
    "no cv": [(15, 400.0, 90.0), (15, 100.0, 110.0)],
}

for name, groups in CASES.items():
    df, mean, s2 = (np.array(column) for column in zip(*groups))

    def deviance(log_squares):
        v = np.exp(log_squares[0]) + np.exp(log_squares[1]) * mean**2
        return np.sum(df * (np.log(v) + s2 / v))

    best = None
    for a in np.linspace(-4, 16, 11):
        for c in np.linspace(-24, -2, 12):
            found = minimize(deviance, [a, c], method="Nelder-Mead",
                             options=dict(xatol=1e-12, fatol=1e-13, maxiter=20000, maxfev=20000))
            if best is None or found.fun < best.fun:
                best = found
    floor2, cv2 = np.exp(best.x)
    v = floor2 + cv2 * mean**2
    g = np.stack([np.ones_like(mean), mean**2])
    covariance = np.linalg.inv((g * (df / (2 * v**2))) @ g.T)
    errors = np.sqrt(np.diag(covariance)) / (2 * np.array([floor2, cv2]))
    print(f"{name}: floor {np.sqrt(floor2):.10g} cv {np.sqrt(cv2):.10g} errors {errors[0]:.8g} {errors[1]:.8g}")
