# %% The work of Lectern's tutorial as a notebook: the cells of dense_network.py come first.
import os

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.model_selection import train_test_split

np.random.seed(42)


def draw(curves, title):
    plt.figure(figsize=(9, 5))
    for label, values in curves.items():
        plt.plot(values, label=label)
    plt.title(title)
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    plt.legend()
    plt.show()


def draw_norm_and_loss(history, title):
    """Beside each other, the gradient's norm by update and the loss by epoch."""
    plt.figure(figsize=(10, 4))
    panels = (("norm", "Update", "Gradient norm"), ("train_loss", "Epoch", "Loss"))
    for place, (values, x, y) in enumerate(panels):
        plt.subplot(1, 2, place + 1)
        plt.plot(history[values])
        plt.title(title)
        plt.xlabel(x)
        plt.ylabel(y)
    plt.tight_layout()
    plt.show()


# %% XOR
corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
corner_targets = one_hot([0, 1, 1, 0], 2)
xor = DenseNetwork([2, 4, 2], ["sigmoid", "sigmoid"])
xor_history = xor.train(corners, corner_targets, 4, 0.5, 1000, record_every=100)
print("accuracy:", accuracy(xor.predict(corners), corner_targets))
draw({"training": xor_history["train_loss"]}, "XOR")

# %% The mails
mails = pd.read_csv(os.environ["BENCH_MAILS"])
mails.head()

# %% Three parts
rest, test = train_test_split(mails, test_size=0.2, stratify=mails["label_num"], random_state=42)
train, held_out = train_test_split(rest, test_size=0.2, stratify=rest["label_num"], random_state=42)
print(len(train), len(held_out), len(test))

# %% Words to numbers
vectorizer = TfidfVectorizer(stop_words="english", max_features=2000)
train_rows = vectorizer.fit_transform(train["text"]).toarray()
held_out_rows = vectorizer.transform(held_out["text"]).toarray()
test_rows = vectorizer.transform(test["text"]).toarray()
train_targets = one_hot(train["label_num"].to_numpy(), 2)
held_out_targets = one_hot(held_out["label_num"].to_numpy(), 2)
width = train_rows.shape[1]

# %% Spam or ham
spam = DenseNetwork([width, 64, 2], ["relu", "softmax"])
history = spam.train(train_rows, train_targets, 64, 0.2, 50, held_out=(held_out_rows, held_out_targets))
for epoch, numbers in enumerate(zip(*[history[name] for name in ("train_loss", "train_acc", "val_loss", "val_acc")])):
    print(f"Epoch {epoch + 1}/50", *[f"{number:.4f}" for number in numbers])

# %% On the test part
predicted = spam.predict(test_rows).argmax(axis=1)
print(classification_report(test["label_num"], predicted))
sns.heatmap(confusion_matrix(test["label_num"], predicted), annot=True, fmt="d", cmap="Blues")
plt.show()

# %% The curves
draw({"training": history["train_loss"], "validation": history["val_loss"]}, "Spam or ham")

# %% Batch sizes and learning rates
curves = {}
for batch_size in (32, 128, 512):
    for rate in (0.001, 0.01, 0.1):
        network = DenseNetwork([width, 32, 2], ["relu", "softmax"])
        run = network.train(
            train_rows, train_targets, batch_size, rate, 50, held_out=(held_out_rows, held_out_targets)
        )
        curves[f"{batch_size}, {rate}"] = run["train_loss"]
draw(curves, "Batch size, learning rate")

# %% Noise
noise = np.random.randn(500, 20)
noise_targets = one_hot(np.random.randint(0, 5, 500), 5)

# %% Tiny weights
tiny = DenseNetwork([20, 64, 64, 5], ["tanh", "tanh", "sigmoid"], deviation=0.01)
tiny_history = tiny.train(noise, noise_targets, 16, 0.01, 20, tracks_norm=True)
draw_norm_and_loss(tiny_history, "Tiny weights")

# %% Large weights
large = DenseNetwork([20, 64, 64, 64, 5], ["relu", "relu", "relu", "softmax"], deviation=0.1)
large_history = large.train(noise, noise_targets, 8, 3.0, 20, tracks_norm=True)
draw_norm_and_loss(large_history, "Large weights")
