"""scikit-learn's TfidfVectorizer on small texts; equal counts at the cut fall as in NumPy's scalar sort, or by name."""

import random
import warnings

import scalar  # noqa: F401, before NumPy
import numpy
from frozen import freeze
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

ASCII = """the cat sat on mat Dog's don't we've x1 a I 42 7 under_score __ re-use WORD Word e.g. not never
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau""".split()
UNICODE = """Ärger ärger Straße STRASSE ΟΔΥΣΣΕΎΣ Σ ΑΣ. ΑΣ’ ΣΑΣ'Α İstanbul ISTANBUL e\u0301te\u0301 été ÉTÉ 東京 東 京都
½ ²³ ٣٤ Ⅷ ⅷ x² na\u0308ive naïve ǅ ǆungla Ωmega \u2126mega k\u212a K ﬁn ｆｕｌｌ ᏣᎳᎩ ꭰꭱ 𐐀𐐁 𝒳𝒴 🎉 a🎉b — … нет НЕТ Ё ё
שלום שָׁלוֹם हिन्दी ไทย \u00ad\u00adsoft\u00adhyphen zero\u200dwidth \u1e9eeta ᾼι ΌΣΟΣ\u0301 Σ\u0301Σ""".split()


def texts(words, count):
    result = []
    for _ in range(count):
        length = random.choice([0, 1, 5, 12, 25])
        result.append(random.choice([" ", ", ", "\n", "\r\n"]).join(random.choices(words, k=length)))
    return result


def by_name(documents, limit, **options):
    """The vocabulary that a stable sort of the counts keeps."""
    counter = CountVectorizer(**options)
    totals = numpy.asarray(counter.fit_transform(documents).sum(axis=0)).ravel()
    names = counter.get_feature_names_out()
    return sorted(names[index] for index in numpy.argsort(-totals, kind="stable")[:limit])


def case(documents, others, limit, stop_words, min_df, max_df, ngrams, ties):
    options = dict(stop_words=stop_words, min_df=min_df, max_df=max_df, ngram_range=ngrams)
    if ties == "alphabetical" and limit is not None:
        vectorizer = TfidfVectorizer(vocabulary=by_name(documents, limit, **options),
                                     stop_words=stop_words, ngram_range=ngrams)
    else:
        vectorizer = TfidfVectorizer(max_features=limit, **options)
    matrix = vectorizer.fit_transform(documents)
    other = vectorizer.transform(others)

    def rows(matrix):
        matrix = matrix.tocsr()
        matrix.sort_indices()
        return {"rowStarts": matrix.indptr.tolist(), "columns": matrix.indices.tolist(),
                "elements": matrix.data.tolist()}

    return {
        "texts": documents, "others": others, "maxFeatures": limit, "stopWords": stop_words or "none",
        "minDF": min_df, "maxDF": max_df, "minIsShare": isinstance(min_df, float),
        "maxIsShare": isinstance(max_df, float), "ngrams": list(ngrams), "ties": ties,
        "vocabulary": vectorizer.get_feature_names_out().tolist(), "idf": vectorizer.idf_.tolist(),
        "fitted": rows(matrix), "transformed": rows(other),
    }


# A vocabulary with capitals that have no small letter, such as the mathematical ones, is nothing to warn of.
warnings.filterwarnings("ignore", message="Upper case characters")
random.seed(3)
cases = []
while len(cases) < 40:
    words = random.choice([ASCII, UNICODE, ASCII + UNICODE])
    try:
        cases.append(case(
            texts(words, random.randint(2, 12)), texts(words, 2),
            random.choice([None, 1, 5, 12, 25]), random.choice([None, "english"]),
            random.choice([1, 1, 2, 0.2]), random.choice([1.0, 1.0, 0.7, 6]),
            random.choice([(1, 1), (1, 1), (1, 2), (2, 3)]), random.choice(["alphabetical", "numpy"])))
    except ValueError:
        pass
# Lists of their own: lower-case words, as scikit-learn wants them.
for stop_words in [["ärger", "straße", "東京", "x²"], ["the", "alpha", "never", "word"]]:
    cases.append(case(texts(ASCII + UNICODE, 12), texts(ASCII + UNICODE, 2), 25, stop_words, 1, 1.0, (1, 2), "numpy"))
freeze("tfidf", cases)
