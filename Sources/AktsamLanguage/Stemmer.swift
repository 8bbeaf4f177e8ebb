internal import CStemmer

/// A Snowball stemmer (https://snowballstem.org) of one language.
///
/// Not thread-safe: a task has its own. The result of the C function is copied at once, as it is
/// valid only until the next call.
final class Stemmer {
  private let handle: OpaquePointer?

  /// Creates the stemmer of a language code; one without a stemmer returns words as they are.
  init(language: String) {
    let names = [
      "en": "english", "sv": "swedish", "nb": "norwegian", "nn": "norwegian", "da": "danish",
    ]
    handle = names[language].flatMap { sb_stemmer_new($0, "UTF_8") }
  }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// Returns the stem of a word in lower case.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let handle, !word.isEmpty else { return word }
    return word.withUnsafeBufferPointer { buffer in
      guard let result = sb_stemmer_stem(handle, buffer.baseAddress, Int32(buffer.count)) else {
        return word
      }
      return Array(
        UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(handle))))
    }
  }
}
