import Execution
import Learning
import Notebook

/// `tfidf`: turns texts into weights of words.
struct TFIDFBlock: Command {
  typealias Value = Features

  static let name = "tfidf"
  static let summary =
    "Turn texts into TF-IDF weights; the vocabulary comes from the training part."
  static let isUsefulAlone = false

  @Option("The texts: a data set, or a split of one.")
  var data: Reference<DatasetOrSplit>
  @Option(
    "How many words to keep, the most frequent first; all by default.",
    in: .between(1, 10_000_000))
  var maxFeatures: Int?
  @Option("Words to leave out: a list that is known by its name, or words such as [der, die, das].")
  var stopWords = StopWords.none
  @Option("Leave out words in fewer texts: a count, or a share such as 0.01.", in: .atLeast(0))
  var minDf = DocumentFrequency(.count(1))
  @Option("Leave out words in more texts: a count, or a share such as 0.5.", in: .atLeast(0))
  var maxDf = DocumentFrequency(.share(1))
  @Option(
    "How many consecutive words make a term: [1, 2] for words and pairs.", in: .between(1, 10))
  var ngrams = [1, 1]
  @Option("Which of equally frequent words stay at the cut of max_features.")
  var ties = TiePolicy.alphabetical
  @Option("How the weights are kept: without their zeros, which are most of them, or with.")
  var storage = FeatureStorage.sparse

  func check(_ scope: inout Scope) -> Features.Outline? {
    scope.part { checkTerms(&$0) }
    scope.part { checkFrequencies(&$0) }
    guard let outline = scope.part({ checkTexts(&$0) }) else { return nil }
    return Features.Outline(
      examples: ExamplesOutline(
        columns: .vocabulary(atMost: maxFeatures, storage), answers: outline.answers,
        parts: outline.parts, rows: outline.rows))
  }

  private func checkTerms(_ scope: inout Scope) {
    if ngrams.count != 2 || ngrams[0] > ngrams[1] {
      scope.error(.outOfRange, "'ngrams' is two numbers, the smaller first", at: $ngrams.range)
    }
  }

  private func checkFrequencies(_ scope: inout Scope) {
    let rows = data.outline?.rows[.train]
    if minDf.isAbove(maxDf) {
      scope.error(
        .outOfRange, "'max_df' is at least 'min_df', which is \(minDf.written ?? "")",
        at: $maxDf.range ?? $minDf.range)
    } else if let rows, case .count(let least) = minDf.bound, least > rows {
      scope.error(
        .outOfRange, Self.tooFewTexts(rows, for: formattedSetting(Double(least))),
        at: $minDf.range)
    } else if let rows, minDf.bound.documents(of: rows) > maxDf.bound.documents(of: rows) {
      scope.error(
        .outOfRange,
        Self.contradiction(minDf.bound.documents(of: rows), maxDf.bound.documents(of: rows)),
        at: $maxDf.range ?? $minDf.range)
    }
  }

  private static func contradiction(_ minimum: Double, _ maximum: Double) -> String {
    "'max_df' allows words in at most \(formattedSetting(maximum)) texts, and 'min_df' asks for at"
      + " least \(formattedSetting(minimum))"
  }

  private static func tooFewTexts(_ count: Int, for least: String) -> String {
    "'min_df' asks for words in at least \(least) texts, and there \(count == 1 ? "is" : "are")"
      + " \(count) to learn from"
  }

  /// What is known of the data, if they are texts.
  private func checkTexts(_ scope: inout Scope) -> ExamplesOutline? {
    guard let outline = data.outline else { return nil }
    guard outline.columns == .text else {
      scope.error(
        .noText, "'\(data.name)' has no text: 'data' says which column is text with 'text:'",
        at: $data.range
      )
      return nil
    }
    return outline
  }

  /// A mail has about a thousand letters, each of which is looked at a few times, and some hundred words.
  func forecast() -> Forecast? {
    guard let rows = data.outline?.rows, !rows.isEmpty else { return nil }
    let texts = Double(rows.values.reduce(0, +))
    return Forecast(multiplyAdds: 5_000 * texts, bytes: 3_000 * texts)
  }

  func run(_ context: Context) throws -> CommandResult<Features> {
    let source = try context.value(data)
    do {
      var features = try source.features(settings, in: context)
      features.texts = source.texts
      features.storage = storage
      log(features, in: context)
      return CommandResult(features)
    } catch let error as TFIDFError {
      throw failure(for: error)
    }
  }

  /// The texts belong to the data, which are kept by themselves.
  func value(of record: Features, in context: Context) throws -> Features {
    var features = record
    features.texts = try context.value(data).texts
    return features
  }

  /// Why there are no words, at the option that is to blame.
  private func failure(for error: TFIDFError) -> BlockFailure {
    switch error {
    case .noTerms:
      let words = "words of two or more characters"
      let exception = stopWords == .none ? "" : " except stop words"
      if ngrams[0] > 1 {
        return BlockFailure(
          "no text has \(ngrams[0]) \(words)\(exception)", at: $ngrams.range)
      }
      return BlockFailure(
        "the texts have no \(words)\(exception)", at: $stopWords.range ?? $data.range)
    case .nothingLeft:
      if !$maxDf.isGiven {
        return BlockFailure("no term is in as many texts as 'min_df' asks for", at: $minDf.range)
      }
      if !$minDf.isGiven {
        return BlockFailure("no term is in as few texts as 'max_df' allows", at: $maxDf.range)
      }
      return BlockFailure(
        "no term is within 'min_df' and 'max_df'; lower 'min_df' or raise 'max_df'",
        at: $minDf.range)
    case .contradictoryBounds(let minimum, let maximum):
      let least = formattedSetting(minimum)
      if !$maxDf.isGiven {
        return BlockFailure(Self.tooFewTexts(Int(maximum), for: least), at: $minDf.range)
      }
      return BlockFailure(Self.contradiction(minimum, maximum), at: $maxDf.range)
    }
  }

  private var settings: TFIDFSettings {
    TFIDFSettings(
      maxFeatures: maxFeatures, stopWords: stopWords, minDocumentFrequency: minDf.bound,
      maxDocumentFrequency: maxDf.bound, ngrams: ngrams[0]...ngrams[1], ties: ties)
  }

  private func log(_ features: Features, in context: Context) {
    let matrix = features.matrix(of: .train)
    let perRow = Double(matrix.nonzeroCount) / Double(max(1, matrix.rows))
    context.log(
      "\(features.vectorizer.vocabularySize) words; a training text has"
        + " \(fixedDecimals(perRow, 1)) of them on average")
    let ties = features.vectorizer.tiedWords.count
    if ties > 0 {
      context.log("\(ties) words are equally frequent at the cut; ties: \(self.ties.rawValue)")
    }
  }
}

extension DatasetOrSplit {
  /// The weights of the words of all parts; the check has seen that there are texts.
  fileprivate func features(_ settings: TFIDFSettings, in context: Context) throws -> Features {
    switch self {
    case .dataset(let dataset):
      try Features(
        of: texts, answers: dataset.answers, settings: settings, pool: context.pool,
        isCancelled: context.isCancelled)
    case .split(let split):
      try Features(
        of: texts, in: split, settings: settings, pool: context.pool,
        isCancelled: context.isCancelled)
    }
  }
}

/// A bound on how many texts a word is in: a whole number counts texts, any other number is a share of them.
struct DocumentFrequency: OptionValue {
  var bound: TFIDFSettings.DocumentFrequency

  init(_ bound: TFIDFSettings.DocumentFrequency) {
    self.bound = bound
  }

  /// Whether it leaves nothing below the other bound. Of a count and a share, only the number of texts can tell.
  func isAbove(_ other: DocumentFrequency) -> Bool {
    switch (bound, other.bound) {
    case (.count(let least), .count(let greatest)): least > greatest
    case (.share(let least), .share(let greatest)): least > greatest
    default: false
    }
  }

  static var typeDescription: String { "a whole number of texts, or a share from 0.0 to 1.0" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> DocumentFrequency? {
    guard let node = reader.resolve(node) else { return nil }
    if let count = node.scalar?.integer { return DocumentFrequency(.count(count)) }
    if let share = node.scalar?.decimal, share >= 0, share <= 1 {
      return DocumentFrequency(.share(share))
    }
    reader.mismatch(node, of: entry, expected: typeDescription)
    return nil
  }

  var written: String? {
    switch bound {
    case .count(let count): String(count)
    case .share(let share): share.description
    }
  }

  var boundedNumbers: [(number: Double, range: SourceRange?)] {
    switch bound {
    case .count(let count): [(Double(count), nil)]
    case .share(let share): [(share, nil)]
    }
  }
}
