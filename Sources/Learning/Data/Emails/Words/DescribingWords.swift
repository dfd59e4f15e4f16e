/// Words that fit anywhere, and the mixed bag that spam is padded with.
enum DescribingWords {
  static let lists: [String: [String]] = [
    "fine": """
    good great nice new special fine small big easy quick important interesting beautiful
    simple useful excellent wonderful perfect lovely modern fresh bright lasting unusual
    remarkable modest charming splendid reliable generous handsome sturdy elegant
    """.words,
    "poor": """
    old slow late difficult noisy broken tiring expensive confusing muddy awkward dusty
    gloomy wobbly patchy dreary clumsy chilly stubborn
    """.words,
    "abstract": """
    time life way world family money future health moment chance reason success trouble
    dream comfort freedom choice silence patience courage memory distance habit secret wisdom
    """.words,
    "verb": """
    see find think know take look believe imagine remember wonder notice follow carry gather
    discover wander whisper borrow measure polish hesitate stumble
    """.words,
    "padding": [
      "{abstract}", "{name}", "{verb}", "{town}", "{goods}", "{grocery}", "{fine}", "{subject}",
      "{lesson}", "{weather}", "{surname}", "{hobby}", "{animal}", "{document}", "{poor}",
      "{colour}", "{sport}", "{scramble}", "{month}", "{houseroom}", "{department}", "{module}",
      "{city}", "{feeling}", "{task}", "{material}", "{furniture}", "{event}", "{dish}",
    ],
  ]
}
