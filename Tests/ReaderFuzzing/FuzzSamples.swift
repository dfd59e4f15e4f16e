import CZlib
import Learning

/// What damage is done to, and with.
enum FuzzSamples {
  /// Well-formed files in a format.
  static func files(for format: TableFormat) -> [[UInt8]] {
    let texts =
      switch format.layout {
      case .separated(.tab, _, _): separated.map { $0.replacing(",", with: "\t") }
      case .separated: separated
      case .jsonLines: jsonLines
      }
    return texts.map { text in
      let encoded = encode(text, format.encoding)
      return format.isPacked ? pack(encoded) : encoded
    }
  }

  private static let separated = [
    "a,b,c\n1,2,x\n3,4,y\n5,6,x\n",
    "a,b,c\r\n1.5,-2e3,x\r\nNA,,y\r\n.5,1e-400,z\r\n",
    "\u{FEFF}\"a\",\"b\"\"q\",c\n\"one\nline\",\"\",x\n\"é,😀\",7,y\n",
    "\n \na,b,c\n1,NaN,x\n\n0,n/a,y",
    "c\nx\ny\n",
    // Two spellings of one word, which are two texts.
    "a,b,c\ncaf\u{E9},1,x\ncafe\u{301},2,y\ncaf\u{E9},3,cafe\u{301}\n",
  ]

  private static let jsonLines = [
    "{\"a\": 1, \"b\": 2.5, \"c\": \"x\"}\n{\"a\": 3, \"b\": null, \"c\": \"y\"}\n",
    "{\"c\": \"x\", \"a\": \"q\\\"\\n\\u00e9\\ud83d\\ude00\"}\r\n\n{\"c\": \"y\", \"a\": true}",
    "\u{FEFF} { \"a\" : -1e5 , \"c\" : \"é😀\" } ",
    "{\"a\": \"caf\u{E9}\", \"c\": \"x\"}\n{\"a\": \"cafe\\u0301\", \"c\": \"y\"}\n",
  ]

  /// What readers look out for, and what they might stumble over.
  static let words: [[UInt8]] =
    [
      "\"", "\"\"", ",", "\t", "\n", "\r", "\r\n", "\\u", "\\ud83d", "\\", "{", "}", ":", "null",
      "NaN", "#N/A", "1e999", "-", "0.0000000000000000000001", "123456789012345678901234567890",
      "\u{FEFF}", "\u{2028}", "😀", "e\u{301}", " ",
    ].map { Array($0.utf8) } + [
      [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xD8, 0x3D], [0x3D, 0xD8], [0x1F, 0x8B, 0x08, 0], [UInt8](repeating: 0xFF, count: 64),
    ]

  private static func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .latin1, .windows1252:
      text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .utf16: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }

  /// The bytes packed with gzip.
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let version = Int32(MemoryLayout<z_stream>.size)
    precondition(
      deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, version)
        == Z_OK, "there is memory to pack a small file")
    defer { deflateEnd(&stream) }
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: bytes.count + 1_000) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "there is room for all of it")
      }
      count = output.count - Int(stream.avail_out)
    }
  }
}
