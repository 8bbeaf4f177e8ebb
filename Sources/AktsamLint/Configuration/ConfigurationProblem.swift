/// A slip in a configuration or a baseline: the run cannot start.
package struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path of the file as given.
  package var path: String
  /// The 1-based line; 0 = the file as a whole.
  package var line: Int
  /// The 1-based column, in Unicode scalars.
  package var column: Int
  /// What is wrong and what was expected: lower case, no full stop.
  package var message: String

  /// Creates a problem.
  package init(path: String, line: Int = 0, column: Int = 0, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// The problem as `path:line:column: message`.
  package var description: String {
    line > 0 ? "\(path):\(line):\(column): \(message)" : "\(path): \(message)"
  }
}
