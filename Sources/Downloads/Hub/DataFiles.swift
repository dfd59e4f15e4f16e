/// Which files of a repository are its data.
struct DataFiles {
  /// Endings of files that can be read.
  private static let endings = ["csv", "tsv", "tab", "jsonl", "ndjson"]

  /// Why no data can be taken from a repository.
  struct Mistake: Error, Equatable {
    var message: String
  }

  /// The files that belong together, in the order of their names: those of one split in several pieces, or a single one.
  ///
  /// - Parameter wanted: a file, or what the files of a split are called without their numbers; nil for the only data.
  static func choose(
    _ wanted: String?, from files: [String], repository: String
  ) throws(Mistake) -> [String] {
    if let wanted, files.contains(wanted) {
      guard isData(wanted) else {
        throw Mistake(message: "'\(wanted)' of \(repository) is no CSV, TSV or JSON-lines file")
      }
      return [wanted]
    }
    let groups = Dictionary(grouping: files.filter(isData), by: name)
    let names = groups.keys.sorted()
    let known = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    if names.isEmpty {
      throw Mistake(message: "\(repository) has no CSV, TSV or JSON-lines files")
    }
    let chosen: String
    if let wanted {
      let fitting = names.filter { $0 == wanted || split(of: $0) == wanted }
      guard fitting.count == 1, let only = fitting.first else {
        throw Mistake(
          message: "\(repository) has no data '\(wanted)'; there are \(known)")
      }
      chosen = only
    } else {
      guard names.count == 1 else {
        throw Mistake(
          message:
            "\(repository) has several data files; choose one with ':' and its name: \(known)")
      }
      chosen = names[0]
    }
    let pieces = (groups[chosen] ?? []).sorted()
    if let count = pieces.compactMap(pieceCount).max(), pieces.count != count {
      throw Mistake(
        message: "\(repository) has \(pieces.count) of the \(count) pieces of '\(chosen)'")
    }
    return pieces
  }

  /// Whether a file's name ends like one that can be read.
  static func isData(_ file: String) -> Bool {
    let ending = file.hasSuffix(".gz") ? file.dropLast(3) : file[...]
    return endings.contains(ending.split(separator: ".").last?.lowercased() ?? "")
      && ending.contains(".")
  }

  /// `data/train.csv` for `data/train-00001-of-00003.csv`.
  private static func name(of file: String) -> String {
    file.replacing(#/-\d{5}-of-\d{5}(?=\.)/#, with: "")
  }

  /// `train` for `data/train.csv`.
  private static func split(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }

  private static func pieceCount(of file: String) -> Int? {
    file.firstMatch(of: #/-\d{5}-of-(\d{5})\./#).flatMap { Int($0.1) }
  }
}
