import Execution
import Learning
import Notebook
import Randomness

/// The data sets that come with Lectern.
enum BuiltinData: String, CaseIterable {
  case xor, gaussian, circles, moons, blobs, spiral, digits, emails
  // These have a target instead of classes.
  case line, sine, friedman

  /// How a lesson names them.
  static let prefix = "builtin:"

  /// The data set that a source names, if it is one of these.
  init?(_ location: Location) {
    guard location.text.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(location.text.dropFirst(Self.prefix.count)))
  }

  var drawsRandomNumbers: Bool {
    switch self {
    case .xor, .emails: false
    default: true
    }
  }

  /// The options of `data` that say how it is made.
  var options: [String] {
    switch self {
    case .xor: ["scale"]
    case .gaussian: ["rows", "columns", "classes", "scale"]
    case .circles: ["rows", "shares", "noise", "factor", "scale"]
    case .moons: ["rows", "shares", "noise", "scale"]
    case .blobs: ["rows", "columns", "classes", "shares", "noise", "scale"]
    case .spiral: ["rows", "classes", "shares", "noise", "scale"]
    case .digits: ["rows", "size", "shares", "noise", "scale"]
    case .line, .sine: ["rows", "noise", "scale", "scale_target"]
    case .friedman: ["rows", "columns", "noise", "scale", "scale_target"]
    case .emails: ["rows", "spam_share", "seed", "text", "label"]
    }
  }

  func outline(for block: DataBlock) -> Dataset.Outline {
    Dataset.Outline(
      examples: ExamplesOutline(
        columns: self == .emails ? .text : .exactly(columns(for: block)),
        inputColumns: inputColumns(for: block),
        answers: classes(for: block).map { .classes($0) }
          ?? .targets(["y"], scaling: block.scaleTarget),
        labelName: block.label ?? Dataset.usualLabelName, parts: [.train],
        rows: [.train: rows(for: block)]),
      hasDigest: false)
  }

  /// More names than these are only made in the run.
  private static let namedColumns = 10_000

  private func inputColumns(for block: DataBlock) -> [DataColumn]? {
    switch self {
    case .emails: return []
    case .digits:
      let side = side(for: block)
      return PictureShape(width: side, height: side).columns
    default:
      let count = columns(for: block)
      return count > Self.namedColumns ? nil : (1...count).map { DataColumn(name: "x\($0)") }
    }
  }

  private func columns(for block: DataBlock) -> Int {
    switch self {
    case .xor, .circles, .moons, .spiral: 2
    case .gaussian, .blobs: block.columns ?? 2
    case .friedman: block.columns ?? 10
    case .digits: side(for: block) * side(for: block)
    case .line, .sine, .emails: 1
    }
  }

  /// Pixels of a side of a picture.
  private func side(for block: DataBlock) -> Int { block.size ?? 12 }

  private func rows(for block: DataBlock) -> Int {
    switch self {
    case .xor: 4
    case .emails: block.rows ?? Self.defaultMails
    case .digits: block.rows ?? 1000
    default: block.rows ?? Self.defaultRows
    }
  }

  private func spamShare(for block: DataBlock) -> Double { block.spamShare ?? 0.29 }

  /// A row of numbers takes a few draws for each, a mail some thousand choices of words.
  func forecast(for block: DataBlock) -> Forecast {
    let rows = Double(rows(for: block))
    if self == .emails { return Forecast(multiplyAdds: 20_000 * rows, bytes: 2_000 * rows) }
    let numbers = rows * Double(columns(for: block))
    // A pixel is as far as each of some thirty lines.
    return Forecast(multiplyAdds: (self == .digits ? 300 : 20) * numbers, bytes: 8 * numbers)
  }

  /// The names of the classes; nil for a target.
  private func classes(for block: DataBlock) -> [String]? {
    switch self {
    case .xor, .circles, .moons: ["0", "1"]
    case .gaussian, .blobs, .spiral, .digits: (0..<classCount(for: block)).map { String($0) }
    case .emails: block.label == "label_num" ? ["0", "1"] : ["ham", "spam"]
    case .line, .sine, .friedman: nil
    }
  }

  private func classCount(for block: DataBlock) -> Int {
    switch self {
    case .digits: 10
    case .circles, .moons, .gaussian: block.classes ?? 2
    default: block.classes ?? block.shares?.count ?? 3
    }
  }

  /// Sums and squares of what has more noise may be more than a number can be.
  private static let greatestNoise = 1e100

  /// What is wrong with an option for this data set.
  struct Problem {
    var code: DiagnosticCode
    var message: String
    var place: OptionPlace
    var suggestion: Suggestion?
  }

  /// What is wrong with the options for this data set.
  func problem(in block: DataBlock) -> Problem? {
    if let noise = block.noise, noise > Self.greatestNoise {
      return Problem(
        code: .outOfRange, message: "noise beyond \(Self.greatestNoise) leaves no numbers to learn",
        place: block.$noise)
    }
    switch self {
    case .emails: return problemWithColumns(of: block) ?? problemWithSpamShare(of: block)
    case .circles, .moons:
      guard block.rows == 1 else { return problemWithShares(of: block) }
      return Problem(
        code: .outOfRange, message: "\(rawValue) needs at least 2 rows", place: block.$rows)
    case .friedman where columns(for: block) < 5:
      return Problem(
        code: .outOfRange, message: "friedman needs at least 5 columns", place: block.$columns)
    default:
      // The usual rows are never too many, however many columns there may be.
      guard rows(for: block) > Self.greatestSize / columns(for: block) else {
        return problemWithShares(of: block) ?? problemWithEmptyClasses(of: block)
      }
      return Problem(
        code: .tooMuch, message: "this would be more than \(Self.greatestSize) numbers",
        place: block.$rows)
    }
  }

  /// Each class needs a share, the shares make a whole, and no class is to be empty.
  private func problemWithShares(of block: DataBlock) -> Problem? {
    guard let shares = block.shares?.map(\.value), options.contains("shares") else { return nil }
    let classes = classCount(for: block)
    let sum = shares.reduce(0, +)
    let message: String? =
      if classes < 2 || shares.count != classes {
        "there are \(max(2, classes)) classes, and \(shares.count) share\(shares.count == 1 ? "" : "s")"
      } else if abs(sum - 1) > 1e-9 {
        "the shares of all classes add up to 1, not to \(significantDigits(sum, 6))"
      } else {
        ClassSizes.apportion(rows(for: block), by: shares).firstIndex(of: 0).map {
          "of \(rows(for: block)) rows, class \($0) would have none"
        }
      }
    return message.map { Problem(code: .outOfRange, message: $0, place: block.$shares) }
  }

  /// Rows go to the classes in turn. A picture of each digit is not needed to show some.
  private func problemWithEmptyClasses(of block: DataBlock) -> Problem? {
    let (rows, classes) = (rows(for: block), classCount(for: block))
    guard [.blobs, .spiral].contains(self), block.shares == nil, rows < classes else { return nil }
    return Problem(
      code: .outOfRange, message: "of \(rows) rows, class \(rows) would have none",
      place: block.rows == nil ? block.$classes : block.$rows)
  }

  /// Mails of one class only would leave nothing to tell apart.
  private func problemWithSpamShare(of block: DataBlock) -> Problem? {
    let mails = rows(for: block)
    let spam = EmailCorpus.spamCount(of: mails, spamShare: spamShare(for: block))
    guard spam == 0 || spam == mails else { return nil }
    let words = mails == 1 ? "1 mail" : "\(mails) mails"
    return Problem(
      code: .outOfRange, message: "of \(words), \(spam == 0 ? "none" : "all") would be spam",
      place: block.spamShare == nil ? block.$rows : block.$spamShare)
  }

  private func problemWithColumns(of block: DataBlock) -> Problem? {
    let known = Dataset.emailColumns
    for (name, place) in [(block.text, block.$text), (block.label, block.$label)] {
      guard let name, !known.contains(name) else { continue }
      let hint = suggestion(for: name, among: known)
      let columns =
        hint.isEmpty ? "; the columns are \(known.joined(separator: ", "))" : "\(hint)"
      return Problem(
        code: .unknownColumn, message: "there is no column '\(name)'\(columns)", place: place,
        suggestion: hint)
    }
    return nil
  }

  /// - Throws: `DatasetError`, and `CancellationError` soon after `isCancelled` says so.
  func dataset(
    for block: DataBlock, drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws -> Dataset {
    let rows = rows(for: block)
    let columns = columns(for: block)
    let classes = classCount(for: block)
    let shares = block.shares?.map(\.value)
    return switch self {
    case .xor: .xor
    case .gaussian:
      try .gaussian(
        rows: rows, columns: columns, classes: classes, drawing: &stream,
        isCancelled: isCancelled)
    case .circles:
      try .circles(
        rows: rows, noise: block.noise, factor: block.factor ?? 0.8, shares: shares,
        drawing: &stream, isCancelled: isCancelled)
    case .moons:
      try .moons(
        rows: rows, noise: block.noise, shares: shares, drawing: &stream,
        isCancelled: isCancelled)
    case .blobs:
      try .blobs(
        rows: rows, columns: columns, classes: classes, noise: block.noise ?? 1, shares: shares,
        drawing: &stream, isCancelled: isCancelled)
    case .spiral:
      try .spiral(
        rows: rows, classes: classes, noise: block.noise ?? 0.2, shares: shares, drawing: &stream,
        isCancelled: isCancelled)
    case .digits:
      try .digits(
        rows: rows, size: side(for: block), noise: block.noise ?? 0.15, shares: shares,
        drawing: &stream, isCancelled: isCancelled)
    case .line:
      try .line(
        rows: rows, noise: block.noise ?? 0.1, drawing: &stream, isCancelled: isCancelled)
    case .sine:
      try .sine(
        rows: rows, noise: block.noise ?? 0.1, drawing: &stream, isCancelled: isCancelled)
    case .friedman:
      try .friedman(
        rows: rows, columns: columns, noise: block.noise ?? 1, drawing: &stream,
        isCancelled: isCancelled)
    case .emails:
      try .emails(
        count: rows, spamShare: spamShare(for: block),
        seed: UInt32(clamping: block.seed ?? 0), text: block.text ?? "text",
        label: block.label ?? "label", isCancelled: isCancelled)
    }
  }

  private static let defaultRows = 100
  private static let defaultMails = 5171
  private static let greatestSize = 100_000_000
}
