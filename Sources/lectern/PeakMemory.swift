import Foundation

/// How much memory the program has held at most.
enum PeakMemory {
  /// The peak of the resident set, in bytes.
  static var bytes: Int {
    var usage = rusage()
    #if os(macOS)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      // Linux counts in kilobytes.
      return usage.ru_maxrss * 1024
    #endif
  }
}
