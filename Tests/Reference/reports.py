"""scikit-learn's confusion_matrix and classification_report, classes that never occur included."""

import random
import warnings

from frozen import freeze
from sklearn.metrics import classification_report, confusion_matrix, precision_recall_fscore_support

warnings.simplefilter("ignore")
NAMES = [["ham", "spam"], ["0", "1"], [str(n) for n in range(9)], ["é", "東京", "a rather long class name"], ["one"]]
random.seed(5)
cases = []
for index in range(25):
    names = NAMES[index % len(NAMES)]
    size = random.choice([1, 8, 40, 150])
    truth = [random.randrange(len(names)) for _ in range(size)]
    skill = random.random()
    # The first row is right: without a single hit scikit-learn prints the support as decimals (1.0), which we do not.
    predicted = [t if row == 0 or random.random() < skill else random.randrange(len(names))
                 for row, t in enumerate(truth)]
    labels = list(range(len(names)))
    precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, labels=labels)
    cases.append({
        "classes": names, "truth": truth, "predicted": predicted,
        "counts": confusion_matrix(truth, predicted, labels=labels).tolist(),
        "accuracy": sum(t == p for t, p in zip(truth, predicted)) / size,
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(),
        "report": classification_report(truth, predicted, labels=labels, target_names=names),
    })
freeze("reports", cases)
