"""Writes variance.csv, rectification.csv and first_steps.csv: the variance of the adaptive rate, and
the lengths and rectifications that follow of it (arXiv 1908.03265, section 3), in 80 digits.

    pip install mpmath
    python variance_tables.py

ψ² is scaled inverse χ² with ρ degrees of freedom and σ = 1. ρ is the double nearest to what is
written; β2 is the decimal itself, of which the nearest double differs.
"""

import csv

from mpmath import beta, mp, mpf, nstr, pi, sqrt

mp.dps = 80

LENGTHS = (
    "2.0001 2.01 2.1 2.5 3 3.5 4 4.5 5 6 8 10 20 26 50 100 500 1999 19999 1e6 1e9".split()
)
DECAYS = "0.9 0.99 0.999 0.9999 0.999999".split()
STEPS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 50, 100, 1000, 10000)
MORE_DECAYS = "0.6 0.7 0.75 0.8 0.85 0.9 0.95 0.98 0.99 0.995 0.999 0.9995 0.9999 0.99999".split()


def exact(rho):
    """Equation 3."""
    half = (rho - 1) / 2
    return rho / (rho - 2) - rho * mpf(2) ** (2 * rho - 5) / pi * beta(half, half) ** 2


def first_order(rho):
    """Before equation 4."""
    return rho / (2 * (rho - 2) * (rho - 4))


def limit(beta2):
    return 2 / (1 - beta2) - 1


def length(beta2, t):
    return limit(beta2) - 2 * t * beta2**t / (1 - beta2**t)


def rectification(variance, least, beta2, t):
    """r_t, or None where one of the variances is not defined."""
    rho = length(beta2, t)
    if rho <= least or limit(beta2) <= least:
        return None
    return sqrt(variance(limit(beta2)) / variance(rho))


def first_beyond(beta2, threshold):
    if limit(beta2) <= threshold:
        return None
    return next(t for t in range(1, 10000) if length(beta2, t) > threshold)


def told(value):
    return "" if value is None else str(value) if isinstance(value, int) else nstr(value, 21)


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(header)
        lines.writerows([[row[0]] + [told(value) for value in row[1:]] for row in rows])


write(
    "variance.csv",
    ["rho", "exact", "first_order"],
    [
        [rho, exact(mpf(float(rho))), first_order(mpf(float(rho))) if float(rho) > 4 else None]
        for rho in LENGTHS
    ],
)
write(
    "rectification.csv",
    ["beta2", "t", "rho", "first_order", "exact"],
    [
        [
            decay,
            t,
            length(mpf(decay), t),
            rectification(first_order, 4, mpf(decay), t),
            rectification(exact, 2, mpf(decay), t),
        ]
        for decay in DECAYS
        for t in STEPS
    ],
)
write(
    "first_steps.csv",
    ["beta2", "limit", "beyond_4", "beyond_5"],
    [
        [decay, limit(mpf(decay)), first_beyond(mpf(decay), 4), first_beyond(mpf(decay), 5)]
        for decay in MORE_DECAYS
    ],
)
