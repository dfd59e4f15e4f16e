import Execution
import Testing

@Suite("Turns to speak")
struct SpeakingTurnsTests {
  @Test func keepWhatIsSaidBeforeItsTurn() {
    var turns = SpeakingTurns<String>()
    #expect(turns.say("a", by: 0) == ["a"])
    #expect(turns.say("b", by: 1) == [])
    #expect(turns.say("d", by: 2) == [])
    #expect(turns.say("c", by: 1) == [])
    #expect(turns.pass() == ["b", "c"])
    #expect(turns.current == 1)
    #expect(turns.say("again", by: 1) == ["again"])
    #expect(turns.pass() == ["d"])
    #expect(turns.pass() == [])
  }

  @Test func mayBeginWithNobody() {
    var turns = SpeakingTurns<String>(from: -1)
    #expect(turns.say("a", by: 0) == [])
    #expect(turns.pass() == ["a"])
  }
}
