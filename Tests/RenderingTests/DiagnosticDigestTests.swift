import Notebook
import Rendering
import Testing

@Suite("Diagnostics in a digest")
struct DiagnosticDigestTests {
  private func diagnostics(_ code: DiagnosticCode, count: Int) -> [Diagnostic] {
    (0..<count).map { .warning(code, "warning \($0)", at: SourceRange($0, $0 + 1)) }
  }

  @Test func whatIsNotTooMuchIsShownWhole() {
    let all = diagnostics(.htmlLeftOut, count: 100) + diagnostics(.unsafeLink, count: 100)
    let digest = DiagnosticDigest(all)
    #expect(digest.shown == all)
    #expect(digest.rest == nil)
    #expect(DiagnosticDigest([]).rest == nil)
  }

  @Test func eachKindHasItsOwnRest() {
    let many = diagnostics(.htmlLeftOut, count: 20_100)
    let digest = DiagnosticDigest(
      many + diagnostics(.unsafeLink, count: 1) + diagnostics(.badMath, count: 101))
    #expect(
      digest.shown == many.prefix(100) + diagnostics(.unsafeLink, count: 1)
        + diagnostics(.badMath, count: 100))
    #expect(digest.rest == "and 20000 more of 'html-left-out', 1 more of 'bad-math'")
  }
}
