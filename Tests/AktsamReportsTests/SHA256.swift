/// SHA-256 (FIPS 180-4), to check what the HTML report says about its own style sheet and script.
enum SHA256 {
  /// Returns the hash in base 64, as a Content-Security-Policy has it.
  static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = hash(Array(text.utf8)) + [0]
    var result = ""
    for start in stride(from: 0, to: 33, by: 3) {
      let word = bytes[start..<(start + 3)].reduce(0) { $0 << 8 | Int($1) }
      for shift in [18, 12, 6, 0] { result.append(letters[word >> shift & 63]) }
    }
    return String(result.dropLast()) + "="
  }

  static func hash(_ message: [UInt8]) -> [UInt8] {
    // The first bits of the fractional parts of roots of the first primes (4.2.2, 5.3.3).
    let primes = (2...311).filter { number in
      (2..<number).allSatisfy { number % $0 != 0 }
    }
    func fraction(_ root: Double) -> UInt32 {
      UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }
    let constants = primes.prefix(64).map { cubeRoot($0) }
    var state = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { index in
        padded[(start + index * 4)..<(start + index * 4 + 4)].reduce(UInt32(0)) {
          $0 << 8 | UInt32($1)
        }
      }
      for index in 16..<64 {
        let first = words[index - 15]
        let second = words[index - 2]
        words.append(
          words[index - 16] &+ (turn(first, 7) ^ turn(first, 18) ^ first >> 3)
            &+ words[index - 7] &+ (turn(second, 17) ^ turn(second, 19) ^ second >> 10))
      }
      var v = state
      for index in 0..<64 {
        let sum1 = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let one = v[7] &+ sum1 &+ choice &+ constants[index] &+ words[index]
        let sum0 = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [one &+ sum0 &+ majority, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
      }
      state = zip(state, v).map { $0 &+ $1 }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fraction of a cube root, by halving: exact, unlike a function of floats.
  private static func cubeRoot(_ number: Int) -> UInt32 {
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    func isBelow(_ value: UInt64) -> Bool {
      let square = value.multipliedFullWidth(by: value)
      // (value / 2^32)^3 <= number, in 192 bits.
      let low = square.low.multipliedFullWidth(by: value)
      let high = square.high.multipliedFullWidth(by: value)
      let (middle, carry) = low.high.addingReportingOverflow(high.low)
      let top = high.high + (carry ? 1 : 0)
      return top == 0 && middle >> 32 < UInt64(number)
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
