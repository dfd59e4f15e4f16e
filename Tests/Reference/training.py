"""Training as practised: small runs in PyTorch, whose numbers Tests/LearningTests/Frozen/training.json keeps.

The draws are those of Lectern: features, labels, the same for validation, weights layer by layer, a permutation for each
epoch, then one seed for each hidden layer with dropout. The rules that PyTorch does not have (Keras's place of epsilon,
Keras's early stopping and class weights) are written out below.
"""

import math

import numpy as np
import torch

import frozen

torch.set_default_dtype(torch.float64)

BASE = dict(
    layers=[6, 9, 7, 3], activations=["tanh", "relu", "softmax"], seed=5, rows=23, validation_rows=11,
    batch_size=7, learning_rate=0.05, epochs=6, optimizer=["sgd", {}], schedules=[], l1=0, l2=0,
    clip_norm=None, clip_value=None, class_weights=None, early_stopping=None,
    batch_normalization=False, dropout=[])

CASES = [
    dict(name="plain"),
    dict(name="momentum", optimizer=["momentum", {"momentum": 0.8}]),
    dict(name="nesterov", optimizer=["nesterov", {"momentum": 0.9}]),
    dict(name="rmsprop of PyTorch", optimizer=["rmsprop", {"rho": 0.95, "epsilon": 1e-4}], learning_rate=0.01),
    dict(name="rmsprop of Keras", optimizer=["rmsprop", {"epsilon": 1e-4, "convention": "keras"}], learning_rate=0.01),
    dict(name="adam of PyTorch", optimizer=["adam", {"epsilon": 1e-3}], learning_rate=0.02),
    dict(name="adam of Keras", optimizer=["adam", {"epsilon": 1e-3, "convention": "keras"}], learning_rate=0.02),
    dict(name="adamw", optimizer=["adamw", {"weight_decay": 0.1, "beta_1": 0.8, "beta_2": 0.95}], learning_rate=0.02),
    dict(name="leaky relu", activations=["leaky_relu", "leaky_relu", "softmax"]),
    dict(name="penalties", l1=0.003, l2=0.02),
    dict(name="clipping by norm", clip_norm=0.3, learning_rate=0.4),
    dict(name="clipping by value", clip_value=0.02, learning_rate=0.4),
    dict(name="both clippings with momentum", clip_norm=0.5, clip_value=0.05, optimizer=["momentum", {}]),
    dict(name="class weights", class_weights=[0.5, 2.0, 1.25]),
    dict(name="step", schedules=[["step", {"every": 2, "factor": 0.3}]], learning_rate=0.3),
    dict(name="exponential", schedules=[["exponential", {"factor": 0.7}]], learning_rate=0.3),
    dict(name="cosine", schedules=[["cosine", {"floor": 0.1}]], learning_rate=0.3),
    dict(name="warm-up", schedules=[["warm_up", {"updates": 9, "start": 0.2}]], learning_rate=0.3),
    dict(name="warm-up and cosine", learning_rate=0.03, optimizer=["adam", {}],
         schedules=[["warm_up", {"updates": 5, "start": 0.1}], ["cosine", {}]]),
    dict(name="plateau", schedules=[["plateau", {"patience": 1, "factor": 0.5, "threshold": 0.05}]],
         learning_rate=0.9, epochs=14),
    dict(name="batch normalization", batch_normalization=True),
    dict(name="batch normalization with adamw", batch_normalization=True, optimizer=["adamw", {}], learning_rate=0.01),
    dict(name="dropout", dropout=[0.4, 0.2]),
    dict(name="dropout and normalization", dropout=[0, 0.5], batch_normalization=True,
         activations=["sigmoid", "leaky_relu", "softmax"]),
    dict(name="early stopping", learning_rate=0.8, epochs=40,
         early_stopping={"patience": 3, "min_delta": 0.0, "restore_best": 1}),
    dict(name="early stopping without the best", learning_rate=0.8, epochs=40,
         early_stopping={"patience": 2, "min_delta": 0.01, "restore_best": 0}),
    dict(name="one sigmoid", layers=[6, 8, 1], activations=["leaky_relu", "sigmoid"], optimizer=["adam", {}],
         l2=0.01, class_weights=[1.0, 3.0]),
]

ACTIVATIONS = {
    "tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid,
    "leaky_relu": lambda z: torch.nn.functional.leaky_relu(z, 0.01),
}


class Net:
    def __init__(self, case, stream):
        sizes = case["layers"]
        self.case = case
        self.weights = [
            torch.tensor(stream.randn(a, b) * np.sqrt(2 / a), requires_grad=True)
            for a, b in zip(sizes, sizes[1:])]
        self.biases = [torch.zeros(b, requires_grad=True) for b in sizes[1:]]
        hidden = sizes[1:-1] if case["batch_normalization"] else []
        self.normalizations = [torch.nn.BatchNorm1d(units) for units in hidden]
        self.masks = []

    def groups(self, decay):
        others = list(self.biases)
        for normalization in self.normalizations:
            others += list(normalization.parameters())
        return [{"params": self.weights, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]

    def parameters(self):
        return [p for group in self.groups(0) for p in group["params"]]

    def logits(self, x, training):
        last = len(self.weights) - 1
        for index, (w, b) in enumerate(zip(self.weights, self.biases)):
            x = x @ w + b
            if index == last:
                return x
            if self.normalizations:
                self.normalizations[index].train(training)
                x = self.normalizations[index](x)
            x = ACTIVATIONS[self.case["activations"][index]](x)
            if training and self.case["dropout"]:
                share = self.case["dropout"][index]
                kept = self.masks[index].random_sample(tuple(x.shape)) >= share
                x = x * torch.tensor(kept / (1 - share))

    def losses(self, x, y, training):
        logits = self.logits(x, training)
        if logits.shape[1] == 1:
            return torch.nn.functional.binary_cross_entropy_with_logits(
                logits[:, 0], y.to(torch.float64), reduction="none")
        return torch.nn.functional.cross_entropy(logits, y, reduction="none")

    def outputs(self, x):
        logits = self.logits(x, False)
        return torch.sigmoid(logits) if logits.shape[1] == 1 else torch.softmax(logits, 1)


class KerasAdam:
    def __init__(self, groups, lr, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
        self.groups, self.lr, self.t = groups, lr, 0
        self.b1, self.b2, self.epsilon = beta_1, beta_2, epsilon
        self.param_groups = [{"lr": lr}]
        self.m = {}

    def step(self):
        self.t += 1
        lr = self.param_groups[0]["lr"]
        alpha = lr * math.sqrt(1 - self.b2 ** self.t) / (1 - self.b1 ** self.t)
        with torch.no_grad():
            for group in self.groups:
                for p in group["params"]:
                    m, v = self.m.get(id(p), (torch.zeros_like(p), torch.zeros_like(p)))
                    m = self.b1 * m + (1 - self.b1) * p.grad
                    v = self.b2 * v + (1 - self.b2) * p.grad ** 2
                    self.m[id(p)] = (m, v)
                    p -= alpha * m / (v.sqrt() + self.epsilon)


class KerasRMSProp:
    def __init__(self, groups, lr, rho=0.9, epsilon=1e-8):
        self.groups, self.rho, self.epsilon = groups, rho, epsilon
        self.param_groups = [{"lr": lr}]
        self.v = {}

    def step(self):
        lr = self.param_groups[0]["lr"]
        with torch.no_grad():
            for group in self.groups:
                for p in group["params"]:
                    v = self.v.get(id(p), torch.zeros_like(p))
                    v = self.rho * v + (1 - self.rho) * p.grad ** 2
                    self.v[id(p)] = v
                    p -= lr * p.grad / (v + self.epsilon).sqrt()


def optimizer(case, net):
    name, settings = case["optimizer"]
    settings = dict(settings)
    keras = settings.pop("convention", "pytorch") == "keras"
    lr = case["learning_rate"]
    decay = settings.pop("weight_decay", 0.01) if name == "adamw" else 0.0
    groups = net.groups(decay)
    if name == "sgd":
        return torch.optim.SGD(groups, lr)
    if name in ("momentum", "nesterov"):
        return torch.optim.SGD(groups, lr, momentum=settings.get("momentum", 0.9), nesterov=name == "nesterov")
    if name == "rmsprop":
        if keras:
            return KerasRMSProp(groups, lr, **settings)
        return torch.optim.RMSprop(groups, lr, alpha=settings.get("rho", 0.9), eps=settings.get("epsilon", 1e-8))
    if keras:
        return KerasAdam(groups, lr, **settings)
    kind = torch.optim.AdamW if name == "adamw" else torch.optim.Adam
    betas = (settings.get("beta_1", 0.9), settings.get("beta_2", 0.999))
    return kind(groups, lr, betas=betas, eps=settings.get("epsilon", 1e-8))


class Rates:
    """Factors of PyTorch's schedulers, each with an optimizer of its own whose rate is 1 at first."""

    def __init__(self, case):
        self.per_epoch, self.per_update, self.plateau = [], [], []
        for name, settings in case["schedules"]:
            dummy = torch.optim.SGD([torch.zeros(1)], 1.0)
            lib = torch.optim.lr_scheduler
            if name == "step":
                self.per_epoch.append((dummy, lib.StepLR(dummy, settings["every"], settings["factor"])))
            elif name == "exponential":
                self.per_epoch.append((dummy, lib.ExponentialLR(dummy, settings["factor"])))
            elif name == "cosine":
                self.per_epoch.append((dummy, lib.CosineAnnealingLR(dummy, case["epochs"], settings.get("floor", 0))))
            elif name == "warm_up":
                self.per_update.append((dummy, lib.LinearLR(dummy, settings["start"], 1.0, settings["updates"])))
            else:
                self.plateau.append((dummy, lib.ReduceLROnPlateau(
                    dummy, factor=settings["factor"], patience=settings["patience"], threshold=settings["threshold"])))

    def factor(self):
        return math.prod(d.param_groups[0]["lr"] for d, _ in self.per_epoch + self.per_update + self.plateau)

    @staticmethod
    def advance(schedulers, *loss):
        for dummy, scheduler in schedulers:
            dummy.step()
            scheduler.step(*loss)


def run(case):
    stream = np.random.RandomState(case["seed"])
    classes = max(2, case["layers"][-1])

    def draw(rows):
        x = torch.tensor(stream.randn(rows, case["layers"][0]))
        return x, torch.tensor([stream.randint(0, classes) for _ in range(rows)])

    x, y = draw(case["rows"])
    vx, vy = draw(case["validation_rows"])
    net = Net(case, stream)
    orders = [stream.permutation(case["rows"]) for _ in range(case["epochs"])]
    seeds = [int(stream.randint(0, 2 ** 32)) for _ in case["dropout"]]
    net.masks = [np.random.RandomState(seed) for seed in seeds]
    step = optimizer(case, net)
    rates = Rates(case)
    stopping = case["early_stopping"]
    best, waited, best_epoch, best_outputs = math.inf, 0, None, None
    records = []
    for epoch, order in enumerate(orders, 1):
        total = 0.0
        for first in range(0, case["rows"], case["batch_size"]):
            rows = order[first:first + case["batch_size"]]
            losses = net.losses(x[rows], y[rows], True)
            total += losses.sum().item()
            weights = torch.tensor(case["class_weights"])[y[rows]] if case["class_weights"] else 1.0
            loss = (losses * weights).mean()
            loss = loss + case["l1"] * sum(w.abs().sum() for w in net.weights)
            loss = loss + case["l2"] / 2 * sum((w ** 2).sum() for w in net.weights)
            for p in net.parameters():
                p.grad = None
            loss.backward()
            if case["clip_norm"]:
                torch.nn.utils.clip_grad_norm_(net.parameters(), case["clip_norm"])
            if case["clip_value"]:
                torch.nn.utils.clip_grad_value_(net.parameters(), case["clip_value"])
            rate = case["learning_rate"] * rates.factor()
            for group in step.param_groups:
                group["lr"] = rate
            step.step()
            rates.advance(rates.per_update)
        with torch.no_grad():
            validation = net.losses(vx, vy, False).mean().item()
        records.append({"train_loss": total / case["rows"], "val_loss": validation, "learning_rate": rate})
        rates.advance(rates.per_epoch)
        rates.advance(rates.plateau, validation)
        if stopping:
            if validation < best - stopping["min_delta"]:
                best, waited, best_epoch = validation, 0, epoch
                best_outputs = net.outputs(vx).detach()
            else:
                waited += 1
                if waited >= stopping["patience"]:
                    break
    outputs = net.outputs(vx).detach()
    if stopping and stopping["restore_best"]:
        outputs = best_outputs
    return dict(case, records=records, best_epoch=best_epoch, outputs=outputs.flatten().tolist())


frozen.freeze("training", [run({**BASE, **case}) for case in CASES], pytorch=torch.__version__.split("+")[0])
