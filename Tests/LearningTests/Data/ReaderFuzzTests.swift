import ReaderFuzzing
import Testing

/// A short run of the fuzzer, the same each time; `Tests/lectern-fuzz/main.swift` says how to run it for long.
@Suite("Readers of damaged files")
struct ReaderFuzzTests {
  @Test("make a table that holds together, or one error", arguments: 0..<8)
  func damagedFiles(part: UInt64) throws {
    var tables = 0
    for number in part * 1_000..<(part + 1) * 1_000 {
      if try ReaderFuzz.tryInput(number) { tables += 1 }
    }
    // Some damage is harmless; most is not.
    #expect(tables > 50 && tables < 900)
  }
}
