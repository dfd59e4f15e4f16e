import Execution
import Foundation
import Synchronization
import Testing

@Suite("Files that runs read")
struct InputFileTests {
  /// Reads files, and counts how often it does.
  private final class Reader: Sendable {
    private let count = Atomic(0)
    private let seconds: Double

    init(takes seconds: Double = 0) { self.seconds = seconds }

    var readings: Int { count.load(ordering: .relaxed) }

    func read(_ path: String, as key: String = "text", in files: InputFiles) throws -> String {
      try files.value(ofFile: path, key: key, limit: .text) { bytes throws(FileProblem) in
        self.count.add(1, ordering: .relaxed)
        Thread.sleep(forTimeInterval: self.seconds)
        if bytes.isEmpty { throw FileProblem(path: path, reason: "is empty") }
        return String(decoding: bytes, as: UTF8.self)
      }.value
    }
  }

  private func withFile(_ text: String = "words", _ test: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    try test(file.path)
  }

  @Test(arguments: ["words", ""])
  func areReadOnceByAllThreadsThatWantThem(_ text: String) throws {
    try withFile(text) { path in
      let files = InputFiles()
      let reader = Reader(takes: 0.05)
      let group = DispatchGroup()
      for _ in 0..<4 {
        group.enter()
        Thread.detachNewThread {
          let read = try? reader.read(path, in: files)
          #expect(read == (text.isEmpty ? nil : text))
          group.leave()
        }
      }
      group.wait()
      #expect(reader.readings == 1)
    }
  }

  @Test func areForgottenWhenNoRunWantsThemAnyMore() throws {
    try withFile { path in
      let reader = Reader()
      var files = InputFiles()
      _ = try reader.read(path, in: files)
      for _ in 0..<8 { files = files.renewed() }
      _ = try reader.read(path, in: files)
      #expect(reader.readings == 1)
      for _ in 0..<9 { files = files.renewed() }
      _ = try reader.read(path, in: files)
      #expect(reader.readings == 2)
    }
  }

  @Test func areForgottenAsTheyWereRead() throws {
    try withFile { path in
      let (former, recent) = (Reader(), Reader())
      var files = InputFiles()
      _ = try former.read(path, as: "with a header", in: files)
      for _ in 0..<9 {
        files = files.renewed()
        _ = try recent.read(path, as: "without", in: files)
      }
      _ = try former.read(path, as: "with a header", in: files)
      #expect(former.readings == 2)
      #expect(recent.readings == 1)
    }
  }

  @Test func areReadAgainWhenTheyHaveChanged() throws {
    try withFile { path in
      let reader = Reader()
      let files = InputFiles()
      _ = try reader.read(path, in: files)
      try Data("other words".utf8).write(to: URL(filePath: path))
      #expect(try reader.read(path, in: files.renewed()) == "other words")
    }
  }

  @Test func areInOneStateForAllOfARun() throws {
    try withFile { path in
      let reader = Reader()
      let files = InputFiles()
      _ = try reader.read(path, as: "with a header", in: files)
      try Data("words".utf8).write(to: URL(filePath: path))
      #expect(try reader.read(path, as: "without", in: files) == "words", "it is what it was")
      try Data("other words".utf8).write(to: URL(filePath: path))
      #expect(throws: FileProblem(path: path, reason: "changed while it was read; run again")) {
        try reader.read(path, as: "in quotes", in: files)
      }
      #expect(try reader.read(path, as: "with a header", in: files) == "words")
      #expect(try reader.read(path, as: "in quotes", in: files.renewed()) == "other words")
    }
  }

  @Test func areNotReadWhileSomebodyWrites() throws {
    try withFile { path in
      // As long as it takes to read, the clock of the disk goes on.
      try #require(truncate(path, 60_000_000) == 0)
      let isRead = Atomic(false)
      let writer = DispatchGroup()
      writer.enter()
      Thread.detachNewThread {
        let descriptor = open(path, O_WRONLY)
        while !isRead.load(ordering: .relaxed) { _ = pwrite(descriptor, "x", 1, 0) }
        close(descriptor)
        writer.leave()
      }
      let problems = (0..<20).lazy.compactMap { _ -> FileProblem? in
        do throws(FileProblem) {
          _ = try InputFiles().bytes(ofFile: path, limit: .text)
          return nil
        } catch {
          return error
        }
      }
      let problem = problems.first
      isRead.store(true, ordering: .relaxed)
      writer.wait()
      #expect(problem == FileProblem(path: path, reason: "changed while it was read; run again"))
      #expect(try InputFiles().bytes(ofFile: path, limit: .text).first == UInt8(ascii: "x"))
    }
  }

  @Test(arguments: [
    (FileLimit.text, "is larger than 64 MB, too much for a text"),
    (.data, "is larger than 4 GB, too much for data"),
  ])
  func areNotReadWhenTheyAreTooLarge(_ limit: FileLimit, _ reason: String) throws {
    try withFile { path in
      try #require(truncate(path, 1 << 40) == 0)
      #expect(throws: FileProblem(path: path, reason: reason)) {
        try InputFiles().bytes(ofFile: path, limit: limit)
      }
    }
  }
}
