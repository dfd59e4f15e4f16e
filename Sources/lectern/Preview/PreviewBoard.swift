import Foundation
import Synchronization

/// What the preview shows now, for the browsers that wait for what comes next.
final class PreviewBoard: Sendable {
  /// What a browser needs to show what there is to see.
  struct Update: Encodable {
    /// Names this state of the board.
    var version: String
    /// Names this state of the page.
    var page: String
    /// The whole page; nil for a browser that has it.
    var html: String?
    /// What is wrong with the lesson, as markup.
    var mistakes: String
    /// What the preview does, as markup.
    var status: String
  }

  private struct State {
    var version = 0
    var pageVersion = 0
    var page: String
    var mistakes = ""
    var status = ""
    var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]
  }

  /// How long a browser waits for an answer when nothing happens.
  private static let patience = Duration.seconds(20)

  /// Tells the versions of one run of the preview from those of another.
  private let session = UUID().uuidString
  private let state: Mutex<State>

  /// A board with a first page.
  init(page: String) {
    state = Mutex(State(page: page))
  }

  /// The page as it is now.
  var page: String { state.withLock(\.page) }

  /// Shows what is new, all at once; what is nil stays as it is.
  func show(page: String? = nil, mistakes: String? = nil, status: String? = nil) {
    let waiting = state.withLock { state in
      let isNewPage = page.map { $0 != state.page } ?? false
      let isNew =
        isNewPage || mistakes.map { $0 != state.mistakes } ?? false
        || status.map { $0 != state.status } ?? false
      guard isNew else { return [CheckedContinuation<Void, Never>]() }
      state.version += 1
      if isNewPage { state.pageVersion = state.version }
      state.page = page ?? state.page
      state.mistakes = mistakes ?? state.mistakes
      state.status = status ?? state.status
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.resume() }
  }
}

// MARK: - Waiting

extension PreviewBoard {
  /// What there is to see for a browser that shows a version of the board: at once if that is an old one, else as soon
  /// as something changes or patience ends.
  func update(after version: String?, page: String?) async -> Update {
    await withTaskGroup { group in
      group.addTask { await self.change(after: version) }
      group.addTask { try? await Task.sleep(for: Self.patience) }
      await group.next()
      group.cancelAll()
    }
    return state.withLock { state in
      let current = name(state.pageVersion)
      return Update(
        version: name(state.version), page: current, html: page == current ? nil : state.page,
        mistakes: state.mistakes, status: state.status)
    }
  }

  private func name(_ version: Int) -> String { "\(session).\(version)" }

  private func change(after version: String?) async {
    let ticket = UUID()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let waits = state.withLock { state in
          guard name(state.version) == version, !Task.isCancelled else { return false }
          state.waiting[ticket] = continuation
          return true
        }
        if !waits { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }
}
