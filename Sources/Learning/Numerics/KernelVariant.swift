import CKernels

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The kinds of CPU that the kernels are compiled for. All give the same bits.
///
/// `LECTERN_KERNELS` in the environment names the kind to use; a kind that the CPU does not have, or that does not exist,
/// leaves the choice to Lectern, which takes the widest vectors there are.
package enum KernelVariant: String, CaseIterable, Sendable {
  case baseline
  /// x86-64 with AVX2 and FMA.
  case avx2
  /// x86-64 with AVX-512.
  case avx512

  /// The kind that this process uses.
  package static let chosen: KernelVariant = {
    let named = getenv("LECTERN_KERNELS").flatMap { KernelVariant(rawValue: String(cString: $0)) }
    if let named, supported.contains(named) { return named }
    return supported.last ?? .baseline
  }()

  /// The kinds that this CPU can run, from narrow vectors to wide ones.
  package static var supported: [KernelVariant] {
    allCases.filter { lectern_supports($0.number) }
  }

  var number: lectern_variant {
    switch self {
    case .baseline: LECTERN_BASELINE
    case .avx2: LECTERN_AVX2
    case .avx512: LECTERN_AVX512
    }
  }
}
