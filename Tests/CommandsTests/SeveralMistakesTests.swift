import Testing

/// One mistake must neither hide another one nor be the only ground for a second message.
@Suite("Several mistakes in one block")
struct SeveralMistakesTests {
  @Test(arguments: [
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «0»\nbatch_size: «0»\nlearning_rate: «-1»\nl2: «-2»",
      [
        "'epochs' is from 1 to 10000000, not 0", "'batch_size' is from 1 to 1000000000, not 0",
        "'learning_rate' is above 0, not -1", "'l2' is at least 0, not -2",
      ]
    ),
    (
      "{network a}\nlayers: [«two», «0», «three», 2]\nactivations: [relu, relu, softmax]",
      [
        "'layers' is a list, each entry a whole number or auto, not 'two'",
        "'layers' is from 1 to 10000000, not 0",
        "'layers' is a list, each entry a whole number or auto, not 'three'",
      ]
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nschedule: [«linaer», {step: {every: «0»}}]",
      [
        "'linaer' is not a schedule; there are step, exponential, cosine, warm_up, plateau",
        "'every' is from 1 to 1000000000, not 0",
      ]
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, «0»], activations: [«softmaks»], seed: «-1»}\ndata: points\nepochs: [1, «0»]\nbatch_size: «0»",
      [
        "'layers' is from 1 to 10000000, not 0",
        "'activations' is sigmoid, tanh, relu, leaky_relu, softmax or linear, not 'softmaks'; did you mean 'softmax'?",
        "'seed' is from 0 to 4294967295, not -1", "'epochs' is from 1 to 10000000, not 0",
        "'batch_size' is from 1 to 1000000000, not 0",
      ]
    ),
  ])
  func inOptionsAreAllTold(_ block: String, _ messages: [String]) {
    expectMistakes(lesson(block), messages)
  }

  @Test(arguments: [
    (
      "{network a}\nlayers: [3, 2]\nactivations: [softmax]\n```\n```{train b}\nnetwork: «a»\ndata: points\nbatch_size: «0»\n«learning_rat»: 1",
      [
        "the network takes 3 inputs, but 'points' has 2 columns",
        "'batch_size' is from 1 to 1000000000, not 0",
        "unknown option 'learning_rat' in 'train'; did you mean 'learning_rate'?",
      ]
    ),
    (
      "{data a}\nsource: builtin:emails\nrows: «0»\ntext: «body»\n«columns»: 2",
      [
        "'rows' is from 1 to 10000000, not 0",
        "there is no column 'body'; the columns are label, text, label_num",
        "'columns' does not apply to builtin:emails",
      ]
    ),
    (
      "{data a}\nsource: builtin:blobs\nnoise: «-1»\n«size»: 8",
      ["'noise' is at least 0, not -1", "'size' does not apply to builtin:blobs"]
    ),
    (
      "{network a}\nlayers: [2, «auto», 2]\nactivations: [relu, softmax]\nprecision: «float16»\ndata: points",
      [
        "only the first and the last layer can be auto",
        "'precision' is float64 or float32, not 'float16'; did you mean 'float64'?",
      ]
    ),
    (
      "{network a}\nlayers: [2, 3, 1]\nactivations: [tanh, sigmoid]\nloss: «categorical_cross_entropy»\ndropout: «2»",
      [
        "categorical_cross_entropy does not fit one output with sigmoid",
        "'dropout' is from 0 to below 1, not 2",
      ]
    ),
    (
      "{sweep a}\nnetwork: {layers: «[3, 2]», activations: [softmax], seed: «-1»}\ndata: points\nepochs: [1, «0»]",
      [
        "the network takes 3 inputs, but 'points' has 2 columns",
        "'seed' is from 0 to 4294967295, not -1", "'epochs' is from 1 to 10000000, not 0",
      ]
    ),
    (
      "{«sweep» a}\nnetwork: {layers: «[3, 2]», activations: [softmax]}\ndata: points",
      [
        "a sweep needs a list: of batch_size, learning_rate or epochs",
        "the network takes 3 inputs, but 'points' has 2 columns",
      ]
    ),
    (
      "{evaluate a}\nrun: trained\non: «test»\nthreshold: «2»",
      [
        "the data of 'trained' has no test part; it has train",
        "'threshold' is from 0 to 1, not 2",
      ]
    ),
    (
      "{tfidf a}\ndata: «points»\nmax_features: «0»",
      [
        "'points' has no text: 'data' says which column is text with 'text:'",
        "'max_features' is from 1 to 10000000, not 0",
      ]
    ),
  ])
  func ofOptionsHideNoneOfTheRest(_ block: String, _ messages: [String]) {
    expectMistakes(lesson(block), messages)
  }

  /// With the default in the place of what is wrong, each of these blocks would have a second mistake.
  @Test(arguments: [
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «0»\nsnapshots: [20]",
      "'epochs' is from 1 to 10000000, not 0"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\n«epoch»: 30\nsnapshots: [20]",
      "unknown option 'epoch' in 'train'; did you mean 'epochs'?"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\n«passes»: 30\nsnapshots: [20]",
      "unknown option 'passes' in 'train'"
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\n«epoch»: [1, 2]",
      "unknown option 'epoch' in 'sweep'; did you mean 'epochs'?"
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax], «epochs»: [1, 2]}\ndata: points",
      "unknown option 'epochs' in 'network'"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: «softmax»",
      "'activations' is a list, each entry sigmoid, tanh, relu, leaky_relu, softmax or linear, not 'softmax'"
    ),
    (
      "{network a}\nlayers: «2»\nactivations: [softmax]",
      "'layers' is a list, each entry a whole number or auto, not '2'"
    ),
    (
      "{tfidf a}\ndata: mails\nmin_df: «many»\nmax_df: 0",
      "'min_df' is a whole number of texts, or a share from 0.0 to 1.0, not 'many'"
    ),
    ("{data a}\n«sorce»: builtin:xor", "unknown option 'sorce' in 'data'; did you mean 'source'?"),
    (
      "{plot}\n«line»: trained.train_loss\nsmooth: 0.5",
      "unknown option 'line' in 'plot'; did you mean 'lines'?"
    ),
    (
      "{plot}\nlines: trained.«los»\nfacet: learning_rate",
      "'trained', a run, has no 'los'; it has epoch, train_loss or train_acc"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «0»\n```\n```{show}\nvalue: a.train_loss[50]",
      "'epochs' is from 1 to 10000000, not 0"
    ),
  ])
  func areNotMadeOfOne(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }

  @Test func inBlocksBelowAreFoundWhereTheMistakeLeavesNothingOpen() {
    expectMistakes(
      lesson(
        "{train a}\nnetwork: small\ndata: points\nbatch_size: «0»\nepochs: 3\n```\n```{show}\nvalue: a.train_loss«[50]»"
      ),
      ["'batch_size' is from 1 to 1000000000, not 0", "there are only 3 elements"])
  }
}
