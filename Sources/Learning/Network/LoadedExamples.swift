/// Examples in memory, ready to be run through a network again and again.
struct LoadedExamples<Scalar: Real> {
  let rows: FeatureRows<Scalar>
  let labels: [Int]

  var count: Int { labels.count }
}
