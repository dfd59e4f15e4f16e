import Testing

/// `lectern new` writes lessons that work at once.
struct NewLessonTests {
  private static let course = [
    "course/1-data.md", "course/2-training.md", "course/3-settings.md", "course/params.yml",
  ]

  private func sound(_ written: ProgramTest.Result, _ lessons: [String]) async throws {
    for verb in ["check", "run"] {
      var test = ProgramTest([verb, "--strict"] + (verb == "run" ? ["--quiet"] : []) + lessons)
      for (path, bytes) in written.files { test = test.file(path, bytes: bytes) }
      try await test.run()
    }
  }

  @Test(arguments: [
    ("first_steps", "first_steps.md", "First steps"), ("rings.md", "rings.md", "Rings"),
    ("lessons/a-b", "lessons/a-b.md", "A b"), ("Übung", "Übung.md", "Übung"),
  ])
  func aLessonIsSoundAndRuns(_ name: String, _ path: String, _ title: String) async throws {
    let result = try await ProgramTest("new", name).says("wrote \(path)\n").leaves(path).run()
    #expect(try result.text(path).hasPrefix("---\ntitle: \(title)\n"))
    for block in ["data", "split", "network", "train", "plot", "evaluate", "expect"] {
      #expect(try result.text(path).contains("```{\(block)"))
    }
    try await sound(result, [path])
  }

  @Test func aCourseIsSoundAndRuns() async throws {
    let result = try await ProgramTest("new", "--course", "course")
      .saysAnything().leaves(Self.course).run()
    try await sound(result, ["course"])
    // The parameters are for all of them, though the first has none.
    var test = ProgramTest("run", "--quiet", "--params", "course/params.yml", "course")
    for (path, bytes) in result.files { test = test.file(path, bytes: bytes) }
    try await test.run()
  }

  @Test(arguments: [(".", ""), ("./", ""), ("a b", "a b/"), ("2026/Course 1/", "2026/Course 1/")])
  func aCourseGoesIntoAnyFolder(_ folder: String, _ prefix: String) async throws {
    let files = Self.course.map { $0.replacing("course/", with: "") }
    try await ProgramTest("new", "--course", folder)
      .saysAnything().leaves(files.map { prefix + $0 }).run()
  }

  @Test func aFolderWithoutANameIsRefusedAsAFolder() async throws {
    try await ProgramTest("new", "--course", "").exits(64)
      .complains(containing: "Error: '' is no name for a folder\n").run()
  }

  @Test func theLessonsOfACourseLeadToEachOther() async throws {
    let result = try await ProgramTest("new", "--course", "course")
      .saysAnything().leaves(Self.course).run()
    let lessons = Self.course.filter { $0.hasSuffix(".md") }
    let links = try lessons.map { path in
      try result.text(path).matches(of: /\]\(([^)]+\.md)\)/).map { String($0.1) }
    }
    #expect(
      links == [["2-training.md"], ["1-data.md", "3-settings.md"], ["2-training.md"]])
  }

  @Test func nothingIsOverwritten() async throws {
    try await ProgramTest("new", "rings").file("rings.md", "mine")
      .exits(74)
      .complains("error: 'rings.md' is already there, and nothing is overwritten\n").run()
    try await ProgramTest("new", "--course", "course").file("course/params.yml", "mine")
      .exits(74)
      .complains("error: 'course/params.yml' is already there, and nothing is overwritten\n").run()
  }

  @Test(arguments: [
    ["a b"], ["1st"], [".hidden"], ["a/"], [""], ["a:b"], ["--course", ""], [],
    ["a", "--course", "b"],
  ])
  func anUnfitNameIsRefused(_ arguments: [String]) async throws {
    try await ProgramTest(["new"] + arguments).exits(64).complains(containing: "Error: ").run()
  }

  @Test func aPlaceThatCannotBeWrittenIsSaid() async throws {
    try await ProgramTest("new", "file/lesson").file("file", "not a folder")
      .exits(74).complains(containing: "error: 'file/lesson.md' cannot be written").run()
  }
}
