import Commands
import Execution
import LessonTesting
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
      "{tfidf a}\ndata: mails\nstop_words: [der, «don't», «\"a b\"», «x», Die]",
      ["don't", "a b", "x"].map {
        "'\($0)' is not one word of a text: words are two or more letters, digits and '_'"
      }
    ),
    (
      "{tfidf a}\ndata: mails\nstop_words: [«english», die, «none», \"none\"]",
      ["english", "none"].map {
        "a list is either known by its name or made of words: '\($0)' stands without brackets,"
          + " and is a word only in quotes"
      }
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
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'",
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
      "'activations' is a list, each entry sigmoid, tanh, relu, leaky_relu, softmax or linear, or a list of these, not 'softmax'"
    ),
    (
      "{network a}\nlayers: «2»\nactivations: [softmax]",
      "'layers' is a list, each entry a whole number or auto, or a list of these, not '2'"
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

  private static let loss = "categorical_cross_entropy, binary_cross_entropy or mean_squared_error"
  private static let wrongReport =
    "'report_loss' is \(loss), not 'mse'; did you mean 'mean_squared_error'?"
  private static let wrongWeights =
    "'class_weights' is balanced, or a mapping from classes to weights, not '3'"

  @Test(arguments: [
    (
      "{network a}\nlayers: [3, 2]\nactivations: [softmax]\n```\n```{train b}\nnetwork: «a»\ndata: points",
      "the network takes 3 inputs, but 'points' has 2 columns"
    ),
    (
      "{network a}\nlayers: [2, 3]\nactivations: [softmax]\n```\n```{train b}\nnetwork: «a»\ndata: points",
      "the network has 3 outputs, but 'points' has 2 classes"
    ),
    (
      "{train b}\nnetwork: small\ndata: «mails»",
      "'mails' has texts, and a network takes numbers: put a 'tfidf' block between"
    ),
    (
      "{sweep b}\nnetwork: {layers: «[3, 2]», activations: [softmax]}\nepochs: [1, 2]\ndata: points",
      "the network takes 3 inputs, but 'points' has 2 columns"
    ),
    (
      "{«sweep» b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points",
      "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'"
    ),
    (
      "{sweep b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: [3, «3»]",
      "'epochs' lists a value twice"
    ),
    (
      "{train b}\nnetwork: small\ndata: points\n«early_stopping»: true",
      "early stopping watches the validation part, and the data have none"
    ),
    (
      "{train b}\nnetwork: small\ndata: points\nclass_weights: {«5»: 2}",
      "there is no class '5'; there are 0 or 1"
    ),
    (
      "{train b}\nnetwork: small\ndata: points\nsnapshots: [«20»]",
      "the run has 10 epochs, and none is epoch 20"
    ),
    (
      "{train b}\nnetwork: small\ndata: points\n«track_every»: 3",
      "'track_every' is for what 'track' measures at some updates"
    ),
  ])
  func ofTrainingAreToldBesideAWrongLossToReport(_ block: String, _ message: String) {
    expectMistakes(
      lesson(block + "\nreport_loss: «mse»"), [message, Self.wrongReport])
  }

  @Test(arguments: [
    (
      "{train b}\nnetwork: small\ndata: points\nclass_weights: «3»\n«early_stopping»: true",
      [wrongWeights, "early stopping watches the validation part, and the data have none"]
    ),
    (
      "{train b}\nnetwork: small\ndata: points\nclass_weights: «3»\nsnapshots: [«20»]",
      [wrongWeights, "the run has 10 epochs, and none is epoch 20"]
    ),
    (
      "{train b}\nnetwork: small\ndata: points\nearly_stopping: {patience: «soon»}\n«track_every»: 3",
      [
        "'patience' is a whole number, not 'soon'",
        "'track_every' is for what 'track' measures at some updates",
      ]
    ),
    (
      "{train b}\nnetwork: small\ndata: «zzz»\nsnapshots: [«20»]",
      ["unknown name 'zzz'", "the run has 10 epochs, and none is epoch 20"]
    ),
    (
      "{train b}\nnetwork: «zzz»\ndata: points\n«track_every»: 3",
      ["unknown name 'zzz'", "'track_every' is for what 'track' measures at some updates"]
    ),
    (
      "{«sweep» b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nclass_weights: «3»",
      [
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'",
        wrongWeights,
      ]
    ),
    (
      "{«sweep» b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nearly_stopping: {patience: «soon»}",
      [
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'",
        "'patience' is a whole number, not 'soon'",
      ]
    ),
    (
      "{«sweep» b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: «zzz»",
      [
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'",
        "unknown name 'zzz'",
      ]
    ),
    (
      // What is wrong in the network may have been the list.
      "{sweep b}\nnetwork: «small»\ndata: points",
      [
        "'network' is a mapping with the options of 'network', not 'small'"
      ]
    ),
    (
      "{sweep b}\nnetwork: {layers: «2», activations: [softmax]}\ndata: points",
      [
        "'layers' is a list, each entry a whole number or auto, or a list of these, not '2'"
      ]
    ),
    (
      "{sweep b}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: [3, «3»]\ntrack_every: «0»",
      ["'epochs' lists a value twice", "'track_every' is from 1 to 1000000000, not 0"]
    ),
    (
      "{network a}\nlayers: [3, 2]\nactivations: [softmax]\n```\n```{learning_rate_range b}\nnetwork: «a»\ndata: points\nfrom: «abc»",
      ["the network takes 3 inputs, but 'points' has 2 columns", "'from' is a number, not 'abc'"]
    ),
    (
      "{network a}\nlayers: [3, 2]\nactivations: [softmax]\n```\n```{learning_rate_range b}\nnetwork: «a»\ndata: points\nto: «-1»",
      ["the network takes 3 inputs, but 'points' has 2 columns", "'to' is above 0, not -1"]
    ),
  ])
  func ofTrainingAreAllTold(_ block: String, _ messages: [String]) {
    expectMistakes(lesson(block), messages)
  }

  @Test(arguments: [
    ("ngrams: «2»", "'ngrams' is a list, each entry a whole number, not '2'"),
    (
      "min_df: «many»",
      "'min_df' is a whole number of texts, or a share from 0.0 to 1.0, not 'many'"
    ),
    (
      "max_df: «many»",
      "'max_df' is a whole number of texts, or a share from 0.0 to 1.0, not 'many'"
    ),
  ])
  func ofTextsAreAllTold(_ option: String, _ message: String) {
    expectMistakes(
      lesson("{tfidf a}\ndata: «points»\n\(option)"),
      ["'points' has no text: 'data' says which column is text with 'text:'", message])
  }

  @Test(arguments: ["header", "delimiter", "quote", "encoding", "label"])
  func hideNoFileThatIsNotThere(_ option: String) {
    let text = lesson("{data a}\nsource: «no-such-folder/nope.csv»\n\(option): «[x]»")
    let checked = CheckedLesson(text, commands: blockCommands)
    #expect(checked.messages.count == 2)
    #expect(checked.messages.first == "the data file 'nope.csv' does not exist")
    #expect(checked.markedText == text)
  }

  private static let five =
    "{data five}\nsource: builtin:gaussian\nclasses: 5\n```\n```{network wide}\nlayers: [2, 5]\n"
    + "activations: [softmax]\n```\n```{train t}\nnetwork: wide\ndata: five\n```\n```"

  private static let line =
    "{data line}\nsource: builtin:line\n```\n```{network thin}\nlayers: [1, 1]\n"
    + "activations: [linear]\n```\n```{train t}\nnetwork: thin\ndata: line\n```\n```"

  @Test(arguments: [
    ("{explain a}\nrun: «trained»", "'trained' was trained on numbers, so it has no words"),
    (
      "{evaluate a}\nrun: trained\npositive_class: «7»",
      "there is no class '7'; there are 0 or 1"
    ),
    (
      five + "{evaluate a}\nrun: t\n«threshold»: 0.5",
      "a threshold decides between two classes, and there are 5"
    ),
    (
      line + "{evaluate a}\nrun: t\n«threshold»: 0.5",
      "that is of classes, and the run predicts a target, 'y'"
    ),
  ])
  func ofARunAreToldBesideAWrongPart(_ block: String, _ message: String) {
    expectMistakes(
      lesson(block + "\non: «dev»"), [message, "'on' is train, validation or test, not 'dev'"])
  }

  @Test(arguments: [
    (
      "layers: [2, 2]\nactivations: [softmax]\n«dropout»: 0.5\nprecision: «float16»",
      [
        "this network has no hidden layer",
        "'precision' is float64 or float32, not 'float16'; did you mean 'float64'?",
      ]
    ),
    (
      "layers: [2, 3, 2]\nactivations: [tanh, softmax]\ndropout: «[0.1, 0.2]»\nloss: «mse»",
      [
        "there is 1 hidden layer, and dropout is given for 2",
        "'loss' is \(loss), not 'mse'; did you mean 'mean_squared_error'?",
      ]
    ),
    (
      "layers: [auto, 2]\nactivations: [softmax]\n«batch_normalization»: true\ndata: «zzz»",
      ["this network has no hidden layer", "unknown name 'zzz'"]
    ),
    (
      "layers: [auto, 3, 2]\nactivations: «[softmax]»\ndata: «zzz»",
      [
        "3 layers take 2 activations, one for each layer after the first; there is 1",
        "unknown name 'zzz'",
      ]
    ),
    (
      "layers: [auto, 3, 2]\nactivations: [«softmax», softmax]\ndata: «zzz»",
      ["softmax is for the last layer only", "unknown name 'zzz'"]
    ),
    (
      "layers: [2, 2]\nactivations: [softmax]\ndropout: «2»\n«batch_normalization»: true",
      ["'dropout' is from 0 to below 1, not 2", "this network has no hidden layer"]
    ),
  ])
  func ofANetworkAreAllTold(_ options: String, _ messages: [String]) {
    expectMistakes(lesson("{network a}\n\(options)"), messages)
  }

  @Test(arguments: ["color", "facet", "limits", "log_x", "log_y"])
  func ofAPlotAreAllTold(_ option: String) {
    let plots = [
      ("points: trained.train_loss\n«smooth»: 0.5", "'smooth' is for lines"),
      ("bars: measured.f1\nagainst: «epoch»", "a list has no epochs or updates to run along"),
    ]
    for (plot, message) in plots {
      let text = lesson("{plot}\n\(plot)\n\(option): «[]»")
      let checked = CheckedLesson(text, commands: blockCommands)
      #expect(checked.messages.count == 2)
      #expect(checked.messages.first == message)
      #expect(checked.markedText == text)
    }
  }

  @Test func inBlocksBelowAreFoundWhereTheMistakeLeavesNothingOpen() {
    expectMistakes(
      lesson(
        "{train a}\nnetwork: small\ndata: points\nbatch_size: «0»\nepochs: 3\n```\n```{show}\nvalue: a.train_loss«[50]»"
      ),
      ["'batch_size' is from 1 to 1000000000, not 0", "there are only 3 elements"])
  }

  @Test(arguments: [
    (
      "{train a}\n«netwrok»: small\ndata: points",
      ["unknown option 'netwrok' in 'train'; did you mean 'network'?"]
    ),
    (
      "{«train» a}\n«model»: small\ndata: points",
      ["'train' needs 'network'", "unknown option 'model' in 'train'"]
    ),
    (
      "{sweep a}\nnetwork: {«layer»: [2, 2], activations: [softmax]}\ndata: points\nepochs: [1]",
      ["unknown option 'layer' in 'network'; did you mean 'layers'?"]
    ),
    (
      "{«train» a}\n«netwrok»: small",
      ["'train' needs 'data'", "unknown option 'netwrok' in 'train'; did you mean 'network'?"]
    ),
  ])
  func areNotMadeOfAMistypedName(_ block: String, _ messages: [String]) {
    expectMistakes(lesson(block), messages)
  }

  @Test(arguments: [
    "network: zzz", "network: $nope", "network: []", "network: {a: 1}", "network:", "epochs: 3",
    "network: points", "model: zzz",
  ])
  func leaveOpenWhatABlockReads(_ option: String) {
    let text =
      "```{data points}\nsource: builtin:xor\n```\n"
      + "```{network curve}\nlayers: [2, 2]\nactivations: [softmax]\n```\n"
      + "```{train t}\ndata: points\n\(option)\n```\n"
    let plan = CheckedLesson(text, commands: blockCommands).plan
    #expect(!plan.canRun)
    #expect(plan.advice.messages == [])
  }

  @Test func leaveTheRestOfTheLessonToBeLookedAt() {
    let text =
      "```{network curve}\nlayers: [2, 2]\nactivations: [softmax]\n```\n"
      + "```{show}\nvalue: 1\nrows: 0\n```\n"
    let plan = CheckedLesson(text, commands: blockCommands).plan
    #expect(plan.diagnostics.messages == ["'rows' is from 1 to 10000, not 0"])
    #expect(plan.advice.messages == ["warning: nothing reads 'curve'"])
  }
}
