import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// What every request passes through.
@Suite struct MiddlewareTests {
  @Test(arguments: [
    ("localhost:8080", true), ("127.0.0.1:8080", true), ("[::1]:8080", true),
    ("LOCALHOST:8080", true), ("localhost", false), ("localhost:80", false),
    ("evil.example:8080", false), ("localhost.evil.example:8080", false), ("", false),
    ("localhost:8080:8080", false), ("[::1:8080", false), ("localhost:", false),
    ("127.0.0.1:8080@evil.example", false), ("127.0.0.2:8080", false),
  ])
  func onlyOwnNamesAreAnswered(authority: String, isOwn: Bool) {
    let check = HostCheck(settings: ServerSettings())
    #expect(check.isOwn(authority, port: 8_080) == isOwn)
  }

  @Test func aBoundNameIsAnswered() {
    var settings = ServerSettings()
    settings.host = "Office.example"
    #expect(HostCheck(settings: settings).isOwn("office.example:8080", port: 8_080))
    #expect(!HostCheck(settings: settings).isOwn("localhost:8080", port: 8_080))
    settings.host = "0.0.0.0"
    #expect(!HostCheck(settings: settings).isOwn("office.example:8080", port: 8_080))
    settings.token = "0123456789abcdef"
    #expect(HostCheck(settings: settings).isOwn("office.example:8080", port: 8_080))
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.8.8.8", true), ("localhost", true), ("::1", true),
    ("0.0.0.0", false), ("127.example.com", false), ("192.168.0.2", false), ("127.1", false),
  ])
  func loopbackIsKnown(host: String, isLoopback: Bool) {
    #expect(ServerSettings.isLoopback(host) == isLoopback)
  }

  @Test func anotherPortIsRefused() async throws {
    try await ServerFixture.run {
      $0.port = 8_080
    } _: { client, _ in
      try await client.execute(uri: "/api/v1/profiles", method: .get) { response in
        #expect(response.status == .misdirectedRequest)
        #expect(response.problem == "wrong-host")
        #expect(response.headers[.connection] == "close")
      }
    }
  }

  @Test(arguments: ["/", "/api/v1/profiles", "/nothing", "/api/v1/nothing", "/health/live"])
  func everyAnswerSaysWhatABrowserMayDo(path: String) async throws {
    try await ServerFixture.run { client, _ in
      try await client.execute(uri: path, method: .get) { response in
        #expect(response.headers[.contentSecurityPolicy] == SecurityHeaders.policy)
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        #expect(response.headers[.cacheControl] == "no-store")
        for name in [
          "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
        ] {
          #expect(response.headers[try #require(HTTPField.Name(name))] == "same-origin")
        }
        let number = response.headers[try #require(HTTPField.Name("X-Request-ID"))]
        #expect(number?.count == 32)
      }
    }
  }

  @Test func errorsAreForWhoAsked() async throws {
    try await ServerFixture.run { client, _ in
      try await client.execute(uri: "/api/v1/nothing", method: .get) { response in
        #expect(response.status == .notFound)
        #expect(response.problem == "not-found")
      }
      try await client.execute(uri: "/nothing", method: .get) { response in
        #expect(response.status == .notFound)
        #expect(response.headers[.contentType]?.hasPrefix("text/html") == true)
      }
    }
  }

  @Test func anotherMethodGetsToKnowTheRightOne() async throws {
    try await ServerFixture.run { client, _ in
      try await client.execute(uri: "/api/v1/check", method: .put) { response in
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "POST")
        #expect(response.problem == "method")
      }
      try await client.execute(uri: "/api/v1/profiles", method: .post) { response in
        #expect(response.headers[.allow] == "GET, HEAD")
      }
      try await client.execute(uri: "/api/v1/profiles", method: .head) { response in
        #expect(response.status == .ok)
      }
    }
  }

  @Test(arguments: [
    (nil, nil, true), ("http://localhost", nil, true), ("http://localhost", "same-origin", true),
    (nil, "none", true), ("null", nil, false), ("http://localhost:3000", nil, false),
    ("https://evil.example", nil, false), (nil, "cross-site", false), (nil, "same-site", false),
    ("http://localhost", "cross-site", false),
  ])
  func otherSitesChangeNothing(origin: String?, site: String?, isLetIn: Bool) async throws {
    try await ServerFixture.run { client, _ in
      var headers: HTTPFields = [.contentType: "text/plain"]
      headers[.origin] = origin
      if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
      try await client.execute(
        uri: "/api/v1/annotate?name=a.txt", method: .post, headers: headers,
        body: ByteBuffer(string: "We will.")
      ) { response in
        #expect(response.status == (isLetIn ? .ok : .forbidden))
      }
    }
  }

  @Test func formsWantTheTokenOfTheirBrowser() async throws {
    try await ServerFixture.run { client, server in
      let first = try await client.execute(uri: "/", method: .get)
      let cookie = try #require(first.headers[.setCookie])
      #expect(cookie.contains("HttpOnly"))
      #expect(cookie.contains("SameSite=Strict"))
      let visitor = String(cookie.prefix { $0 != ";" })
      let token = Secrets.formToken(
        cookie: String(visitor.dropFirst(Visitor.cookie.count + 1)), key: server.context.key)
      let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      for (cookie, text, status) in [
        (visitor, "csrf=\(token)", HTTPResponse.Status.seeOther),
        (visitor, "csrf=x", .forbidden), (visitor, "", .forbidden),
        ("\(Visitor.cookie)=\(String(repeating: "0", count: 32))", "csrf=\(token)", .forbidden),
        ("", "csrf=\(token)", .forbidden),
      ] {
        var headers = type
        headers[.cookie] = cookie.isEmpty ? nil : cookie
        try await client.execute(
          uri: "/login", method: .post, headers: headers, body: ByteBuffer(string: text)
        ) { response in
          #expect(response.status == status, "\(cookie) \(text)")
        }
      }
    }
  }

  @Test func theTokenLetsIn() async throws {
    let token = "a-token-that-is-long"
    try await ServerFixture.run {
      $0.token = token
    } _: { client, server in
      func status(_ path: String, _ headers: HTTPFields = [:]) async throws -> Int {
        try await client.execute(uri: path, method: .get, headers: headers).status.code
      }
      #expect(try await status("/") == 303)
      #expect(try await status("/api/v1/profiles") == 401)
      #expect(try await status("/metrics") == 401)
      #expect(try await status("/health/live") == 200)
      #expect(try await status("/login") == 200)
      #expect(try await status("/api/v1/profiles", [.authorization: "Bearer \(token)"]) == 200)
      #expect(try await status("/api/v1/profiles", [.authorization: "bearer  \(token)"]) == 200)
      #expect(try await status("/api/v1/profiles", [.authorization: "Bearer \(token)x"]) == 401)
      #expect(try await status("/api/v1/profiles", [.authorization: "Basic \(token)"]) == 401)
      let value = TokenCheck.cookieValue(token: token, key: server.context.key)
      #expect(try await status("/", [.cookie: "\(TokenCheck.cookie)=\(value)"]) == 200)
      #expect(try await status("/", [.cookie: "\(TokenCheck.cookie)=\(token)"]) == 303)
      let refused = try await client.execute(uri: "/api/v1/profiles", method: .get)
      #expect(refused.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      #expect(refused.problem == "unauthorized")
    }
  }

  @Test(arguments: [
    ("0.0.0.0", nil), ("192.168.0.2", nil), ("127.0.0.1", "short"),
    ("0.0.0.0", "with a blank in it!"),
  ])
  func noServerStartsWithoutWhatKeepsItSafe(host: String, token: String?) {
    var settings = ServerSettings()
    settings.host = host
    settings.token = token
    #expect(throws: WebServer.Failure.self) {
      try WebServer(settings, log: ServerFixture.quiet)
    }
  }

  @Test func languagesAreNegotiated() {
    #expect(PageLanguage(accepting: "sv-SE,sv;q=0.9,en;q=0.8") == .sv)
    #expect(PageLanguage(accepting: "de, nn;q=0.5, en;q=0.25") == .nb)
    #expect(PageLanguage(accepting: "en;q=0.1, sv;q=0.123456") == .sv)
    #expect(PageLanguage(accepting: "sv;q=0") == .en)
    #expect(PageLanguage(accepting: "sv;q=nan;q=1, ;;,,") == .en)
    #expect(PageLanguage(accepting: "") == .en)
  }
}
