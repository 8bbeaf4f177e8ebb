import Foundation

/// Whether Python is at hand.
enum Python {
  /// What finds it.
  static let environment = URL(filePath: "/usr/bin/env")

  /// Whether it is there.
  static let isThere: Bool = {
    let result = try? Tool.launch(environment, ["python3", "--version"])
    return result?.status == 0
  }()
}
