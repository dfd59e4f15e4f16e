"""scikit-learn's curves of two-class decisions: ROC, precision and recall, calibration, thresholds; ties included."""

import math
import random
import warnings

import numpy as np
from frozen import freeze
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score, brier_score_loss, confusion_matrix, f1_score, precision_recall_curve, precision_score,
    recall_score, roc_auc_score, roc_curve)

warnings.simplefilter("ignore")


def plain(numbers):
    """JSON has no numbers that are not finite."""
    return [number if math.isfinite(number) else str(number) for number in np.asarray(numbers, dtype=float).tolist()]


random.seed(8)
cases = []
for index in range(24):
    size = random.choice([1, 2, 7, 40, 150])
    decimals = random.choice([1, 2, 17])
    truth = [random.random() < 0.35 for _ in range(size)]
    if index == 0:
        truth = [False] * size
    if index == 1:
        truth = [True] * size
    # Few decimals make ties, and scores on the edges of bins.
    scores = [round(min(1, max(0, random.gauss(0.65 if t else 0.35, 0.25))), decimals) for t in truth]
    fpr, tpr, roc_thresholds = roc_curve(truth, scores, pos_label=True)
    precision, recall, thresholds = precision_recall_curve(truth, scores, pos_label=True)
    observed, predicted = calibration_curve(truth, scores, n_bins=10, pos_label=True)
    levels = [k / 20 for k in range(1, 20)]
    decided = [[s >= level for s in scores] for level in levels]
    cases.append({
        "truth": truth, "scores": scores,
        "falsePositiveRate": plain(fpr), "truePositiveRate": plain(tpr), "rocThresholds": plain(roc_thresholds),
        "auc": plain([roc_auc_score(truth, scores) if len(set(truth)) == 2 else math.nan])[0],
        "precision": plain(precision), "recall": plain(recall), "thresholds": plain(thresholds),
        "averagePrecision": float(average_precision_score(truth, scores, pos_label=True)),
        "fractionOfPositives": plain(observed), "meanPrediction": plain(predicted),
        "brier": float(brier_score_loss(truth, scores, pos_label=True)),
        "counts": [confusion_matrix(truth, d, labels=[False, True]).ravel().tolist() for d in decided],
        "precisions": [float(precision_score(truth, d, zero_division=0)) for d in decided],
        "recalls": [float(recall_score(truth, d, zero_division=0)) for d in decided],
        "f1s": [float(f1_score(truth, d, zero_division=0)) for d in decided],
    })
freeze("curves", cases)
