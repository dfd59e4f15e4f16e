import Execution
import LessonTesting
import Notebook
import Testing

@Suite("Expressions")
struct ExpressionTests {
  private static let lesson = """
    ---
    params: {rate: 0.1, word: ham, index: 128, place: 2, end: -1, rule: adam, full: true, "no": false, quoted: "true"}
    ---
    ```{sample s}
    numbers: [3, 1, 2]
    text: ham
    ```
    ```{sample down}
    numbers: [3, 2, 1]
    ```
    ```{sample none}
    numbers: []
    ```
    ```{sample one}
    numbers: [0.1]
    ```

    """

  @Test(arguments: [
    ("1", "1"), ("1.0", "1.0"), ("1.5e3", "1500.0"), (".5", "0.5"), ("-2", "-2"), ("−2", "-2"),
    ("--2", "2"), ("-2.0", "-2.0"),
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 2 - 3", "5"), ("8 / 2 / 2", "2.0"),
    ("-2 * 3 + 1", "-5"), ("1 / 0", "inf"), ("-1 / 0", "-inf"), ("0 / 0", "nan"),
    ("'a b'", "a b"), ("\"it's\"", "it's"), ("$rate", "0.1"), ("${word}", "ham"),
    ("$rate * 10", "1.0"), ("$index", "128"), ("-$index", "-128"), ("$index * 2 - 1", "255"),
    ("s.size * 2", "6"), ("s.size - 5", "-2"), ("s.size * 2.0", "6.0"), ("s.size / 3", "1.0"),
    ("0 * -1", "0"), ("9007199254740990 + 1", "9007199254740991"),
    ("9007199254740992 + 1", "9007199254740992.0"), ("99999999999999999999", "1e+20"),
    ("4503599627370496 * 4096", "1.8446744073709552e+19"),
    ("s.size", "3"), ("s.text", "ham"), ("s.series", "[3.0, 1.0, 2.0]"), ("s.list[0]", "3.0"),
    ("s.series[-1]", "2.0"), ("s.series[-3]", "3.0"), ("s . list [ 1 ]", "1.0"),
    ("s.list[$place]", "2.0"), ("s.series[${end}]", "2.0"), ("s.list[-$place]", "1.0"),
    ("s.list[-$end]", "1.0"),
    ("min(s.series)", "1.0"), ("max(s.series)", "3.0"), ("argmin(s.series)", "20"),
    ("argmax(s.series)", "10"), ("argmin(s.list)", "1"), ("mean(s.list)", "2.0"),
    ("first(s.list)", "3.0"), ("last(s.series)", "2.0"), ("length(s.list)", "3"),
    ("abs(-3)", "3"), ("abs(s.list[1] - s.list[0])", "2.0"), ("finite(s.list)", "true"),
    ("sqrt(s.list[0] * 12)", "6.0"), ("sqrt(s.size - 1)", "1.4142135623730951"),
    ("s.list - down.list", "[0.0, -1.0, 1.0]"), ("s.list + 1", "[4.0, 2.0, 3.0]"),
    ("6 / s.list", "[2.0, 6.0, 3.0]"), ("-s.list", "[-3.0, -1.0, -2.0]"),
    ("s.series - down.series", "[0.0, -1.0, 1.0]"), ("2 * s.series", "[6.0, 2.0, 4.0]"),
    ("s.series - down.list", "[0.0, -1.0, 1.0]"), ("s.list - down.series", "[0.0, -1.0, 1.0]"),
    ("abs(s.list - down.list)", "[0.0, 1.0, 1.0]"), ("first(sqrt(s.list + 1))", "2.0"),
    ("max(abs(s.list - down.list))", "1.0"), ("argmin(-s.series)", "10"),
    ("sqrt(mean(s.list * s.list))", "2.160246899469287"), ("length(s.list - 1)", "3"),
    ("s[batch=32, rate=1].grid - 1", "[19.0, 1.0]"), ("min(s.grid[-1] - s.grid[0])", "-36.0"),
    ("s.rules + s.rules", "{rule=adam: 2; rule=momentum 0.5: 4}"),
    ("1 - s.rules", "{rule=adam: 0; rule=momentum 0.5: -1}"),
    ("abs(1 - s.rules)", "{rule=adam: 0; rule=momentum 0.5: 1}"), ("none.list - none.list", "[]"),
    ("sqrt(-1)", "nan"), ("sqrt(1 / 0)", "inf"), ("-sqrt(4)", "-2.0"),
    ("decreasing(down.series)", "true"), ("decreasing(s.series)", "false"),
    ("increasing(down.series)", "false"), ("increasing(one.series)", "true"),
    ("$full", "true"), ("$no", "false"), ("true", "true"), ("$full = true", "true"),
    ("$full = false", "false"), ("$no = false", "true"), ("$full != $no", "true"),
    ("$full == $no", "false"), ("false = false", "true"), ("$quoted = 'true'", "true"),
    ("finite(s.size)", "true"), ("finite(1 / 0)", "false"), ("diverges(0 / 0)", "true"),
    ("finite(s.list[-1])", "true"), ("diverges(s.series[0])", "false"),
    ("finite(s)", "true"), ("diverges(s)", "false"), ("diverges(s.grid)", "false"),
    ("decreasing(one.list)", "true"), ("length(none.list)", "0"),
    ("s[batch=32, rate=1].grid", "[20.0, 2.0]"), ("s[rate=0.1, batch=128].grid[-1]", "3.0"),
    ("s[batch=32].grid[1]", "{rate=0.1: 1.0; rate=1: 2.0}"), ("min(s.grid[-1])", "1.0"),
    ("s[batch=$index, rate=$rate].grid[0]", "30.0"), ("max(s[rate=1].grid[0])", "40.0"),
    ("s[rule=adam].rules", "1"), ("s[rule='adam'].rules", "1"), ("s[ rule = $rule ].rules", "1"),
    ("s[rule=\"momentum 0.5\"].rules", "2"), ("max(s.rules)", "2"),
    ("s.rules", "{rule=adam: 1; rule=momentum 0.5: 2}"),
    ("decreasing(s.grid)", "true"), ("argmin(s[batch=32, rate=1].grid)", "2"),
    ("1 < 2", "true"), ("s.size = 3", "true"), ("s.size == 3", "true"), ("s.size != 3", "false"),
    ("s.size ≥ 3", "true"), ("s.size ≤ 2", "false"), ("s.size ≠ 2", "true"), ("0/0 = 0/0", "false"),
    ("0/0 != 0", "true"), ("0/0 <= 0", "false"), ("s.text = 'ham'", "true"),
    ("$word = 'spam'", "false"),
    ("0.3 = 0.1 + 0.2", "false"), ("0.3 = 0.1 + 0.2 ± 1e-9", "true"), ("1 = 1.2 +/- 0.1", "false"),
    ("0.3 = 0.1 + 0.2 +- 1e-9", "true"), ("1 = 1.2 +-0.3", "true"), ("1 + -2", "-1"),
    ("0/0 = 1 ± 10", "false"), ("argmin(s.series) in [20, 49]", "true"),
    ("2 in [1 + 1, 2]", "true"),
    ("3 in [0, 2]", "false"), ("0/0 in [0, 1]", "false"), ("-1 in [-2, 0]", "true"),
  ])
  func haveValues(_ expression: String, _ value: String) {
    let text = Self.lesson + "\n```{claim}\n- 1 = 1\n```\n\n``{value} \(expression)``\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [])
    if lesson.messages.isEmpty { #expect(lesson.run().inlineTexts == [value]) }
  }

  @Test(arguments: [
    ("1 «+»", "something is missing here"), ("«#»", "'#' has no meaning here"),
    ("1 + «*» 2", "a value is missing before '*'"), ("(1 + «2»", "')' is missing here"),
    ("1 «2»", "the expression should end before this"),
    (
      "s.size «.2»f",
      "the expression should end before this: a format begins with a percent sign, such as %.2f"
    ),
    (
      "s.size«:».2f", "':' has no meaning here: a format begins with a percent sign, such as %.2f"
    ),
    ("s.size«:»d", "':' has no meaning here: a format begins with a percent sign, such as %.2f"),
    ("s.list[1«:»2]", "':' has no meaning here"),
    (
      "s.size«,» s.text",
      "the expression should end before this: where several paths may stand, they are a list: [a, b]"
    ),
    ("s.size > 90«%»", "'%' has no meaning here: write 0.9"),
    ("s.size in [99.9«%», 100%]", "'%' has no meaning here: write 0.999"),
    ("s.size > 7«%»2", "'%' has no meaning here"), ("s.size«%» > 1", "'%' has no meaning here"),
    ("s.size «=>» 3", "'=>' has no meaning here; did you mean '>='?"),
    ("s.size «=<» 3", "'=<' has no meaning here; did you mean '<='?"),
    ("s.size «<>» 3", "'<>' has no meaning here; did you mean '!='?"),
    (
      "1 < 2 «<» 3",
      "the expression should end before this: a claim compares two values; a range is x in [0.8, 0.9]"
    ),
    (
      "1 < 2 «and» 2 < 3",
      "the expression should end before this: there is no 'and'; each claim has a line of its own"
    ),
    (
      "finite(s) «or» 2 < 3",
      "the expression should end before this: there is no 'or'; each claim has a line of its own"
    ),
    (
      "«not» diverges(s)",
      "there is no 'not': claim the opposite, such as finite(x) for diverges(x) or a != b for a = b"
    ),
    (
      "«not»(diverges(s))",
      "there is no 'not': claim the opposite, such as finite(x) for diverges(x) or a != b for a = b"
    ),
    (
      "s.size in [«0.9, 0.1»]",
      "no number lies in this range: the smaller one stands first, as in [0.1, 0.9]"
    ),
    (
      "s.size in [«$rate, -1»]",
      "no number lies in this range: the smaller one stands first, as in [-1, 0.1]"
    ),
    ("1 = 1 ± «-1»", "a tolerance is at least 0, not -1"),
    ("s.size = 3 +/- «-$rate»", "a tolerance is at least 0, not -0.1"),
    ("«smax»(s.list)", "unknown function 'smax'; did you mean 'max'?"),
    ("«sin»(1)", "unknown function 'sin'; did you mean 'min'?"),
    (
      "«root»(2)",
      "unknown function 'root'; there are min, max, argmin, argmax, mean, first, last, length, abs, sqrt, finite, diverges, decreasing or increasing"
    ),
    ("«t».list", "unknown name 't'"),
    ("s.«lst»", "'s', a sample, has no 'lst'; did you mean 'list'?"),
    ("s.list«[3]»", "there are only 3 elements"), ("s.list«[-4]»", "there are only 3 elements"),
    ("none.list«[0]»", "there are only 0 elements"), ("s.size«[0]»", "a number has no elements"),
    ("s.list[«x»=1]", "an index is a whole number"),
    ("s.list[«1.5»]", "an index is a whole number"),
    ("s.list[«99999999999999999999»]", "an index is a whole number"),
    ("s.list[«$rate»]", "an index is a whole number, not '0.1'"),
    ("s.list[«-$rate»]", "an index is a whole number, not '-0.1'"),
    ("s.list[«$word»]", "an index is a whole number, not 'ham'"),
    ("s.list[-«$word»]", "a number is needed here, not text"),
    ("s.list[«$indx»]", "unknown parameter 'indx'; did you mean 'index'?"),
    ("s.list«[$index]»", "there are only 3 elements"),
    ("s.list[$place «+» 1]", "']' is missing here"),
    (
      "«s.list» = 1 ± 1",
      "a single number is needed here, not a list: pick a number with [-1], min(…) or the like"
    ),
    ("«s.series» < 1", "a series cannot be compared: pick a number with [-1], min(…) or the like"),
    (
      "«s.grid» < 1",
      "a series per combination cannot be compared: pick a run with [batch=32, rate=0.1] and a number with [-1], min(…) or the like"
    ),
    (
      "«s[batch=32].grid[-1]» > 0",
      "a number per combination cannot be compared: pick a run with [batch=…, rate=0.1], or a number with min(…) or the like"
    ),
    (
      "«min(s.grid)» in [0, 1]",
      "a single number is needed here, not a number per combination: pick a run with [batch=32, rate=0.1], or a number with min(…) or the like"
    ),
    ("«s.text» * 2", "a number is needed here, not text"),
    ("«s.text < 3»", "a number and a text cannot be compared"),
    ("«$full = 1»", "a number is not compared with what is true or false"),
    ("«$quoted = true»", "text is not compared with what is true or false"),
    ("«$full < true»", "true and false have no order: compare them with = or !="),
    ("$full = «finite(s.list)»", "a claim cannot be compared: let it stand by itself"),
    ("«$full» + 1", "a number is needed here, not true or false"),
    ("s.list[«$full»]", "an index is a whole number, not 'true'"),
    ("«true».list", "unknown name 'true'"),
    ("finite(«s.text»)", "'finite' is of a number, a series or a list, not of text"),
    ("decreasing(«s.size»)", "'decreasing' is of a series or a list, not of a number"),
    ("«finite(s.list)» = 1", "a claim cannot be compared: let it stand by itself"),
    ("min(«s.size»)", "'min' is of a series or a list, not of a number"),
    ("sqrt(«s.text»)", "a number is needed here, not text"),
    ("«s.list - one.list»", "arithmetic goes element by element, and here are 3 and 1"),
    ("2 * («one.series + s.series»)", "arithmetic goes element by element, and here are 1 and 3"),
    ("«s.series / one.list»", "arithmetic goes element by element, and here are 3 and 1"),
    ("«s.grid - s.list»", "arithmetic goes element by element, and here are 2 and 3"),
    ("«s.grid * s.rules»", "these are values of sweeps that do not vary the same"),
    ("s.list + «s.text»", "a number is needed here, not text"),
    ("s.list + «finite(s.list)»", "a number is needed here, not true or false"),
    ("«s» + 1", "a number is needed here, not a sample"),
    ("min(«s»)", "'min' is of a series or a list, not of a sample"),
    (
      "«s» < 1",
      "a sample cannot be compared: name one of its values, such as s.series"
    ),
    ("s.text = «s»", "a sample cannot be compared: a word in double quotes is text, \"s\""),
    ("«s» != $word", "a sample cannot be compared: a word in double quotes is text, \"s\""),
    ("s[batch=«$nope»].grid", "unknown parameter 'nope'"),
    ("s[batch=«$word»].grid", "the sweep has no batch=ham; it has 32 or 128"),
    ("«s»", "name a value of 's' here"),
    ("«$rat»", "unknown parameter 'rat'; did you mean 'rate'?"),
    ("s.grid[«batch»=32]", "an index is a whole number"),
    ("«\"»open", "'\"' has no meaning here"), ("«$»1", "'$' has no meaning here"),
    ("«1e999»", "'1e999' has no meaning here"), ("«½»", "'½' has no meaning here"),
    ("s[«btch»=32].grid", "the sweep does not vary 'btch'; did you mean 'batch'?"),
    ("s[batch=«33»].grid", "the sweep has no batch=33; it has 32 or 128"),
    ("s[batch=«ham»].grid", "the sweep has no batch=ham; it has 32 or 128"),
    (
      "s[rule=«adm»].rules",
      "the sweep has no rule=adm; it has adam or momentum 0.5"
    ),
    (
      "s[rule=«'momentum 0.9'»].rules",
      "the sweep has no rule=momentum 0.9; it has adam or momentum 0.5"
    ),
    ("s[rule=«3»].rules", "the sweep has no rule=3; it has adam or momentum 0.5"),
    ("s[rule=«s.list»].rules", "a number or a word is needed here, not a list"),
    ("s[rule=adam «momentum»].rules", "']' is missing here"),
    ("s[rule=«]».rules", "a value is missing before ']'"),
    ("s[batch=32, «batch»=128].grid", "the setting 'batch' is given twice"),
    ("s[batch=32, «batch»=32, rate=1].grid", "the setting 'batch' is given twice"),
    ("s[«batch»=32].list", "only a sweep's runs are selected by settings"),
    ("«s[batch=32]»", "name a value of 's' here; it has series, list, size, text, grid or rules"),
  ])
  func haveMistakesAtTheirPlaces(_ expression: String, _ message: String) {
    let text = Self.lesson + "\n``{value} \(expression)``\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [message])
    #expect(lesson.markedText == text)
  }

  @Test func suggestAWordThatTheSweepHas() {
    let lesson = CheckedLesson(
      Self.lesson + "\n`{value} s[rule=adm].rules`\n", commands: testCommands)
    #expect(lesson.plan.diagnostics.map(\.suggestion?.meant) == ["adam"])
  }

  @Test(
    arguments: ["(", "-", "min(", "1+(", "(1+("],
    [
      (110, "this expression is nested too deeply"),
      (20_000, "an expression has at most 500 words and signs"),
    ])
  func doNotExhaustTheStack(_ piece: String, _ expected: (count: Int, message: String)) {
    let text = "``{value} \(String(repeating: piece, count: expected.count))``\n"
    #expect(
      CheckedLesson(text, commands: testCommands).messages == [
        expected.message
      ])
  }

  @Test(arguments: [
    ("s.text «%.2f»", "'%.2f' is for a number, not for text"),
    ("s.series «%d»", "'%d' is for a number, not for a series"),
    ("s.grid[0] «%.1e»", "'%.1e' is for a number, not for a number per combination"),
  ])
  func takeFormatsThatFit(_ value: String, _ message: String) {
    let text = Self.lesson + "\n`{value} \(value)`\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [message])
    #expect(lesson.markedText == text)
  }

  @Test func ofABlockThatDidNotRunAreADash() {
    let text =
      "```{sample s}\nfails: true\n```\n\n`{value} s.size` `{value} min(s.list)` `{value} 1`\n"
    let lesson = CheckedLesson(text, commands: testCommands).run()
    #expect(lesson.inlineTexts == ["–", "–", "1"])
    #expect(lesson.missingValues == [], "why the block failed is told with the block")
  }

  @Test func ofNothingAreADash() {
    let text = Self.lesson + "\n`{value} min(none.list)` `{value} last(none.series) %.2f`\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [])
    let run = lesson.run()
    #expect(run.inlineTexts == ["–", "–"])
    let messages = ["warning: 'min' of nothing has no value", "warning: there are only 0 elements"]
    #expect(run.missingValues.messages == messages)
  }
}
