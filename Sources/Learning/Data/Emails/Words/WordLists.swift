/// Every word list by the name that gaps use: `{town}` is an entry of the list `town`.
///
/// The commoner entries come first, since the first ones are drawn more often.
enum WordLists {
  static let all: [String: [String]] = [
    PeopleWords.lists, PlaceWords.lists, ProductWords.lists, NumberWords.lists, WorkWords.lists,
    DailyWords.lists, InternetWords.lists, DescribingWords.lists,
  ].reduce(into: [:]) { all, lists in
    all.merge(lists) { _, _ in preconditionFailure("two word lists of one name") }
  }
}
