import Foundation
import Learning

/// Features as plain arrays of numbers in files, so that the peers train on the very same ones.
struct FeatureFiles {
  let features: Features

  /// Writes PART.elements, .columns, .starts, .labels and .rows for each part: little-endian doubles and integers.
  func write(into folder: URL) throws {
    for part in Part.allCases {
      let matrix = features.matrix(of: part)
      func write<Number>(_ numbers: [Number], _ kind: String) throws {
        let data = numbers.withUnsafeBytes { Data($0) }
        try data.write(to: folder.appending(path: "\(part.rawValue).\(kind)"))
      }
      try write(matrix.elements, "elements")
      try write(matrix.columnIndices, "columns")
      try write(matrix.rowStarts, "starts")
      try write(features.truth(of: part).labels ?? [], "labels")
      try write(features.rows(of: part), "rows")
    }
  }
}
