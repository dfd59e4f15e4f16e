import Foundation

/// The computer that the numbers come from.
enum Machine {
  /// Its processor, cores and load, in words.
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var text = "\(processor), \(cores) core\(cores == 1 ? "" : "s")"
    var load = [0.0]
    if getloadavg(&load, 1) == 1 { text += String(format: ", load %.2f", load[0]) }
    return text
  }

  private static var processor: String {
    let file = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = file.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return name ?? "unknown processor"
  }
}
