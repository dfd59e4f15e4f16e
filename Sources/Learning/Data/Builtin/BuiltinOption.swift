/// Something that lessons can say of built-in sets; a set takes some of these.
public enum BuiltinOption: String, Sendable {
  case rows, columns, classes, shares, size, noise, factor, seed, text, label, scale
  case spamShare = "spam_share"
  case scaleTarget = "scale_target"
}
