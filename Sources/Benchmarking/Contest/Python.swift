import Foundation

/// The interpreter that the peers run in, and what it has installed.
struct Python: Sendable {
  /// The program.
  let program: String
  /// Package names with their versions; empty if there is no such interpreter.
  let versions: [String: String]

  /// All packages that a peer needs.
  private static let packages = [
    "numpy", "scipy", "pandas", "sklearn", "torch", "nbconvert", "ipykernel", "matplotlib",
    "seaborn",
  ]

  /// Asks the interpreter what it can import.
  init(program: String, folder: URL) {
    self.program = program
    let asking = ChildProcess(
      command: [program, Self.script("versions")] + Self.packages, folder: folder)
    let answer = (try? asking.run())?.output ?? ""
    versions = Dictionary(
      answer.split(whereSeparator: \.isNewline).compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        return words.count == 2 ? (words[0], words[1]) : nil
      }, uniquingKeysWith: { $1 })
  }

  /// The packages that a peer needs and does not find.
  func missingPackages(for role: Contender.Role) -> [String] {
    let needed =
      switch role {
      case .lectern, .lecternBaseline: [String]()
      case .numPy: ["numpy", "scipy"]
      case .scikitLearn: ["numpy", "scipy", "pandas", "sklearn"]
      case .pyTorch: ["numpy", "scipy", "torch"]
      case .notebook:
        ["numpy", "pandas", "sklearn", "nbconvert", "ipykernel", "matplotlib", "seaborn"]
      }
    return needed.filter { versions[$0] == nil }
  }

  /// The command that runs one of our scripts.
  func command(_ script: String, _ arguments: String...) -> [String] {
    [program, Self.script(script)] + arguments
  }

  private static func script(_ name: String) -> String {
    Bundle.module.bundleURL.appending(path: "Peers/\(name).py").path
  }
}
