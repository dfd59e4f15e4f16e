import Foundation
import Testing

/// Links between lessons of which a matrix makes several reports, and the index of what they are called.
struct LinkedReportTests {
  private static let course: [String: String] = [
    "course/a.md":
      "---\nparams: {h: 2, k: a}\n---\n\n# First\n\n[b](b.md#second) [a](a.md) [c](c.md)\n",
    "course/b.md": "---\nparams: {h: '2', k: b}\n---\n\n# Second\n\n[a](./a.md)\n",
    "course/c.md": "# Third\n\n[a](a.md#first) [b](b.md)\n",
  ]

  private func links(
    _ parameters: String, _ reports: [String: [String]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var test = ProgramTest("render", "--quiet", "--strict", "course", "--params", "p.yml")
      .file("p.yml", parameters)
    for (path, text) in Self.course { test = test.file(path, text) }
    let result = try await test.leaves(
      reports.keys.flatMap { ["output/\($0).html", "output/\($0).results.json"] }
        + ["output/index.html"]
    ).run(sourceLocation: sourceLocation)
    for (name, expected) in reports {
      let links = try Report(result.text("output/\(name).html")).elements(named: "a")
        .filter { $0.text.count == 1 && $0.text != "#" }
      #expect(
        links.compactMap { $0.attributes["href"] } == expected, "\(name)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func leadToTheVariantWithTheSameValuesOrToTheFirst() async throws {
    try await links(
      "matrix: {h: [2, 3]}\n",
      [
        "a-h-2": ["b-h-2.html#second", "a-h-2.html", "c.html"],
        "a-h-3": ["b-h-3.html#second", "a-h-3.html", "c.html"],
        "b-h-2": ["a-h-2.html"], "b-h-3": ["a-h-3.html"],
        "c": ["a-h-2.html#first", "b-h-2.html"],
      ])
  }

  /// A lesson with mistakes has no report to lead to, unless an earlier call has left one; each is told once.
  @Test func areToldWhereTheyLeadToNoReport() async throws {
    let mistake = """
      course/b.md:1:5: error: unknown command 'trian'; did you mean 'train'?
        ```{trian x}
            ^^^^^

      """
    let reports = ["a", "c"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
    let test = ProgramTest("render", "--quiet", "course").exits(2)
      .file("course/a.md", "[b](b.md) [b](./b.md) [c](c.md) [a](a.md)\n")
      .file("course/b.md", "```{trian x}\n```\n[a](a.md)\n").file("course/c.md", "[b](./b.md)\n")
      .leaves(reports + ["output/index.html"])
    let words = "warning: this link leads nowhere, since the lesson 'b.md' has no report"
    try await test.complains(
      mistake + """
        course/a.md:1:5: \(words)
          [b](b.md) [b](./b.md) [c](c.md) [a](a.md)
              ^^^^
        course/c.md:1:5: \(words)
          [b](./b.md)
              ^^^^^^

        """
    ).run()
    try await test.file("output/b.html", "An earlier report.\n").complains(mistake).run()
  }

  @Test func leadToWhatReportsAreCalled() async throws {
    try await links(
      "matrix: {h: [3]}\nname: ${lesson} é$h\n",
      [
        "a é3": ["b%20%C3%A93.html#second", "a%20%C3%A93.html", "c.html"],
        "b é3": ["a%20%C3%A93.html"], "c": ["a%20%C3%A93.html#first", "b%20%C3%A93.html"],
      ])
  }
}
