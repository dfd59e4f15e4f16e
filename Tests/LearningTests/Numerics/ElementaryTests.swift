import CKernels
import Foundation
import Testing

/// Values of Tests/Reference/elementary.py: mpmath's, correctly rounded.
@Suite("The elementary functions")
struct ElementaryTests {
  struct Frozen: Decodable {
    let exp: [[Double]]
    let log: [[Double]]
    let tanh: [[Double]]

    static func load() throws -> Frozen {
      let url = try #require(
        Bundle.module.url(forResource: "elementary", withExtension: "json", subdirectory: "Frozen"))
      return try JSONDecoder().decode(Frozen.self, from: Data(contentsOf: url))
    }
  }

  @Test("are within one unit in the last place of the correctly rounded value")
  func accuracy() throws {
    let frozen = try Frozen.load()
    for (pairs, function) in [
      (frozen.exp, lectern_exp), (frozen.log, lectern_log), (frozen.tanh, lectern_tanh),
    ] {
      #expect(pairs.count == 300)
      for pair in pairs {
        #expect(abs(function(pair[0]) - pair[1]) <= pair[1].ulp, "at \(pair[0])")
      }
    }
  }

  @Test("are exact at their ends, and NaN at NaN")
  func ends() {
    #expect(lectern_exp(0) == 1 && lectern_exp(-0.0) == 1)
    #expect(lectern_exp(-.infinity) == 0 && lectern_exp(-746) == 0)
    #expect(lectern_exp(.infinity) == .infinity && lectern_exp(709.79) == .infinity)
    #expect(lectern_exp(-745) == .leastNonzeroMagnitude)
    #expect(lectern_log(1) == 0 && lectern_log(0) == -.infinity)
    #expect(lectern_log(.infinity) == .infinity && lectern_log(-1).isNaN)
    #expect(lectern_tanh(0) == 0 && lectern_tanh(-0.0).sign == .minus)
    #expect(lectern_tanh(.infinity) == 1 && lectern_tanh(-.infinity) == -1)
    #expect(lectern_exp(.nan).isNaN && lectern_log(.nan).isNaN && lectern_tanh(.nan).isNaN)
  }

  @Test("keep the digits of subnormal logarithms")
  func subnormal() {
    #expect(lectern_log(.leastNonzeroMagnitude) == -744.4400719213812)
  }
}
