/// Memory that a computation works in: made once, aligned for vectors, freed with its owner.
///
/// Its owner outlives every use of `start`. Threads may share a buffer, each writing elements that no other one touches.
final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  /// A buffer filled with one element.
  init(count: Int, repeating element: Element) {
    precondition(count >= 0, "a buffer has no negative size")
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64)
    start = memory.bindMemory(to: Element.self, capacity: max(1, count))
    start.initialize(repeating: element, count: count)
    self.count = count
  }

  /// A buffer with a copy of the elements.
  convenience init(_ elements: [Element], filler: Element) {
    self.init(count: elements.count, repeating: filler)
    fill(with: elements)
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

  /// A copy of the elements.
  var elements: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
