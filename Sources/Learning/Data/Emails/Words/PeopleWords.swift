/// Names of people and what they are to each other. All persons are made up.
enum PeopleWords {
  static let lists: [String: [String]] = [
    "name": firstNames,
    "sender": firstNames,
    "surname": surnames + ["{surnamehead}{surnametail}", "{surnamehead}{surnametail}"],
    "surnamehead": """
    Hart Ash Brad Brook Clay Cole Crow Dal Ed Elm Fair Farn Gar Glen Gold Green Had Hal Haw
    Haz Hol Kel King Kirk Lang Lin Lock Mar Mer Mill Nor Oak Pem Pren Rad Red Rock Row Sel
    Shel Stan Stock Tam Thorn Ty Wal Wake Wes Whit Win Wood York Sand Lam Ben Hen Rush
    """.words,
    "surnametail": """
    ley well ton ford field man wood more son ster wick worth ham den brook by land bourne
    combe croft dale gate hurst kin low mere ridge shaw stead stone ward way
    """.words,
    "title": "Mr Mrs Ms Dr Miss Prof Mr. Mrs. Dr.".words,
    "relative": """
    mum dad grandma grandpa sister brother aunt uncle cousin niece nephew mother father wife
    husband daughter son granny godmother twins grandson granddaughter stepson in-laws
    """.words,
    "job": """
    manager director accountant engineer secretary analyst consultant editor teacher nurse
    coordinator clerk assistant designer lawyer technician librarian supervisor buyer trainer
    architect treasurer planner receptionist chemist attorney broker agent auditor dispatcher
    caretaker administrator controller estimator translator paralegal surveyor
    """.words,
    "official": """
    manager director barrister auditor minister chief colonel engineer attorney secretary
    governor trustee banker ambassador accountant solicitor commissioner
    """.words,
    "animal": """
    dog cat rabbit puppy kitten hamster pony parrot tortoise hen goldfish budgie donkey
    hedgehog guinea-pig canary ferret spaniel terrier poodle beagle tabby
    """.words,
  ]

  private static let firstNames: [String] = """
    John Mary David Anna Michael Sarah James Laura Peter Susan Paul Emma Mark Karen Tom Linda
    Daniel Helen Robert Julia Chris Lisa Andrew Kate Steve Nicole Martin Ruth Kevin Jane Simon
    Amy Brian Claire George Rachel Richard Alice Alex Maria Frank Nina Henry Sophie Ben Diane
    Sam Ellen Jack Carol Oliver Grace Luke Rosa Adam Vera Eric Olga Ian Joan Matt Lucy Nick Eve
    Colin Megan Dennis Holly Philip Irene Gary Tessa Roger Paula Hugh Monica Leo Fiona Max Stella
    Victor Ivy Walter Nora Felix Hazel Oscar Pearl Arthur Bella Edgar Cora Hector Dora Ivan Edith
    Jonas Flora Kurt Greta Lars Heidi Milo Ingrid Nils Jenny Omar Kira Pablo Lena Quentin Mona
    Rafael Nadia Sven Odette Theo Petra Umar Ramona Viktor Sonia Wesley Tamara Xavier Ursula Yusuf
    Violet Amir Wendy Bruno Yvonne Cedric Zoe Dmitri Amina Elias Beatriz Farid Chiara Giorgio
    Delphine Hassan Esther Isaac Farah Jorge Gwen Kenji Hana Lorenzo Imani Mateo Jasmine Nikhil
    Keiko Otto Leila Priya Rajesh Mei Stefan Noor Tariq Oksana Uwe Parvati Vijay Rosalind Wei
    Saskia Yannick Thandi Anton Uma Boris Valentina Carlos Wilma Declan Xenia Emil Yasmin Finn
    Zainab Gareth Abigail Heath Bridget Idris Camille José Zoë André Chloë
    """.words

  private static let surnames: [String] = """
    Smith Jones Taylor Brown Evans Wilson Thomas Roberts Walker Wright Robinson Thompson White
    Hughes Edwards Martin Clarke Hall Turner Hill Cooper Ward Moore Baker Harris Morris Price
    Bell Kelly Murphy Cook Carter Parker Collins Bennett Gray Reed Cox Fisher Mason Marshall
    Hunter Rose Stone Webb Palmer Barnes Knight Lloyd Butler Russell Barker Stevens Jenkins
    Fletcher Nelson Hawkins Sharma Patel Khan Nguyen Garcia Lopez Rossi Novak Kowalski Schmidt
    Larsen Andersen Okafor Mensah Tanaka Suzuki Kim Chen Wong Silva Costa Moreau Dubois Janssen
    Weber Petrov Popescu Yilmaz Haddad Cohen Levi Eriksen
    """.words
}
