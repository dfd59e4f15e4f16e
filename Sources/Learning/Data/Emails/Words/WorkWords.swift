/// What offices, schools and clubs talk about.
enum WorkWords {
  static let lists: [String: [String]] = [
    "document": """
    report contract invoice agenda spreadsheet draft proposal budget schedule presentation
    summary memo checklist forecast questionnaire minutes timesheet brochure manual policy
    statement handout plan roster survey audit leaflet ledger
    """.words,
    "project": [
      "{colour} {animal}", "the {surname} project", "the {town} office", "the new website",
      "the {company} account", "the warehouse move", "phase {smallnumber}", "the {season} campaign",
      "the {town} contract", "the annual report", "the pilot", "the {surname} file",
      "the data migration", "the training programme", "project {tree}", "deal {code}",
    ],
    "department": """
    sales accounting marketing legal purchasing engineering support personnel logistics
    research payroll maintenance production finance security scheduling design trading
    """.words,
    "module": """
    parser login cache importer scheduler renderer search checkout backup installer database
    editor dashboard compiler queue gateway profiler formatter exporter logger tokenizer
    settings billing notifications
    """.words,
    "bug": [
      "crash", "memory leak", "timeout", "race condition", "wrong total", "broken link",
      "missing icon", "off-by-one", "deadlock", "null pointer", "layout glitch", "regression",
      "encoding problem", "stack overflow", "rounding error", "flaky test", "stale lock",
    ],
    "subject": """
    maths history biology chemistry physics geography english music art french german
    spanish drama latin economics computing philosophy woodwork algebra geometry
    """.words,
    "lesson": """
    fractions photosynthesis volcanoes poetry electricity rivers planets grammar triangles
    magnets romans dinosaurs percentages rhythm democracy weather castles ecosystems
    """.words,
    "sport": """
    football tennis swimming running hockey cricket basketball volleyball rowing cycling
    badminton netball rugby athletics judo fencing sailing climbing table-tennis handball
    orienteering gymnastics curling
    """.words,
    "team": [
      "{town} Rovers", "{town} United", "the {animal}s", "{town} Wanderers", "the {colour} team",
      "{surname}'s team", "{town} Athletic", "the under {8-18}s", "the veterans", "the juniors",
    ],
    "hobby": """
    gardening knitting painting photography chess baking hiking pottery singing fishing sewing
    birdwatching astronomy carpentry origami sketching yoga dancing beekeeping embroidery
    calligraphy woodturning genealogy juggling
    """.words,
    "task": [
      "sign the form", "check the figures", "call the supplier", "book the room", "send the slides",
      "update the list", "review the draft", "order the paper", "confirm the numbers",
      "fix the printer", "test the backup", "write the summary", "renew the licence",
      "arrange a call", "file the receipts", "translate the leaflet", "count the stock",
      "proofread the brochure", "reconcile the accounts", "post the vacancy",
    ],
    "investment": [
      "shares", "funds", "property", "currency", "gold", "bonds", "energy", "real estate",
      "pensions", "oil", "crypto", "commodities", "start-ups",
    ],
    "degree": """
    bachelor master doctorate diploma certificate degree licence qualification
    """.words,
    "industry": """
    shipping mining textile banking farming construction tourism energy telecommunications
    forestry insurance publishing fishing education chemicals
    """.words,
  ]
}
