import ArgumentParser
import Foundation
import Workers

/// `lectern-bench work`: does one workload with Lectern's modules and prints what it took. The benchmark runs this itself,
/// so that Lectern gets a fresh process for each repetition just as its peers do.
struct WorkVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Do one workload and print its seconds.", shouldDisplay: false)

  @Argument var workload: InProcessWork
  @Argument var mails: String
  @Option var threads = 1

  func run() throws {
    let pool = WorkerPool(threads: threads)
    print(try workload.report(mails: URL(fileURLWithPath: mails), pool: pool).text)
  }
}

extension InProcessWork: ExpressibleByArgument {}
