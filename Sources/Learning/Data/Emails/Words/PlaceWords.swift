/// Towns, streets, rooms and journeys; most of the towns are made up.
enum PlaceWords {
  static let lists: [String: [String]] = [
    "town": [
      "London", "Boston", "Leeds", "{townhead}{towntail}", "Bristol", "Houston", "Denver", "York",
      "Dublin", "Chicago", "{townhead}{towntail}", "Austin", "Oxford", "Portland", "Seattle",
      "{townhead}{towntail}", "Cardiff", "Toronto", "Dallas", "Bath", "Glasgow", "Phoenix",
      "{townhead}{towntail}", "{townhead}{towntail}", "Port {surname}", "{surname} Bay",
    ],
    "townhead": """
    North South West East Black Bridge Castle Clear Cran Deer Fern Fox Grey Hazel High Iron
    Kings Lake Long Maple Marsh New Otter Peb Queens River Salt Silver Spring Stone Summer
    Swan Thistle Under Wild Willow Winter Wren Barn Birch Copper Drift
    """.words,
    "towntail": """
    field ton bury bridge ford mouth port wick ham haven hill mere pool stead vale water wood
    minster cliff cross gate
    """.words,
    "city": """
    Paris Rome Lisbon Vienna Prague Madrid Berlin Athens Barcelona Copenhagen Amsterdam
    Edinburgh Florence Venice Istanbul Stockholm Oslo Budapest Geneva Helsinki Krakow Munich
    Hamburg Brussels Lyon Porto Seville Naples Reykjavik Tallinn Riga Dubrovnik Marrakesh Cairo
    Tokyo Kyoto Sydney Melbourne Auckland Vancouver Montreal Lima Bogota Santiago Nairobi
    Singapore Bangkok Hanoi Delhi Mumbai Beijing Shanghai Seoul Honolulu Miami Orlando
    """.words,
    "country": """
    France Italy Spain Germany Portugal Ireland Canada Australia Greece Norway Sweden Turkey
    Poland Austria Switzerland Japan Mexico Brazil India Kenya Morocco Iceland Finland Croatia
    Hungary Nigeria Ghana Senegal Benin Togo Malaysia Thailand Vietnam Peru Chile Argentina
    """.words,
    "street": [
      "{surname} Street", "{surname} Road", "Station Road", "{tree} Avenue", "Church Lane",
      "Mill Lane", "{tree} Drive", "High Street", "{surname} Close", "Park Road", "Market Square",
      "{tree} Crescent", "{townhead}{towntail} Way", "{surname} Court",
    ],
    "tree": "Oak Elm Cedar Maple Chestnut Ash Beech Poplar Laurel Hawthorn Linden Juniper".words,
    "address": [
      "{1-250} {street}, {town}", "{1-99} {street}, {town} {10000-99999}",
      "P.O. Box {100-9999}, {town}",
      "Suite {100-900}, {1-250} {street}, {town}", "{1-40} {street}, {city}",
    ],
    "room": [
      "room {100-499}", "the small meeting room", "the library", "the canteen", "the main hall",
      "the conference room", "my office", "the lobby", "the {floor} floor", "building {1-9}",
      "the {colour} room", "the auditorium", "the workshop", "the annex", "the training centre",
    ],
    "floor": "first second third fourth fifth top ground".words,
    "venue": [
      "the {surname} Arms", "the town hall", "the {animal} and {animal}", "the village hall",
      "the park", "the museum", "the café on {street}", "the sports centre", "the old cinema",
      "the {tree} Tree", "the harbour", "the library", "the theatre", "the church hall",
      "the swimming pool", "the bandstand", "our place", "the station", "the community centre",
    ],
    "houseroom": """
    kitchen bathroom bedroom garden hall cellar attic garage balcony shed conservatory porch
    hallway laundry staircase
    """.words,
    "vehicle": """
    train bus flight ferry coach car taxi tram minibus bicycle rental shuttle van camper
    """.words,
    "airport": "Heathrow Gatwick Stansted Logan O'Hare Newark Schiphol Dulles Luton Changi".words,
    "lodging": [
      "hotel", "hostel", "guest house", "apartment", "cottage", "campsite", "bed and breakfast",
      "chalet", "farmhouse", "cabin", "inn", "lodge", "villa", "resort", "houseboat",
    ],
  ]
}
