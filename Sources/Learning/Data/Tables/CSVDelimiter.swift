/// What stands between two fields of a record.
public enum CSVDelimiter: UInt8, Sendable {
  case comma = 0x2C
  case tab = 0x09
}
