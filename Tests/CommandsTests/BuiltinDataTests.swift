import Commands
import Execution
import Foundation
import LessonTesting
import Testing

@Suite("Built-in data in lessons")
struct BuiltinDataTests {
  @Test(arguments: [
    ("moons\nrows: 50\nshares: [0.9, 0.1]", "0: 45, 1: 5"),
    ("circles\nrows: 50\nshares: [0.2, 0.8]", "0: 10, 1: 40"),
    ("spiral\nrows: 20\nshares: [0.5, 0.5]", "0: 10, 1: 10"),
    ("blobs\nrows: 10\nshares: [0.4, 0.3, 0.2, 0.1]", "0: 4, 1: 3, 2: 2, 3: 1"),
    ("blobs\nrows: 10\nclasses: 2\nshares: [0.7, 0.3]", "0: 7, 1: 3"),
    (
      "digits\nrows: 20\nshares: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]",
      (0..<10).map { "\($0): 2" }.joined(separator: ", ")
    ),
  ])
  func haveTheSharesThatTheLessonSays(_ source: String, _ counts: String) {
    let checked = CheckedLesson(
      "```{data set}\nsource: builtin:\(source)\n```\n", commands: blockCommands)
    #expect(checked.messages == [])
    guard case .log(let lines)? = checked.run().outcomes.first?.outputs.first else {
      Issue.record("the block says nothing")
      return
    }
    #expect(lines.first?.hasSuffix("; \(counts)") == true, "\(lines)")
  }

  @Test(arguments: [
    "xor\nscale: standard", "gaussian\nrows: 20\ncolumns: 3\nclasses: 4\nscale: standard",
    "circles\nrows: 20\nshares: [0.4, 0.6]\nnoise: 0.1\nfactor: 0.5\nscale: standard",
    "moons\nrows: 20\nshares: [0.4, 0.6]\nnoise: 0.1\nscale: standard",
    "blobs\nrows: 20\ncolumns: 3\nclasses: 2\nshares: [0.4, 0.6]\nnoise: 0.1\nscale: standard",
    "spiral\nrows: 20\nclasses: 2\nshares: [0.4, 0.6]\nnoise: 0.1\nscale: standard",
    "digits\nrows: 20\nsize: 8\nshares: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]\nnoise: 0.1\nscale: standard",
    "emails\nrows: 20\nspam_share: 0.5\nseed: 3\ntext: text\nlabel: label_num",
    "line\nrows: 20\nnoise: 0.2\nscale: standard\nscale_target: standard",
    "sine\nrows: 20\nnoise: 0.2\nscale: standard\nscale_target: standard",
    "friedman\nrows: 20\ncolumns: 6\nnoise: 0.2\nscale: standard\nscale_target: standard",
  ])
  func takeAllTheirOptions(_ source: String) {
    let lesson = CheckedLesson(
      "```{data set}\nsource: builtin:\(source)\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
    #expect(lesson.run().outcome("set")?.status == .done)
  }

  @Test(
    "A set that there is not is told once, with the names of all",
    arguments: [
      ("builtin:moon", "unknown built-in data set 'moon'; did you mean 'moons'?"),
      (
        "\"builtin:\"",
        "the name of a built-in data set is missing behind 'builtin:'; there are xor, gaussian, circles,"
          + " moons, blobs, spiral, digits, emails, line, sine or friedman"
      ),
      (
        "builtin:sklearn",
        "unknown built-in data set 'sklearn'; there are xor, gaussian, circles, moons, blobs, spiral,"
          + " digits, emails, line, sine or friedman"
      ),
    ])
  func unknownSets(_ source: String, _ message: String) {
    expectMistakes("```{data set}\nsource: «\(source)»\nrows: 5\n```\n", [message])
  }

  @Test(arguments: [
    ("moons\nshares: «[0.9, 0.2]»", "the shares of all classes add up to 1, not to 1.1"),
    ("moons\nshares: «[0.5, 0.3, 0.2]»", "there are 2 classes, and 3 shares"),
    ("blobs\nclasses: 3\nshares: «[0.5, 0.5]»", "there are 3 classes, and 2 shares"),
    ("spiral\nshares: «[1]»", "there are 2 classes, and 1 share"),
    ("circles\nrows: 10\nshares: «[0.99, 0.01]»", "of 10 rows, class 1 would have none"),
    ("blobs\nrows: «3»\nclasses: 10", "of 3 rows, class 3 would have none"),
    ("blobs\nrows: «1»", "of 1 row, class 1 would have none"),
    ("spiral\nclasses: «1000»", "of 100 rows, class 100 would have none"),
    ("circles\nshares: [«0», 1]", "'shares' is above 0, not 0"),
    ("gaussian\n«shares»: [0.5, 0.5]", "'shares' does not apply to builtin:gaussian"),
    ("friedman\ncolumns: «4»", "friedman needs at least 5 columns"),
    ("digits\nsize: «7»", "'size' is from 8 to 64, not 7"),
    ("digits\nrows: «1000000»", "this would be more than 100000000 numbers"),
    ("sine\nrows: 10\nnoise: «1e308»", "noise beyond 1e+100 leaves no numbers to learn"),
    ("line\n«classes»: 2", "'classes' does not apply to builtin:line"),
    ("emails\nrows: 20\nspam_share: «0.01»", "of 20 mails, none would be spam"),
    ("emails\nrows: 3\nspam_share: «1»", "of 3 mails, all would be spam"),
    ("emails\nrows: «1»", "of 1 mail, none would be spam"),
  ])
  func sayWhatTheyCannotBe(_ source: String, _ message: String) {
    expectMistakes("```{data set}\nsource: builtin:\(source)\n```\n", [message])
  }

  @Test(
    "Classes without a row are told",
    arguments: [
      ("digits\nrows: 7", ["Of 7 rows, none is of class '7', '8' or '9'."]),
      ("digits\nrows: 9", ["Of 9 rows, none is of class '9'."]),
      ("digits\nrows: 1", ["Of 1 row, none is of 9 of the 10 classes."]), ("digits\nrows: 10", []),
      ("moons\nrows: 2", []),
    ])
  func absentClasses(_ source: String, _ notes: [String]) throws {
    let lesson = CheckedLesson(
      "```{data set}\nsource: builtin:\(source)\n```\n", commands: blockCommands)
    #expect(lesson.run().outcome("set")?.outputs.notes == notes.map { Note(.information, $0) })
  }

  @Test func showDigitsAsPictures() throws {
    let checked = CheckedLesson(
      """
      ```{data digits}
      source: builtin:digits
      rows: 60
      size: 9
      ```
      ```{show}
      value: digits
      rows: 7
      ```
      ```{split parts}
      data: digits
      ```
      ```{network net}
      layers: [auto, auto]
      activations: [softmax]
      data: parts
      ```
      ```{train run}
      network: net
      data: parts
      epochs: 1
      ```
      ```{evaluate score}
      run: run
      ```
      """, commands: blockCommands)
    #expect(checked.messages == [])
    let lesson = checked.run()
    guard case .pictures(let sheet)? = lesson.outcomes[1].outputs.first else {
      Issue.record("no pictures")
      return
    }
    #expect(sheet.entries.count == 7 && sheet.remark == "7 of 60 pictures")
    #expect(sheet.entries.allSatisfy { $0.width == 9 && $0.height == 9 && $0.ink.contains(255) })
    #expect(lesson.value("digits", "columns") == .integer(81))
    // After one epoch there are mistakes, at most twelve of which are shown.
    guard case .pictures(let mistakes)? = lesson.outcomes.last?.outputs.last else {
      Issue.record("no mistakes")
      return
    }
    #expect((1...12).contains(mistakes.entries.count))
    #expect(
      mistakes.entries.allSatisfy { entry in
        let digits = entry.words.split(separator: " as ")
        return digits.count == 2 && digits[0] != digits[1]
      })
  }

  /// A threshold that no probability reaches takes each 9 for a 4, though the network tells all of them apart.
  @Test func showTheMistakesThatAThresholdMakes() throws {
    let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2]
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 4]
    let outputs = try withLessonFolder { folder -> [Output] in
      let place = URL(filePath: folder)
      try Data(images + [255, 0, 0, 255, 255, 0, 0, 255])
        .write(to: place.appending(path: "images-idx3-ubyte"))
      try Data(labels + [4, 9, 4, 9]).write(to: place.appending(path: "labels-idx1-ubyte"))
      let checked = CheckedLesson(
        """
        ```{data pictures}
        source: images-idx3-ubyte
        labels: labels-idx1-ubyte
        ```
        ```{network net}
        layers: [auto, auto]
        activations: [softmax]
        data: pictures
        ```
        ```{train run}
        network: net
        data: pictures
        learning_rate: 1
        epochs: 30
        ```
        ```{evaluate score}
        run: run
        threshold: 1
        ```
        ```{expect}
        - run.train_acc[-1] = 1
        - score.accuracy = 0.5
        ```
        """, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == [])
      let lesson = checked.run()
      #expect(lesson.outcomes.allSatisfy { $0.status == .done })
      return lesson.outcome("score")?.outputs ?? []
    }
    guard case .pictures(let mistakes)? = outputs.last else {
      Issue.record("no mistakes")
      return
    }
    #expect(mistakes.entries.map(\.words) == ["9 as 4", "9 as 4"])
  }
}
