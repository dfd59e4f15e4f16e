"""Training on numbers instead of classes by the network of network.py, and scikit-learn's scores of predictions."""

import warnings

import numpy
from frozen import freeze
from network import draw_weights, forward, gradients, loss_value, output_gradient
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score, root_mean_squared_error

warnings.simplefilter("ignore")
LOSS = "mean_squared_error"


def run(name, layers, activations, rows, validation_rows, batch_size, rate, epochs, seed):
    """Draws features, targets, weights and orders from one stream, and trains."""
    stream = numpy.random.RandomState(seed)
    x, t = stream.standard_normal((rows, layers[0])), stream.normal(3, 2, (rows, layers[-1]))
    v, u = stream.standard_normal((validation_rows, layers[0])), stream.normal(3, 2, (validation_rows, layers[-1]))
    weights = draw_weights(stream, layers, ("he", None))
    biases = [numpy.zeros(n) for n in layers[1:]]
    losses, validation_losses = [], []
    for _ in range(epochs):
        order, total = stream.permutation(rows), 0.0
        for start in range(0, rows, batch_size):
            chosen = order[start : start + batch_size]
            outputs = forward(weights, biases, activations, x[chosen])
            total += loss_value(LOSS, outputs[-1], t[chosen]) * len(chosen)
            delta = output_gradient(LOSS, activations[-1], outputs[-1], t[chosen])
            for layer, (w, b) in enumerate(zip(*gradients(weights, outputs, activations, delta))):
                weights[layer] -= rate * w
                biases[layer] -= rate * b
        losses.append(total / rows)
        validation_losses.append(loss_value(LOSS, forward(weights, biases, activations, v)[-1], u))
    predicted = forward(weights, biases, activations, v)[-1]
    return {
        "name": name, "layers": layers, "activations": activations, "rows": rows, "validationRows": validation_rows,
        "batchSize": batch_size, "learningRate": rate, "epochs": epochs, "seed": seed, "trainLoss": losses,
        "validationLoss": validation_losses, "predicted": predicted.ravel().tolist(), **scores(u, predicted),
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
