import Synchronization

/// Things that threads borrow and give back, as many of them as are in use at a time.
final class Reserve<Item: Sendable>: Sendable {
  private struct Stock: Sendable {
    var idle: [(item: Item, number: Int)] = []
    var made = 0
  }

  private let stock = Mutex(Stock())
  private let make: @Sendable () -> Item

  init(_ make: @escaping @Sendable () -> Item) {
    self.make = make
  }

  /// Lends an item together with its number, which counts from 0 in the order in which items were made.
  func lend<Result>(_ body: (inout Item, Int) -> Result) -> Result {
    var (item, number) = take()
    let result = body(&item, number)
    stock.withLock { $0.idle.append((item, number)) }
    return result
  }

  /// All items in the order of their numbers, once all are back.
  var items: [Item] {
    stock.withLock { $0.idle }.sorted { $0.number < $1.number }.map(\.item)
  }

  private func take() -> (item: Item, number: Int) {
    let (idle, number) = stock.withLock { stock in
      let idle = stock.idle.popLast()
      if idle == nil { stock.made += 1 }
      return (idle, stock.made - 1)
    }
    return idle ?? (make(), number)
  }
}
