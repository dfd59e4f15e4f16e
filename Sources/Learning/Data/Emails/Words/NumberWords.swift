/// Dates, times, amounts and codes.
enum NumberWords {
  static let lists: [String: [String]] = [
    "letter": "a b c d e f g h i j k l m n o p q r s t u v w x y z".words,
    "digit": "0 1 2 3 4 5 6 7 8 9".words,
    "consonant": "t n s r l d m k b p g h f v w c z x".words,
    "vowel": "a e i o u".words,
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".words,
    "month": """
    January February March April May June July August September October November December
    """.words,
    "date": [
      "{1-28} {month}", "{month} {1-28}", "{day} {1-28} {month}", "{1-12}/{10-28}/{2024-2026}",
      "{month} {1-9}, {2024-2026}", "{day} the {1-30}th",
    ],
    "time": [
      "{1-12} o'clock", "{7-12}:{1-5}5 am", "{1-9}:{1-5}0 pm", "{2-11}:30", "{8-20}:{0-5}5",
      "noon", "half past {two-twelve}", "quarter to {two-twelve}",
    ],
    "two-twelve": "two three four five six seven eight nine ten eleven twelve".words,
    "smallnumber": "two three four five six seven eight nine ten a dozen".words,
    "soon": [
      "soon", "this week", "next week", "by {day}", "tomorrow", "in the next few days",
      "before {date}", "within {2-10} days", "after {time}", "at the latest on {date}",
      "some time this {season}", "over the weekend", "today", "tonight",
    ],
    "season": "summer winter spring autumn fall christmas easter".words,
    "small": [
      "${1-9}9.95", "{1-12}0 dollars", "£{5-20}", "{3-20} euros", "${1-9}9", "£{1-6}.50",
      "€{1-9}5", "${2-90}.{10-99}",
    ],
    "amount": [
      "${1-9},000", "${1-9}00", "£{1-9}50", "${1-30},500", "{1-9}00 dollars",
      "{2-40} thousand euros",
      "£{1-9},{1-9}00.00", "€{1-20},000", "${110-990}.{10-99}", "${1-9},{100-999}",
    ],
    "fortune": [
      "${2-9}.{1-9} million", "{15-40} million dollars", "£{1-9}50,000", "€{1-9}.{1-9} million",
      "${1-30},500,000", "US${10-45},{1-9}00,000",
    ],
    "percent": ["{1-9}0 %", "{1-9}0%", "{1-9}5 percent", "{2-9}.{1-9} %", "{2-90} per cent"],
    "code": [
      "{letter}{letter}{1000-9999}", "{10000-999999}", "{letter}{10-99}-{1000-9999}",
      "{1000-9999}/{10-99}", "{letter}{letter}{letter}-{100-999}", "#{1000-99999}",
      "{scramble}{10-99}", "{100-999}-{1000000-9999999}", "{10-99}{letter}{100-999}{letter}",
    ],
    "scramble": [
      "{consonant}{vowel}{consonant}{consonant}{vowel}{consonant}",
      "{consonant}{vowel}{consonant}{vowel}{consonant}",
      "{vowel}{consonant}{consonant}{vowel}{letter}{letter}",
      "{letter}{letter}{letter}{letter}{letter}",
    ],
    "phone": [
      "555-{1000-9999}", "(555) {100-999}-{1000-9999}", "0{100-999} {100-999} {1000-9999}",
      "+{1-49} {100-999} {10000-99999}", "1-800-{1000000-9999999}", "x{1000-9999}",
    ],
    "size": ["{10-99} x {10-60} cm", "size {6-12}", "{2-20} kg", "{3-40} litres", "{10-90} pages"],
  ]
}
