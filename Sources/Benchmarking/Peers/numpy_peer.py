"""The network on dense NumPy arrays: numpy_peer.py WORKLOAD FOLDER"""

import sys

from dense_network import DenseNetwork, one_hot
from materials import Task, report

workload, folder = sys.argv[1:]
task = Task(folder, workload)


def with_targets(part):
    features, labels = task.dense(part)
    return features, one_hot(labels, task.layers[-1], task.dtype)


features, targets = with_targets(task.train)
held_out = task.held_out and with_targets(task.held_out)
network = DenseNetwork(task.layers, task.activations, random=task.random, dtype=task.dtype)
# Warms up on rows of its own network, which leaves the measured one as it is.
DenseNetwork(task.layers, task.activations, dtype=task.dtype).train(features[:256], targets[:256], 8, 0.1, 1)


def work():
    history = network.train(
        features, targets, task.batch_size, task.rate, task.epochs, held_out=held_out
    )
    return history["train_loss"][-1]


report(work, lambda loss: {"final_loss": loss})
