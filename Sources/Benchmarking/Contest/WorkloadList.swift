import Foundation

/// What is measured, and by which commands.
struct WorkloadList: Sendable {
  let stage: Stage
  let lesson: URL
  let python: Python

  /// Writes what the contenders work on.
  var preparation: [String] { [bench, "prepare", stage.folder.path, stage.mails.path] }

  /// The rows of a workload.
  func workloads(_ name: Workload.Name) -> [Workload] {
    switch name {
    case .tutorial: [tutorial]
    case .spam: [training(name, "spam", peers: [.numPy, .scikitLearn, .pyTorch])]
    case .tfidf: [vectorizing]
    case .denseLarge:
      [training(name, "dense [784, 256, 128, 10], float32", peers: [.numPy, .pyTorch])]
    case .denseSmall:
      [training(name, "dense [20, 64, 64, 64, 5], float32", peers: [.numPy, .pyTorch])]
    case .mailsTenfold: [mailsTenfold]
    case .curve: [curve]
    case .blocks:
      [
        alone("1,000 blocks, check", ["check", path("blocks.md")], starts: 3),
        alone("1,000 blocks, render", render(path("blocks.md")), starts: 3),
      ]
    case .version: [alone("--version", ["--version"], starts: 15)]
    case .check: [alone("check of the tutorial", ["check", lesson.path] + corpus, starts: 15)]
    case .memory: [memory]
    }
  }

  private var tutorial: Workload {
    let notebook = Contender(
      role: .notebook,
      command: [
        python.program, "-m", "nbconvert", "--to", "notebook", "--execute",
        "--ExecutePreprocessor.timeout=-1", "--output", "executed.ipynb", path("tutorial.ipynb"),
      ], clock: .outside)
    var workload = alone("tutorial", render(lesson.path) + corpus, starts: 3)
    workload.contenders.append(notebook)
    return workload
  }

  private var memory: Workload {
    var workload = alone("peak memory of the tutorial", render(lesson.path) + corpus)
    workload.quantity = .peakMemory
    return workload
  }

  private var mailsTenfold: Workload {
    let tenfold = ["-p", "corpus=\(path("mails-x10.csv"))"]
    var workload = alone("tutorial, ten times the mails", render(lesson.path) + tenfold)
    // What the lesson claims need not hold for other mails.
    workload.contenders[0].acceptedCodes = [0, 3]
    var once = workload.contenders[0]
    once.role = .lecternBaseline
    once.command = [lectern] + render(lesson.path) + corpus
    workload.contenders.append(once)
    workload.remark = { samples in
      func ratio(_ property: (Sample) -> Double) -> String {
        let parts = [Contender.Role.lectern, .lecternBaseline].compactMap {
          samples[$0]?.median(property)
        }
        return parts.count == 2 ? Figures.times(parts[0] / parts[1]) : "–"
      }
      return "\(ratio(\.seconds)) the time and \(ratio { Double($0.peakBytes) }) the memory of once"
    }
    return workload
  }

  private func training(
    _ name: Workload.Name, _ title: String, peers: [Contender.Role]
  ) -> Workload {
    Workload(title: title, contenders: inProcess(name, peers: peers)) { samples in
      let losses = [Contender.Role.lectern, .numPy].compactMap {
        samples[$0]?.median { $0.facts["final_loss"] ?? .nan }
      }
      if losses.count < 2 { return "" }
      let difference = abs(losses[0] / losses[1] - 1)
      return difference == 0
        ? "last loss is NumPy's to the last digit"
        : "last loss differs from NumPy's by \(Figures.scientific(difference)) of it"
    }
  }

  private var vectorizing: Workload {
    Workload(title: "tfidf", contenders: inProcess(.tfidf, peers: [.scikitLearn])) { samples in
      let counts = [Contender.Role.lectern, .scikitLearn].compactMap {
        Self.count("nonzeros", by: $0, in: samples)
      }
      if counts.count < 2 { return "" }
      return counts[0] == counts[1]
        ? "the same \(counts[0]) non-zeros, words that tie at the cut apart"
        : "non-zeros of words that do not tie: \(counts[0]) and \(counts[1])"
    }
  }

  private var curve: Workload {
    Workload(title: "1,000,000 points", contenders: inProcess(.curve, peers: [])) { samples in
      Self.count("vertices", by: .lectern, in: samples).map { "\($0) vertices" } ?? ""
    }
  }

  /// A whole number that a contender has said about its work; nil if it has not.
  private static func count(
    _ fact: String, by role: Contender.Role, in samples: Workload.Samples
  ) -> Int? {
    samples[role]?.last?.facts[fact].flatMap { Int(exactly: $0) }
  }

  /// Lectern and its peers at work inside their processes.
  private func inProcess(_ name: Workload.Name, peers: [Contender.Role]) -> [Contender] {
    let scripts: [Contender.Role: String] = [
      .numPy: "numpy_peer", .scikitLearn: "sklearn_peer", .pyTorch: "torch_peer",
    ]
    // Its peers take seconds where it takes a tenth of one, in which a processor has hardly woken up.
    let lectern = Contender(
      role: .lectern, command: [bench, "work", name.rawValue, stage.mails.path] + threads,
      clock: .inside, starts: 5)
    return [lectern]
      + peers.compactMap { role in
        scripts[role].map {
          Contender(
            role: role, command: python.command($0, name.rawValue, stage.folder.path),
            clock: .inside)
        }
      }
  }

  /// The program by itself.
  private func alone(_ title: String, _ arguments: [String], starts: Int = 1) -> Workload {
    Workload(
      title: title,
      contenders: [
        Contender(
          role: .lectern, command: [lectern] + arguments, clock: .outside, starts: starts)
      ])
  }

  private func render(_ lesson: String) -> [String] {
    ["render", "--quiet", "--no-cache", "--output-dir", path("output"), lesson] + threads
  }

  private var threads: [String] { ["--threads", String(stage.threads)] }

  private var corpus: [String] { ["-p", "corpus=\(stage.mails.path)"] }

  private func path(_ file: String) -> String { stage.folder.appending(path: file).path }

  private var bench: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

  /// The program is built beside the benchmark.
  private var lectern: String {
    URL(fileURLWithPath: bench).deletingLastPathComponent().appending(path: "lectern").path
  }
}
