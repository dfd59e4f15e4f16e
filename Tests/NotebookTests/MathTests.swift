import LessonTesting
import Notebook
import Testing

@Suite("Math")
struct MathTests {
  private func formulas(_ text: String) -> [String] {
    ReadLesson(text).notebook.prose.flatMap(\.events).compactMap { event in
      guard case .formula(let formula) = event else { return nil }
      return formula.isDisplay ? "$$\(formula.tex)$$" : "$\(formula.tex)$"
    }
  }

  /// The rules are pandoc's, and code comes first.
  @Test(arguments: [
    ("$x$", ["$x$"]), ("a $x_1$, *b $y*z$*", ["$x_1$", "$y*z$"]), ("($x$)", ["$x$"]),
    ("$5 and $6", []), ("$ x$", []), ("$x $", []), ("$x$5", []), ("\\$x$", []), ("$x\\$", []),
    ("$x\\$y$", ["$x\\$y$"]), ("`$x$`", []), ("``a ` $x$``", []), ("$a `x$` b$", []),
    ("` $x$", ["$x$"]), ("```\n$x$\n```", []), ("    $x$", []), ("$$x$$", ["$$x$$"]),
    ("a $$x$$ b", ["$$x$$"]), ("$$ x $$", ["$$ x $$"]), ("$$$x$$$", []), ("$", []), ("$$", []),
    ("$a\nb$", ["$a\nb$"]), ("$a\n\nb$", []), ("> $a\n> b$", ["$a\nb$"]),
    ("# $x^2$ *b*", ["$x^2$"]), ("$x$\n===", ["$x$"]), ("- $x$\n- $y$", ["$x$", "$y$"]),
    ("| $x$ | b |\n|---|---|\n| a | $\\frac{1}{2}$ |", ["$x$", "$\\frac{1}{2}$"]),
    ("| a |\n|---|\n| $\\|x\\|$ |", ["$|x|$"]),
    ("a[^b]\n\n[^b]: $x$\n\n    $$y$$", ["$x$", "$$y$$"]),
    ("[a $x$](b)", ["$x$"]), ("![a $x$](b.png)", ["$x$"]), ("<b>$x$</b>", ["$x$"]),
    ("**$x$**", ["$x$"]), ("_$x$_", ["$x$"]), ("$`a`$", []), ("1$x$", ["$x$"]),
  ])
  func isWhatPandocTakesForIt(_ text: String, _ found: [String]) {
    #expect(formulas(text) == found)
  }

  @Test(arguments: [
    "$$\na\n+ b\n$$", "$$\na\n= b\n=\nc\n$$", "$$\n# a\n$$", "$$\n> a\n$$", "$$a\n- b$$",
    "- $$\n  + a\n  $$", "> $$\n> - a\n> $$",
  ])
  func mayStandOnLinesThatMeanSomethingElse(_ text: String) {
    let lesson = ReadLesson(text)
    #expect(formulas(text).count == 1)
    #expect(lesson.messages.isEmpty)
    for tag in ["<ul>\n<li>a", "<h1", "<h2", "<blockquote>\n<p>a"] {
      #expect(!lesson.html.contains(tag))
    }
  }

  @Test func doesNotEndInAFenceBehindItsHeading() {
    let lesson = ReadLesson("$$ a\n===\n```\nb\n$$\n```\n")
    #expect(lesson.messages == ["warning: this '$$' is never closed"])
    #expect(lesson.html.hasSuffix("<pre><code>b\n$$\n</code></pre>\n"))
  }

  @Test func leavesWhatItLooksLikeInCodeAndAddresses() {
    expectHTML(
      "`$x$` [a](b$x$c) <https://x.org/$y$>",
      "<p><code>$x$</code> <a href=\"b$x$c\">a</a> "
        + "<a href=\"https://x.org/$y$\">https://x.org/$y$</a></p>\n")
  }

  @Test func keepsEmphasisAroundIt() {
    let html = ReadLesson("**a $x_i$ b**, _$y$_, *c*$z$").html
    #expect(
      html.hasPrefix("<p><strong>a <math>") && html.contains("</math> b</strong>, <em><math>"))
  }

  @Test(arguments: [
    ("$a + «\\fooo» b$", "unknown macro '\\fooo'"),
    ("ä $«\\alhpa»$", "unknown macro '\\alhpa'; did you mean '\\alpha'?"),
    ("> $a +\n> «\\fracc»{1}{2}$", "unknown macro '\\fracc'; did you mean '\\frac'?"),
    ("| a |\n|---|\n| \\| $«\\betta»$ |", "unknown macro '\\betta'; did you mean '\\beta'?"),
    ("a[^b]\n\n[^b]: c $«\\fooo»$", "unknown macro '\\fooo'"),
    ("# $«\\fooo»$", "unknown macro '\\fooo'"),
    ("$«\\frac»{1}$", "nothing follows '\\frac', which needs something"),
    ("$x«^»$", "nothing follows '^', which needs something"),
    ("$«{»a$", "this '{' has no '}'"), ("$a«}»$", "this '}' has no '{'"),
    ("$«\\left»( a$", "this '\\left' has no '\\right'"),
    ("$a «\\right»)$", "this '\\right' has no '\\left'"),
    ("$«\\left» a \\right)$", "'\\left' needs a delimiter, such as '(' or '.'"),
    (
      "$\\begin{«bmatrx»} a \\end{bmatrx}$",
      "unknown environment 'bmatrx'; did you mean 'bmatrix'?"
    ),
    ("$«\\begin»{cases} a$", "this '\\begin{cases}' has no '\\end{cases}'"),
    ("$\\begin{cases} a \\end{«matrix»}$", "this should be 'cases', which began last"),
    ("$a «&» b$", "'&' stands between the cells of a matrix, of cases or of aligned"),
    ("$x^2«^»3$", "a second '^' needs braces around what it belongs to"),
    ("$95«%»$", "'%' begins a comment in TeX; a percent sign is written '\\%'"),
    ("«$$»\na\n\nb", "this '$$' is never closed"),
  ])
  func pointsAtMistakes(_ text: String, _ message: String) {
    expectMistakes(text, ["warning: " + message])
  }

  @Test(arguments: [
    ("«$\\lambda = $», $x$", "a closing dollar stands right behind"),
    ("a «$x^2 \\le $», $5\n$x$", "a closing dollar stands right behind"),
    ("> - *b* «$ \\lambda = 1$»", "an opening dollar stands right before"),
    ("| a |\n|---|\n| «$ \\lambda $» |", "an opening dollar stands right before"),
    ("# «$\\lambda $» and «$\\mu $»", "a closing dollar stands right behind"),
    ("```{a}\n#| fig-cap: a «$\\lambda $» b\n```", "a closing dollar stands right behind"),
    ("![a](b.png \"a «$\\lambda $» b\"){#fig-a}", "a closing dollar stands right behind"),
  ])
  func isMissedWhereABlankKeepsItFromBeingMath(_ text: String, _ message: String) {
    let lesson = ReadLesson(text)
    #expect(Set(lesson.messages) == ["warning: no math: \(message) the formula"])
    #expect(lesson.markedText == text)
  }

  @Test(arguments: [
    "$x = $", "$5 and \\emph $ ", "`$\\lambda $`", "\\$\\lambda $ ", "$\\lambda\n= $",
    "$\\lambda = ", "$ \\5 $", "$\\lambda `a` $", "    $\\lambda $", "a $ and \\alpha is $\\alpha$",
  ])
  func isNotMissedInOtherText(_ text: String) {
    #expect(ReadLesson(text).messages == [])
  }

  @Test(
    arguments: [
      "$" + String(repeating: "{", count: 100_000) + "$",
      "$" + String(repeating: "\\sqrt", count: 50_000) + "$",
      "$" + String(repeating: "\\frac1", count: 1_000) + "$",
      "$" + String(repeating: "x^{", count: 3_000) + "$",
      "$" + String(repeating: "\\left(", count: 3_000) + "$",
      "$" + String(repeating: "\\displaystyle", count: 3_000) + "$",
      "$" + String(repeating: "\\begin{matrix}", count: 300) + "$",
      "$\\begin{matrix}" + String(repeating: "a&", count: 50_000) + "\\end{matrix}$",
      "$x" + String(repeating: "'", count: 5_000) + "$",
      "$" + String(repeating: "}", count: 9_000) + "$",
    ])
  func endsInOneDiagnosticWhenItIsHostile(_ text: String) {
    let lesson = inAMoment { ReadLesson(text) }
    #expect(lesson.diagnostics.count == 1)
    #expect(inAMoment { lesson.html }.hasPrefix("<p><code class=\"tex\">"))
  }
}
