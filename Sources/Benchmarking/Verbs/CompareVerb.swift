import ArgumentParser
import Foundation

/// `lectern-bench`: measures the workloads and prints the table.
struct CompareVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Measure the workloads and print a table.",
    discussion: """
      Contenders take turns, each in a fresh process, and the median counts. Training and vectorising are timed inside \
      the process, after a warm-up and without imports; the other workloads from the start of the program to its end.
      """)

  @Option(name: .customLong("repeat"), help: "How often everyone does each workload.")
  var repetitions = 3
  @Option(name: .customLong("workload"), help: "Only this one; may be repeated.")
  var workloads: [Workload.Name] = []
  @Option(help: "The mails, such as spam_ham_dataset.csv; without it, the built-in ones.")
  var data: String?
  @Option(help: "The tutorial.")
  var lesson = "notebooks/neural-networks-from-scratch.md"
  @Option(help: "The interpreter of the peers.")
  var python = "python3"
  @Option(help: "The threads of each contender; as many as there are cores, if none are given.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if repetitions < 1 { throw ValidationError("--repeat is at least 1") }
    if threads < 1 { throw ValidationError("--threads is at least 1") }
    for path in [lesson] + [data].compactMap(\.self) {
      try validateFile(path)
    }
  }

  private func validateFile(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ValidationError("there is no file \(path)")
    }
    if isFolder.boolValue { throw ValidationError("\(path) is a folder, not a file") }
    if !FileManager.default.isReadableFile(atPath: path) {
      throw ValidationError("\(path) cannot be read: permission denied")
    }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lectern-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let mails = data.map { URL(fileURLWithPath: $0) } ?? folder.appending(path: "mails.csv")
    let contest = Contest(
      stage: Stage(folder: folder, mails: mails, threads: threads),
      lesson: URL(fileURLWithPath: lesson),
      python: Python(program: python, folder: folder))
    try contest.prepare()
    print("\(Machine.description); medians of \(repetitions)")
    print("mails: \(data.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "built-in")")
    let names = workloads.isEmpty ? Workload.Name.allCases : workloads
    for line in contest.run(names, repetitions: repetitions) { print(line) }
  }
}

extension Workload.Name: ExpressibleByArgument {}
