/// Things that are bought and sold. All brands are made up.
enum ProductWords {
  static let lists: [String: [String]] = [
    "company": [
      "{surnamehead}{surnametail} {trade}", "{surname} & {surname}", "{surname} {trade}",
      "{townhead}{towntail} {trade}", "{brandhead}{brandtail}", "{brandhead}{brandtail} {legal}",
      "{surname} and Sons", "{tree} {trade}", "{brandhead}{brandtail} {trade}", "{city} {trade}",
      "{surname} {legal}",
    ],
    "trade": """
    Services Books Bank Travel Insurance Partners Systems Foods Energy Garden Motors Music
    Trust Media Direct Consulting Software Supplies Logistics Properties Pharmacy Sports
    Furniture Optics Hotels Finance Press Holdings Airways Telecom Electric Labs Outfitters
    Group Store Outlet International Solutions Networks
    """.words,
    "legal": "Ltd Inc LLC plc GmbH Corp Limited Co.".words,
    "brandhead": """
    Nova Opti Sun Veri Blue True Net Pro Luma Aero Terra Medi Flex Alto Quick Micro Inter Poly
    Cyber Uni Vita Omni Zen Astra Primo Ecco Turbo Logi Data Magni Corda Velo Kilo Rapi Sol
    """.words,
    "brandtail": """
    ra tek line max soft com via nix ron dyne plex gen za lis mont tron vex ware star lux
    point mark cast bit form pack sys
    """.words,
    "brand": [
      "{brandhead}{brandtail}", "{surnamehead}{surnametail}", "{brandhead}{brandtail} {2-9}00",
    ],
    "goods": """
    book lamp jacket kettle camera phone laptop printer bicycle sofa desk blanket backpack tent
    radio headphones keyboard mirror carpet toaster umbrella scarf boots sandals raincoat
    notebook calendar puzzle guitar telescope drill ladder teapot vase suitcase wallet mattress
    bookshelf microphone tripod thermos skateboard rucksack apron candle easel cushion duvet
    toolbox wheelbarrow saucepan casserole corkscrew hammock lantern binoculars harmonica
    """.words,
    "clothes": """
    shirt dress coat shoes sweater trousers skirt hat gloves socks jeans blouse cardigan belt
    tie pyjamas suit waistcoat trainers handbag
    """.words,
    "medicine": [
      "tablets", "{drughead}{drugtail}", "pills", "{drughead}{drugtail}", "capsules", "vitamins",
      "cream", "{drughead}{drugtail}", "drops", "medication", "painkillers", "inhaler",
      "supplement", "antibiotics", "ointment", "{drughead}{drugtail} {10-90} mg", "syrup",
    ],
    "drughead": """
    Vita Cardo Dolo Neuro Slim Somni Aller Gastro Osteo Pura Reli Tensi Flexi Derma Immu Sana
    Calmo Ener Hepa Lipo Opta Roxa Zolo Medo Fluvo Keto
    """.words,
    "drugtail": """
    fen zol lax vex dine mol trex lin cor prim stat zine pan dex fil min sol tab
    """.words,
    "ailment": """
    headache cold flu back-pain allergy insomnia cough stress heartburn migraine eczema asthma
    arthritis hayfever indigestion snoring fatigue anxiety
    """.words,
    "software": [
      "{brandhead}{brandtail} Office", "{brandhead}{brandtail} Photo {2-12}",
      "{brandhead}{brandtail} Studio",
      "{brandhead}{brandtail} {2003-2026}", "{brandhead}{brandtail} Professional",
      "{brandhead}{brandtail} Antivirus", "{brandhead}{brandtail} Windows tools",
      "{brandhead}{brandtail} Writer", "{brandhead}{brandtail} CAD {3-14}",
    ],
    "watch": [
      "{surnamehead}{surnametail} Classic", "{brandhead}{brandtail} Chrono", "{surname} Automatic",
      "{brandhead}{brandtail} Diver", "{city} Gold", "{surnamehead}{surnametail} Titanium",
    ],
    "share": [
      "{brandhead}{brandtail} {trade}", "{townhead}{towntail} Mining", "{surname} Oil",
      "{brandhead}{brandtail} Biotech", "{surname} Uranium", "{country} Gold {legal}",
    ],
    "ticker": ["{letter}{letter}{letter}{letter}", "{letter}{letter}{letter}{letter}.OB"],
    "colour": """
    blue red green black white yellow grey brown silver purple orange pink navy beige golden
    turquoise crimson ivory lilac maroon olive
    """.words,
    "material": "leather wool cotton oak steel silk linen glass pine silver bamboo velvet".words,
  ]
}
