import Foundation
import Synchronization
import Testing

/// Headless Chromium with one page, which a test looks at while it changes. The two talk through pipes in the language of
/// the browser's developer tools.
final class LiveBrowser: Sendable {
  /// What the browser refused to do.
  struct Refusal: Error {
    var method: String
    var answer: JSON
  }

  private struct State {
    var lastIdentifier = 0
    var waiting: [Int: CheckedContinuation<JSON, any Error>] = [:]
    var console: [String] = []
    var requests: [String] = []
  }

  private let folder: TemporaryFolder
  private let process = Process()
  private let commands: FileHandle
  private let answers: FileHandle
  private let state = Mutex(State())
  private let session = Mutex<String?>(nil)

  /// Shows a page in a window of some size.
  init(_ address: String, width: Int = 1280, height: Int = 800, isDark: Bool = false) async throws {
    let executable = try #require(Browser.executable, "chromium is not on the PATH")
    let folder = try TemporaryFolder()
    self.folder = folder
    do {
      let pipes = ["commands", "answers"].map { folder.url.appending(path: $0).path }
      for pipe in pipes { try #require(mkfifo(pipe, 0o600) == 0) }
      // Open for both directions: so neither side waits for the other to open it.
      commands = try #require(FileHandle(forUpdatingAtPath: pipes[0]))
      answers = try #require(FileHandle(forUpdatingAtPath: pipes[1]))
    } catch {
      folder.remove()
      throw error
    }
    do {
      try start(executable)
      try await open(address, width: width, height: height, isDark: isDark)
    } catch {
      close()
      throw error
    }
  }

  private func start(_ executable: URL) throws {
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$@\" 3<\"$0/commands\" 4>\"$0/answers\"", folder.url.path, executable.path,
      "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
      "--user-data-dir=" + folder.url.appending(path: "profile").path,
    ]
    // The browser leaves folders where it finds room for what is temporary.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TMPDIR": folder.url.path]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try Program.start(process)
    Thread { [self] in listen() }.start()
  }

  private func open(_ address: String, width: Int, height: Int, isDark: Bool) async throws {
    let target = try await send("Target.createTarget", ["url": .text("about:blank")])["targetId"]
    let attached = try await send(
      "Target.attachToTarget", ["targetId": target, "flatten": .boolean(true)])
    let name = try attached["sessionId"].text
    session.withLock { $0 = name }
    for domain in ["Runtime", "Log", "Page", "Network"] { try await send("\(domain).enable") }
    try await resize(width: width, height: height)
    try await show(on: isDark ? .darkScreen : .lightScreen)
    try await open(address)
  }

  /// Goes to another page.
  func open(_ address: String) async throws {
    state.withLock { $0.requests = [] }
    try await send("Page.navigate", ["url": .text(address)])
    try await wait(
      until: "document.readyState === 'complete' && location.href.startsWith('\(address)')")
  }

  /// Gives the window another size, in CSS pixels.
  func resize(width: Int, height: Int = 800) async throws {
    try await send(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": .number(1), "mobile": .boolean(false),
      ])
  }

  /// What a page is shown on.
  enum Medium: String, CaseIterable {
    case lightScreen, darkScreen, paper
  }

  /// Lays the page out for something.
  func show(on medium: Medium) async throws {
    let scheme: JSON = .object([
      "name": .text("prefers-color-scheme"),
      "value": .text(medium == .darkScreen ? "dark" : "light"),
    ])
    try await send(
      "Emulation.setEmulatedMedia",
      ["media": .text(medium == .paper ? "print" : "screen"), "features": .list([scheme])])
  }

  /// Ends the browser, if it has begun.
  func close() {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    // Nobody else is left to say something that the listener waits for.
    try? answers.write(contentsOf: Data([0]))
    folder.remove()
  }

  /// What the page wrote on its console, and what the browser complained about.
  var console: [String] { state.withLock(\.console) }

  /// What the page asked for since it was opened, itself included.
  var requests: [String] { state.withLock(\.requests) }

  /// What a JavaScript expression gives.
  @discardableResult
  func value(of expression: String) async throws -> JSON {
    let answer = try await send(
      "Runtime.evaluate",
      [
        "expression": .text(expression), "awaitPromise": .boolean(true),
        "returnByValue": .boolean(true),
      ])
    if let problem = try? answer["exceptionDetails"] {
      throw Refusal(method: expression, answer: problem)
    }
    return (try? answer["result"]["value"]) ?? .null
  }

  /// Returns as soon as a JavaScript condition holds.
  func wait(
    until condition: String, seconds: Double = 20,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let isSeen = try await Patience.holds(
      { (try? await value(of: "Boolean(\(condition))")) == .boolean(true) }, within: seconds)
    if isSeen { return }
    Issue.record("the page never came to: \(condition)", sourceLocation: sourceLocation)
  }

  /// Moves the focus on, as the tabulator key does.
  func pressTab() async throws {
    for type in ["keyDown", "keyUp"] {
      try await send(
        "Input.dispatchKeyEvent",
        [
          "type": .text(type), "key": .text("Tab"), "code": .text("Tab"),
          "windowsVirtualKeyCode": .number(9),
        ])
    }
  }

  /// The page as a PDF file.
  func pdf() async throws -> Data {
    let file = try await send("Page.printToPDF", ["preferCSSPageSize": .boolean(true)])["data"]
    return try #require(Data(base64Encoded: file.text))
  }

  /// The window as a picture.
  func screenshot() async throws -> Data {
    let picture = try await send("Page.captureScreenshot", ["format": .text("png")])["data"]
    return try #require(Data(base64Encoded: picture.text))
  }
}

// MARK: - The pipes

extension LiveBrowser {
  private struct Command: Encodable {
    var id: Int
    var method: String
    var params: [String: JSON]
    var sessionId: String?
  }

  @discardableResult
  private func send(_ method: String, _ parameters: [String: JSON] = [:]) async throws -> JSON {
    let answer = try await withCheckedThrowingContinuation { continuation in
      let identifier = state.withLock { state in
        state.lastIdentifier += 1
        state.waiting[state.lastIdentifier] = continuation
        return state.lastIdentifier
      }
      let command = Command(
        id: identifier, method: method, params: parameters, sessionId: session.withLock(\.self))
      do {
        try commands.write(contentsOf: JSONEncoder().encode(command) + Data([0]))
      } catch {
        state.withLock { $0.waiting.removeValue(forKey: identifier) }?.resume(throwing: error)
      }
    }
    guard let result = try? answer["result"] else { throw Refusal(method: method, answer: answer) }
    return result
  }

  /// Takes what the browser says until it ends: one JSON text after the other, with a zero after each.
  private func listen() {
    defer {
      try? commands.close()
      try? answers.close()
    }
    var unread = Data()
    while process.isRunning {
      let bytes = answers.availableData
      if bytes.isEmpty { break }
      unread += bytes
      while let end = unread.firstIndex(of: 0) {
        if let message = try? JSONDecoder().decode(JSON.self, from: unread[..<end]) {
          take(message)
        }
        unread = Data(unread[(end + 1)...])
      }
    }
  }

  private func take(_ message: JSON) {
    if let identifier = try? message["id"].number {
      state.withLock { $0.waiting.removeValue(forKey: Int(identifier)) }?.resume(returning: message)
      return
    }
    guard let method = try? message["method"].text else { return }
    if method == "Network.requestWillBeSent",
      let address = try? message["params"]["request"]["url"].text
    {
      state.withLock { $0.requests.append(address) }
    }
    if ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"].contains(method) {
      state.withLock { $0.console.append("\(message)") }
    }
  }
}
