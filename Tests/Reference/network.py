"""Training runs of an independent network in NumPy, frozen for Lectern's tests.

Written from the definitions: every gradient by the chain rule, batches one after the other, no shortcuts but the two
that keep the output gradient finite. Run it from the package's folder:

    python3 Tests/Reference/network.py

It writes Tests/LearningTests/Frozen/network.json. The file says which versions made it.
"""

import json
import platform
from pathlib import Path

import numpy as np

ACTIVATE = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-np.clip(z, -500, 500))),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "linear": lambda z: z,
    "softmax": lambda z: (e := np.exp(z - z.max(axis=1, keepdims=True))) / e.sum(axis=1, keepdims=True),
}
SLOPE = {
    "sigmoid": lambda y: y * (1 - y),
    "tanh": lambda y: 1 - y**2,
    "relu": lambda y: (y > 0).astype(float),
    "linear": np.ones_like,
}
DEVIATION = {
    "he": lambda inputs, outputs: np.sqrt(2 / inputs),
    "glorot": lambda inputs, outputs: np.sqrt(2 / (inputs + outputs)),
    "lecun": lambda inputs, outputs: np.sqrt(1 / inputs),
}


def draw_weights(stream, layers, init):
    kind, value = init
    weights = []
    for inputs, outputs in zip(layers, layers[1:]):
        if kind in DEVIATION:
            weights.append(stream.standard_normal((inputs, outputs)) * DEVIATION[kind](inputs, outputs))
        elif kind == "normal":
            weights.append(stream.normal(0, value, (inputs, outputs)))
        elif kind == "uniform":
            weights.append(stream.uniform(-value, value, (inputs, outputs)))
        else:
            weights.append(np.zeros((inputs, outputs)))
    return weights


def forward(weights, biases, activations, x):
    outputs = [x]
    for weight, bias, activation in zip(weights, biases, activations):
        outputs.append(ACTIVATE[activation](outputs[-1] @ weight + bias))
    return outputs


def one_hot(labels, outputs):
    return labels[:, None].astype(float) if outputs == 1 else np.eye(outputs)[labels]


def classes(outputs):
    return (outputs[:, 0] > 0.5).astype(int) if outputs.shape[1] == 1 else outputs.argmax(axis=1)


def loss_value(loss, y, t):
    p = np.clip(y, 1e-15, 1 - 1e-15)
    if loss == "categorical_cross_entropy":
        return -np.sum(t * np.log(p)) / len(t)
    if loss == "binary_cross_entropy":
        return -np.sum(t * np.log(p) + (1 - t) * np.log(1 - p)) / len(t)
    return np.mean((y - t) ** 2)


def output_gradient(loss, activation, y, t):
    """The loss by the sums of the last layer, per row."""
    if (loss, activation) in [("categorical_cross_entropy", "softmax"), ("binary_cross_entropy", "sigmoid")]:
        return y - t
    by_output = {
        "categorical_cross_entropy": lambda: -t / y,
        "binary_cross_entropy": lambda: -t / y + (1 - t) / (1 - y),
        "mean_squared_error": lambda: 2 * (y - t) / t.shape[1],
    }[loss]()
    if activation != "softmax":
        return by_output * SLOPE[activation](y)
    jacobians = np.einsum("ij,jk->ijk", y, np.eye(y.shape[1])) - np.einsum("ij,ik->ijk", y, y)
    return np.einsum("ij,ijk->ik", by_output, jacobians)


def gradients(weights, outputs, activations, delta):
    by_weight, by_bias = [None] * len(weights), [None] * len(weights)
    for layer in reversed(range(len(weights))):
        by_weight[layer] = outputs[layer].T @ delta / len(delta)
        by_bias[layer] = delta.mean(axis=0)
        if layer:
            delta = delta @ weights[layer].T * SLOPE[activations[layer - 1]](outputs[layer])
    return by_weight, by_bias


def train(case, stream, x, labels, validation):
    weights = draw_weights(stream, case["layers"], case["init"])
    biases = [np.zeros(n) for n in case["layers"][1:]]
    activations, loss, report = case["activations"], case["loss"], case["report"]
    t = one_hot(labels, case["layers"][-1])
    records, norms = [], []
    for epoch in range(case["epochs"]):
        order = stream.permutation(len(x))
        total = 0.0
        for start in range(0, len(x), case["batch_size"]):
            rows = order[start : start + case["batch_size"]]
            outputs = forward(weights, biases, activations, x[rows])
            total += loss_value(report, outputs[-1], t[rows]) * len(rows)
            delta = output_gradient(loss, activations[-1], outputs[-1], t[rows])
            by_weight, by_bias = gradients(weights, outputs, activations, delta)
            norms.append(np.sqrt(sum(np.sum(g**2) for g in by_weight + by_bias)))
            for layer in range(len(weights)):
                weights[layer] -= case["learning_rate"] * by_weight[layer]
                biases[layer] -= case["learning_rate"] * by_bias[layer]
        if epoch % case["record_every"] == 0 or epoch == case["epochs"] - 1:
            record = {
                "epoch": epoch + 1,
                "trainLoss": total / len(x),
                "trainAccuracy": np.mean(classes(forward(weights, biases, activations, x)[-1]) == labels),
            }
            if validation:
                y = forward(weights, biases, activations, validation[0])[-1]
                record["validationLoss"] = loss_value(report, y, one_hot(validation[1], y.shape[1]))
                record["validationAccuracy"] = np.mean(classes(y) == validation[1])
            records.append(record)
    outputs = forward(weights, biases, activations, x)[-1]
    return {
        "records": records,
        "gradientNorm": norms[:: case["norm_step"]],
        "outputs": outputs[:5].ravel().tolist(),
        "weightSums": [float(np.sum(np.abs(w))) for w in weights],
        "biasSums": [float(np.sum(np.abs(b))) for b in biases],
    }


def draw_data(stream, rows, case):
    """Normals, those below the threshold set to 0, then labels."""
    x = stream.standard_normal((rows, case["layers"][0]))
    if case["threshold"] is not None:
        x[x < case["threshold"]] = 0
    return x, stream.randint(0, max(2, case["layers"][-1]), rows)


def case(name, layers, activations, loss, **options):
    defaults = dict(
        name=name, layers=layers, activations=activations, loss=loss, report=loss, init=["he", None],
        seed=42, rows=60, validation_rows=0, threshold=None, batch_size=16, learning_rate=0.1, epochs=5,
        record_every=1, norm_step=1,
    )
    return defaults | options


CCE, BCE, MSE = "categorical_cross_entropy", "binary_cross_entropy", "mean_squared_error"
CASES = [
    case("softmax", [7, 9, 3], ["relu", "softmax"], CCE, validation_rows=25),
    case("wide and sparse", [300, 33, 2], ["relu", "softmax"], CCE, threshold=1.2, rows=130, batch_size=64,
         validation_rows=40, learning_rate=0.5),
    case("sigmoid outputs", [6, 5, 4], ["sigmoid", "sigmoid"], BCE, report=CCE, init=["glorot", None]),
    case("one sigmoid output", [5, 8, 1], ["tanh", "sigmoid"], BCE, init=["lecun", None], validation_rows=11),
    case("one layer, sparse", [40, 3], ["softmax"], CCE, threshold=0.8, batch_size=7, learning_rate=1.0),
    case("squared error of softmax", [6, 11, 4], ["tanh", "softmax"], MSE, seed=3, learning_rate=0.7),
    case("squared error of lines", [6, 17, 2], ["relu", "linear"], MSE, seed=4, learning_rate=0.05),
    case("categorical of sigmoids", [6, 10, 3], ["tanh", "sigmoid"], CCE, report=BCE, seed=5),
    case("binary of softmax", [6, 10, 3], ["tanh", "softmax"], BCE, report=MSE, seed=6),
    case("deep", [20, 64, 64, 64, 5], ["relu", "relu", "relu", "softmax"], CCE, init=["normal", 0.1],
         rows=200, batch_size=8, learning_rate=0.5, epochs=4, norm_step=10),
    case("more rows than a chunk", [4, 6, 2], ["tanh", "softmax"], CCE, rows=700, batch_size=300, epochs=12,
         record_every=5, validation_rows=513, init=["uniform", 0.3], seed=7),
    case("zeros", [4, 6, 2], ["tanh", "softmax"], CCE, init=["zeros", None], epochs=2),
]


def xor():
    """The XOR network of the tutorial: the first draws after seed 42."""
    settings = case("xor", [2, 4, 2], ["sigmoid", "sigmoid"], BCE, report=CCE, rows=4, batch_size=4,
                    learning_rate=0.5, epochs=1000, record_every=100, norm_step=100)
    x = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    return settings | train(settings, np.random.RandomState(42), x, np.array([0, 1, 1, 0]), None)


def tutorial():
    """The vanishing and exploding networks of the tutorial, at their place in its stream of draws."""
    stream = np.random.RandomState(42)
    stream.standard_normal(2 * 4 + 4 * 2)
    for _ in range(1000):
        stream.permutation(4)
    stream.standard_normal(2000 * 64 + 64 * 2)
    for _ in range(50):
        stream.permutation(3308)
    for _ in range(9):
        stream.standard_normal(2000 * 32 + 32 * 2)
        for _ in range(50):
            stream.permutation(3308)
    common = dict(rows=500, epochs=20, norm_step=20)
    x = stream.standard_normal((500, 20))
    labels = stream.randint(0, 5, 500)
    runs = [
        case("vanishing", [20, 64, 64, 5], ["tanh", "tanh", "sigmoid"], BCE, report=CCE, init=["normal", 0.01],
             batch_size=16, learning_rate=0.01, **common),
        case("exploding", [20, 64, 64, 64, 5], ["relu", "relu", "relu", "softmax"], CCE, init=["normal", 0.1],
             batch_size=8, learning_rate=3.0, **common),
    ]
    return [run | train(run, stream, x, labels, None) for run in runs]


def main():
    results = []
    for settings in CASES:
        stream = np.random.RandomState(settings["seed"])
        x, labels = draw_data(stream, settings["rows"], settings)
        validation = draw_data(stream, settings["validation_rows"], settings) if settings["validation_rows"] else None
        results.append(settings | train(settings, stream, x, labels, validation))
    frozen = {
        "madeBy": f"Tests/Reference/network.py, Python {platform.python_version()}, NumPy {np.__version__}",
        "cases": results,
        "xor": xor(),
        "tutorial": tutorial(),
    }
    path = Path(__file__).parent.parent / "LearningTests" / "Frozen" / "network.json"
    path.write_text(json.dumps(frozen, indent=None, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")


if __name__ == "__main__":
    main()
