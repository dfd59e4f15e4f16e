import Learning

/// What training makes of a network: all of a run but the data that belong to another block.
struct TrainedNetwork: Sendable, Codable {
  var network: NetworkModel
  var history: History
}
