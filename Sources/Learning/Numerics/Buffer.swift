/// Memory that a computation works in: made once, aligned for vectors, freed with its owner.
///
/// Its owner outlives every use of `start`. Threads may share a buffer, each writing elements that no other one touches.
final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  /// A buffer filled with one element.
  convenience init(count: Int, repeating element: Element) {
    self.init(uninitialized: count)
    start.initialize(repeating: element, count: count)
  }

  private init(uninitialized count: Int) {
    precondition(count >= 0, "a buffer has no negative size")
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64)
    start = memory.bindMemory(to: Element.self, capacity: max(1, count))
    self.count = count
  }

  /// A buffer with a copy of the elements.
  convenience init(_ elements: [Element], filler: Element) {
    self.init(count: elements.count, repeating: filler)
    fill(with: elements)
  }

  /// A copy of a buffer.
  convenience init(copying other: Buffer) {
    self.init(uninitialized: other.count)
    start.initialize(from: other.start, count: count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }

  /// Overwrites the first elements of the buffer.
  func fill(with elements: [Element]) {
    precondition(elements.count <= count, "a buffer does not grow")
    elements.withUnsafeBufferPointer { source in
      guard let address = source.baseAddress else { return }
      start.update(from: address, count: source.count)
    }
  }

  /// Overwrites the buffer with one of the same size.
  func fill(with other: Buffer) {
    precondition(other.count == count, "both have the same size")
    start.update(from: other.start, count: count)
  }

  /// A copy of the elements.
  var elements: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
