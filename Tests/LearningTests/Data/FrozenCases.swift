import Foundation

/// Numbers that a script in Tests/Reference wrote, read back.
struct FrozenCases<Case: Decodable>: Decodable {
  let cases: [Case]

  static func load(_ name: String) throws -> [Case] {
    let file = Bundle.module.bundleURL.appending(path: "Frozen/\(name).json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)).cases
  }
}
