#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension UnsafeMutableRawBufferPointer {
  /// Asks for large pages for memory that nobody has written to yet, where the system has them and the memory is large.
  ///
  /// The system clears each page when it is first written to. For pages of 4 KB that takes longer than writing them.
  public func preferLargePages() {
    #if os(Linux)
      guard let baseAddress, count >= Self.largePage else { return }
      let start = (UInt(bitPattern: baseAddress) + Self.page - 1) & ~(Self.page - 1)
      let end = UInt(bitPattern: baseAddress) + UInt(count)
      // A wish, whose refusal changes nothing but the time.
      madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    #endif
  }

  private static let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
  private static let largePage = 2 << 20
}
