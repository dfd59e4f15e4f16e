/// What kind of mistake a diagnostic is about: a word that stays the same when the message is worded anew.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // Text, front matter and fences.
  case unreadableText = "unreadable-text"
  case tooMuch = "too-much"
  case badFrontMatter = "bad-front-matter"
  case unknownKey = "unknown-key"
  case badParameter = "bad-parameter"
  case badFence = "bad-fence"
  case bareFence = "bare-fence"
  case indentedFence = "indented-fence"
  case badName = "bad-name"
  case nestedBlock = "nested-block"
  case unclosedBlock = "unclosed-block"
  case invalidYAML = "invalid-yaml"
  case unsupportedYAML = "unsupported-yaml"
  case duplicateKey = "duplicate-key"
  case unknownCellOption = "unknown-cell-option"
  case badCellOption = "bad-cell-option"
  case badLabel = "bad-label"
  case misplacedLabel = "misplaced-label"
  case htmlLeftOut = "html-left-out"
  case foreignMarkup = "foreign-markup"
  case unsafeLink = "unsafe-link"
  case brokenLink = "broken-link"
  case remotePicture = "remote-picture"
  case undescribedPicture = "undescribed-picture"
  case unreadablePicture = "unreadable-picture"
  case cellCount = "cell-count"
  case unknownFootnote = "unknown-footnote"
  case duplicateFootnote = "duplicate-footnote"
  case unusedFootnote = "unused-footnote"
  case badMath = "bad-math"
  case unknownMacro = "unknown-macro"

  // Blocks and their options.
  case unknownCommand = "unknown-command"
  case missingName = "missing-name"
  case duplicateName = "duplicate-name"
  case badBody = "bad-body"
  case unknownOption = "unknown-option"
  case missingOption = "missing-option"
  case conflictingOptions = "conflicting-options"
  case inapplicableOption = "inapplicable-option"
  case wrongType = "wrong-type"
  case unknownChoice = "unknown-choice"
  case outOfRange = "out-of-range"
  case emptyList = "empty-list"
  case unknownParameter = "unknown-parameter"
  case listParameter = "list-parameter"
  case unknownName = "unknown-name"
  case usedBeforeMade = "used-before-made"
  case wrongKind = "wrong-kind"

  // Expressions, labels and values in prose.
  case badExpression = "bad-expression"
  case unknownFunction = "unknown-function"
  case unknownValue = "unknown-value"
  case missingValue = "missing-value"
  case unknownSetting = "unknown-setting"
  case noElements = "no-elements"
  case notANumber = "not-a-number"
  case notASeries = "not-a-series"
  case incomparable = "incomparable"
  case noClaim = "no-claim"
  case badFormat = "bad-format"
  case duplicateLabel = "duplicate-label"
  case unknownLabel = "unknown-label"
  case mistypedCitation = "mistyped-citation"

  // Data and networks.
  case unknownSource = "unknown-source"
  case exposedCredentials = "exposed-credentials"
  case unreadableData = "unreadable-data"
  case badData = "bad-data"
  case unknownColumn = "unknown-column"
  case singleClass = "single-class"
  case impossibleSplit = "impossible-split"
  case unknownPart = "unknown-part"
  case noText = "no-text"
  case textAsNumbers = "text-as-numbers"
  case layerCount = "layer-count"
  case misplacedSoftmax = "misplaced-softmax"
  case badAutomaticLayer = "bad-auto-layer"
  case lossMismatch = "loss-mismatch"
  case layerMismatch = "layer-mismatch"
  case nothingToSweep = "nothing-to-sweep"
  case duplicateValue = "duplicate-value"

  // What is allowed and yet odd.
  case unusedBlock = "unused-block"
  case unusedParameter = "unused-parameter"
  case longRun = "long-run"
  case muchMemory = "much-memory"

  // What only a run can find.
  case blockFailed = "block-failed"
  case claimFails = "claim-fails"
  case notRun = "not-run"
}

extension DiagnosticCode {
  /// What the code means, in a sentence without a full stop.
  public var explanation: String {
    textExplanation ?? proseExplanation ?? optionExplanation ?? expressionExplanation
      ?? commandExplanation
  }

  private var textExplanation: String? {
    switch self {
    case .unreadableText: "The file is not text in UTF-8"
    case .tooMuch: "There is more text, nesting or numbers than any lesson needs"
    case .badFrontMatter: "The front matter is not at the top, not closed, or not a mapping of keys"
    case .unknownKey: "The front matter has no such key"
    case .badParameter: "A parameter has a bad name, no default or no value"
    case .badFence: "The fence of a block is too short, or its braces hold no command or too much"
    case .bareFence: "A fence begins as a command block does, but has no braces"
    case .indentedFence: "A fence begins as a command block does, but is indented too far to be one"
    case .badName: "A name has characters that names do not have"
    case .nestedBlock: "A command block stands inside a list, a quotation or HTML"
    case .unclosedBlock: "A command block is never closed"
    case .invalidYAML: "The YAML of a block or of the front matter cannot be read"
    case .unsupportedYAML: "Anchors, aliases, tags and merge keys are not part of lessons"
    case .duplicateKey: "A key is given twice"
    case .unknownCellOption: "There is no such '#|' option"
    case .badCellOption: "A '#|' option is not written 'key: value', or has an unfit value"
    default: nil
    }
  }

  private var proseExplanation: String? {
    switch self {
    case .badLabel: "A label does not begin as its kind does: with eq-, fig-, sec- or tbl-"
    case .misplacedLabel: "A label stands where nothing can have it"
    case .htmlLeftOut: "HTML in prose is left out of the report"
    case .foreignMarkup: "Markup of other programs is shown as it is written"
    case .unsafeLink: "A link that might run a script is left out of the report"
    case .brokenLink: "A link leads to a place, a lesson or a file that the page does not have"
    case .remotePicture: "A picture that is no file beside the lesson is left out of the report"
    case .undescribedPicture: "A picture has no description"
    case .unreadablePicture: "The file of a picture is not there, too large, or no picture"
    case .cellCount: "A row of a table does not have as many cells as there are columns"
    case .unknownFootnote: "There is no footnote of that name"
    case .duplicateFootnote: "Two footnotes have one name"
    case .unusedFootnote: "Nothing refers to the footnote"
    case .badMath: "The TeX of a formula cannot be read, or dollars make no formula"
    case .unknownMacro: "TeX has such a macro perhaps, but lessons do not"
    default: nil
    }
  }

  private var optionExplanation: String? {
    switch self {
    case .unknownCommand: "There is no such block command"
    case .missingName: "A block that makes a value needs a name"
    case .duplicateName: "Two blocks, or two reports, have one name"
    case .badBody: "A block's body is not a mapping of options"
    case .unknownOption: "The command has no such option"
    case .missingOption: "The command needs an option that is not given"
    case .conflictingOptions: "Two options that are given exclude each other"
    case .inapplicableOption: "The option says nothing about what the block does"
    case .wrongType: "A value is not of the option's type"
    case .unknownChoice: "The option does not have that choice"
    case .outOfRange: "A number is outside the option's range"
    case .emptyList: "A list has no entries"
    case .unknownParameter: "The lesson has no such parameter"
    case .listParameter: "A parameter is a list where a single value belongs"
    case .unknownName: "No block makes a value of that name"
    case .usedBeforeMade: "The block that makes the value stands further below"
    case .wrongKind: "The named value is not of the kind that the option takes"
    default: nil
    }
  }

  private var expressionExplanation: String? {
    switch self {
    case .badExpression: "An expression cannot be read"
    case .unknownFunction: "There is no such function"
    case .unknownValue: "The block has no value of that name"
    case .missingValue: "A path stops at the block; it should name one of its values"
    case .unknownSetting: "The sweep does not vary that setting, or not with that value"
    case .noElements: "An index picks an element that is not there"
    case .notANumber: "A single number is needed"
    case .notASeries: "A series or a list is needed"
    case .incomparable: "The two sides cannot be compared"
    case .noClaim: "An expectation claims nothing"
    case .badFormat: "A format is not like %.4f, %d or %s"
    case .duplicateLabel: "Two things have one label"
    case .unknownLabel: "Nothing has the label that is cited"
    case .mistypedCitation: "Words that name a label are no citation of it"
    default: nil
    }
  }

  private var commandExplanation: String {
    switch self {
    case .unknownSource: "There is no such built-in data set, or a source names nothing"
    case .exposedCredentials: "An address in the lesson holds a user's name or password"
    case .unreadableData: "The data file is not there, or is no table"
    case .badData: "The rows or labels do not make a data set"
    case .unknownColumn: "The data have no such column"
    case .singleClass: "There is only one class, so there is nothing to tell apart"
    case .impossibleSplit: "The data cannot be cut into parts of these sizes"
    case .unknownPart: "The data have no such part"
    case .noText: "Words are counted in data that have no text"
    case .textAsNumbers: "Texts are given where numbers belong, or numbers where texts do"
    case .layerCount: "There are too few layers, or not one activation for each"
    case .misplacedSoftmax: "Softmax stands elsewhere than over two or more outputs"
    case .badAutomaticLayer: "An auto layer has no data to take its size from"
    case .lossMismatch: "The loss does not fit the output layer, or what is to be learnt"
    case .layerMismatch:
      "The network does not fit the columns, the classes or the targets of its data"
    case .nothingToSweep: "A sweep varies nothing"
    case .duplicateValue: "A sweep or a matrix lists a value twice"
    case .unusedBlock: "Nothing reads what the block makes"
    case .unusedParameter: "Nothing uses the parameter"
    case .longRun: "The block would work for more than ten minutes"
    case .muchMemory: "The block would need more than 8 GB of memory"
    case .blockFailed: "A block could not do its work"
    case .claimFails: "A claim does not hold in this run"
    default: "A block was not run, since something else went wrong"
    }
  }
}
