import Execution
import Notebook

/// What the results of a lesson depend on, apart from the files that it reads: neither prose nor captions.
struct LessonWork {
  private let settings: [String]
  private let blocks: [[String]]

  init(_ plan: Plan) {
    let parameters = zip(plan.parameters.entries, plan.shownParameters).map { entry, shown in
      let text = entry.value.scalar?.text ?? shown.value.description
      return "\(shown.name): \(text) in \(entry.value.folder ?? "")"
    }
    settings = ["\(plan.seed)", plan.notebook.frontMatter.randomStream.rawValue] + parameters
    blocks = plan.steps.map { [$0.block.header, $0.block.source, "\($0.block.options.error)"] }
  }

  /// How many blocks, from the first one on, do the same work in another version.
  func sharedBlocks(with other: LessonWork) -> Int {
    settings == other.settings ? zip(blocks, other.blocks).prefix { $0 == $1 }.count : 0
  }
}
