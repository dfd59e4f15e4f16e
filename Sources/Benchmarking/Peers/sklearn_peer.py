"""scikit-learn on sparse rows: sklearn_peer.py WORKLOAD FOLDER, the mails for `tfidf` in BENCH_MAILS"""

import os
import sys

import numpy as np
import pandas as pd
from materials import Task, report, rows
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier

workload, folder = sys.argv[1:]


def vectorize():
    texts = pd.read_csv(os.environ["BENCH_MAILS"])["text"]
    train, held_out, test = (texts.iloc[rows(folder, part)].tolist() for part in ("train", "validation", "test"))

    vectorizer = TfidfVectorizer(stop_words="english", max_features=2000)

    def work():
        return [vectorizer.fit_transform(train), vectorizer.transform(held_out), vectorizer.transform(test)]

    TfidfVectorizer(stop_words="english").fit(train[:100])
    report(work, lambda parts: {"nonzeros": untied_nonzeros(parts, train, vectorizer.get_feature_names_out())})


def untied_nonzeros(parts, train, words):
    """The weights of the words that are no matter of choice.

    Which of equally frequent words are kept at the cut depends on the vector units of the CPU that NumPy sorts on.
    """
    counter = CountVectorizer(stop_words="english")
    totals = np.asarray(counter.fit_transform(train).sum(axis=0)).ravel()
    kept = totals[[counter.vocabulary_[word] for word in words]]
    tied = kept == kept.min()
    if (totals == kept.min()).sum() == tied.sum():
        tied[:] = False
    return sum(part[:, ~tied].nnz for part in parts)


def train():
    """Plain gradient descent as in the other contenders; two classes make one output here, which is a little less work."""
    task = Task(folder, workload)
    features, labels = task.train
    settings = dict(
        hidden_layer_sizes=task.layers[1:-1], solver="sgd", momentum=0, alpha=0, batch_size=task.batch_size,
        learning_rate_init=task.rate,
    )
    classes = np.arange(task.layers[-1])

    def work():
        network = MLPClassifier(**settings, random_state=task.random)
        for _ in range(task.epochs):
            network.partial_fit(features, labels, classes=classes)
            network.score(features, labels)
            probabilities = network.predict_proba(task.held_out[0])
            log_loss(task.held_out[1], probabilities)
            (probabilities.argmax(axis=1) == task.held_out[1]).mean()

    MLPClassifier(**settings).partial_fit(features[:256], labels[:256], classes=classes)
    report(work)


vectorize() if workload == "tfidf" else train()
