/// NumPy's `argsort` as it runs without vector instructions: an introspective sort that is not stable, so the order of
/// equal keys is this algorithm's and no other's.
///
/// Source: D. R. Musser, "Introspective sorting and selection algorithms" (1997), with the choices of NumPy's
/// `npysort/quicksort.cpp` and `heapsort.cpp`.
struct Introsort {
  /// Parts of this many elements more than one are left to insertion sort.
  private static let smallSpan = 15

  private let keys: [Int]
  private var order: [Int]

  /// The indices of the smallest keys, as many as `limit`, in ascending order of the keys.
  static func order(of keys: [Int], first limit: Int) -> [Int] {
    var sort = Introsort(keys: keys, order: Array(keys.indices))
    if keys.count > 1 {
      let floorOfLog = Int.bitWidth - 1 - keys.count.leadingZeroBitCount
      sort.sort(first: limit, depth: 2 * floorOfLog)
    }
    return Array(sort.order.prefix(limit))
  }

  /// Parts that begin behind the limit stay as they are: no part has an influence on another.
  private mutating func sort(first limit: Int, depth: Int) {
    var parts = [(left: 0, right: order.count - 1, depth: depth)]
    while var part = parts.popLast() {
      if part.left >= limit { continue }
      // The budget is looked at only when a part is begun, as in NumPy.
      if part.depth < 0 {
        heapsort(part.left, part.right)
        continue
      }
      while part.right - part.left > Self.smallSpan {
        let pivot = partition(part.left, part.right)
        part.depth -= 1
        if pivot - part.left < part.right - pivot {
          parts.append((pivot + 1, part.right, part.depth))
          part.right = pivot - 1
        } else {
          parts.append((part.left, pivot - 1, part.depth))
          part.left = pivot + 1
        }
      }
      insertionSort(part.left, part.right)
    }
  }

  /// Moves smaller keys before and larger ones behind the median of three; gives its place.
  private mutating func partition(_ left: Int, _ right: Int) -> Int {
    let middle = left + (right - left) / 2
    if key(middle) < key(left) { order.swapAt(middle, left) }
    if key(right) < key(middle) { order.swapAt(right, middle) }
    if key(middle) < key(left) { order.swapAt(middle, left) }
    let pivot = key(middle)
    var low = left
    var high = right - 1
    order.swapAt(middle, high)
    while true {
      repeat { low += 1 } while key(low) < pivot
      repeat { high -= 1 } while pivot < key(high)
      if low >= high { break }
      order.swapAt(low, high)
    }
    order.swapAt(low, right - 1)
    return low
  }

  private mutating func insertionSort(_ left: Int, _ right: Int) {
    guard left < right else { return }
    for next in left + 1...right {
      let index = order[next]
      var place = next
      while place > left, keys[index] < key(place - 1) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = index
    }
  }

  private mutating func heapsort(_ left: Int, _ right: Int) {
    var count = right - left + 1
    for root in stride(from: count / 2, to: 0, by: -1) {
      sift(order[left + root - 1], from: root, left, count)
    }
    while count > 1 {
      let index = order[left + count - 1]
      order[left + count - 1] = order[left]
      count -= 1
      sift(index, from: 1, left, count)
    }
  }

  /// Puts an index where it belongs in the heap of `count` elements at `left`, whose places count from 1.
  private mutating func sift(_ index: Int, from root: Int, _ left: Int, _ count: Int) {
    var place = root
    var child = 2 * root
    while child <= count {
      if child < count, key(left + child - 1) < key(left + child) { child += 1 }
      guard keys[index] < key(left + child - 1) else { break }
      order[left + place - 1] = order[left + child - 1]
      place = child
      child *= 2
    }
    order[left + place - 1] = index
  }

  private func key(_ place: Int) -> Int { keys[order[place]] }
}
