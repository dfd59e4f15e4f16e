import Foundation

/// All workloads, one after the other, and the table of what they took.
struct Contest {
  private let stage: Stage
  private let python: Python
  private let workloads: WorkloadList

  init(stage: Stage, lesson: URL, python: Python) {
    self.stage = stage
    self.python = python
    workloads = WorkloadList(stage: stage, lesson: lesson, python: python)
  }

  /// Writes what the contenders work on.
  func prepare() throws {
    let ending = try ChildProcess(command: workloads.preparation, folder: stage.folder).run()
    if ending.code != 0 {
      throw BenchProblem(Stage.lastLine(of: ending.errors) ?? "nothing could be prepared")
    }
    // Without Python there is no notebook, and nobody to run it.
    let notebook = stage.folder.appending(path: "tutorial.ipynb").path
    _ = try? ChildProcess(
      command: python.command("tutorial_notebook", notebook), folder: stage.folder
    ).run()
  }

  /// Measures workloads, and returns the lines of the table and what must be said about it.
  func run(_ names: [Workload.Name], repetitions: Int) -> [String] {
    var table = ResultTable(
      columns: ["workload", "Lectern"] + Contender.Role.peers.map(\.rawValue)
        + ["best peer", "remarks"])
    var notes = [versions]
    for workload in names.flatMap(workloads.workloads) {
      FileHandle.standardError.write(Data("\(workload.title) …\n".utf8))
      let samples = workload.present(python, notes: &notes)
        .measure(repetitions: repetitions, stage: stage) { role, problem in
          notes.append("\(role.rawValue) failed at \(workload.title): \(problem)")
        }
      table.append(ResultRow(workload: workload, samples: samples).cells)
    }
    return ["", table.text, ""] + notes
  }

  private var versions: String {
    if python.versions.isEmpty { return "There is no \(python.program): nobody to compare with." }
    let packages = python.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return packages.joined(separator: ", ")
      + ". Threads of each contender: \(stage.threads)."
  }
}

extension Workload {
  /// The workload without peers that lack a package, each of which is noted once.
  fileprivate func present(_ python: Python, notes: inout [String]) -> Workload {
    var present = self
    present.contenders.removeAll { contender in
      let missing = python.missingPackages(for: contender.role)
      if missing.isEmpty { return false }
      let note =
        "\(contender.role.rawValue) is left out, for want of \(missing.joined(separator: ", "))."
      if !notes.contains(note) { notes.append(note) }
      return true
    }
    return present
  }
}
