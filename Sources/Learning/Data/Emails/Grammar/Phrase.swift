/// A piece of text with gaps, ready to be written out.
///
/// It is noted like this:
/// - `{town}`: any entry of the word list `town`; an entry may have gaps of its own
/// - `{the town}`: the same one wherever it occurs in one mail
/// - `{10-99}`: a number
/// - `[soon|next week|on {day}]`: one of these
struct Phrase: Sendable {
  /// A stretch of a phrase.
  enum Part: Sendable {
    case literal([UInt8])
    case choice([Phrase])
    case word(list: Int, isKept: Bool)
    case number(ClosedRange<Int>)
  }

  let parts: [Part]
}
