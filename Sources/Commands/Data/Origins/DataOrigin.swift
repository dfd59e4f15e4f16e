import Execution
import Learning

/// Where the rows of a `data` block come from: what one of its sources turns out to be, or the lesson itself.
///
/// `DataBlock.origins` decides once which kind it is. A kind is one file, which knows what options it takes, what can be told
/// of its rows before they are had, and how to get them.
protocol DataOrigin: Sendable {
  /// What messages say that an option does not apply to.
  var name: String { get }
  /// Whether the lesson says what is to be learnt, be it a class or a number; otherwise the data do.
  var isAnsweredByLesson: Bool { get }
  /// Whether its labels may stand in a file of their own.
  var takesLabelFile: Bool { get }
  /// Whether its rows are made, and not read from a file.
  var isMade: Bool { get }
  /// Whether its rows are made with draws from the lesson's stream.
  var drawsRandomNumbers: Bool { get }

  /// The options that it takes beside those that say where data are; nil, with a diagnostic, if there is no such origin.
  func options(_ scope: inout Scope) -> [String]?

  /// Finds what is wrong with options that are for this origin alone.
  func check(_ block: DataBlock, _ scope: inout Scope)

  /// Finds out whether an address elsewhere can be one at all.
  func checkAddress(for block: DataBlock, _ scope: inout Scope)

  /// Why there is nothing, as far as a look at the disk can tell; nil if there is something, or only the attempt tells.
  func absence(from files: InputFiles, lessonFolder: String) -> BlockFailure?

  /// What is known of the data before they are had; nil, with a diagnostic, if they do not fit.
  ///
  /// - Parameter isLast: whether no other source is left in case that this one cannot be had.
  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline?

  /// About how much work the data are; nil for next to nothing.
  func forecast(for block: DataBlock) -> Forecast?

  /// Asks for the data. Whatever is wrong with data that are there is thrown.
  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt
}

/// What comes of asking for the data of one origin.
enum DataAttempt {
  case had(Dataset)
  /// There are none, so the next origin may be asked.
  case absent(BlockFailure)
}

extension DataOrigin {
  /// Most labels are in the file itself.
  var takesLabelFile: Bool { false }
  /// Most origins are files.
  var isMade: Bool { false }
  /// A file draws nothing.
  var drawsRandomNumbers: Bool { false }
  /// Most options are for many origins.
  func check(_ block: DataBlock, _ scope: inout Scope) {}
  /// Most origins are on this machine.
  func checkAddress(for block: DataBlock, _ scope: inout Scope) {}
  /// What is made is always there.
  func absence(from files: InputFiles, lessonFolder: String) -> BlockFailure? { nil }
  /// To read a file takes no time.
  func forecast(for block: DataBlock) -> Forecast? { nil }
}
