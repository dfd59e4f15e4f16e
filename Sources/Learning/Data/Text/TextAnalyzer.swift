/// Finds the terms of texts: their words of two and more characters in lower case, without stop words, or runs of them.
///
/// The rules of scikit-learn's `CountVectorizer`: lower case comes first, then words, then stop words, then n-grams.
struct TextAnalyzer {
  private static let space = UInt8(ascii: " ")

  private let ngrams: ClosedRange<Int>
  private let stopWords: TermTable
  /// The words of the text at hand, with a space between two of them: an n-gram is a slice of it.
  private var words: [UInt8] = []
  private var wordRanges: [Range<Int>] = []
  private var folded: [UInt8] = []

  init(settings: TFIDFSettings) {
    ngrams = settings.ngrams
    stopWords = TermTable(TextColumn(settings.stopWords.words))
  }

  /// Calls `body` with each term of a text, a term that occurs twice two times; the bytes live during the call only.
  mutating func forEachTerm(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    TextFolding.fold(text, into: &folded)
    collectWords()
    words.withUnsafeBufferPointer { words in
      for length in ngrams where length <= wordRanges.count {
        for first in 0...wordRanges.count - length {
          let range = wordRanges[first].lowerBound..<wordRanges[first + length - 1].upperBound
          body(UnsafeBufferPointer(rebasing: words[range]))
        }
      }
    }
  }

  private mutating func collectWords() {
    words.removeAll(keepingCapacity: true)
    wordRanges.removeAll(keepingCapacity: true)
    folded.withUnsafeBufferPointer { folded in
      var position = 0
      while position < folded.count {
        let start = position
        var characters = 0
        while position < folded.count, folded[position] != Self.space {
          // The bytes that continue a character in UTF-8 begin with the bits 10.
          if folded[position] & 0xC0 != 0x80 { characters += 1 }
          position += 1
        }
        let word = UnsafeBufferPointer(rebasing: folded[start..<position])
        if characters > 1, stopWords.find(word) == nil {
          if !words.isEmpty { words.append(Self.space) }
          wordRanges.append(words.count..<words.count + word.count)
          words.append(contentsOf: word)
        }
        position += 1
      }
    }
  }
}
