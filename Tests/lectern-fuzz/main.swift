import Foundation
import ReaderFuzzing

// Reads damaged files until its time is over:
//
//   swift run -c release --sanitize=address --scratch-path .build/fuzz lectern-fuzz --seconds 600
//
// `--first N` begins with the input of that number, by default 0. A trap names the input that it died of in the file
// `lectern-fuzz.input`; `--first N --seconds 0` reads that one alone.

/// The whole number behind an option.
func option(_ name: String, or standard: UInt64) -> UInt64 {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name) else { return standard }
  guard place + 1 < arguments.count, let number = UInt64(arguments[place + 1]) else {
    print("\(name) needs a whole number")
    exit(64)
  }
  return number
}

let first = option("--first", or: 0)
let end = ContinuousClock.now + .seconds(Double(option("--seconds", or: 60)))
let note = open("lectern-fuzz.input", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
var (number, tables, slowest) = (first, 0, (seconds: 0.0, number: first))
repeat {
  var text = Array("\(number)\n".utf8)
  pwrite(note, &text, text.count, 0)
  do throws(ReaderFuzz.Finding) {
    let start = ContinuousClock.now
    if try ReaderFuzz.tryInput(number) { tables += 1 }
    let seconds = (.now - start) / .seconds(1)
    if seconds > slowest.seconds { slowest = (seconds, number) }
  } catch {
    print(error)
    exit(1)
  }
  number += 1
} while ContinuousClock.now < end
unlink("lectern-fuzz.input")
print(
  "inputs \(first) to \(number - 1): nothing found; \(tables) had a table, the slowest was"
    + " \(slowest.number) with \(Int(slowest.seconds * 1_000)) ms")
