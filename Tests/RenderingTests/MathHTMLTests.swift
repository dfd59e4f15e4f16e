import LessonTesting
import Rendering
import Testing

@Suite("Math in HTML")
struct MathHTMLTests {
  @Test(arguments: [
    ("x", "<mi>x</mi>"), ("12.5", "<mn>12.5</mn>"), ("x_i", "<msub><mi>x</mi><mi>i</mi></msub>"),
    ("x^{2}", "<msup><mi>x</mi><mn>2</mn></msup>"), ("f'", "<msup><mi>f</mi><mo"),
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    ("\\binom n k", "<mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac>"),
    ("\\sqrt x", "<msqrt><mi>x</mi></msqrt>"),
    ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ("\\alpha", "<mi>α</mi>"), ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
    ("a \\le b", "<mi>a</mi><mo stretchy=\"false\">≤</mo><mi>b</mi>"),
    ("a - b", "<mo form=\"infix\">−</mo>"), ("-b", "<mo form=\"prefix\">−</mo>"),
    ("a = -b", "<mo form=\"prefix\">−</mo>"), ("(a) - b", "<mo form=\"infix\">−</mo>"),
    (
      "\\sum_{i=1}^n",
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo stretchy=\"false\">=</mo>"
        + "<mn>1</mn></mrow><mi>n</mi></munderover>"
    ),
    ("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
    ("\\int\\limits_0", "<munder><mo>∫</mo><mn>0</mn></munder>"),
    ("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
    ("\\overline{ab}", "<mrow class=\"overline\"><mrow><mi>a</mi><mi>b</mi></mrow></mrow>"),
    ("\\mathbf{W}", "<mi mathvariant=\"normal\">𝐖</mi>"), ("\\mathbb{R}", ">ℝ</mi>"),
    ("\\mathcal L", ">ℒ</mi>"), ("\\boldsymbol{\\theta}", ">𝜽</mi>"),
    ("\\mathrm{softmax}", "<mi>softmax</mi>"), ("\\operatorname{relu}", "<mi>relu</mi>"),
    ("\\text{if } x", "<mtext>if\u{A0}</mtext>"),
    ("\\log p", "<mi>log</mi><mspace width=\"0.1667em\"></mspace><mi>p</mi>"),
    ("\\log(p)", "<mi>log</mi><mo form=\"prefix\" stretchy=\"false\">(</mo>"),
    (
      "\\argmax_k",
      "<munder><mo movablelimits=\"true\" lspace=\"0em\" rspace=\"0em\">arg\u{2009}max</mo>"
    ),
    ("\\left( x \\right.", "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mi>x</mi></mrow>"),
    ("\\big|", " minsize=\"1.2em\" maxsize=\"1.2em\">|</mo>"),
    (
      "\\begin{bmatrix} a & b \\\\ c \\end{bmatrix}",
      "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr>"
    ),
    ("\\begin{cases} 1 & x \\\\ 0 & y \\end{cases}", "<mtable class=\"cases\""),
    ("\\begin{aligned} a &= b \\\\ &+ c \\end{aligned}", "<mo form=\"infix\">+</mo>"),
    ("\\underbrace{a}_{b}", "<munder><munder accentunder=\"true\"><mi>a</mi>"),
    ("\\not\\in", "∉"), ("a := b", "≔"), ("\\{a\\}", ">{</mo><mi>a</mi>"),
    ("a\\,b", "<mspace width=\"0.1667em\"></mspace>"), ("a < b & c", nil), ("x^2^3", nil),
    ("a % b\n= c", "<mi>a</mi><mo stretchy=\"false\">=</mo><mi>c</mi>"),
  ])
  func isWrittenAsMathML(_ tex: String, _ expected: String?) {
    let html = ReadLesson("$\(tex)$").html
    guard let expected else {
      #expect(html == "<p><code class=\"tex\">$\(tex.escapedForMarkup)$</code></p>\n")
      return
    }
    #expect(html.contains(expected), "\(html)")
  }

  @Test func keepsItsTeX() {
    #expect(
      ReadLesson("$a<b$").html
        == "<p><math><semantics><mrow><mi>a</mi><mo stretchy=\"false\">&lt;</mo><mi>b</mi></mrow>"
        + "<annotation encoding=\"application/x-tex\">a&lt;b</annotation></semantics></math></p>\n")
  }

  @Test func standsOnALineOfItsOwnWithItsNumber() {
    let html = ReadLesson("$$ x $$ {#eq-a}").html
    #expect(
      html.hasPrefix(
        "<p><span class=\"equation\" id=\"eq-a\"><span class=\"formula scroll\" tabindex=\"0\" role=\"group\""
          + " aria-label=\"Equation\"><math display=\"block\">"))
  }

  /// What is wider than a phone scrolls there; the keyboard stops at it, but not within a link.
  @Test(arguments: [
    ("a $\(wide)$ b", "<p>a \(scrollingBox)<math>"), ("- $\(wide)$", "<li>\(scrollingBox)<math>"),
    ("$\\frac{\(wide)}{2}$", "<p>\(scrollingBox)<math>"),
    ("$\\text{as long as a remark in words}$", "<p>\(scrollingBox)<math>"),
    ("$\\begin{aligned} \(wide) &= 1 \\\\ x &= 2 \\end{aligned}$", "<p>\(scrollingBox)<math>"),
    ("## On *$\(wide)$*", "On <em>\(scrollingName)<math>"),
    ("| $\(wide)$ a |\n|---|\n| b |", "<th scope=\"col\">\(scrollingName)<math>"),
    ("| a |\n|---|\n| $\(wide)$ |", "<td>\(scrollingBox)<math>"),
    ("[see $\(wide)$](z)", "<a href=\"z\">see <span class=\"within formula scroll\"><math>"),
    ("a $w_1 x_1 + w_2 x_2 + b = 0$ b", "<p>a <math>"),
    ("a $\\begin{aligned} x &= 1 \\\\ x &= 2 \\\\ x &= 3 \\end{aligned}$ b", "<p>a <math>"),
  ])
  func scrollsWithinItsLineWhereItIsWide(_ text: String, _ start: String) {
    let html = ReadLesson(text).html
    #expect(html.contains(start), "\(html)")
  }

  private static let wide = (1...8).map { "w_\($0) x_\($0)" }.joined(separator: " + ")
  private static let scrollingBox =
    "<span class=\"within formula scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Equation\">"
  private static let scrollingName =
    "<span class=\"within formula scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(wide)\">"

  @Test(arguments: [
    ("## $x$", "<h2 id=\"x\" aria-label=\"x\">"),
    ("[*$x$* $y$](z)", "<a href=\"z\" aria-label=\"x y\">"),
    ("| $x$ |\n|---|", "<th scope=\"col\" aria-label=\"x\">"), ("## $x$ `y`", "<h2 id=\"x-y\">"),
    ("| $x$ y |\n|---|", "<th scope=\"col\">"),
  ])
  func givesANameToWhatHoldsNothingElse(_ text: String, _ tag: String) {
    #expect(ReadLesson(text).html.contains(tag))
  }

  @Test func isWordsInTheDescriptionOfAPicture() {
    #expect(ReadLesson("![of $x^2$](a)").html.contains(">of x^2<"))
  }

  @Test func showsAnUnknownMacroAsItIsWritten() {
    let html = ReadLesson("$a + \\fooo$").html
    #expect(html.contains("<mi>a</mi>") && html.contains("<mtext class=\"unknown\">\\fooo</mtext>"))
  }
}
