/// A layer's batch normalization at work: parameters, running numbers, and what the last batch was like.
///
/// Only the thread that trains uses it.
final class BatchNormalizer<Scalar: Real>: Sendable {
  let units: Int
  let scales: Buffer<Scalar>
  let shifts: Buffer<Scalar>
  private let means: Buffer<Scalar>
  private let variances: Buffer<Scalar>
  /// The sums of the last batch without mean and spread, capacity x units.
  private let normalized: Buffer<Scalar>
  /// One over the spread of each unit in the last batch.
  private let inverseSpreads: Buffer<Scalar>
  /// Room for a number per unit.
  private let batchMeans: Buffer<Scalar>
  private let batchVariances: Buffer<Scalar>

  init(_ normalization: Normalization<Scalar>, capacity: Int) {
    units = normalization.scales.count
    scales = Buffer(normalization.scales, filler: 0)
    shifts = Buffer(normalization.shifts, filler: 0)
    means = Buffer(normalization.means, filler: 0)
    variances = Buffer(normalization.variances, filler: 0)
    normalized = Buffer(count: capacity * units, repeating: 0)
    inverseSpreads = Buffer(count: units, repeating: 0)
    batchMeans = Buffer(count: units, repeating: 0)
    batchVariances = Buffer(count: units, repeating: 0)
  }

  /// What is to be kept of it.
  var normalization: Normalization<Scalar> {
    var normalization = Normalization<Scalar>(units: units)
    normalization.scales = scales.elements
    normalization.shifts = shifts.elements
    normalization.means = means.elements
    normalization.variances = variances.elements
    return normalization
  }

  /// Normalizes the sums of a batch, rows x units, in place.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func apply(to sums: UnsafeMutablePointer<Scalar>, rows: Int) {
    measure(sums, rows: rows)
    for unit in 0..<units {
      let variance = batchVariances.start[unit] + Normalization<Scalar>.epsilon
      inverseSpreads.start[unit] = 1 / variance.squareRoot()
    }
    for row in 0..<rows {
      let start = row * units
      for unit in 0..<units {
        let value = (sums[start + unit] - batchMeans.start[unit]) * inverseSpreads.start[unit]
        normalized.start[start + unit] = value
        sums[start + unit] = scales.start[unit] * value + shifts.start[unit]
      }
    }
    renew(rows: rows)
  }

  /// Turns the gradient with respect to the normalized sums of the last batch into that with respect to the sums, in
  /// place; the gradients of scales and shifts, summed over rows, go to where they are kept.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func carryBack(
    _ delta: UnsafeMutablePointer<Scalar>, rows: Int, scales scaleGradient: Buffer<Scalar>,
    shifts shiftGradient: Buffer<Scalar>
  ) {
    let (scaleSums, shiftSums) = (scaleGradient.start, shiftGradient.start)
    scaleSums.update(repeating: 0, count: units)
    shiftSums.update(repeating: 0, count: units)
    for row in 0..<rows {
      let start = row * units
      for unit in 0..<units {
        scaleSums[unit] += delta[start + unit] * normalized.start[start + unit]
        shiftSums[unit] += delta[start + unit]
      }
    }
    let count = Scalar(rows)
    for row in 0..<rows {
      let start = row * units
      for unit in 0..<units {
        let rest =
          count * delta[start + unit] - shiftSums[unit]
          - normalized.start[start + unit] * scaleSums[unit]
        delta[start + unit] = scales.start[unit] * inverseSpreads.start[unit] / count * rest
      }
    }
  }

  private func measure(_ sums: UnsafePointer<Scalar>, rows: Int) {
    let count = Scalar(rows)
    let (means, variances) = (batchMeans.start, batchVariances.start)
    means.update(repeating: 0, count: units)
    variances.update(repeating: 0, count: units)
    for row in 0..<rows {
      for unit in 0..<units { means[unit] += sums[row * units + unit] }
    }
    for unit in 0..<units { means[unit] /= count }
    for row in 0..<rows {
      for unit in 0..<units {
        let deviation = sums[row * units + unit] - means[unit]
        variances[unit] += deviation * deviation
      }
    }
    for unit in 0..<units { variances[unit] /= count }
  }

  private func renew(rows: Int) {
    let renewal = Normalization<Scalar>.renewal
    let correction = rows > 1 ? Scalar(rows) / Scalar(rows - 1) : 1
    for unit in 0..<units {
      means.start[unit] = (1 - renewal) * means.start[unit] + renewal * batchMeans.start[unit]
      variances.start[unit] =
        (1 - renewal) * variances.start[unit] + renewal * correction * batchVariances.start[unit]
    }
  }
}
