internal import Aktsam
internal import HTTPTypes
internal import Hummingbird

/// Writes what arrives to the disk, within the limits: part by part of a form, or one file as it is.
struct UploadReceiver {
  private let settings: ServerSettings
  private let pool: WorkerPool
  private let folder: UploadFolder
  private(set) var upload: Upload
  private var paths = UploadPaths()
  private var parts = 0
  private var received = 0
  private var fieldBytes = 0
  private var part = Part.none
  private var isOpened = false
  /// Called with the fields before the first file is taken, and at the end.
  private let admit: @Sendable ([String: String]) throws(Problem) -> Void
  private var pending: [UInt8] = []

  private enum Part {
    case none
    case field(String, [UInt8])
    case file(FileWriter, Upload.File)
    case skipped
  }

  /// How many bytes are written at once.
  private static let chunk = 262_144

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - folder: where files are put.
  ///   - settings: the limits.
  ///   - pool: threads that wait for the disk.
  ///   - admit: called with the fields before the first file is taken; throws to refuse it.
  init(
    _ folder: UploadFolder, settings: ServerSettings, pool: WorkerPool,
    admit: @escaping @Sendable ([String: String]) throws(Problem) -> Void
  ) {
    self.folder = folder
    self.settings = settings
    self.pool = pool
    self.admit = admit
    upload = Upload(folder)
  }

  /// Takes the parts of a form.
  mutating func receive(_ body: RequestBody, boundary: String) async throws {
    var parser = MultipartParser(boundary: boundary)
    for try await buffer in body {
      try count(buffer.readableBytes)
      var events: [MultipartParser.Event] = []
      do {
        try parser.feed(buffer.readableBytesView) { events.append($0) }
      } catch let failure as MultipartParser.Failure {
        throw Self.problem(failure)
      }
      for event in events { try await take(event) }
    }
    do { try parser.finish() } catch { throw Self.problem(error) }
    try open()
  }

  /// Takes a whole body as one file.
  mutating func receive(_ body: RequestBody, name: String) async throws {
    try await take(.begin(MultipartHead(name: "file", filename: name)))
    for try await buffer in body {
      try count(buffer.readableBytes)
      try await take(.data(Array(buffer.readableBytesView)))
    }
    try await take(.end)
  }

  private mutating func count(_ bytes: Int) throws(Problem) {
    received += bytes
    guard received <= settings.maxUpload else {
      throw .tooLarge("a request may hold \(settings.maxUpload >> 20) MiB at most")
    }
  }

  private mutating func open() throws(Problem) {
    guard !isOpened else { return }
    isOpened = true
    try admit(upload.fields)
  }

  private mutating func take(_ event: MultipartParser.Event) async throws {
    switch event {
    case .begin(let head): try begin(head)
    case .data(let bytes): try await add(bytes)
    case .end: try await end()
    }
  }

  private mutating func begin(_ head: MultipartHead) throws {
    parts += 1
    guard parts <= settings.maxParts else {
      throw Problem.tooLarge("a request may hold \(settings.maxParts) files and fields at most")
    }
    guard let filename = head.filename else {
      part = .field(head.name, [])
      return
    }
    try open()
    // A form whose file was not chosen sends one without a name.
    guard !filename.isEmpty, let path = paths.path(for: filename) else {
      part = .skipped
      return
    }
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    if !parent.isEmpty { try FileAccess.makeFolder(folder.path + parent) }
    part = .file(
      try FileWriter(folder.path + path), Upload.File(path: path, size: 0, field: head.name))
  }

  private mutating func add(_ bytes: [UInt8]) async throws {
    switch part {
    case .none, .skipped: break
    case .field(let name, let value):
      // All fields of a request together: they are held in memory.
      fieldBytes += bytes.count
      guard fieldBytes <= settings.maxForm else {
        throw Problem.tooLarge("the fields may hold \(settings.maxForm >> 10) KiB at most")
      }
      part = .field(name, value + bytes)
    case .file(let writer, var file):
      file.size += bytes.count
      guard file.size <= settings.maxFile else {
        throw Problem.tooLarge("a file may hold \(settings.maxFile >> 20) MiB at most")
      }
      try folder.take(bytes.count)
      part = .file(writer, file)
      pending += bytes
      if pending.count >= Self.chunk { try await flush(writer) }
    }
  }

  private mutating func end() async throws {
    switch part {
    case .none, .skipped: break
    case .field(let name, let value):
      if upload.fields[name] == nil {
        upload.fields[name] = String(decoding: value, as: UTF8.self)
      }
    case .file(let writer, let file):
      try await flush(writer)
      try writer.close()
      upload.files.append(file)
    }
    part = .none
  }

  private mutating func flush(_ writer: FileWriter) async throws {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    try await pool.run { try writer.write(bytes) }
  }

  private static func problem(_ failure: MultipartParser.Failure) -> Problem {
    let detail =
      switch failure {
      case .headTooLong: "the head of a part is too long"
      case .badHead: "a part does not say which field it is"
      case .badBoundary: "what follows a boundary is neither a line end nor the end"
      case .truncated: "the form ends before its last boundary"
      }
    var problem = Problem(.badRequest, "malformed-form", detail)
    problem.closesConnection = true
    return problem
  }
}
