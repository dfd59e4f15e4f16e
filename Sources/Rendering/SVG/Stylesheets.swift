/// The stylesheets that reports and figures carry within them.
enum Stylesheets {
  /// How figures look; the marks of a drawing have its classes.
  static var figure: String { String(decoding: PackageResources.figure_css, as: UTF8.self) }

  /// How the page around them looks.
  static var report: String { String(decoding: PackageResources.report_css, as: UTF8.self) }

  /// How tables, footnotes, math and pictures in prose look.
  static var prose: String { String(decoding: PackageResources.prose_css, as: UTF8.self) }
}
