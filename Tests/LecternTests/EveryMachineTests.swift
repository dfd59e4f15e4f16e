import Foundation
import Testing

/// A lesson makes the same bytes whatever the machine has: cores, vectors, instructions.
struct EveryMachineTests {
  /// What a lesson makes, by path: its report, its results and, as `log`, what it says.
  private typealias Bytes = [String: Data]

  private static func made(
    from lesson: String, _ arguments: String..., environment: [String: String] = [:],
    on cpu: Emulator.CPU? = nil
  ) async throws -> Bytes {
    var test = ProgramTest(["render", "lesson.md"] + arguments)
      .file("lesson.md", lesson).environment(environment).saysAnything()
      .leaves("output/lesson.html", "output/lesson.results.json")
    if let cpu { test = test.on(cpu).within(seconds: 150) }
    let result = try await test.run()
    return result.files.merging(["log": Data(result.stdout.utf8)]) { $1 }
  }

  /// Made once, by one thread, with the kernels that the program chooses here.
  private static let everything = Task {
    try await made(from: EngineLessons.everything, "--threads", "1")
  }
  private static let large = Task { try await made(from: EngineLessons.large, "--threads", "1") }

  private func expectSame(_ bytes: Bytes, as expected: Bytes) {
    #expect(bytes.count == 3 && bytes.keys == expected.keys)
    for (path, whole) in expected {
      let other = bytes[path] ?? Data()
      let difference = zip(whole, other).enumerated().first { $1.0 != $1.1 }?.offset
      // Compared beforehand: nobody could wait for a list of all differences.
      let isSame = whole == other
      #expect(
        isSame,
        "\(path) differs from byte \(difference ?? min(whole.count, other.count)) on")
    }
  }

  @Test(arguments: [2, 3, 16])
  func theNumberOfThreadsDoesNotMatter(_ threads: Int) async throws {
    for (lesson, expected) in [
      (EngineLessons.everything, Self.everything), (EngineLessons.large, Self.large),
    ] {
      try await expectSame(
        Self.made(from: lesson, "--threads", "\(threads)"), as: expected.value)
    }
  }

  /// A kind of kernels that this CPU does not have leaves the choice to the program.
  @Test(arguments: ["baseline", "avx2", "avx512"])
  func theWidthOfTheVectorsDoesNotMatter(_ kernels: String) async throws {
    for (lesson, expected) in [
      (EngineLessons.everything, Self.everything), (EngineLessons.large, Self.large),
    ] {
      try await expectSame(
        Self.made(from: lesson, environment: ["LECTERN_KERNELS": kernels]), as: expected.value)
    }
  }

  @Test func theLessonHasABlockOfEveryCommand() async throws {
    let list = try await ProgramTest("commands").saysAnything().run().stdout
    let commands = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 10)
    for command in commands {
      #expect(EngineLessons.everything.contains("```{\(command)"), "\(command)")
    }
  }

  /// `lectern commands network` says below each option which words it takes.
  @Test(arguments: [("activations", 6), ("init", 6), ("loss", 3), ("precision", 2)])
  func theLessonUsesEveryWordOfAnOption(_ option: String, _ count: Int) async throws {
    let reference = try await ProgramTest("commands", "network").saysAnything().run().stdout
    let lines = reference.split(separator: "\n").drop { !$0.hasPrefix("  \(option)") }
    let choices = try #require(lines.dropFirst(2).first)
    let sentence: Set<Substring> = [
      "a", "list", "each", "entry", "or", "standard", "deviation", "bound", "of",
      "these",
    ]
    let words = choices.matches(of: /\w+/).map(\.output).filter { !sentence.contains($0) }
    #expect(words.count == count)
    let used = EngineLessons.everything.split(separator: "\n")
      .filter { $0.hasPrefix("\(option):") }.joined(separator: " ")
    for word in words { #expect(used.contains(word), "\(word)") }
  }
}

#if arch(x86_64)
  extension EveryMachineTests {
    /// The program has to find out by itself which instructions there are: one that is not there would end it.
    @Test(
      .enabled(if: Emulator.isTested, "qemu-x86_64 is not on the PATH"),
      arguments: Emulator.CPU.allCases)
    func theInstructionsOfTheCPUDoNotMatter(_ cpu: Emulator.CPU) async throws {
      #expect(try await Emulator.levels(of: cpu).max() == cpu.level)
      try await expectSame(
        Self.made(from: EngineLessons.everything, on: cpu), as: Self.everything.value)
    }
  }
#endif
