/// Options that several commands share: a property of this type stands for all of them, in its place.
///
///     struct Train: Command {
///       @Option("The network.") var network: Reference<NetworkModel>
///       var training: TrainingOptions
///     }
public protocol SharedOptions: Codable, Sendable {}
