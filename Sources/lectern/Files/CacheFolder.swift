import Foundation

/// The folder of results in the user's cache.
enum CacheFolder {
  /// By the XDG rules, or where macOS has such things; nil when the user has no home.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    // A relative path is to be ignored.
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return cache + "/lectern"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    #if os(macOS)
      return home + "/Library/Caches/lectern"
    #else
      return home + "/.cache/lectern"
    #endif
  }
}
