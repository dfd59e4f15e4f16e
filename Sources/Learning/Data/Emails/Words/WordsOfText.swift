extension String {
  /// The words of a text: how a plain word list is written down.
  var words: [String] {
    split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
