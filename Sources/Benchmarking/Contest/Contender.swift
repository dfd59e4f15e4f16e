/// One program's way of doing a workload.
struct Contender: Sendable {
  /// Who does the work.
  enum Role: String, CaseIterable, Sendable {
    case lectern = "Lectern"
    case numPy = "NumPy"
    case scikitLearn = "scikit-learn"
    case pyTorch = "PyTorch"
    case notebook = "nbconvert"
    /// Lectern with less to do: what its own row is compared with.
    case lecternBaseline = "baseline"

    /// The libraries that Lectern is measured against.
    static let peers: [Role] = [.numPy, .scikitLearn, .pyTorch, .notebook]
  }

  /// What is timed.
  enum Clock: Sendable {
    /// The whole process, from its start to its end.
    case outside
    /// The work alone, by the process itself, which prints the seconds.
    case inside
  }

  var role: Role
  /// The program and its arguments.
  var command: [String]
  var clock: Clock
  /// How many processes in a row make one sample: more than one where a single one takes milliseconds.
  var starts = 1
  /// The exit codes of work that was done.
  var acceptedCodes: Set<Int32> = [0]
}
