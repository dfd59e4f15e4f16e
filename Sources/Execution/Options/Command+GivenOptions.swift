extension Command {
  /// The options that the lesson gives, with their names and places, in the order of their declaration.
  ///
  /// - Parameter isMeant: the names to look at: of the others, the check of a block need not be certain.
  public func givenOptions(
    where isMeant: (String) -> Bool
  ) -> [(name: String, place: OptionPlace)] {
    OptionCollector.options(of: self).filter { isMeant($0.name) }
      .map { ($0.name, $0.declaration.projectedValue) }
      .filter(\.1.isGiven)
  }
}
