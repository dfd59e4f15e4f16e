import Foundation
import Testing

/// Does something and expects that it takes no more than a moment: ten seconds of the processor's time.
///
/// The time on the clock says little, since a test waits for others that run beside it.
public func inAMoment<Result>(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Result
) rethrows -> Result {
  let start = secondsOfThisThread
  let result = try work()
  let seconds = secondsOfThisThread - start
  #expect(seconds < 10, sourceLocation: sourceLocation)
  return result
}

/// How long the processor has worked for this thread.
private var secondsOfThisThread: Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
