import ArgumentParser
import Execution
import Foundation
import Notebook
import Rendering

/// How results and diagnostics are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
}

/// What the program says: results on standard output, trouble on standard error. Nothing in lessons, data or names of files
/// gets through as a command to the terminal.
struct Console: Sendable {
  /// Whether results are kept to oneself.
  let isQuiet: Bool
  /// Whether there is work to do, such as a report to write, even if nobody reads the results.
  let outlastsReaders: Bool
  /// How diagnostics are written; as JSON they are the program's results.
  let diagnosticFormat: OutputFormat
  /// Who reads standard error.
  private let reader = Terminal.standardError
  /// When work in progress is told to those who have no terminal.
  private let pace = ProgressPace()
  /// Where work in progress is shown.
  private let progress = ProgressLine { text in
    // What does not get through is missed by nobody.
    _ = Array(text.utf8).withUnsafeBytes {
      Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }

  /// - Parameter isQuiet: whether results are kept to oneself.
  init(
    isQuiet: Bool, outlastsReaders: Bool = false, diagnosticFormat: OutputFormat = .text
  ) {
    self.isQuiet = isQuiet
    self.outlastsReaders = outlastsReaders
    self.diagnosticFormat = diagnosticFormat
  }

  /// Results, in a line or several.
  func say(_ text: String) { give(TerminalText.text(of: .text(text))) }

  /// A diagnostic with its place; one about the command line has none.
  func report(_ diagnostic: Diagnostic, in source: SourceText?) {
    switch diagnosticFormat {
    case .text:
      writeLine(
        DiagnosticText(source, colors: reader.hasColors).text(of: diagnostic), to: STDERR_FILENO)
    case .json: give(DiagnosticJSON(source).text(of: diagnostic))
    }
  }

  /// What was found in a text, or on the command line: programs get all of it, people the first of each kind and how many
  /// more there are.
  func report(_ diagnostics: [Diagnostic], in source: SourceText?) {
    guard diagnosticFormat == .text else {
      for diagnostic in diagnostics { report(diagnostic, in: source) }
      return
    }
    let digest = DiagnosticDigest(diagnostics)
    for diagnostic in digest.shown { report(diagnostic, in: source) }
    if let rest = digest.rest {
      complain([source?.name, rest].compactMap(\.self).joined(separator: ": "))
    }
  }

  /// Anything else that went wrong, in a sentence.
  func complain(_ sentence: String) {
    writeLine(TerminalLine.visible(sentence), to: STDERR_FILENO)
  }

  /// Anything else that went wrong, in a text of several lines.
  func complain(inLines text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      complain(String(line))
    }
  }

  /// Writes results as they are.
  private func give(_ text: String) {
    if !isQuiet { writeLine(text, to: STDOUT_FILENO) }
  }

  private func writeLine(_ text: String, to descriptor: Int32) {
    progress.clear()
    write(text + "\n", to: descriptor)
  }

  /// What runs just now, for a reader at a terminal; gone as soon as anything else is said.
  func showProgress(_ text: @autoclosure () -> String) {
    if reader.isInteractive, !isQuiet { progress.show(text()) }
  }

  /// How far a block is that says nothing else for long: at a terminal in the line of progress, elsewhere in plain lines, two a
  /// minute.
  func tellProgress(_ text: @autoclosure () -> String) {
    if reader.isInteractive { return showProgress(text()) }
    if !isQuiet, pace.allowsLine { write(TerminalLine.visible(text()) + "\n", to: STDERR_FILENO) }
  }

  /// Writes all of it, however slowly it is read. When nobody reads on, the program ends unless it has other work; when
  /// the disk is full, that is an error.
  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        Self.waitForRoom(in: descriptor)
      } else if errno != EINTR {
        if errno != EPIPE, descriptor == STDOUT_FILENO {
          complain("error: standard output cannot be written")
          endProgram(ExitStatus.fileProblem.rawValue)
        }
        if descriptor == STDOUT_FILENO, !outlastsReaders {
          endProgram(ExitStatus.success.rawValue)
        }
        return
      }
    }
  }

  /// Returns when a stream takes more. Another program that has the same stream may have set it not to wait by itself.
  private static func waitForRoom(in descriptor: Int32) {
    var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // If there is none to come, the next write says so.
    _ = poll(&stream, 1, -1)
  }
}
