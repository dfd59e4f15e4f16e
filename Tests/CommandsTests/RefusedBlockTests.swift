import Commands
import Execution
import LessonTesting
import Testing

/// Blocks whose mistakes the check finds, and which the lesson shows with `error: true`.
@Suite("A refused block of a lesson with one random stream")
struct RefusedBlockTests {
  private func outcomeOfNetwork(after refused: String) -> BlockOutcome? {
    CheckedLesson(
      """
      ---
      random_stream: notebook
      ---
      ```{data points}
      source: builtin:xor
      ```
      ```{network net}
      layers: [2, 2]
      activations: [softmax]
      ```
      ```\(refused)
      ```
      ```{network later}
      layers: [2, 2]
      activations: [softmax]
      ```
      """, commands: blockCommands
    ).run().outcome("later")
  }

  @Test(arguments: [
    "{network b}\n#| error: true\nlayers: [2, x]\nactivations: [softmax]",
    "{network b}\n#| error: true\nactivations: [softmax]",
    "{network b}\n#| error: true\n- layers",
    "{network b}\n#| error: true\nlayers: [2, 2]\nactivations: [softmax]\nseed: one",
    "{network net}\n#| error: true\nlayers: [2, 2]\nactivations: [softmax]",
    "{train r}\n#| error: true\nnetwork: net\ndata: points\nepochs: abc",
    "{train r}\n#| error: true\nnetwork: nets\ndata: points",
    "{train r}\n#| error: true\nnetwork: net\ndata: points\nsede: 1",
    "{split}\n#| error: true\ndata: points\ntest: 0.5",
    "{data d}\n#| error: true\nsource: builtin:moons\nrows: few",
    "{data d}\n#| error: true\nsource: [builtin:moons, [x]]",
    "{trian r}\n#| error: true\nnetwork: net",
  ])
  func losesTheStreamIfItMayHaveDrawn(_ refused: String) throws {
    let later = try #require(outcomeOfNetwork(after: refused))
    #expect(
      later.message
        == "not run: the block on line 11 failed, and all blocks share one random stream")
  }

  @Test(arguments: [
    "{network b}\n#| error: true\nlayers: [2, x]\nactivations: [softmax]\nseed: 1",
    "{train r}\n#| error: true\nnetwork: net\ndata: points\nepochs: abc\nseed: 1",
    "{data d}\n#| error: true\nsource: builtin:xor\nrows: few",
    "{data d}\n#| error: true\nsource: nowhere.csv\nlabel: y",
    "{show}\n#| error: true\nvalue: net.none", "{show}\n#| error: true",
    "{plot}\n#| error: true\nlines: net.none", "{expect}\n#| error: true\n- 1 <",
    "{evaluate e}\n#| error: true\nrun: r",
  ])
  func leavesTheStreamIfItDrawsNothing(_ refused: String) throws {
    #expect(try #require(outcomeOfNetwork(after: refused)).status == .done)
  }
}
