import Foundation
import Testing

/// `lectern preview` as a program and as a server.
struct PreviewTests {
  private func answer(
    _ preview: LivePreview, _ method: String = "GET", _ path: String = "/", host: String? = nil,
    address: String = "127.0.0.1"
  ) throws -> String? {
    let port = try preview.port
    let host = host ?? "127.0.0.1:\(port)"
    return try Connection.answer(
      to: "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n",
      address: address, port: port)
  }

  @Test func onlyThePageAndItsPartsAreServed() async throws {
    let preview = try await LivePreview(Lessons.training, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    try await preview.wait { try !preview.refreshes.isEmpty }
    let page = try answer(preview) ?? ""
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(page.contains("Content-Security-Policy: default-src 'none'; script-src 'self';"))
    #expect(page.contains("id=\"block-run\""))
    for path in ["/preview.js", "/preview.css", "/changes"] {
      #expect(try answer(preview, "GET", path)?.hasPrefix("HTTP/1.1 200 ") == true, "\(path)")
    }
    let paths = [
      "/lesson.md", "/points.csv", "/../lesson.md", "/%2e%2e/lesson.md", "//", "/index.html",
    ]
    for path in paths {
      #expect(try answer(preview, "GET", path)?.hasPrefix("HTTP/1.1 404 ") == true, "\(path)")
    }
  }

  @Test func linksToOtherLessonsSayHowToSeeThem() async throws {
    let preview = try await LivePreview(
      "[Softmax](softmax.md) [less](a%3Cb%3E.md) [quote](it%27s.md) [hyphen](-p.md)\n",
      files: [
        "softmax.md": "# Softmax\n", "a<b>.md": "# Less\n", "it's.md": "# It\n", "-p.md": "# P\n",
      ])
    defer { preview.close() }
    try await preview.wait { try !preview.refreshes.isEmpty }
    let page = try answer(preview) ?? ""
    for (link, command) in [
      ("softmax.html", "lectern preview softmax.md"),
      ("a%3Cb%3E.html", "lectern preview 'a&lt;b&gt;.md'"),
      ("it%27s.html", "lectern preview 'it'\\''s.md'"), ("-p.html", "lectern preview ./-p.md"),
    ] {
      #expect(page.contains("href=\"\(link)\""))
      let other = try answer(preview, "GET", "/\(link)") ?? ""
      #expect(other.hasPrefix("HTTP/1.1 404 "))
      #expect(other.contains("<code>\(command)</code>"))
      #expect(other.contains("<a href=\"/\">Back to lesson.md</a>"))
    }
    // Of a matrix, no file is called like a report.
    for link in ["/index.html", "/lesson-rate-0.1.html"] {
      let other = try answer(preview, "GET", link) ?? ""
      #expect(other.contains("<code>lesson.md</code> and nothing else"))
      #expect(!other.contains("lectern preview"))
    }
  }

  @Test func aLinkToItselfLeadsToThePage() async throws {
    let preview = try await LivePreview("[here](lesson.md)\n")
    defer { preview.close() }
    try await preview.wait { try !preview.refreshes.isEmpty }
    #expect(try answer(preview)?.contains("href=\"lesson.html\"") == true)
    let page = try answer(preview, "GET", "/lesson.html") ?? ""
    #expect(page.hasPrefix("HTTP/1.1 302 Found\r\n"))
    #expect(page.contains("\r\nLocation: /\r\n"))
  }

  @Test func aChangedPictureIsShownAtOnce() async throws {
    let preview = try await LivePreview("![a](dot.svg)\n", files: ["dot.svg": "<svg id='old'/>"])
    defer { preview.close() }
    try await preview.wait { try !preview.refreshes.isEmpty }
    let old = Data("<svg id='old'/>".utf8).base64EncodedString()
    #expect(try answer(preview)?.contains("data:image/svg+xml;base64,\(old)") == true)
    try preview.save("<svg id='new'/>", to: "dot.svg")
    let new = Data("<svg id='new'/>".utf8).base64EncodedString()
    try await preview.wait { try answer(preview)?.contains(new) == true }
  }

  #if os(Linux)
    /// What keeps a file from being read need not be a matter of the file: here the program may open none.
    @Test func aLessonThatCannotBeReadForAMomentIsReadAfterIt() async throws {
      let prlimit = try #require(Program.executable(onPath: "prlimit"), "it is not on the PATH")
      let preview = try await LivePreview("Words.\n")
      defer { preview.close() }
      func allow(files limit: Int) async throws {
        let ending = try await Program.run(
          ["--pid", "\(preview.processIdentifier)", "--nofile=\(limit):"],
          in: preview.folder.url, timeLimit: 30, executable: prlimit)
        #expect(ending.code == 0, "\(ending.stderr)")
      }
      try await preview.wait { try !preview.refreshes.isEmpty }
      try await allow(files: 3)
      try preview.save("Other words.\n")
      try await preview.wait { try !preview.stderr.isEmpty }
      try await allow(files: 256)
      try await preview.wait {
        try preview.refreshes.last?.hasPrefix("lesson.md can be read: page after ") == true
      }
      #expect(try answer(preview)?.contains("Other words.") == true)
      #expect(try preview.stderr.hasPrefix("error: 'lesson.md' cannot be read"))
    }
  #endif

  @Test func thePreviewIsOnlyForReading() async throws {
    let preview = try await LivePreview(Lessons.data, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      let answer = try answer(preview, method) ?? ""
      #expect(answer.hasPrefix("HTTP/1.1 405 "), "\(method)")
      #expect(answer.contains("\r\nAllow: GET, HEAD\r\n"))
    }
    let head = try answer(preview, "HEAD") ?? ""
    #expect(head.hasPrefix("HTTP/1.1 200 "))
    #expect(head.hasSuffix("\r\n\r\n"), "HEAD has no body")
  }

  @Test func whatIsNoRequestIsRefused() async throws {
    let preview = try await LivePreview(Lessons.data, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    let port = try preview.port
    let host = "Host: localhost:\(port)\r\n"
    let requests = [
      "\r\n\r\n", "GET /\r\n\(host)\r\n", "GET / HTTP/2\r\n\(host)\r\n",
      "GET  / HTTP/1.1\r\n\(host)\r\n", "GET //example.com/ HTTP/1.1\r\n\(host)\r\n",
      "GET http://example.com/ HTTP/1.1\r\n\(host)\r\n", "GET / HTTP/1.1\r\n\(host)\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 100_000))\r\n\r\n",
    ]
    for request in requests {
      let answer = try Connection.answer(to: request, port: port) ?? ""
      #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(request.prefix(40))")
    }
    // A body is no reason to lose the answer.
    let body = String(repeating: "x", count: 1_000_000)
    let answer = try Connection.answer(
      to: "POST / HTTP/1.1\r\n\(host)Content-Length: \(body.count)\r\n\r\n\(body)", port: port)
    #expect(answer?.hasPrefix("HTTP/1.1 405 ") == true)
  }

  @Test func nobodyKeepsOthersWaiting() async throws {
    let preview = try await LivePreview(Lessons.data, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    let port = try preview.port
    let silent = try (0..<200).map { _ in try #require(try Connection.open(port: port)) }
    #expect(try answer(preview)?.hasPrefix("HTTP/1.1 200 OK\r\n") == true)
    for connection in silent { try connection.close() }
  }

  @Test func onlyNamesOfThisMachineAreAnswered() async throws {
    let preview = try await LivePreview(Lessons.data, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    let port = try preview.port
    for host in ["127.0.0.1:\(port)", "localhost:\(port)", "LOCALHOST:\(port)"] {
      #expect(try answer(preview, host: host)?.hasPrefix("HTTP/1.1 200 ") == true, "\(host)")
    }
    let strangers = [
      "example.com", "example.com:\(port)", "127.0.0.1", "localhost", "127.0.0.1:1", "",
      "localhost:\(port).example.com", "127.0.0.1:\(port)@example.com", "[::1]:\(port)",
    ]
    for host in strangers {
      #expect(try answer(preview, host: host)?.hasPrefix("HTTP/1.1 403 ") == true, "\(host)")
    }
    for address in Connection.outsideAddresses() {
      #expect(try answer(preview, address: address) == nil, "others can connect to \(address)")
    }
  }

  @Test func itExplainsWhyEachBlockRan() async throws {
    let files = ["points.csv": Lessons.points]
    let preview = try await LivePreview(Lessons.data, files: files, "--explain")
    defer { preview.close() }
    func wait(for line: String) async throws {
      try await preview.wait { try preview.stdout.contains("  \(line)\n") }
    }
    try await wait(for: "{data points}: ran, since no result of it is kept")
    let longer = Lessons.data + "\n" + Lessons.network
    try preview.save(longer)
    try await wait(for: "{data points}: reused")
    try await wait(for: "{network net}: ran, since it is new")
    try preview.save(longer.replacing("[2, 3, 2]", with: "[2, 4, 2]"))
    try await wait(for: "{network net}: ran, since layers changed")
  }

  @Test func whatAPersonDoesNotReadIsNotOnThePageEither() async throws {
    let preview = try await LivePreview(String(repeating: "<b>", count: 10_000) + "\n")
    defer { preview.close() }
    try await preview.wait { try !preview.refreshes.isEmpty }
    let update = try answer(preview, "GET", "/changes") ?? ""
    #expect(update.contains("10000 warnings"))
    #expect(update.components(separatedBy: "HTML is left out").count == 101)
    #expect(update.contains("and 9900 more of "))
  }

  @Test func whatIsCitedAndNotThereYetHasItsNameAlready() async throws {
    let preview = try await LivePreview(
      """
      See @fig-loss and @tbl-scores.

      \(Lessons.endless)
      ```{plot}
      #| label: fig-loss
      lines: run.train_loss
      ```

      ```{show}
      #| label: tbl-scores
      value: score
      ```

      """)
    defer { preview.close() }
    let words =
      /See <a href="#block-line-\d+">Figure …<\/a> and <a href="#block-line-\d+">Table …<\/a>\./
    try await preview.wait { try answer(preview)?.contains(words) == true }
  }

  /// A training says thousands of times a second how far it is.
  @Test func aBrowserIsToldOfATrainingTenTimesASecond() async throws {
    let preview = try await LivePreview(Lessons.endless)
    defer { preview.close() }
    try await preview.wait { try answer(preview, "GET", "/changes")?.contains("Epoch ") == true }
    var version = ""
    var count = 0
    let start = ContinuousClock.now
    while .now - start < .seconds(2) {
      let update = try #require(try answer(preview, "GET", "/changes?version=\(version)"))
      version = String(try #require(update.firstMatch(of: /"version":"([^"]+)"/)).1)
      count += 1
    }
    #expect(count > 1 && count <= 25)
  }

  #if os(Linux)
    /// It looks at its files again and again, at first all the time.
    @Test func aPreviewThatIsLeftAloneComesToRest() async throws {
      let preview = try await LivePreview("Words.\n")
      defer { preview.close() }
      try await preview.wait { try !preview.refreshes.isEmpty }
      let tasks = URL(filePath: "/proc/\(preview.processIdentifier)/task")
      /// How often its threads have waited for something.
      func pauses() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: tasks.path).reduce(0) { sum, task in
          let file = tasks.appending(path: task).appending(path: "status")
          // One may have ended meanwhile.
          guard let status = try? String(contentsOf: file, encoding: .utf8) else { return sum }
          let count = try #require(status.firstMatch(of: /\nvoluntary_ctxt_switches:\s+(\d+)/))
          return sum + (Int(count.1) ?? 0)
        }
      }
      var (last, instant) = (try pauses(), ContinuousClock.now)
      try await preview.wait(seconds: 60) {
        let seconds = (.now - instant) / .seconds(1)
        if seconds < 1 { return false }
        let now = try pauses()
        defer { (last, instant) = (now, .now) }
        return Double(now - last) / seconds < 60
      }
      try preview.save("Other words.\n")
      try await preview.wait { try preview.refreshes.count == 2 }
    }
  #endif

  @Test func ctrlCEndsATrainingAtOnce() async throws {
    let preview = try await LivePreview(Lessons.endless)
    defer { preview.close() }
    try await preview.wait { try answer(preview, "GET", "/changes")?.contains("Epoch ") == true }
    let end = preview.interrupt()
    #expect(end.code == 130)
    #expect(end.seconds < 1)
  }

  @Test func aPortInUseIsAnError() async throws {
    let preview = try await LivePreview(Lessons.data, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    let port = try preview.port
    try await ProgramTest("preview", "lesson.md", "--port", "\(port)")
      .file("lesson.md", Lessons.data).file("points.csv", Lessons.points)
      .complains("error: port \(port) is in use; choose another with --port\n")
      .exits(74).run()
  }

  @Test func whatCannotBeShownAtAllIsAnError() async throws {
    try await ProgramTest("preview", "lesson.md")
      .complains("error: 'lesson.md' does not exist\n").exits(74).run()
    try await ProgramTest("preview", "lesson.md", "--params", "none.yml")
      .file("lesson.md", Lessons.data)
      .complains("error: 'none.yml' does not exist\n").exits(74).run()
    try await ProgramTest("preview", "lesson.md", "-p", "rate=1").file("lesson.md", Lessons.data)
      .complains(containing: "unknown parameter 'rate'").exits(64).run()
    try await ProgramTest("preview", "a.md", "b.md")
      .complains(containing: "a preview shows one lesson, and there are 2").exits(64).run()
  }
}
