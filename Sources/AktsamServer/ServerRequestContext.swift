internal import Hummingbird
internal import Logging
internal import NIOCore

/// What is known about a request while it is answered.
struct ServerRequestContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The number of the request, as the log and problems name it.
  var requestID = ""
  /// The language of pages.
  var language = PageLanguage.en
  /// What a form must send in its first field `csrf`; it belongs to the browser's own cookie.
  var formToken = ""
  /// The port that the request came in at; nil where there is none, as in tests.
  let localPort: Int?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    localPort = source.channel.localAddress?.port
  }

  /// Returns a part of the path by its name in the route, decoded; empty when there is none.
  func parameter(_ name: String) -> String {
    URLEncoding.decoded(Array((parameters.get(name) ?? "").utf8)[...], blanks: false)
  }

  /// Returns the cookie that keeps a language.
  func languageCookie(_ language: PageLanguage) -> Cookie {
    Cookie(
      name: PageLanguage.cookie, value: language.rawValue, maxAge: 31_536_000, path: "/",
      httpOnly: true, sameSite: .strict)
  }
}

/// A language of the pages.
enum PageLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Swedish.
  case sv
  /// Norwegian bokmål.
  case nb

  /// The cookie that keeps the choice.
  static let cookie = "aktsam-language"

  /// The language of a code such as `nn-NO`; nil for one that there are no pages in.
  init?(code: some StringProtocol) {
    switch code.split(separator: "-").first?.lowercased() {
    case "en": self = .en
    case "sv": self = .sv
    case "nb", "no", "nn", "da": self = .nb
    default: return nil
    }
  }

  /// The language that a browser likes best (RFC 9110, section 12.5.4); English when it likes none.
  init(accepting header: String) {
    var best = (quality: 0, language: PageLanguage.en)
    for part in header.prefix(1_000).split(separator: ",").prefix(32) {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let code = pieces.first, let language = PageLanguage(code: code) else { continue }
      let quality =
        pieces.dropFirst().first { $0.hasPrefix("q=") }
        .map { Self.thousandths($0.dropFirst(2)) } ?? 1_000
      if quality > best.quality { best = (quality, language) }
    }
    self = best.language
  }

  /// The value of a quality such as `0.8`, in thousandths.
  private static func thousandths(_ text: Substring) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, let one = Int(whole), (0...1).contains(one) else { return 0 }
    guard parts.count > 1 else { return one * 1_000 }
    let digits = parts[1].prefix(3)
    guard let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)),
      fraction >= 0
    else { return 0 }
    return min(1_000, one * 1_000 + fraction)
  }
}
