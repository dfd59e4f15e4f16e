/// What stands around a lesson on its page.
public struct PageFrame: Sendable, Equatable {
  /// What the page may load and run, as a Content-Security-Policy.
  public var securityPolicy: String
  /// Markup at the end of the page's head. The caller vouches for it.
  public var head: String
  /// Ways to other reports; nil for a page that stands alone.
  public var navigation: PageNavigation?
  /// Markup at the end of the page's body. The caller vouches for it.
  public var foot: String
  /// Whether the page shows the digest of its own bytes; one that goes on changing has none.
  public var hasDigest: Bool

  /// A frame of finished markup.
  public init(
    securityPolicy: String, head: String = "", navigation: PageNavigation? = nil,
    foot: String = "", hasDigest: Bool = true
  ) {
    self.securityPolicy = securityPolicy
    self.head = head
    self.navigation = navigation
    self.foot = foot
    self.hasDigest = hasDigest
  }

  /// A report is a file of its own: it runs no script and loads nothing.
  public static let report = PageFrame(
    securityPolicy: "default-src 'none'; style-src 'unsafe-inline'; img-src data:")

  /// A report in a folder of reports.
  public static func report(with navigation: PageNavigation) -> PageFrame {
    var frame = report
    frame.navigation = navigation
    return frame
  }
}
