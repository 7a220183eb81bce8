# Departures from the null models for one noisy 6 x 6 matrix, by SciPy (multi-start least squares, brentq):
# independent of Kindlin's code. Prints the matrix and the departures as CSV.
import numpy as np
from scipy.optimize import least_squares, brentq

rng = np.random.default_rng(20)
d1 = np.array([0, 3, 10, 30, 100, 300.0])
d2 = np.array([0, 0.1, 0.5, 2, 10, 50.0])
true1, true2 = (0.80, 40.0, 1.3), (0.95, 1.5, 0.9)
hill = lambda d, b, p: b + (p[0] - b) * (0 if d == 0 else 1 / (1 + (p[1] / d) ** p[2]))
mean = np.array([[hill(a, 0, true1) + hill(b, 0, true2) - hill(a, 0, true1) * hill(b, 0, true2) for b in d2] for a in d1])
mean[1:, 1:] += 0.06 * mean[1:, 1:] * (1 - mean[1:, 1:]) * 4
y = np.round(mean + rng.normal(0, 0.02, mean.shape), 4)

def fit(d, e, start, rising):
    """Four-parameter curve from a fixed start; plateau within [0, 1], slope in [0.1, 10], EC50 within two decades."""
    pos = d[d > 0]
    lo = np.array([start if rising else min(0, start - 1e-6), np.log(pos.min() / 100), np.log(0.1)])
    hi = np.array([max(1, start + 1e-6) if rising else start, np.log(pos.max() * 100), np.log(10)])
    def r(p):
        return [start + (p[0] - start) * (0 if x == 0 else 1 / (1 + np.exp(-np.exp(p[2]) * (np.log(x) - p[1])))) - v for x, v in zip(d, e)]
    best = None
    for t in (0.05, 0.5, 0.95):
        for m in np.linspace(np.log(pos.min() / 10), np.log(pos.max() * 10), 9):
            for h in np.log([0.3, 1, 3, 8]):
                s = least_squares(r, np.clip([lo[0] + t * (hi[0] - lo[0]), m, h], lo + 1e-12, hi - 1e-12), bounds=(lo, hi), xtol=1e-15, ftol=1e-15, gtol=1e-15)
                if best is None or s.cost < best.cost: best = s
    p = best.x
    return (p[0], np.exp(p[1]), np.exp(p[2])), best.cost

b = y[0, 0]
p1, _ = fit(d1, y[:, 0], b, True)
p2, _ = fit(d2, y[0, :], b, True)
def loewe(a, c):
    w = lambda z: (np.exp(np.log(a / p1[1]) - z / p1[2]), np.exp(np.log(c / p2[1]) - z / p2[2]))
    z = brentq(lambda z: sum(w(z)) - 1, -200, 200, xtol=1e-14)
    u = w(z)
    return b + (u[0] * (p1[0] - b) + u[1] * (p2[0] - b)) / sum(u) / (1 + np.exp(-z))
def either(d, e, s):
    r, f = fit(d, e, s, True), fit(d, e, s, False)
    return (f if f[1] < r[1] else r)[0]
rows = {j: (hill(d2[j], b, p2), either(d1, y[:, j], hill(d2[j], b, p2))) for j in range(1, 6)}
cols = {i: (hill(d1[i], b, p1), either(d2, y[i, :], hill(d1[i], b, p1))) for i in range(1, 6)}
print("dose1,dose2,effect,hsa,bliss,loewe,zip")
for i, a in enumerate(d1):
    for j, c in enumerate(d2):
        if a == 0 or c == 0:
            print(f"{a:g},{c:g},{y[i, j]},,,,"); continue
        e1, e2 = hill(a, b, p1), hill(c, b, p2)
        f1, f2 = (e1 - b) / (1 - b), (e2 - b) / (1 - b)
        bl = b + (1 - b) * (f1 + f2 - f1 * f2)
        z = 0.5 * (hill(a, rows[j][0], rows[j][1]) + hill(c, cols[i][0], cols[i][1]))
        print(f"{a:g},{c:g},{y[i, j]},{y[i, j] - max(e1, e2):.12f},{y[i, j] - bl:.12f},{y[i, j] - loewe(a, c):.12f},{z - bl:.12f}")
