internal import Aktsam
internal import Synchronization

/// How many bytes the uploads that are on their way may take on the disk.
final class UploadBudget: Sendable {
  private let limit: Int
  private let used = Mutex(0)

  /// Creates a budget, in bytes.
  init(_ limit: Int) { self.limit = limit }

  /// Takes some; no when there is not so much left.
  func take(_ count: Int) -> Bool {
    used.withLock { used in
      guard used + count <= limit else { return false }
      used += count
      return true
    }
  }

  /// Gives some back.
  func give(_ count: Int) { used.withLock { $0 -= count } }
}

/// The folder of one upload. It goes when nobody needs it any more.
final class UploadFolder: Sendable {
  /// The path, with its closing `/`.
  let path: String
  private let budget: UploadBudget
  private let taken = Mutex(0)

  /// Makes a folder with a name that nobody can guess.
  ///
  /// - Parameters:
  ///   - parent: the folder that it lies in, with its closing `/`.
  ///   - budget: what uploads on their way may take.
  /// - Throws: when it cannot be made.
  init(in parent: String, budget: UploadBudget) throws {
    path = "\(parent)\(Secrets.random())/"
    self.budget = budget
    try FileAccess.makeFolder(path)
  }

  deinit {
    settle()
    FileAccess.remove(path)
  }

  /// Takes room for some bytes.
  ///
  /// - Throws: ``Problem`` when uploads on their way take all there is.
  func take(_ count: Int) throws(Problem) {
    guard budget.take(count) else {
      throw .busy("other uploads take all the room that there is; try again in a moment")
    }
    taken.withLock { $0 += count }
  }

  /// Says that the upload is complete: it is no longer on its way.
  func settle() {
    budget.give(
      taken.withLock { taken in
        defer { taken = 0 }
        return taken
      })
  }
}
