import Commands
import LessonTesting
import Testing

@Suite("Networks and their data, before anything runs")
struct NetworkCheckTests {
  @Test func countActivationsAsTheTutorialDoesNot() {
    expectMistakes(
      """
      ```{network vanishing}
      layers: [20, 64, 64, 64, 64, 5]
      activations: «[sigmoid, sigmoid, sigmoid, sigmoid, sigmoid, softmax]»
      ```
      """,
      [
        "6 layers take 5 activations, one for each layer after the first; there are 6"
      ])
  }

  @Test(arguments: [
    (
      "layers: [2, 3, 2]\nactivations: «[softmax]»",
      "3 layers take 2 activations, one for each layer after the first; there is 1"
    ),
    (
      "layers: [2, 2]\nactivations: «[]»",
      "2 layers take 1 activation, one for each layer after the first; there are 0"
    ),
    ("layers: «[2]»\nactivations: []", "a network has at least two layers: inputs and outputs"),
    ("layers: «[]»\nactivations: []", "a network has at least two layers: inputs and outputs"),
    ("layers: [2, 3, 2]\nactivations: [«softmax», softmax]", "softmax is for the last layer only"),
    (
      "layers: [2, 1]\nactivations: [«softmax»]",
      "softmax over one output is always 1; use sigmoid, or one output per class"
    ),
    (
      "layers: [2, 1]\nactivations: [sigmoid]\nloss: «categorical_cross_entropy»",
      "categorical_cross_entropy does not fit one output with sigmoid"
    ),
    (
      "layers: [2, 2]\nactivations: [linear]\nloss: «categorical_cross_entropy»",
      "categorical_cross_entropy does not fit 2 outputs with linear"
    ),
    (
      "layers: [2, 2]\nactivations: [tanh]\nloss: «binary_cross_entropy»",
      "binary_cross_entropy does not fit 2 outputs with tanh"
    ),
    (
      "layers: [«auto», 2]\nactivations: [softmax]",
      "auto takes its size from data; say which with 'data:'"
    ),
    (
      "layers: [2, «auto», 2]\nactivations: [tanh, softmax]\ndata: points",
      "only the first and the last layer can be auto"
    ),
    (
      "layers: [2, 2]\nactivations: [softmax]\n«data»: points",
      "'data' is only for layers that are auto"
    ),
    (
      "layers: «[100000, 100000]»\nactivations: [softmax]",
      "this network has more than 1000000000 parameters"
    ),
    (
      "layers: «[10000000, 10000000, 10000000]»\nactivations: [tanh, softmax]",
      "this network has more than 1000000000 parameters"
    ),
    (
      "layers: «[auto, 10000000, 97, auto]»\nactivations: [tanh, tanh, softmax]\ndata: points",
      "this network has more than 1000000000 parameters"
    ),
  ])
  func mustMakeSense(_ body: String, _ message: String) {
    expectMistakes(lesson("{network a}\n\(body)"), [message])
  }

  /// Nothing holds back an output that is not the right one, so the loss falls to 0 where every class is sure.
  @Test func warnOfSigmoidOutputsThatFollowTheRightClassAlone() {
    let message =
      "warning: categorical_cross_entropy looks at the output of the right class alone, so sigmoid"
      + " outputs, which need not add up to 1, learn to be 1 for every class; use softmax, or"
      + " binary_cross_entropy"
    let data = "```{data three}\nsource: builtin:gaussian\nclasses: 3\n```\n"
    let loss = "«categorical_cross_entropy»"
    expectMistakes(
      data
        + "```{network a}\nlayers: [2, 4, auto]\nactivations: [tanh, sigmoid]\ndata: three\n"
        + "loss: \(loss)\n```\n```{train b}\nnetwork: a\ndata: three\n```\n", [message])
    expectMistakes(
      data + "```{sweep b}\ndata: three\nepochs: [1, 2]\n"
        + "network: {layers: [2, [4, 6], 3], activations: [tanh, sigmoid], loss: \(loss)}\n```\n",
      [message])
    // What is reported is not what is followed.
    expectMistakes(
      data + "```{network a}\nlayers: [2, 3]\nactivations: [sigmoid]\n```\n"
        + "```{train b}\nnetwork: a\ndata: three\nreport_loss: categorical_cross_entropy\n```\n", []
    )
  }

  @Test(arguments: [
    ("[3, 2]", "[softmax]", "points", "the network takes 3 inputs, but 'points' has 2 columns"),
    ("[1, 2]", "[softmax]", "points", "the network takes 1 input, but 'points' has 2 columns"),
    ("[2, 3]", "[softmax]", "points", "the network has 3 outputs, but 'points' has 2 classes"),
    (
      "[21, 2]", "[softmax]", "words",
      "the network takes 21 inputs, but 'words' has at most 20 columns"
    ),
    ("[2, 1]", "[sigmoid]", "five", "the network has 1 output, but 'five' has 5 classes"),
  ])
  func mustFitTheirData(_ layers: String, _ activations: String, _ data: String, _ message: String)
  {
    let five = "```{data five}\nsource: builtin:gaussian\nclasses: 5\n```\n"
    let network = "```{network a}\nlayers: \(layers)\nactivations: \(activations)\n```\n"
    expectMistakes(
      fixture + five + network + "```{train b}\nnetwork: «a»\ndata: \(data)\n```\n", [message])
    expectMistakes(
      fixture + five
        + "```{sweep b}\nnetwork: {layers: «\(layers)», activations: \(activations)}\n"
        + "data: \(data)\nepochs: [1]\n```\n", [message])
  }

  @Test(arguments: [
    ("[2, 1]", "[sigmoid]", "points"), ("[2, 2]", "[sigmoid]", "points"),
    ("[2, 2]", "[linear]", "points"), ("[auto, 3, auto]", "[relu, softmax]", "points"),
    ("[auto, auto]", "[sigmoid]", "points"), ("[20, 2]", "[softmax]", "words"),
    ("[auto, 2]", "[softmax]", "words"),
  ])
  func mayFitInSeveralWays(_ layers: String, _ activations: String, _ data: String) {
    let automatic = layers.contains("auto") ? "data: \(data)\n" : ""
    let text =
      fixture + "```{network a}\nlayers: \(layers)\nactivations: \(activations)\n\(automatic)```\n"
      + "```{train b}\nnetwork: a\ndata: \(data)\nepochs: 1\n```\n"
    #expect(CheckedLesson(text, commands: blockCommands).messages.isEmpty)
  }

  @Test(arguments: [
    (
      "{train a}\nnetwork: small\ndata: «mails»",
      "'mails' has texts, and a network takes numbers: put a 'tfidf' block between"
    ),
    (
      "{train a}\nnetwork: small\ndata: «parts»",
      "'parts' has texts, and a network takes numbers: put a 'tfidf' block between"
    ),
    (
      "{tfidf a}\ndata: «points»",
      "'points' has no text: 'data' says which column is text with 'text:'"
    ),
    (
      "{tfidf a}\ndata: mails\nmin_df: 10\nmax_df: «5»",
      "'max_df' is at least 'min_df', which is 10"
    ),
    (
      "{tfidf a}\ndata: mails\nmin_df: 1.0\nmax_df: «0.1»",
      "'max_df' is at least 'min_df', which is 1.0"
    ),
    (
      "{tfidf a}\ndata: parts\nmin_df: «100»",
      "'min_df' asks for words in at least 100 texts, and there are 30 to learn from"
    ),
    ("{tfidf a}\ndata: mails\nmax_df: «0»", "'max_df' is at least 'min_df', which is 1"),
    (
      "{tfidf a}\ndata: mails\nmax_df: «0.02»",
      "'max_df' allows words in at most 0.8 texts, and 'min_df' asks for at least 1"
    ),
    (
      "{tfidf a}\ndata: parts\nmin_df: 0.5\nmax_df: «5»",
      "'max_df' allows words in at most 5 texts, and 'min_df' asks for at least 15"
    ),
    (
      "{data few}\nsource: builtin:moons\nrows: 4\n```\n```{split a}\ndata: few\ntest: «0.99»",
      "cutting 'test' off 4 rows leaves nothing to train on"
    ),
    (
      "{split a}\ndata: points\ntest: 0.5\nvalidation: «0.9»\nstratify: true",
      "cutting 'validation' off 2 rows leaves nothing to train on"
    ),
    (
      "{predict}\nrun: trained\n«text»: Win now",
      "'trained' was trained on numbers, so it takes 'features'"
    ),
    (
      "{predict}\nrun: trained\ntext: a\n«features»: [0, 1]",
      "'predict' takes either 'text' or 'features'"
    ),
    ("{predict}\nrun: trained\nfeatures: «[0, 1, 2]»", "the network takes 2 numbers per row"),
    (
      "{«sweep» a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: 3",
      "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'"
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: [3, «3»]",
      "'epochs' lists a value twice"
    ),
    ("{expect}\n- «measured.accuracy»", "this claims nothing: compare it with something"),
    ("{expect}\n- «measured.accuracy + 1»", "this claims nothing: compare it with something"),
    (
      "{plot}\nlines: trained.train_loss\n«heatmap»: measured.confusion_matrix",
      "a plot has either 'lines' or 'heatmap'"
    ),
  ])
  func mustSuitTheirCommands(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }
}
