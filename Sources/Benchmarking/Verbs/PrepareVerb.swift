import ArgumentParser
import Foundation
import Learning

/// `lectern-bench prepare`: writes what the contenders work on. The benchmark runs this as a process of its own and stays
/// small: the peak memory that a system reports of a child is at least that of its parent when it started.
struct PrepareVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Write what the contenders work on.", shouldDisplay: false)

  @Argument var folder: String
  @Argument var mails: String

  func run() throws {
    let folder = URL(fileURLWithPath: folder)
    let file = URL(fileURLWithPath: mails)
    if !FileManager.default.fileExists(atPath: mails) { try Mails.writeBuiltin(to: file) }
    let mails = try Mails(contentsOf: file)
    try mails.writeTenfold(to: folder.appending(path: "mails-x10.csv"))
    let features = try Mails.features(of: mails.split())
    try FeatureFiles(features: features).write(into: folder)
    try TrainingTask.spam(words: features.vectorizer.vocabularySize)
      .write(named: Workload.Name.spam.rawValue, into: folder)
    try TrainingTask.denseLarge.write(named: Workload.Name.denseLarge.rawValue, into: folder)
    try TrainingTask.denseSmall.write(named: Workload.Name.denseSmall.rawValue, into: folder)
    try Data(ManyBlocks.lesson.utf8).write(to: folder.appending(path: "blocks.md"))
  }
}
