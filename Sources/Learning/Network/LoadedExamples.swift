/// Examples in memory, ready to be run through a network again and again.
struct LoadedExamples<Scalar: Real> {
  let rows: FeatureRows<Scalar>
  let truth: Truth<Scalar>

  var count: Int { truth.count }
}
