/// A lesson of 1,000 blocks that hardly compute: reading, checking and rendering is what they cost.
enum ManyBlocks {
  static let lesson = (1...250).reduce(into: "---\ntitle: A thousand blocks\n---\n") { text, part in
    text += """

      ## Part \(part)

      Four points, and a network that could tell them apart.

      ```{data points\(part)}
      source: builtin:xor
      ```

      ```{network net\(part)}
      layers: [2, 4, 2]
      activations: [sigmoid, softmax]
      ```

      ```{show}
      value: points\(part)
      ```

      It has `{value} net\(part).parameters` parameters.

      ```{expect}
      - net\(part).parameters = 22
      ```

      """
  }
}
