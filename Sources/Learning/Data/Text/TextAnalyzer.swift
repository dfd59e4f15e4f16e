/// Finds the terms of texts: their words of two and more characters in lower case, without stop words, or runs of them.
///
/// The rules of scikit-learn's `CountVectorizer`: lower case comes first, then words, then stop words, then n-grams.
struct TextAnalyzer: Sendable {
  private let ngrams: ClosedRange<Int>
  private let stopWords: TermTable

  init(settings: TFIDFSettings) {
    ngrams = settings.ngrams
    stopWords = TermTable(TextColumn(settings.stopWords.words))
  }

  /// Calls `body` with each term of a text, a term that occurs twice two times; terms live during the call only.
  func forEachTerm(of text: UnsafeBufferPointer<UInt8>, _ body: (Term) -> Void) {
    if ngrams == 1...1 {
      forEachWord(of: text, body)
    } else {
      forEachRun(of: text, body)
    }
  }

  private func forEachWord(of text: UnsafeBufferPointer<UInt8>, _ body: (Term) -> Void) {
    FoldedText(text).forEachWord { word in
      if stopWords.find(word) == nil { body(word) }
    }
  }

  private func forEachRun(of text: UnsafeBufferPointer<UInt8>, _ body: (Term) -> Void) {
    // The words with a space between two of them: an n-gram is a slice of it.
    var words: [UInt8] = []
    var wordRanges: [Range<Int>] = []
    forEachWord(of: text) { word in
      if !words.isEmpty { words.append(FoldedText.space) }
      wordRanges.append(words.count..<words.count + word.bytes.count)
      words.append(contentsOf: word.bytes)
    }
    words.withUnsafeBufferPointer { words in
      for length in ngrams where length <= wordRanges.count {
        for first in 0...wordRanges.count - length {
          let range = wordRanges[first].lowerBound..<wordRanges[first + length - 1].upperBound
          body(Term(UnsafeBufferPointer(rebasing: words[range])))
        }
      }
    }
  }
}
