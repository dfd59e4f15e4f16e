import LessonTesting
import Testing

/// Expects that reading a lesson finds these mistakes, each at its mark.
func expectMistakes(
  _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let lesson = ReadLesson(marked)
  #expect(lesson.messages == messages, sourceLocation: sourceLocation)
  #expect(lesson.markedText == marked, sourceLocation: sourceLocation)
}

/// Expects HTML for a lesson of prose.
func expectHTML(
  _ text: String, _ html: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(ReadLesson(text).html == html, sourceLocation: sourceLocation)
}
