/// What a run knows so far of a place that data come from.
enum DataFinding: Equatable {
  /// Nobody has asked for it.
  case unknown
  /// It was asked for in vain.
  case absent
  /// It has been read: SHA-256 of all its files.
  case read(digest: String)
}

extension InputFiles {
  /// What has been found at a place.
  ///
  /// - Parameter pin: the digest that the lesson pins it with, if it is elsewhere.
  func finding(at location: Location, pin: String?, lessonFolder: String) -> DataFinding {
    if location.isFile {
      guard let file = known(location.path(lessonFolder: lessonFolder)) else { return .unknown }
      if file.stamp == nil { return .absent }
      return file.sha256.map { .read(digest: $0) } ?? .unknown
    }
    switch remote.result(of: RemoteSource(text: location.text, sha256: pin)) {
    case nil: return .unknown
    case .failure: return .absent
    case .success(let fetched):
      let digests = fetched.files.compactMap { known($0.path)?.sha256 }
      let isRead = digests.count == fetched.files.count
      return isRead ? .read(digest: digests.joined(separator: " ")) : .unknown
    }
  }
}
