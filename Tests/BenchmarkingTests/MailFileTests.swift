import Foundation
import Testing

@Suite("A file of mails that is none")
struct MailFileTests {
  @Test func isRefusedInOneSentence() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appending(path: "table.csv")
    try Data("name,age\nAda,36\n".utf8).write(to: table)
    let lesson = folder.appending(path: "lesson.md")
    try Data("# Nothing\n".utf8).write(to: lesson)
    func complaint(about mails: URL) throws -> String {
      let arguments = ["--workload", "tfidf", "--python", "no-python", "--lesson", lesson.path]
      let ending = try Program.run(arguments + ["--data", mails.path])
      #expect(ending.code != 0)
      let line = ending.errors.split(separator: "\n").first.map(String.init) ?? ""
      return line.replacing(folder.path, with: "FOLDER")
    }
    #expect(try complaint(about: folder) == "Error: FOLDER is a folder, not a file")
    #expect(
      try complaint(about: folder.appending(path: "none.csv"))
        == "Error: there is no file FOLDER/none.csv")
    #expect(
      try complaint(about: table)
        == "Error: FOLDER/table.csv is no table of mails: it has no column 'label'")
  }
}
