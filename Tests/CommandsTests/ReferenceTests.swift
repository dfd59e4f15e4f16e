import Commands
import LessonTesting
import Testing

@Suite("References")
struct ReferenceTests {
  @Test(arguments: [
    ("{train a}\nnetwork: «smal»\ndata: points", "unknown name 'smal'; did you mean 'small'?"),
    ("{train a}\nnetwork: «nothing»\ndata: points", "unknown name 'nothing'"),
    (
      "{train a}\nnetwork: «points»\ndata: points",
      "'network' is the name of a network; 'points' is a data set"
    ),
    (
      "{train a}\nnetwork: small\ndata: «small»",
      "'data' is the name of a data set, split or set of features; 'small' is a network"
    ),
    (
      "{evaluate a}\nrun: «rates»",
      "'run' is the name of a run; 'rates' is a sweep, and one of its runs is rates[learning_rate=0.1]"
    ),
    ("{split a}\ndata: «parts»", "'data' is the name of a data set; 'parts' is a split"),
    ("{predict}\nrun: «[trained]»\nfeatures: [0, 1]", "'run' is the name of a run, not a list"),
    ("{show}\nvalue: «nothing».rows", "unknown name 'nothing'"),
    (
      "{show}\nvalue: trained.«trainloss»",
      "'trained', a run, has no 'trainloss'; did you mean 'train_loss'?"
    ),
    ("{show}\nvalue: small.«size»", "'small', a network, has no 'size'; it has parameters"),
    ("{show}\nvalue: trained.train_loss«[4]»", "there are only 4 elements"),
    ("{show}\nvalue: trained.train_loss«[-5]»", "there are only 4 elements"),
    ("{show}\nvalue: points.rows«[0]»", "a number has no elements"),
    (
      "{show}\nvalue: points.«sha256»",
      "'points', a data set, has no 'sha256': it is not read from one file"
    ),
    ("{show}\nvalue: parts.train_rows«[30]»", "there are only 30 elements"),
    ("{show}\nvalue: parts.validation_rows«[0]»", "there are only 0 elements"),
    (
      "{describe facts}\ndata: points\n```\n```{show}\nvalue: facts.«words»",
      "'facts', a description, has no 'words': the data are numbers, and no texts"
    ),
    (
      "{describe facts}\ndata: parts\n```\n```{show}\nvalue: facts.«constant_columns»",
      "'facts', a description, has no 'constant_columns': the data are texts, and no numbers"
    ),
    (
      "{describe facts}\ndata: mails\n```\n```{show}\nvalue: facts.class_counts«[2]»",
      "there are only 2 elements"
    ),
    ("{show}\nvalue: measured.recall«[2]»", "there are only 2 elements"),
    ("{show}\nvalue: measured.confusion_matrix[1]«[2]»", "there are only 2 elements"),
    (
      "{predict p}\nrun: trained\nfeatures: [[0, 1]]\n```\n```{show}\nvalue: p.probabilities[0]«[2]»",
      "there are only 2 elements"
    ),
    (
      "{show}\nvalue: measured.confusion_matrix[0][«'1'»]", "an index is a whole number: '1' is [1]"
    ),
    ("{show}\nvalue: measured.recall[«good»]", "an index is a whole number"),
    ("{show}\nvalue: measured.recall[0][«'1'»]", "an index is a whole number"),
    (
      "{data d}\nfeatures: [[0, 1], [1, 0]]\nlabels: [good, bad]\n```\n```{train r}\nnetwork: small\ndata: d\n```\n```{evaluate e}\nrun: r\n```\n```{show}\nvalue: e.recall[«good»]",
      "an index is a whole number: 'good' is [1]"
    ),
    ("{show}\nvalue: rates.runs«[2]»", "there are only 2 elements"),
    ("{show}\nvalue: rates[«batch»=3].train_loss", "the sweep does not vary 'batch'"),
    (
      "{show}\nvalue: rates[learning_rate=«0.2»].train_loss",
      "the sweep has no learning_rate=0.2; it has 0.1 or 1"
    ),
    (
      "{show}\nvalue: trained[«epochs»=3].train_loss",
      "only a sweep's runs are selected by settings"
    ),
    (
      "{show}\nvalue: rates[«learning_rate»=1].runs",
      "'runs' does not depend on 'learning_rate': leave this setting out"
    ),
    (
      "{show}\nvalue: rates[«learning_rate»=1].runs[0].train_loss",
      "'runs' does not depend on 'learning_rate': leave this setting out"
    ),
    ("{show}\nvalue: rates[«batch»=3].runs", "the sweep does not vary 'batch'"),
    (
      "{show}\nvalue: rates«[0]».train_loss",
      "a run of 'rates' is picked by its place with rates.runs[0], or by its settings with rates[learning_rate=0.1]"
    ),
    (
      "{show}\nvalue: rates«[-1]».train_loss[0]",
      "a run of 'rates' is picked by its place with rates.runs[-1], or by its settings with rates[learning_rate=0.1]"
    ),
    ("{show}\nvalue: trained[0]«.»train_loss", "the expression should end before this"),
    (
      "{plot}\nlines: {a: trained.train_loss, b: trained.«val_loss»}",
      "'trained', a run, has no 'val_loss': that is of a validation part, which 'split' makes with 'validation: 0.2'"
    ),
    ("{plot}\nlines: [trained.train_loss, trained«.»]", "a value's name is missing here"),
    (
      "{plot}\nheatmap: measured.«confusion»",
      "'measured', an evaluation, has no 'confusion'; did you mean 'confusion_matrix'?"
    ),
    (
      "{expect}\n- measured.«acuracy» > 0.5",
      "'measured', an evaluation, has no 'acuracy'; did you mean 'accuracy'?"
    ),
    (
      "{evaluate a}\nrun: trained\non: «test»",
      "the data of 'trained' has no test part; it has train"
    ),
  ])
  func mustLeadToAValueThatFits(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }

  /// The runs of a sweep lack what a run of 'train' would.
  @Test(arguments: [
    ("val_acc", "that is of a validation part, which 'split' makes with 'validation: 0.2'"),
    ("gradient_norm", "that is recorded with 'track: gradient_norm'"),
    ("dead", "that is recorded with 'track: activations'"),
    ("best_epoch", "that is recorded with 'early_stopping: true'"),
  ])
  func sayWhatMakesAMissingValue(_ name: String, _ reason: String) {
    for (path, owner) in [
      ("trained", "'trained', a run,"), ("rates", "'rates', a sweep,"),
      ("rates.runs[0]", "a run of 'rates'"),
    ] {
      expectMistakes(
        lesson("{show}\nvalue: \(path).«\(name)»"), ["\(owner) has no '\(name)': \(reason)"])
    }
  }

  @Test func sayThatASchedulesRateIsMissing() {
    expectMistakes(
      lesson("{show}\nvalue: trained.«learning_rate»"),
      [
        "'trained', a run, has no 'learning_rate': that is recorded with a schedule, such as 'schedule: cosine'"
      ])
  }

  @Test func mustLeadUpwards() {
    expectMistakes(
      """
      ```{train a}
      network: «n»
      data: «d»
      ```
      ```{network n}
      layers: [2, 2]
      activations: [softmax]
      ```
      ```{data d}
      source: builtin:xor
      ```
      """,
      [
        "'n' is used before it is made (on line 5)", "'d' is used before it is made (on line 9)",
      ])
  }

  @Test func mustNotLeadToTheirOwnBlock() {
    expectMistakes(
      "```{split a}\ndata: «a»\n```\n", ["'a' is used before it is made (on line 1)"])
  }

  @Test func sayNothingOfABlockThatIsWrongItself() {
    expectMistakes(
      """
      ```{data d}
      source: «builtin:xorr»
      ```
      ```{split s}
      data: d
      ```
      ```{show}
      value: s.anything
      ```
      """, ["unknown built-in data set 'xorr'; did you mean 'xor'?"])
  }

  @Test func needDistinctNames() {
    expectMistakes(
      "```{data a}\nsource: builtin:xor\n```\n```{network «a»}\nlayers: [2, 2]\nactivations: [tanh]\n```\n",
      ["'a' is already defined on line 1"])
  }

  @Test func needCommandsThatExist() {
    expectMistakes("```{«trian» a}\n```\n", ["unknown command 'trian'; did you mean 'train'?"])
    // What it would have made is not missing below.
    expectMistakes(
      """
      ```{«dat» a}
      source: builtin:xor
      ```
      ```{show}
      value: a.rows[0] + 1
      ```
      ```{split b}
      data: a
      ```
      `{value} a.rows`
      """, ["unknown command 'dat'; did you mean 'data'?"])
    expectMistakes(
      "```{«r»}\n```\n",
      [
        "unknown command 'r'; there are compare, data, describe, evaluate, expect, explain, gradcheck,"
          + " inspect, learning_rate_range, mistakes, network, plot, predict, sanity, show, split, sweep,"
          + " tfidf, train or words"
      ])
  }

  @Test(arguments: [
    ("See @fig-a and «@fig-b».", "nothing is labelled 'fig-b'; did you mean 'fig-a'?"),
    (
      "```{show}\n#| label: fig-b\n#| output: false\nvalue: x\n```\n«@fig-b»",
      "'fig-b' is not shown: its block has 'output: false'"
    ),
    (
      "```{show}\n#| label: fig-b\n#| include: false\nvalue: x\n```\n«@fig-b»",
      "'fig-b' is not shown: its block has 'include: false'"
    ),
    // The label that cannot be read may be the one that is meant.
    (
      "```{show}\n#| «lable»: fig-b\nvalue: x\n```\n@fig-b",
      "unknown cell option 'lable'; did you mean 'label'?"
    ),
    ("`{value} «spam».loss`", "unknown name 'spam'"),
    ("`«{value}»`", "name a value here: {value} spam.val_loss[-1]"),
    ("`{value} x.rows «%q»`", "'%q' is no format such as %.4f, %d or %s"),
    ("`{value} x.rows «%»`", "'%' is no format such as %.4f, %d or %s"),
    ("`{value} x.«row» %d`", "'x', a data set, has no 'row'; did you mean 'rows'?"),
    ("`{value} x.rows «+» %d`", "something is missing here"),
    ("```{show}\n#| label: «fig-a»\nvalue: x\n```", "label 'fig-a' is already used on line 5"),
  ])
  func inProseAreCheckedToo(_ text: String, _ message: String) {
    expectMistakes(
      "```{data x}\nsource: builtin:xor\n```\n```{show}\n#| label: fig-a\nvalue: x\n```\n\n\(text)\n",
      [message])
  }

  @Test(arguments: [
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «$rat»",
      "unknown parameter 'rat'; did you mean 'rate'?"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «$word»",
      "'epochs' is a whole number, not 'spam'"
    ),
    (
      "{train a}\nnetwork: small\ndata: points\nepochs: «1$rate»",
      "'epochs' is a whole number, not '10.1', which is text: a parameter keeps its type only where it stands alone"
    ),
    (
      "{plot}\nlines: trained.train_loss\ntitle: «x $sizes y»",
      "parameter 'sizes' is a list and cannot stand inside text"
    ),
    (
      "{plot}\nlines: trained.train_loss\ntitle: x «${wrod}» y",
      "unknown parameter 'wrod'; did you mean 'word'?"
    ),
    ("{expect}\n- measured.accuracy > «$none»", "unknown parameter 'none'"),
    ("{expect}\n- «measured.accuracy > $word»", "a number and a text cannot be compared"),
    (
      "{expect}\n- measured.accuracy > «$sizes»",
      "parameter 'sizes' is a list; a formula takes single values"
    ),
  ])
  func toParametersAreChecked(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }
}
