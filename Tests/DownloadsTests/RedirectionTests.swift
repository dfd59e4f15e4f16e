import Downloads
import Foundation
import Testing

/// Where an answer may send those who ask.
@Suite struct RedirectionTests {
  private func target(_ location: String?, from address: String) throws -> String {
    try Redirection.target(location, from: #require(URL(string: address))).absoluteString
  }

  @Test(
    "What is as safe as the address itself is followed",
    arguments: [
      ("https://a/x", "https://b/y", "https://b/y"), ("http://a/x", "https://b/y", "https://b/y"),
      ("http://a/x", "http://b/y", "http://b/y"), ("https://a/x/y", "../z?q=1", "https://a/z?q=1"),
      ("https://a/x", "//b/y", "https://b/y"),
    ])
  func followed(_ address: String, _ location: String, _ expected: String) throws {
    #expect(try target(location, from: address) == expected)
  }

  @Test("No step leads from https to http", arguments: ["http://b/y", "HTTP://a/x"])
  func weaker(_ location: String) {
    #expect(throws: TransferProblem.unsafeHop(from: "a", to: "http")) {
      try target(location, from: "https://a/x")
    }
  }

  @Test(
    "No step leads out of the web",
    arguments: ["file:///etc/passwd", "FILE:///etc/passwd", "ftp://b/y", "data:,x", "http:///x"])
  func elsewhere(_ location: String) {
    #expect(throws: TransferProblem.unusableAddress(location)) {
      try target(location, from: "http://a/x")
    }
  }

  @Test(
    "What is secret of an address is in no message",
    arguments: [
      ("ftp://anna:b@host/x?key=c", "…@host/x"), ("data:,x", "data:,x"),
      ("https://anna:b@host:99999/x?key=c", "https://host:99999/x?…"),
    ])
  func secrets(_ address: String, _ shown: String) {
    #expect(
      "\(TransferProblem.unusableAddress(address))" == "'\(shown)' is no http or https address")
  }

  @Test("A redirection to nowhere is an error", arguments: [nil, "http://[::1"])
  func nowhere(_ location: String?) {
    #expect(throws: TransferProblem.incomprehensible(host: "a", reason: "it redirects to nowhere"))
    {
      try target(location, from: "http://a/x")
    }
  }
}
