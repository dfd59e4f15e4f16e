/// Lectern's version, as reports and results name it.
public let lecternVersion = "0.1.0"
