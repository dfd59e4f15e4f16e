/// Where the number that keeps a divisor from 0 is added: frameworks disagree, which shows where gradients are tiny.
public enum EpsilonConvention: String, CaseIterable, Sendable {
  case pytorch
  case keras
}
