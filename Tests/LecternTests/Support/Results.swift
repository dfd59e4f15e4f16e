import Foundation
import Testing

/// A results file, read back.
struct Results: Decodable {
  /// One block's entry.
  struct Block: Decodable {
    var name: String?
    var command: String
    var line: Int
    var status: String
    var message: String?
    var values: [String: JSON]
    var claims: [JSON]?

    subscript(_ name: String) -> JSON {
      get throws { try #require(values[name], "'\(command)' has no value '\(name)'") }
    }
  }

  var notebook: String
  var seed: Int
  var params: [String: JSON]
  var blocks: [Block]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(Results.self, from: Data(text.utf8))
  }

  /// The block with a name.
  func block(_ name: String) throws -> Block {
    try #require(blocks.first { $0.name == name }, "no block '\(name)'")
  }

  /// The only block with a command.
  func only(_ command: String) throws -> Block {
    let found = blocks.filter { $0.command == command }
    #expect(found.count == 1, "blocks with the command '\(command)'")
    return try #require(found.first)
  }
}

/// Any JSON value.
enum JSON: Decodable, Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else if let object = try? container.decode([String: JSON].self) {
      self = .object(object)
    } else if let flag = try? container.decode(Bool.self) {
      self = .boolean(flag)
    } else {
      self = .null
    }
  }
}

extension JSON: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSON {
  var text: String {
    get throws {
      guard case .text(let text) = self else { throw Mismatch(wanted: "a text", found: self) }
      return text
    }
  }

  var number: Double {
    get throws {
      guard case .number(let number) = self else { throw Mismatch(wanted: "a number", found: self) }
      return number
    }
  }

  var list: [JSON] {
    get throws {
      guard case .list(let list) = self else { throw Mismatch(wanted: "a list", found: self) }
      return list
    }
  }

  var numbers: [Double] {
    get throws { try list.map { try $0.number } }
  }

  subscript(_ key: String) -> JSON {
    get throws {
      guard case .object(let members) = self, let member = members[key] else {
        throw Mismatch(wanted: "an object with '\(key)'", found: self)
      }
      return member
    }
  }

  /// A value of another type than a test looks for.
  struct Mismatch: Error {
    var wanted: String
    var found: JSON
  }
}
