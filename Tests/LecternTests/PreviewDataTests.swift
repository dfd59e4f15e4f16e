import Foundation
import HubTesting
import Testing

/// Previews of lessons whose data are elsewhere.
struct PreviewDataTests {
  @Test func aDownloadThatTheLessonNoMoreNeedsKeepsNobodyWaiting() async throws {
    let hub = try StandInHub(files: ["points.csv": []], fault: .hang)
    defer { hub.stop() }
    let digest = String(repeating: "0", count: 64)
    let preview = try await LivePreview(
      """
      ```{data points}
      source: \(hub.endpoint)/cdn/points.csv
      sha256: "\(digest)"
      label: kind
      ```
      """)
    defer { preview.close() }
    try await preview.wait { hub.transfers > 0 }
    try preview.save("```{data points}\nsource: builtin:circles\nrows: 8\n```\n")
    // The host is given up after five times ten seconds.
    try await preview.wait { try !preview.refreshes.isEmpty }
  }
}
