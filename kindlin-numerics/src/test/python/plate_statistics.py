"""Reference answers of PlateStatisticsTest, computed with numpy and scipy alone (written with 2.4 and 1.17)."""
import numpy as np
from scipy import stats

HIGH = np.array([102.1, 98.4, 105.7, 99.9, 101.3, 96.2, 103.8, 88.0])
LOW = np.array([9.8, 11.2, 10.4, 8.9, 10.1, 12.6, 9.5])


def smad(x):
    return np.median(np.abs(x - np.median(x))) / stats.norm.ppf(0.75)


sd = lambda x: np.std(x, ddof=1)
print("ssmd", repr((HIGH.mean() - LOW.mean()) / np.sqrt(sd(HIGH) ** 2 + sd(LOW) ** 2)))
print("robust ssmd", repr((np.median(HIGH) - np.median(LOW)) / np.hypot(smad(HIGH), smad(LOW))))
print("signal window", repr((HIGH.mean() - LOW.mean() - 3 * (sd(HIGH) + sd(LOW))) / sd(HIGH)))

SERIES = np.array([5.1, 4.8, 5.6, 5.9, 5.3, 6.4, 6.1, 6.8])
tau = stats.kendalltau(np.arange(8), SERIES, method="exact")
print("mann-kendall", tau.statistic * 28, repr(tau.pvalue), repr(stats.theilslopes(SERIES, np.arange(8))[0]))
TIED = np.array([3.0, 3.0, 4.0, 2.0, 5.0, 5.0, 4.0, 6.0, 6.0, 7.0])
s = sum(np.sign(TIED[j] - TIED[i]) for i in range(10) for j in range(i + 1, 10))
_, counts = np.unique(TIED, return_counts=True)
v = (10 * 9 * 25 - np.sum(counts * (counts - 1) * (2 * counts + 5))) / 18
print("tied", s, repr(2 * stats.norm.sf((abs(s) - 1) / np.sqrt(v))), repr(stats.theilslopes(TIED, np.arange(10))[0]))

# Shrout and Fleiss 1979, six targets by four judges: their ICC(1,1) is 0.17.
TABLE = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
n, k = TABLE.shape
msw = np.sum((TABLE - TABLE.mean(1, keepdims=True)) ** 2) / (n * (k - 1))
msb = k * np.sum((TABLE.mean(1) - TABLE.mean()) ** 2) / (n - 1)
f = msb / msw
fl, fu = f / stats.f.ppf(0.975, n - 1, n * (k - 1)), f * stats.f.ppf(0.975, n * (k - 1), n - 1)
print("icc", *(repr((x - 1) / (x + k - 1)) for x in (f, fl, fu)))

# Weighted regression without intercept: k = 0..29.
i = np.arange(30)
X = np.stack([np.sin(1 + i), np.cos(2 * i), (i % 7) / 7 - 0.4], 1)
y = 0.3 * X[:, 0] - 1.1 * X[:, 1] + 0.05 * np.sin(13 * i)
w = 1 + (i % 4)
A, b = X * np.sqrt(w)[:, None], y * np.sqrt(w)
beta, rss, _, _ = np.linalg.lstsq(A, b, rcond=None)
cov = np.linalg.inv(A.T @ A) * rss[0] / (30 - 3 - 5)
print("regression", *map(repr, beta), *map(repr, np.sqrt(np.diag(cov))), repr(rss[0]))


def polish(table, rounds=50, eps=1e-4):
    left = table.copy()
    rows, cols, overall = np.zeros(left.shape[0]), np.zeros(left.shape[1]), 0.0
    before = np.nansum(np.abs(left))
    for _ in range(rounds):
        m = np.nanmedian(left, axis=1)
        left -= m[:, None]
        rows += m
        m = np.median(cols)
        cols -= m
        overall += m
        m = np.nanmedian(left, axis=0)
        left -= m[None, :]
        cols += m
        m = np.median(rows)
        rows -= m
        overall += m
        now = np.nansum(np.abs(left))
        if now == 0 or abs(before - now) < eps * now:
            break
        before = now
    return overall, rows, cols, left


T = np.array([[12.0, 15.5, 9.0, 14.2], [11.1, np.nan, 8.2, 30.0], [13.7, 17.9, 10.4, 15.8]])
o, r, c, left = polish(T)
print("polish", repr(o), list(map(repr, r)), list(map(repr, c)))
print("b-score", repr(left[1, 3] / (np.nanmedian(np.abs(left)) / stats.norm.ppf(0.75))))
