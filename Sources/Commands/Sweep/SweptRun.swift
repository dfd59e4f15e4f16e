/// The options of one run of a sweep.
struct SweptRun {
  /// The network, of which every option has one value.
  var network: NetworkBlock
  var settings: RunSettings
}
