"""A feedforward network on dense NumPy arrays: the textbook way, which Lectern is measured against."""

import numpy as np


def sigmoid(sums):
    return 1 / (1 + np.exp(-np.clip(sums, -500, 500)))


def softmax(sums):
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda sums: np.maximum(0, sums),
    "softmax": softmax,
}

# The derivatives, from the activations themselves.
SLOPES = {
    "sigmoid": lambda outputs: outputs * (1 - outputs),
    "tanh": lambda outputs: 1 - outputs**2,
    "relu": lambda outputs: (outputs > 0).astype(outputs.dtype),
}


def cross_entropy(targets, outputs):
    likely = np.clip(outputs, 1e-15, 1 - 1e-15)
    return -(targets * np.log(likely)).sum() / len(targets)


def one_hot(labels, classes, dtype=np.float64):
    return np.eye(classes, dtype=dtype)[labels]


def accuracy(outputs, targets):
    return (outputs.argmax(axis=1) == targets.argmax(axis=1)).mean()


class DenseNetwork:
    """Weights are drawn layer by layer from `random`, by default NumPy's global stream; biases start at 0."""

    def __init__(self, layers, activations, deviation=None, random=np.random, dtype=np.float64):
        self.activations = activations
        self.random = random
        self.weights = []
        self.biases = []
        for inputs, outputs in zip(layers, layers[1:]):
            spread = np.sqrt(2 / inputs) if deviation is None else deviation
            self.weights.append((random.randn(inputs, outputs) * spread).astype(dtype))
            self.biases.append(np.zeros((1, outputs), dtype=dtype))

    def forward(self, features):
        """The outputs of all layers, the features being the first."""
        outputs = [features]
        for weights, bias, activation in zip(self.weights, self.biases, self.activations):
            outputs.append(ACTIVATIONS[activation](outputs[-1] @ weights + bias))
        return outputs

    def predict(self, features):
        return self.forward(features)[-1]

    def gradients(self, outputs, targets):
        """Per layer the derivatives by weights and by biases, averaged over the rows.

        Softmax with cross-entropy and sigmoid with binary cross-entropy share one error: output minus target.
        """
        rows = len(targets)
        error = outputs[-1] - targets
        gradients = []
        for layer in reversed(range(len(self.weights))):
            by_weights = outputs[layer].T @ error / rows
            gradients.append((by_weights, error.sum(axis=0, keepdims=True) / rows))
            if layer > 0:
                error = error @ self.weights[layer].T * SLOPES[self.activations[layer - 1]](outputs[layer])
        return gradients[::-1]

    def step(self, features, targets, rate):
        """One update; returns the loss before it."""
        outputs = self.forward(features)
        for layer, (by_weights, by_bias) in enumerate(self.gradients(outputs, targets)):
            self.weights[layer] -= rate * by_weights
            self.biases[layer] -= rate * by_bias
        return cross_entropy(targets, outputs[-1])

    def gradient_norm(self, features, targets):
        gradients = self.gradients(self.forward(features), targets)
        return np.sqrt(sum((part**2).sum() for pair in gradients for part in pair))

    def train(self, features, targets, batch_size, rate, epochs, held_out=None, record_every=1, tracks_norm=False):
        """The history: training loss and accuracy, those of the held-out pair, and the norm of every gradient."""
        history = {name: [] for name in ("train_loss", "train_acc", "val_loss", "val_acc", "norm")}
        for epoch in range(epochs):
            order = self.random.permutation(len(features))
            shuffled, shuffled_targets = features[order], targets[order]
            total = 0
            for start in range(0, len(features), batch_size):
                batch = shuffled[start : start + batch_size]
                batch_targets = shuffled_targets[start : start + batch_size]
                if tracks_norm:
                    history["norm"].append(self.gradient_norm(batch, batch_targets))
                total += self.step(batch, batch_targets, rate) * len(batch)
            if epoch % record_every == 0 or epoch == epochs - 1:
                history["train_loss"].append(total / len(features))
                history["train_acc"].append(accuracy(self.predict(features), targets))
                if held_out is not None:
                    outputs = self.predict(held_out[0])
                    history["val_loss"].append(cross_entropy(held_out[1], outputs))
                    history["val_acc"].append(accuracy(outputs, held_out[1]))
        return history
