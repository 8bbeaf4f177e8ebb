internal import Aktsam
internal import AktsamClauses
internal import AktsamText
internal import Synchronization

/// The checkers of the profiles, made when they are first needed and shared by all requests that read
/// single texts: compiling the library takes longer than reading a sentence.
final class CheckerStore: Sendable {
  private let library: Library
  private let lexicon: (@Sendable (String) -> Lexicon?)?
  private let checkers = Mutex<[String: Checker]>([:])

  /// Creates an empty store.
  init(_ library: Library, lexicon: (@Sendable (String) -> Lexicon?)?) {
    self.library = library
    self.lexicon = lexicon
  }

  /// Returns the checker of a profile, made on the calling thread if need be.
  ///
  /// - Parameters:
  ///   - profile: the profile.
  ///   - options: how documents are read; of a few combinations the checker is kept.
  /// - Returns: the checker.
  func checker(_ profile: Profile, _ options: CheckOptions) -> Checker {
    let key =
      "\(profile.id) \(options.role.map(\.rawValue) ?? "-") \(options.documentLanguage ?? "-") "
      + "\(options.asOf ?? "-") \(options.annotating)"
    if let known = checkers.withLock({ $0[key] }) { return known }
    let made = Checker(library, profile: profile, options: options, lexicon: lexicon)
    checkers.withLock { checkers in
      if checkers.count >= 32 { checkers.removeAll() }
      checkers[key] = made
    }
    return made
  }
}
