import Foundation

/// Numbers as the table shows them, three digits long.
package enum Figures {
  /// A duration: `51.2 s`, `0.183 s`, `8.1 ms`.
  package static func seconds(_ seconds: Double) -> String {
    seconds < 0.1
      ? threeDigits(seconds * 1000) + " ms"
      : threeDigits(seconds) + " s"
  }

  /// A size in millions of bytes.
  package static func megabytes(_ bytes: Double) -> String {
    threeDigits(bytes / 1e6) + " MB"
  }

  /// How many times something is something else.
  package static func times(_ ratio: Double) -> String {
    threeDigits(ratio) + "×"
  }

  /// A small share: `2e-14`.
  package static func scientific(_ share: Double) -> String {
    String(format: "%.0e", share)
  }

  private static func threeDigits(_ number: Double) -> String {
    let decimals = number < 10 ? 2 : number < 100 ? 1 : 0
    return String(format: "%.\(decimals)f", number)
  }
}
