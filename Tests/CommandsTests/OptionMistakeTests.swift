import Commands
import LessonTesting
import Testing

@Suite("Mistakes in options")
struct OptionMistakeTests {
  @Test func areNotInTheFixture() {
    #expect(CheckedLesson(fixture, commands: blockCommands).messages.isEmpty)
  }

  @Test(arguments: [
    (
      "{data a}\nsource: builtin:xor\n«labl»: x",
      "unknown option 'labl' in 'data'; did you mean 'label'?"
    ),
    (
      "{data a}\nfeatures: [[0], [1]]\nlabels: «[same, same]»",
      "the rows have one class only, 'same'; there must be two to tell apart"
    ),
    (
      "{split a}\ndata: mails\n«tests»: 0.1",
      "unknown option 'tests' in 'split'; did you mean 'test'?"
    ),
    (
      "{tfidf a}\ndata: mails\n«max_feature»: 3",
      "unknown option 'max_feature' in 'tfidf'; did you mean 'max_features'?"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\n«speed»: 3",
      "unknown option 'speed' in 'network'; did you mean 'seed'?"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\n«learning_rat»: 3",
      "unknown option 'learning_rat' in 'train'; did you mean 'learning_rate'?"
    ),
    ("{evaluate a}\nrun: trained\n«part»: test", "unknown option 'part' in 'evaluate'"),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax], «los»: x}\ndata: points\nepochs: [1]",
      "unknown option 'los' in 'network'; did you mean 'loss'?"
    ),
    (
      "{plot}\n«line»: trained.train_loss", "unknown option 'line' in 'plot'; did you mean 'lines'?"
    ),
    ("{show}\nvalue: points\n«row»: 3", "unknown option 'row' in 'show'; did you mean 'rows'?"),
    (
      "{predict}\nrun: trained\n«feature»: [0, 1]",
      "unknown option 'feature' in 'predict'; did you mean 'features'?"
    ),
    (
      "{expect}\nclaims: [points.rows = 4]\n«wen»: $rate > 0",
      "unknown option 'wen' in 'expect'; did you mean 'when'?"
    ),
  ])
  func areUnknownNames(_ block: String, _ message: String) {
    let messages = CheckedLesson(lesson(block), commands: blockCommands).messages
    #expect(messages.first == message)
    #expect(
      CheckedLesson(lesson(block), commands: blockCommands).markedText.hasPrefix(
        lesson(block).prefix { $0 != "»" }))
  }

  @Test(arguments: [
    ("{«split» a}\ntest: 0.5", "'split' needs 'data'"),
    ("{«tfidf» a}\nmax_features: 3", "'tfidf' needs 'data'"),
    ("{«network» a}\nactivations: [tanh]", "'network' needs 'layers'"),
    ("{«network» a}\nlayers: [2, 2]", "'network' needs 'activations'"),
    ("{«train» a}\nnetwork: small", "'train' needs 'data'"),
    ("{«train» a}\ndata: points", "'train' needs 'network'"),
    ("{«evaluate» a}", "'evaluate' needs 'run'"),
    ("{«sweep» a}\ndata: points\nepochs: [1, 2]", "'sweep' needs 'network'"),
    (
      "{sweep a}\ndata: points\nepochs: [1, 2]\n«network»: {layers: [2, 2]}",
      "'network' needs 'activations'"
    ),
    ("{«show»}", "'show' needs 'value'"),
    ("{«predict»}\nfeatures: [0, 1]", "'predict' needs 'run'"),
    ("{«predict»}\nrun: trained", "'predict' needs 'text' or 'features'"),
    ("{«expect»}", "'expect' needs 'claims'"), ("{expect}\n«[]»", "'expect' has no claims"),
    (
      "{«plot»}",
      "'plot' needs 'lines', 'points', 'bars', 'area', 'heatmap', 'histogram', 'scatter', 'boundary', 'responses' or 'weights'"
    ),
    ("{«data» a}", "'data' needs a 'source', or 'features' and 'labels' or 'targets' in place"),
    ("{«train»}\nnetwork: small\ndata: points", "a 'train' block needs a name: {train NAME}"),
    ("{train a}\n«- network»", "the body of 'train' is a mapping of options, not a list"),
    ("{train a}\n«network»", "the body of 'train' is a mapping of options, not 'network'"),
    (
      "{train a}\n«network:net\ndata:mails»",
      "the body of 'train' is a mapping of options, not 'network:net data:mails'; a key has ': ' behind it, as in 'epochs: 10'"
    ),
    (
      "{expect}\n«points.rows > 3»",
      "the body of 'expect' is a list, whose lines begin with '- ', or a mapping of options, not 'points.rows > 3'"
    ),
  ])
  func areMissingOnes(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }

  @Test(arguments: [
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «many»",
      "'epochs' is a whole number, not 'many'"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «1.5»",
      "'epochs' is a whole number, not '1.5'"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «\"3\"»",
      "'epochs' is a whole number, not '3' in quotes, which is text"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\n«epochs»:",
      "'epochs' is a whole number, nothing is given"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «[1, 2]»",
      "'epochs' is a whole number, not a list"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «0»",
      "'epochs' is from 1 to 10000000, not 0"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nbatch_size: «-1»",
      "'batch_size' is from 1 to 1000000000, not -1"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «99999999999999999999»",
      "'epochs' is a whole number, not '99999999999999999999', which is too large"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nlearning_rate: «0»",
      "'learning_rate' is above 0, not 0"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nlearning_rate: «nan»",
      "'learning_rate' is a number, not 'nan'"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nlearning_rate: «1e999»",
      "'learning_rate' is a number, not '1e999', which is too large"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nlearning_rate: «0x1p3»",
      "'learning_rate' is a number, not '0x1p3'"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nrecord_every: «0»",
      "'record_every' is from 1 to 10000000, not 0"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\ntrack: «gradient»",
      "'track' is gradient_norm, layer_gradients, activations, update_ratio, weights or histograms, not 'gradient'; did you mean 'gradient_norm'?"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nreport_loss: «mse»",
      "'report_loss' is categorical_cross_entropy, binary_cross_entropy or mean_squared_error, not 'mse'; did you mean 'mean_squared_error'?"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nreport_loss: «mean_square_error»",
      "'report_loss' is categorical_cross_entropy, binary_cross_entropy or mean_squared_error, not 'mean_square_error'; did you mean 'mean_squared_error'?"
    ),
    ("{split a}\ndata: mails\ntest: «1»", "'test' is from 0 to below 1, not 1"),
    ("{split a}\ndata: mails\nvalidation: «-0.1»", "'validation' is from 0 to below 1, not -0.1"),
    ("{split a}\ndata: mails\nstratify: «label»", "'stratify' is true or false, not 'label'"),
    (
      "{split a}\ndata: mails\nseed: «4294967296»", "'seed' is from 0 to 4294967295, not 4294967296"
    ),
    ("{tfidf a}\ndata: mails\nmax_features: «0»", "'max_features' is from 1 to 10000000, not 0"),
    (
      "{tfidf a}\ndata: mails\nstop_words: «german»",
      "'stop_words' is none, english or a list of words, not 'german'"
    ),
    (
      "{tfidf a}\ndata: mails\nties: «numpi»",
      "'ties' is alphabetical or numpy, not 'numpi'; did you mean 'numpy'?"
    ),
    ("{tfidf a}\ndata: mails\nngrams: «[2, 1]»", "'ngrams' is two numbers, the smaller first"),
    (
      "{tfidf a}\ndata: mails\nngrams: «2»",
      "'ngrams' is a list, each entry a whole number, not '2'"
    ),
    (
      "{network a}\nlayers: «2»\nactivations: []",
      "'layers' is a list, each entry a whole number or auto, or a list of these, not '2'"
    ),
    (
      "{network a}\nlayers: [2, «two»]\nactivations: [softmax]",
      "'layers' is a list, each entry a whole number or auto, not 'two'"
    ),
    (
      "{network a}\nlayers: [2, «0», 2]\nactivations: [relu, softmax]",
      "'layers' is from 1 to 10000000, not 0"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [«softmaks»]",
      "'activations' is sigmoid, tanh, relu, leaky_relu, softmax or linear, not 'softmaks'; did you mean 'softmax'?"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: «xavier»",
      "'init' is he, glorot, lecun, zeros, {normal: standard deviation} or {uniform: bound}, not 'xavier'; did you mean 'glorot'?"
    ),
    (
      "{network a}\nlayers: [2, 3, 2]\nactivations: [«Identity», softmax]",
      "'activations' is sigmoid, tanh, relu, leaky_relu, softmax or linear, not 'Identity'; did you mean 'linear'?"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [linear]\nloss: «mse»",
      "'loss' is categorical_cross_entropy, binary_cross_entropy or mean_squared_error, not 'mse'; did you mean 'mean_squared_error'?"
    ),
    (
      "{network a}\nlayers: [2, 1]\nactivations: [sigmoid]\nloss: «bce»",
      "'loss' is categorical_cross_entropy, binary_cross_entropy or mean_squared_error, not 'bce'; did you mean 'binary_cross_entropy'?"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: {«norml»: 1}",
      "unknown distribution 'norml'; did you mean 'normal'?"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: {normal: «-1»}",
      "'normal' is at least 0, not -1"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\nprecision: «float16»",
      "'precision' is float64 or float32, not 'float16'; did you mean 'float64'?"
    ),
    (
      "{sweep a}\nnetwork: «small»\ndata: points\nepochs: [1]",
      "'network' is a mapping with the options of 'network', not 'small'"
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: [1, «0»]",
      "'epochs' is from 1 to 10000000, not 0"
    ),
    (
      "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: «[]»",
      "'epochs' is an empty list"
    ),
    ("{show}\nvalue: points\nrows: «0»", "'rows' is from 1 to 10000, not 0"),
    ("{plot}\nlines: trained.train_loss\nlog_y: «1»", "'log_y' is true or false, not '1'"),
    ("{plot}\nlines: trained.train_loss\ntitle: «[a]»", "'title' is text, not a list"),
    ("{evaluate a}\nrun: trained\non: «dev»", "'on' is train, validation or test, not 'dev'"),
    (
      "{predict}\nrun: trained\nfeatures: «3»",
      "'features' is a row of numbers or a mapping such as {rooms: 3, kind: flat}, or a list of these, not '3'"
    ),
    ("{predict}\nrun: trained\nfeatures: [0, «x»]", "'features' is a number, not 'x'"),
    (
      "{predict}\nrun: trained\nfeatures: «[]»",
      "'features' is a row of numbers or a mapping such as {rooms: 3, kind: flat}, or a list of these, not an empty list"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nclass_weights: «{}»",
      "'class_weights' is balanced, or a mapping from classes to weights, not an empty mapping"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\noptimizer: {adam: {}, «sgd»: {}}",
      "'optimizer' takes one choice, and 'sgd' is a second one"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: {normal: 1, «uniform»: 2}",
      "'init' takes one choice, and 'uniform' is a second one"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: «normal»",
      "'normal' needs its standard deviation, as in 'init: {normal: 0.1}'"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\ninit: «uniform»",
      "'uniform' needs its bound, as in 'init: {uniform: 0.1}'"
    ),
    (
      "{network a}\nlayers: [«\"2\"», 2]\nactivations: [softmax]",
      "'layers' is a list, each entry a whole number or auto, not '2' in quotes, which is text"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nlearning_rate: «trained.train_loss[-1]»",
      "'learning_rate' is a number, not 'trained.train_loss[-1]'; it takes no values of blocks, only"
        + " parameters"
    ),
    (
      "{network a}\nlayers: [«points.columns», 2]\nactivations: [softmax]",
      "'layers' is a list, each entry a whole number or auto, not 'points.columns'; it takes no"
        + " values of blocks, only parameters"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «nothing.rows»",
      "'epochs' is a whole number, not 'nothing.rows'"
    ),
    (
      "{split a}\ndata: points\ntest: «1e400»",
      "'test' is a number, not '1e400', which is too large"
    ),
    (
      "{data a}\nfeatures: «[1, 2]»\nlabels: [a, b]",
      "features in place are rows, each a list of numbers: [[1], [2]]"
    ),
    (
      "{network a}\nlayers: [2, 2]\nactivations: [softmax]\n«data»:",
      "'data' is the name of a data set, split or set of features, nothing is given"
    ),
  ])
  func areValuesThatDoNotFit(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }

  /// Whatever YAML puts between the words of a text, they keep their places.
  @Test(arguments: [
    "- >\n  measured.«acuracy» > 0\n", "- |+\n\n  1 +\n   measured.«acuracy» > 0\n\n",
    "- >-\n  1 +\n  measured.«acuracy» > 0\n", "- 1 + 0 *\n  measured.«acuracy» > 0",
    "- \"1\\t+ measured.«acuracy» > 0\"", "- '''a'' = measured.«acuracy»'",
    "- \"1 +\n  \\u0030 + measured.«acuracy»\n  > 0\"",
  ])
  func areAtTheirExactWordsOnAnyLine(_ claims: String) {
    let checked = CheckedLesson(lesson("{expect}\n\(claims)"), commands: blockCommands)
    #expect(checked.messages.count == 1)
    #expect(
      checked.messages.allSatisfy { $0.hasPrefix("'measured', an evaluation, has no 'acuracy'") })
    #expect(checked.markedText == lesson("{expect}\n\(claims)"))
  }

  @Test func ofAnEmptyOptionAreToldOnce() {
    let regression =
      "```{data line}\nsource: builtin:line\n```\n```{network one}\nlayers: [1, 1]\n"
      + "activations: [linear]\n```\n```{train fit}\nnetwork: one\ndata: line\n```\n"
    expectMistakes(
      regression + "```{evaluate a}\nrun: fit\n«positive_class»:\n«threshold»:\n```\n",
      ["'positive_class' is text, nothing is given", "'threshold' is a number, nothing is given"])
  }
}
