/// A value that paths name of a block's result, declared once: for the reference, for the check and for the run.
public struct NamedValue<Subject: LessonValue>: Sendable {
  /// The name in paths, with a point before each value within a value.
  fileprivate var name: String
  /// What it is, in a phrase.
  private let help: String
  /// What its type tells of it.
  private let shape: Shape
  /// Finds it in a result; nil where there is none.
  fileprivate let content: @Sendable (Subject) -> Value?
  /// Why a result will lack it; nil if it will be there.
  fileprivate var obstacle: @Sendable (Subject.Outline) -> String? = { _ in nil }
  /// Adds what is known of it beside its name and type.
  private var refine: @Sendable (inout Field, Subject.Outline) -> Void = { _, _ in }
  /// Whether it is one of the values of a record.
  fileprivate var isPart = false
  /// Whether the reference tells it after the others.
  fileprivate var isToldLast = false

  /// A value that every result has.
  ///
  /// - Parameters:
  ///   - name: the name in paths.
  ///   - help: what it is, in a phrase.
  ///   - content: finds it in a result; nil where there is none, as conditions tell before the run.
  public init<Content: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (Subject) -> Content?
  ) {
    self.name = name
    self.help = help
    shape = Content.shape
    self.content = { content($0)?.lessonValue }
  }

  /// Several values with one name, each a part with a point and a name of its own behind it. It is there if any part is.
  public static func record(_ name: String, _ help: String, of parts: [Self]) -> [Self] {
    var record = Self(name, help) { subject -> Value? in
      let members = parts.members(of: subject)
      return members.isEmpty ? nil : .record(members)
    }
    record = record.known { field, _ in field.shape = .record }
    record.obstacle = { outline in
      let isThere = parts.contains { $0.obstacle(outline) == nil }
      return isThere ? nil : parts.first?.obstacle(outline)
    }
    return [record] + parts.map { $0.part(of: name) }
  }

  private func part(of record: String) -> Self {
    var part = self
    part.name = "\(record).\(name)"
    part.isPart = true
    return part
  }
}

// MARK: - What only some results have, and what more is known

extension NamedValue {
  /// The value, which only some results have.
  ///
  /// - Parameter reason: what is said where a path names it in vain.
  public func exists(
    if condition: @escaping @Sendable (Subject.Outline) -> Bool, else reason: String
  ) -> Self {
    exists(unless: { condition($0) ? nil : reason })
  }

  /// The value, which only results have where nothing speaks against it; what does is said where a path names it in vain.
  public func exists(
    unless obstacle: @escaping @Sendable (Subject.Outline) -> String?
  ) -> Self {
    var value = self
    let earlier = self.obstacle
    value.obstacle = { earlier($0) ?? obstacle($0) }
    return value
  }

  /// The value, of which more is known before the run than its name and its type.
  public func known(
    _ refine: @escaping @Sendable (inout Field, Subject.Outline) -> Void
  ) -> Self {
    var value = self
    let earlier = value.refine
    value.refine = { field, outline in
      earlier(&field, outline)
      refine(&field, outline)
    }
    return value
  }

  /// The value, which the reference tells after all others, whose place it takes in some results.
  public func toldLast() -> Self {
    var value = self
    value.isToldLast = true
    return value
  }

  /// What is known of it before the run; nil where the result will not have it.
  fileprivate func field(in outline: Subject.Outline) -> Field? {
    guard obstacle(outline) == nil else { return nil }
    var field = Field(name, shape)
    refine(&field, outline)
    return field
  }

  fileprivate var declaration: ValueDeclaration { ValueDeclaration(name, help) }
}

// MARK: - All values of a result

extension Array {
  /// What is known of the values before the run.
  public func fields<Subject>(in outline: Subject.Outline) -> [Field]
  where Element == NamedValue<Subject> {
    compactMap { $0.field(in: outline) }
  }

  /// Why a result has no value of a name.
  public func reason<Subject>(ofMissing name: String, in outline: Subject.Outline) -> String?
  where Element == NamedValue<Subject> {
    first { $0.name == name }?.obstacle(outline)
  }

  /// The values of a result; those of records are within these.
  public func members<Subject>(of subject: Subject) -> [Value.Member]
  where Element == NamedValue<Subject> {
    compactMap { value in
      value.isPart ? nil : value.content(subject).map { Value.Member(value.name, $0) }
    }
  }

  /// The value of a name, found alone.
  public func member<Subject>(_ name: String, of subject: Subject) -> Value?
  where Element == NamedValue<Subject> {
    first { $0.name == name }?.content(subject)
  }

  /// The values as the reference tells them.
  public func declarations<Subject>() -> [ValueDeclaration] where Element == NamedValue<Subject> {
    (filter { !$0.isToldLast } + filter(\.isToldLast)).map(\.declaration)
  }
}
