/// Food, weather, errands: what home is made of.
enum DailyWords {
  static let lists: [String: [String]] = [
    "dish": [
      "lasagne", "apple pie", "soup", "curry", "pancakes", "roast chicken", "salad", "risotto",
      "chocolate cake", "dumplings", "fish pie", "goulash", "quiche", "bread", "lemon tart",
      "stew", "noodles", "paella", "scones", "pizza", "ratatouille", "chili", "trifle", "moussaka",
      "gingerbread", "crumble", "meatballs", "couscous", "brownies", "pea soup", "tacos",
    ],
    "grocery": """
    milk bread eggs butter apples potatoes coffee tea cheese rice onions tomatoes flour sugar
    carrots bananas yoghurt lemons pasta salmon mushrooms spinach garlic honey oats almonds
    pears cucumber cinnamon basil mustard lentils raisins aubergine parsley
    """.words,
    "weather": """
    rain sunshine snow fog wind frost thunderstorms drizzle heat hail sleet clouds
    """.words,
    "furniture": """
    boiler sink window radiator fridge door lock dishwasher oven tap roof shower carpet fence
    gutter heater chimney thermostat doorbell washing-machine cupboard drain smoke-alarm
    """.words,
    "event": [
      "birthday party", "wedding", "picnic", "concert", "barbecue", "anniversary", "quiz night",
      "school play", "reunion", "garden party", "film night", "christening", "bonfire",
      "street party", "housewarming", "graduation", "carol concert", "book club", "jumble sale",
      "farewell drinks", "dinner",
    ],
    "errand": [
      "collect the {animal} from the vet", "bring a {dish}", "water the plants",
      "pick up {grocery} and {grocery}", "post the parcel", "return the library books",
      "drive {name} to the station", "feed the {animal}", "buy a card for {name}",
      "fetch the {goods} from {town}", "ring the plumber", "wrap the presents", "air the tent",
      "mow the lawn", "order the flowers", "charge the camera",
    ],
    "gift": [
      "a {goods}", "a {colour} {clothes}", "a voucher", "concert tickets", "a box of chocolates",
      "a {material} {goods}", "a plant", "a book about {hobby}", "a jigsaw", "a weekend in {city}",
      "flowers", "a {goods} and a card",
    ],
    "feeling": """
    happy tired proud excited relieved nervous grateful worried cheerful busy sad hopeful
    surprised puzzled delighted homesick curious sleepy
    """.words,
    "activity": [
      "went for a walk", "played cards", "painted the {houseroom}", "watched the rain",
      "cooked {dish}", "visited {town}", "tidied the {houseroom}", "met {name} and {name}",
      "planted {grocery}", "mended the {furniture}", "swam in the lake", "read all day",
      "built a snowman", "tried {hobby}", "took the {vehicle} to {town}", "baked {dish}",
      "picked blackberries", "sorted old photos", "flew a kite", "listened to the radio",
    ],
    "part": "handle lid battery motor hinge zip screen lens wheel switch spring".words,
    "body": "knee back shoulder ankle wrist elbow hip neck foot thumb".words,
  ]
}
