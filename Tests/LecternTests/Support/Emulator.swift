import Foundation
import Testing

/// QEMU, which runs the program on CPUs with fewer instructions than this one: an instruction that the CPU did not have
/// ends the program.
enum Emulator {
  /// A CPU by the name that QEMU has for it.
  enum CPU: String, CaseIterable {
    /// No AVX, no fused multiply-add.
    case nehalem = "Nehalem"
    /// AVX2 and FMA, no AVX-512.
    case haswell = "Haswell"

    /// The name of the instructions that the CPU has, and no more.
    var level: String {
      switch self {
      case .nehalem: "x86-64-v2"
      case .haswell: "x86-64-v3"
      }
    }
  }

  static let executable = Program.executable(onPath: "qemu-x86_64")

  /// Whether the tests can run, or must.
  static var isTested: Bool { Package.requiresEverything || executable != nil }

  /// What a program complained, without QEMU's own words about features that it does not emulate.
  static func withoutWarnings(_ complaints: String) -> String {
    complaints.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("qemu-x86_64: warning: ") }
      .joined(separator: "\n")
  }

  /// What an emulated CPU has beyond the first x86-64, as the system's loader sees it.
  static func levels(of cpu: CPU) async throws -> [String] {
    let executable = try #require(executable, "qemu-x86_64 is not on the PATH")
    let ending = try await Program.run(
      ["-cpu", cpu.rawValue, "/lib64/ld-linux-x86-64.so.2", "--help"],
      in: FileManager.default.temporaryDirectory, timeLimit: 30, executable: executable)
    return ending.stdout.matches(of: /(x86-64-v\d) \(supported/).map { String($0.1) }
  }
}
