import Foundation

#if canImport(MachO)
  import MachO
#endif

/// What the linker has called the program: a digest of all that is in it.
enum BuildID {
  #if canImport(MachO)
    /// The identifier among the load commands of the running program; nil if it has none.
    static var ofProgram: String? {
      guard let header = _dyld_get_image_header(0) else { return nil }
      var place = UnsafeRawPointer(header) + MemoryLayout<mach_header_64>.size
      for _ in 0..<header.pointee.ncmds {
        let command = place.loadUnaligned(as: load_command.self)
        if command.cmd == UInt32(LC_UUID) {
          return UUID(uuid: place.loadUnaligned(as: uuid_command.self).uuid).uuidString
        }
        place += Int(command.cmdsize)
      }
      return nil
    }
  #else
    /// The note in the file of the running program, as hexadecimal digits; nil if it has none.
    static var ofProgram: String? {
      guard let file = FileHandle(forReadingAtPath: "/proc/self/exe") else { return nil }
      defer { try? file.close() }
      return ofFile(file)
    }

    /// - Source: the System V ABI, "ELF Header", "Program Header" and "Note Section", for 64 bits and the smaller end first.
    private static func ofFile(_ file: FileHandle) -> String? {
      guard let header = file.bytes(64, at: 0), header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
      else { return nil }
      let table = header.number(UInt64.self, at: 32)
      let size = header.number(UInt16.self, at: 54)
      let count = header.number(UInt16.self, at: 56)
      guard size >= 56, let segments = file.bytes(size * count, at: table) else { return nil }
      for start in stride(from: 0, to: segments.count, by: size)
      where segments.number(UInt32.self, at: start) == noteSegment {
        let place = segments.number(UInt64.self, at: start + 8)
        let length = segments.number(UInt64.self, at: start + 32)
        let alignment = segments.number(UInt64.self, at: start + 48) == 8 ? 8 : 4
        if let notes = file.bytes(length, at: place), let found = note(in: notes, alignment) {
          return found.map { String(format: "%02x", $0) }.joined()
        }
      }
      return nil
    }

    private static let noteSegment = 4
    private static let buildNote = 3

    /// The words of the linker's note among others; each has its sizes, its kind, the name of its author and its words.
    private static func note(in notes: [UInt8], _ alignment: Int) -> ArraySlice<UInt8>? {
      func padded(_ size: Int) -> Int { (size + alignment - 1) / alignment * alignment }
      var start = 0
      while start + 12 <= notes.count {
        let author = start + 12..<start + 12 + notes.number(UInt32.self, at: start)
        let words = start + padded(12 + author.count)
        let end = words + notes.number(UInt32.self, at: start + 4)
        guard end <= notes.count else { return nil }
        if notes.number(UInt32.self, at: start + 8) == buildNote,
          notes[author].elementsEqual("GNU\0".utf8)
        {
          return notes[words..<end]
        }
        start += padded(end - start)
      }
      return nil
    }
  #endif
}

extension FileHandle {
  /// So many bytes from a place in the file; nil if they are not there, or more than a program has of such.
  fileprivate func bytes(_ count: Int, at place: Int) -> [UInt8]? {
    guard (0...1 << 20).contains(count), place >= 0,
      (try? seek(toOffset: UInt64(place))) != nil,
      let bytes = try? read(upToCount: count), bytes.count == count
    else { return nil }
    return Array(bytes)
  }
}

extension [UInt8] {
  /// The number at an offset, the smaller end first; the largest one if it is larger.
  fileprivate func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Int {
    withUnsafeBytes { bytes in
      Int(clamping: Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type)))
    }
  }
}
