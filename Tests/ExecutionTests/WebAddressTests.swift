import Execution
import Notebook
import Testing

@Suite("Addresses on the web")
struct WebAddressTests {
  @Test(arguments: [
    ("https://example.org/a/x.csv", "https://example.org/a/x.csv", ""),
    (
      "https://alice:s3cret@example.org/x.csv?X-Signature=abc#part", "https://example.org/x.csv?…",
      "s3cret"
    ),
    ("http://alice@host:80/@scope/x.csv", "http://host:80/@scope/x.csv", "alice"),
    ("https://alice:@host/x.csv", "https://host/x.csv", "alice"),
    ("https://:s3:cret@host/x.csv", "https://host/x.csv", "s3:cret"),
    ("https://anna:pa/ss@h.example/x.csv", "https://h.example/x.csv", "pa/ss"),
    ("https://anna:pa#ss@h.example/x.csv?k=1", "https://h.example/x.csv?…", "pa#ss"),
    ("https://host:80/@scope/x.csv", "https://host:80/@scope/x.csv", ""),
    ("https://a@b:c@host", "https://host", "c"), ("https://@host/", "https://host/", ""),
    ("https://host?a=b@c", "https://host?…", ""), ("https://host/#a@b", "https://host/", ""),
    ("https://", "https://", ""), ("https://a:b@", "https://", "b"),
  ])
  func showNoSecrets(_ text: String, _ shown: String, _ credential: Substring) {
    let address = WebAddress(text)
    #expect(address?.shown == shown)
    #expect(address?.credential == credential)
  }

  @Test(arguments: ["x.csv", "hf:owner/name", "ftp://a:b@host/x", "https:/host", ""])
  func areNothingElse(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  /// A command for this test: it names a place.
  private struct SourceBlock: Command {
    static let name = "source"
    static let summary = "Name data."

    @Option("Where data come from.")
    var from: Location

    func check(_ scope: inout Scope) -> NoValue.Outline? {
      if from.exposesCredential { scope.warning(.exposedCredentials, from.shown) }
      return NoValue.Outline()
    }
    func run(_ context: Context) throws -> CommandResult<NoValue> { CommandResult(outputs: []) }
  }

  /// The plan of a lesson with parameters, and blocks that name places.
  private func plan(
    _ parameters: String, places: [String], _ given: [String: String] = [:]
  ) -> Plan {
    let blocks = places.map { "```{source}\nfrom: \"\($0)\"\n```\n" }
    let notebook = Notebook(
      SourceText(
        name: "lesson.md", text: "---\nparams: {\(parameters)}\n---\n" + blocks.joined()))
    var problems: [ParameterValues.Problem] = []
    let values = ParameterValues(
      notebook.frontMatter.parameters,
      overrides: given.map { name, text in
        .init(
          name: name,
          value: YAMLNode(.scalar(.init(text)), range: SourceRange(0, 0), folder: "."))
      }, problems: &problems)
    return Plan(
      notebook, commands: [SourceBlock.self], parameters: values, lessonFolder: "",
      files: InputFiles())
  }

  @Test func keepTheSecretsOfParameters() {
    let plan = plan(
      "place: \"https://a:b@example.org/x.csv?key=c\", key: csv, login: \"e:f\", year: 2024, word: key",
      places: ["$place", "https://$login@example.org/$year/x.csv?key=$key"])
    let shown = plan.shownParameters.map { "\($0.name)=\($0.value.description)" }
    #expect(
      shown == [
        "place=https://example.org/x.csv?…", "key=…", "login=…", "year=2024", "word=key",
      ])
  }

  @Test(
    arguments: [
      ("a: none", "https://b:c@host/x.csv", [:], 1),
      ("a: \"b:c\"", "https://$a@host/x.csv", [:], 1),
      ("a: \"https://b:c@host/x.csv\"", "$a", [:], 1),
      ("a: 2024", "https://b:c@host/$a.csv", ["a": "2025"], 1),
      ("a: none", "$a://b:c@host/x.csv", ["a": "https"], 1),
      ("a: none, d: \"b:c\"", "https://$d@$a/x.csv", ["a": "host"], 1),
      ("a: none", "https://$a:c@host/x.csv", ["a": "b"], 1),
      ("a: none", "https://b:$a-c@host/x.csv", ["a": "d"], 1),
      ("a: none", "https://b$a@host/x.csv", ["a": ":"], 1),
      ("a: none", "https://b:$a@host/x.csv", ["a": "c"], 0),
      ("a: \"\"", "https://$a@host/x.csv", [:], 0),
      ("a: none", "https://$a@host/x.csv", ["a": "b:c"], 0),
      ("a: \"b:c\"", "https://$a@host/x.csv", ["a": "d:e"], 0),
      ("a: none", "$a", ["a": "https://b:c@host/x.csv"], 0),
      ("a: none", "https://host/x.csv?b=c", [:], 0),
    ] as [(String, String, [String: String], Int)])
  func exposeWhatTheLessonSays(
    _ parameters: String, _ place: String, _ given: [String: String], _ count: Int
  ) {
    let found = plan(parameters, places: [place], given).diagnostics
    #expect(found.filter { $0.code == .exposedCredentials }.count == count)
    #expect(found.count == count)
  }
}
