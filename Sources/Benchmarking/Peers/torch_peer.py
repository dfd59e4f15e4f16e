"""PyTorch: torch_peer.py WORKLOAD FOLDER"""

import sys

import numpy as np
import torch
from materials import Task, report, threads
from torch import nn

torch.set_num_threads(threads())
workload, folder = sys.argv[1:]
task = Task(folder, workload)
dtype = getattr(torch, task.dtype.name)


def tensors(part):
    features, labels = task.dense(part)
    return torch.from_numpy(features), torch.from_numpy(labels)


def new_network(random):
    """Starts from the same draws as the other contenders; softmax is part of the loss."""
    layers = []
    for index, (inputs, outputs) in enumerate(zip(task.layers, task.layers[1:])):
        linear = nn.Linear(inputs, outputs, dtype=dtype)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy((random.randn(inputs, outputs) * np.sqrt(2 / inputs)).T))
            linear.bias.zero_()
        layers += [linear] if index == len(task.layers) - 2 else [linear, nn.ReLU()]
    return nn.Sequential(*layers)


def train(network, features, labels, held_out, epochs):
    optimizer = torch.optim.SGD(network.parameters(), lr=task.rate)
    loss_of = nn.CrossEntropyLoss()
    for _ in range(epochs):
        order = torch.from_numpy(task.random.permutation(len(features)))
        total = torch.zeros((), dtype=torch.float64)
        for batch in order.split(task.batch_size):
            loss = loss_of(network(features[batch]), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(batch)
        with torch.no_grad():
            (network(features).argmax(dim=1) == labels).double().mean().item()
            if held_out:
                outputs = network(held_out[0])
                loss_of(outputs, held_out[1]).item()
                (outputs.argmax(dim=1) == held_out[1]).double().mean().item()
    return total.item() / len(features)


features, labels = tensors(task.train)
held_out = task.held_out and tensors(task.held_out)
network = new_network(task.random)
state = task.random.get_state()
train(new_network(np.random.RandomState(0)), features[:1024], labels[:1024], held_out, 1)
task.random.set_state(state)
report(
    lambda: train(network, features, labels, held_out, task.epochs),
    lambda loss: {"final_loss": loss, "threads": torch.get_num_threads()},
)
