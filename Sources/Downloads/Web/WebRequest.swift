import Foundation

/// What is asked of a server.
struct WebRequest: Sendable {
  var address: URL
  /// Whether only the head of the answer is wanted: HEAD instead of GET.
  var wantsHeadOnly = false
  /// The headers by their names.
  var headers: [String: String] = [:]
}
