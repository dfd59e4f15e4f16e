extension [Int] {
  /// The rows in ranges that are large enough to be worth a thread's while, and small enough for all threads to end together.
  var inRanges: [ArraySlice<Int>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}
