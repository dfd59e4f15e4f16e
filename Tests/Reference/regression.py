"""Training on numbers instead of classes by the network of network.py, scikit-learn's scores of predictions, and its
TransformedTargetRegressor around that network."""

import warnings

import numpy
from frozen import freeze
from network import draw_weights, forward, gradients, loss_value, output_gradient
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.compose import TransformedTargetRegressor
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score, root_mean_squared_error
from sklearn.preprocessing import MinMaxScaler, StandardScaler

warnings.simplefilter("ignore")
LOSS = "mean_squared_error"


class Network(RegressorMixin, BaseEstimator):
    """The network of network.py as an estimator, whose weights and orders are drawn from one stream."""

    def __init__(self, layers, activations, batch_size, rate, epochs, stream):
        self.layers, self.activations, self.batch_size = layers, activations, batch_size
        self.rate, self.epochs, self.stream = rate, epochs, stream

    def fit(self, x, t, after_epoch=lambda: None):
        t = t.reshape(len(x), -1)
        self.weights_ = draw_weights(self.stream, self.layers, ("he", None))
        self.biases_ = [numpy.zeros(n) for n in self.layers[1:]]
        self.losses_ = []
        for _ in range(self.epochs):
            order, total = self.stream.permutation(len(x)), 0.0
            for start in range(0, len(x), self.batch_size):
                chosen = order[start : start + self.batch_size]
                outputs = forward(self.weights_, self.biases_, self.activations, x[chosen])
                total += loss_value(LOSS, outputs[-1], t[chosen]) * len(chosen)
                delta = output_gradient(LOSS, self.activations[-1], outputs[-1], t[chosen])
                steps = gradients(self.weights_, outputs, self.activations, delta)
                for layer, (w, b) in enumerate(zip(*steps)):
                    self.weights_[layer] -= self.rate * w
                    self.biases_[layer] -= self.rate * b
            self.losses_.append(total / len(x))
            after_epoch()
        return self

    def predict(self, x):
        return forward(self.weights_, self.biases_, self.activations, x)[-1]


def run(name, layers, activations, rows, validation_rows, batch_size, rate, epochs, seed):
    """Draws features, targets, weights and orders from one stream, and trains."""
    stream = numpy.random.RandomState(seed)
    x, t = stream.standard_normal((rows, layers[0])), stream.normal(3, 2, (rows, layers[-1]))
    v, u = stream.standard_normal((validation_rows, layers[0])), stream.normal(3, 2, (validation_rows, layers[-1]))
    validation_losses = []
    network = Network(layers, activations, batch_size, rate, epochs, stream)
    network.fit(x, t, lambda: validation_losses.append(loss_value(LOSS, network.predict(v), u)))
    predicted = network.predict(v)
    return {
        "name": name, "layers": layers, "activations": activations, "rows": rows, "validationRows": validation_rows,
        "batchSize": batch_size, "learningRate": rate, "epochs": epochs, "seed": seed, "trainLoss": network.losses_,
        "validationLoss": validation_losses, "predicted": predicted.ravel().tolist(), **scores(u, predicted),
    }


def scaled(name, scale, layers, rows, validation_rows, mean, deviation, seed):
    """Draws as run does, with targets far from 1, and trains on scaled ones."""
    stream = numpy.random.RandomState(seed)
    x, t = stream.standard_normal((rows, layers[0])), stream.normal(mean, deviation, (rows, layers[-1]))
    v, u = stream.standard_normal((validation_rows, layers[0])), stream.normal(mean, deviation, (validation_rows, layers[-1]))
    activations = ["tanh"] * (len(layers) - 2) + ["linear"]
    network = Network(layers, activations, 8, 0.05, 6, stream)
    scaler = {"standard": StandardScaler, "minmax": MinMaxScaler}[scale]()
    # The network's stream must not be copied, as clones of estimators copy it.
    network.__sklearn_clone__ = lambda: network
    model = TransformedTargetRegressor(network, transformer=scaler, check_inverse=False).fit(x, t)
    predicted = model.predict(v).reshape(validation_rows, -1)
    return {
        "name": name, "scale": scale, "layers": layers, "activations": activations, "rows": rows,
        "validationRows": validation_rows, "batchSize": 8, "learningRate": 0.05, "epochs": 6, "seed": seed,
        "targetMean": mean, "targetDeviation": deviation, "trainLoss": network.losses_,
        "validationLoss": [], "predicted": predicted.ravel().tolist(), **scores(u, predicted),
    }


def scores(truth, predicted):
    r2 = r2_score(truth, predicted)
    return {
        "r2": None if numpy.isnan(r2) else float(r2), "meanSquaredError": float(mean_squared_error(truth, predicted)),
        "rootMeanSquaredError": float(root_mean_squared_error(truth, predicted)),
        "meanAbsoluteError": float(mean_absolute_error(truth, predicted)),
    }


freeze("regression", [
    run("one target", [3, 8, 1], ["tanh", "linear"], 50, 20, 16, 0.05, 6, 1),
    run("three targets", [5, 12, 3], ["relu", "linear"], 70, 9, 8, 0.02, 4, 2),
    run("no hidden layer", [4, 1], ["linear"], 33, 12, 33, 0.1, 12, 3),
    run("an output that bends", [2, 6, 2], ["sigmoid", "relu"], 40, 15, 10, 0.05, 5, 4),
])

freeze("scaledtargets", [
    scaled("standard", "standard", [3, 8, 1], 50, 20, 250_000, 40_000, 11),
    scaled("three targets", "standard", [2, 6, 3], 40, 9, -0.003, 0.0002, 12),
    scaled("minmax", "minmax", [4, 5, 1], 33, 12, 1e6, 3e5, 13),
    scaled("two of minmax", "minmax", [1, 2], 21, 8, 70, 1000, 14),
])

stream = numpy.random.RandomState(7)
pairs = [(t := stream.normal(5, 3, (rows, columns)), t + stream.normal(0, noise, (rows, columns)))
         for rows, columns, noise in [(2, 1, 0.5), (40, 1, 0.2), (25, 3, 4.0), (60, 2, 0.01)]]
constant = numpy.full((5, 1), 2.5)
mixed = numpy.c_[constant, stream.normal(0, 1, 5)]
pairs += [
    (constant, constant), (constant, constant + 1), (constant, constant + numpy.arange(5.0)[:, None]),
    (mixed, mixed + 0.5), (numpy.array([[4.0]]), numpy.array([[4.0]])), (numpy.array([[4.0]]), numpy.array([[1.0]])),
]
freeze("regressionscores", [
    {"rows": len(t), "truth": t.ravel().tolist(), "predicted": p.ravel().tolist(), **scores(t, p)} for t, p in pairs])
