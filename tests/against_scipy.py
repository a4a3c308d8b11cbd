#!/usr/bin/env python3
"""The program's tests and intervals against SciPy's, on the same counts.

usage: tests/against_scipy.py PROGRAM

A corpus is made of words of our own; the program compares it, and prints the counts of each document.
From these counts SciPy works out the same statistic, its permutation p (exact and sampled), its
bootstrap interval, and the correction for many tests.
"""
import csv
import io
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy import stats

PROGRAM = Path(sys.argv[1]).resolve()
CALM = "The council met in the town hall on Monday and heard the report on the harbour. "
TERMS = {
    "name-calling": "The puppet of the other side came along. ",
    "urgency": "There is no time to lose on that. ",
}


def corpus(folder, sizes, seed):
    """Documents of two groups, whose hits come in bursts."""
    rng = random.Random(seed)
    path = Path(folder) / "corpus.jsonl"
    with path.open("w") as file:
        for group, (name, size) in enumerate(sizes.items()):
            for number in range(size):
                text = CALM * rng.randint(2, 12)
                for at, term in enumerate(TERMS.values()):
                    mean = (1.2, 2.0)[group] if at == 0 else 1.0
                    text += term * int(rng.gammavariate(0.8, mean / 0.8) + rng.random())
                record = {"id": f"{name}-{number}", "side": name, "text": text + f"{name} {number}."}
                file.write(json.dumps(record) + "\n")
    return path


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def log_rate(hits, words, half):
    """ln of the pooled rate, and its linearised variance over documents."""
    total = hits.sum() + half
    rate = total / words.sum()
    residuals = hits - rate * words
    n = len(hits)
    return np.log(rate), n / (n - 1) * (residuals**2).sum() / total**2


def statistic(a, b):
    """The squared studentised log ratio of two groups, given as columns of hits and words."""
    half = 0.5 if a[0].sum() == 0 or b[0].sum() == 0 else 0.0
    (log_a, var_a), (log_b, var_b) = log_rate(*a, half), log_rate(*b, half)
    return (log_a - log_b) ** 2 / (var_a + var_b)


def documents(path, category):
    """Hits and words of each document, by side."""
    rows = csv.DictReader(io.StringIO(run("report", path, "--format", "csv", "--rows", "documents")))
    sides = {}
    for row in rows:
        pair = (float(row[f"count.{category}"]), float(row["words"]))
        sides.setdefault(row["meta.side"], []).append(pair)
    return [np.array(sides[name]).T for name in sorted(sides)]


def compared(path, permutations):
    out = run("compare", path, "--by", "side", "--format", "json", "--no-terms",
              "--permutations", permutations)
    return [row for row in json.loads(out)["rows"] if row["kind"] == "category"]


def permutation(a, b, resamples):
    """SciPy's permutation test of the pooled documents."""
    pooled = np.concatenate([a, b], axis=1)

    def of(x, y):
        x, y = x.astype(int), y.astype(int)
        return statistic(pooled[:, x], pooled[:, y])

    split = (np.arange(a.shape[1]), np.arange(a.shape[1], pooled.shape[1]))
    result = stats.permutation_test(split, of, permutation_type="independent", vectorized=False,
                                    n_resamples=resamples, alternative="greater", rng=1)
    return result.pvalue


def check(name, ours, theirs, tolerance):
    assert abs(ours - theirs) <= tolerance, f"{name}: {ours} here, {theirs} by SciPy"
    print(f"  {name}: {ours:.4f} here, {theirs:.4f} by SciPy")


def exact(folder):
    path = corpus(folder, {"east": 5, "west": 6}, seed=3)
    for row in compared(path, 9_999):
        if row["id"] in TERMS and row["p"] is not None:
            a, b = documents(path, row["id"])
            theirs = permutation(a, b, 9_999)
            # p is never given below what few documents with a hit allow.
            check(f"exact p, {row['id']}", row["p"], max(theirs, row["p_attainable"]), 1e-4)


def sampled(folder):
    path = corpus(folder, {"east": 40, "west": 50}, seed=8)
    rows = compared(path, 9_999)
    found = 0
    for row in rows:
        if row["id"] not in TERMS:
            continue
        found += 1
        a, b = documents(path, row["id"])
        theirs = permutation(a, b, 4_999)
        # Four standard errors of two samples of these sizes.
        error = 4 * (theirs * (1 - theirs) * (1 / 9_999 + 1 / 4_999)) ** 0.5
        check(f"sampled p, {row['id']}", row["p"], theirs, error + 2e-3)

        def ratio(hits_a, words_a, hits_b, words_b):
            return np.log(hits_a.sum() / words_a.sum()) - np.log(hits_b.sum() / words_b.sum())

        rng = np.random.default_rng(1)
        logs, own = [], ratio(*a, *b)
        own_error = (log_rate(*a, 0)[1] + log_rate(*b, 0)[1]) ** 0.5
        for _ in range(9_999):
            x = a[:, rng.integers(a.shape[1], size=a.shape[1])]
            y = b[:, rng.integers(b.shape[1], size=b.shape[1])]
            error = (log_rate(*x, 0)[1] + log_rate(*y, 0)[1]) ** 0.5
            logs.append((ratio(*x, *y) - own) / error)
        low, high = own - np.quantile(logs, [0.975, 0.025]) * own_error
        check(f"lower end, {row['id']}", np.log(row["ratio_low"]), low, 0.08)
        check(f"upper end, {row['id']}", np.log(row["ratio_high"]), high, 0.08)
        bca = bootstrap(a, b)
        width = bca[1] - bca[0]
        check(f"lower end against BCa, {row['id']}", np.log(row["ratio_low"]), bca[0], 0.2 * width)
        check(f"upper end against BCa, {row['id']}", np.log(row["ratio_high"]), bca[1], 0.2 * width)
    assert found == len(TERMS), rows
    tested = [row for row in rows if row["q"] is not None]
    q = stats.false_discovery_control([row["p"] for row in tested])
    for row, theirs in zip(tested, q):
        check(f"q, {row['id']}", row["q"], theirs, 1e-4)


def bootstrap(a, b):
    """SciPy's BCa interval of the log ratio over documents."""
    def ratio(x, y):
        x, y = x.astype(int), y.astype(int)
        return (np.log(a[0][x].sum() / a[1][x].sum())
                - np.log(b[0][y].sum() / b[1][y].sum()))

    split = (np.arange(a.shape[1]), np.arange(b.shape[1]))
    result = stats.bootstrap(split, ratio, vectorized=False, n_resamples=4_999, rng=1)
    return result.confidence_interval


with tempfile.TemporaryDirectory() as folder:
    exact(folder)
    sampled(folder)
print("SciPy agrees")
