import Notebook

extension Address {
  /// An address with everything but the characters that addresses consist of percent-encoded, and as it stands in HTML.
  static func escaped(_ address: String) -> String {
    let kept = Set("-_.+!*(),%#@?=;:/,+$~".utf8)
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for byte in address.utf8 {
      if byte == UInt8(ascii: "&") {
        escaped.append(contentsOf: "&amp;".unicodeScalars)
      } else if byte == UInt8(ascii: "'") {
        escaped.append(contentsOf: "&#x27;".unicodeScalars)
      } else if byte.continuesName || kept.contains(byte) {
        escaped.append(Unicode.Scalar(byte))
      } else {
        escaped.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(escaped)
  }
}
