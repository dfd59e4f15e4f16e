"""Tables whose numbers have a comma before their decimals, as pandas reads them."""

import io
import random

import pandas
from frozen import freeze


def number(generator):
    whole = str(generator.randrange(10 ** generator.choice([1, 3, 6, 17])))
    decimals = "".join(generator.choice("0123456789") for _ in range(generator.choice([0, 1, 2, 12, 20])))
    exponent = generator.choice(["", "", "", "e5", "E-7", "E+12"])
    text = generator.choice([whole, whole + "," + decimals, "," + (decimals or "0")])
    return generator.choice(["", "", "-", "+"]) + text + exponent


def case(generator):
    columns = generator.randint(1, 3)
    rows = [[number(generator) for _ in range(columns)] for _ in range(generator.randint(1, 8))]
    lines = [[f"x{index}" for index in range(columns)]] + rows
    text = "".join(";".join(line) + "\n" for line in lines)
    table = pandas.read_csv(io.StringIO(text), sep=";", decimal=",")
    return {"text": text, "rows": table.astype(float).values.tolist()}


generator = random.Random(27)
freeze("decimals", [case(generator) for _ in range(200)], pandas=pandas.__version__)
