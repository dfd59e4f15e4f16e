/// Examples in memory, ready to be run through a network again and again.
struct LoadedExamples<Scalar: Real> {
  let rows: FeatureRows<Scalar>
  let truth: Truth<Scalar>

  var count: Int { truth.count }
}

/// What a run learns from and is looked at with, in memory.
struct LoadedParts<Scalar: Real> {
  let training: LoadedExamples<Scalar>
  let validation: LoadedExamples<Scalar>?
}
