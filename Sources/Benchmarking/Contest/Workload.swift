/// Something to do, and everyone who can do it.
struct Workload: Sendable {
  /// The workloads by the names that the command line knows.
  enum Name: String, CaseIterable, Sendable {
    case tutorial, spam, tfidf
    case denseLarge = "dense-large"
    case denseSmall = "dense-small"
    case mailsTenfold = "mails-x10"
    case curve, blocks, version, check, memory
  }

  /// What a row of the table shows.
  enum Quantity: Sendable {
    case seconds, peakMemory
  }

  var title: String
  var quantity = Quantity.seconds
  var contenders: [Contender]
  /// What else there is to say, from the samples.
  var remark: @Sendable (Samples) -> String = { _ in "" }

  /// Who measured what.
  typealias Samples = [Contender.Role: [Sample]]

  /// The samples of all contenders, who take turns so that a busy moment of the machine strikes all alike.
  ///
  /// - Parameter failed: told once about each contender that cannot do it, who is left out from then on.
  func measure(
    repetitions: Int, stage: Stage, failed: (Contender.Role, String) -> Void
  ) -> Samples {
    var samples: Samples = [:]
    var remaining = contenders
    for _ in 0..<repetitions {
      for contender in remaining {
        do {
          samples[contender.role, default: []].append(try stage.sample(of: contender))
        } catch {
          failed(contender.role, String(describing: error))
          samples[contender.role] = nil
          remaining.removeAll { $0.role == contender.role }
        }
      }
    }
    return samples
  }
}
