"""A thousand random files as Python's csv module writes them in any style, and the cells that it reads back."""

import csv
import io
import random

from frozen import freeze

ALPHABET = 'ab1 é,;\t"\'\n\r😀'


def cell(generator):
    return "".join(generator.choice(ALPHABET) for _ in range(generator.choice([0, 1, 2, 4])))


def case(generator):
    delimiter = generator.choice([",", ";", "\t", "|"])
    columns = generator.randint(2, 4)
    rows = [[cell(generator) for _ in range(columns)] for _ in range(generator.randint(1, 3))]
    file = io.StringIO(newline="")
    writer = csv.writer(
        file,
        delimiter=delimiter,
        lineterminator=generator.choice(["\n", "\r\n"]),
        quoting=generator.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    )
    writer.writerows(rows)
    text = file.getvalue()
    # A line of nothing but blanks is no record, as for pandas.
    lines = text.replace("\r", "\n").split("\n")
    if any(line and not line.strip(" \t") for line in lines):
        return case(generator)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    # The writer leaves a lone carriage return without quotes, and then the reader finds another record.
    if read != rows:
        return case(generator)
    return {"text": text, "delimiter": delimiter, "rows": read}


generator = random.Random(6)
freeze("csvfiles", [case(generator) for _ in range(1000)])
