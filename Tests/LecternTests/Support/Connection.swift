import Foundation
import Testing

/// A plain connection to a server, for requests that no library would send.
enum Connection {
  /// Sends a text to a port and returns all that comes back; nil if nobody listens there.
  static func answer(to request: String, address: String = "127.0.0.1", port: UInt16) throws
    -> String?
  {
    guard let handle = try open(address: address, port: port) else { return nil }
    try handle.write(contentsOf: Data(request.utf8))
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// A connection over which nothing has been sent yet, closed with its handle; nil if nobody listens there.
  static func open(address: String = "127.0.0.1", port: UInt16) throws -> FileHandle? {
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    try #require(descriptor >= 0)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_port = port.bigEndian
    try #require(inet_pton(AF_INET, address, &target.sin_addr) == 1)
    let isConnected = withUnsafePointer(to: &target) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    return isConnected ? handle : nil
  }

  /// The addresses of this machine by which others know it.
  static func outsideAddresses() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var addresses: [String] = []
    for interface in sequence(first: first, next: { $0?.pointee.ifa_next }) {
      guard let address = interface?.pointee.ifa_addr,
        address.pointee.sa_family == sa_family_t(AF_INET)
      else { continue }
      var name = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
      address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
        var number = address.pointee.sin_addr
        inet_ntop(AF_INET, &number, &name, socklen_t(name.count))
      }
      addresses.append(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
    }
    return addresses.filter { !$0.hasPrefix("127.") }
  }
}
