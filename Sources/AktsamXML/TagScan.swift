internal import Glibc

/// Returns the start tag that has more than `limit` attributes and namespace declarations, or nil.
///
/// libxml2 compares every attribute of a tag with every other before it calls back: a tag of a
/// million would keep it busy for minutes. Such a tag is a long stretch without `<`, and those are
/// found without looking at most of the bytes.
///
/// - Complexity: O(n) in the number of bytes at worst; usually a small part of it.
func overloadedTag(in bytes: [UInt8], limit: Int) -> Range<Int>? {
  // The shortest attribute is written in five bytes: ` a=""`.
  let shortest = max(limit, 1) * 5
  return bytes.withUnsafeBytes { buffer -> Range<Int>? in
    guard let base = buffer.baseAddress else { return nil }
    var start = 0
    while buffer.count - start >= shortest {
      // After the last `<` of the window, since no stretch that long starts before it.
      var last = start + shortest - 1
      while last >= start, buffer[last] != UInt8(ascii: "<") { last -= 1 }
      if last >= start {
        start = last + 1
        continue
      }
      let rest = buffer.count - start
      let next = memchr(base + start, 0x3C, rest)
      let end = next.map { base.distance(to: UnsafeRawPointer($0)) } ?? buffer.count
      if start > 0, isOverloaded(buffer[start..<end], limit: limit) { return (start - 1)..<end }
      start = end + 1
    }
    return nil
  }
}

/// Whether the bytes after a `<` are a start tag with more than `limit` attributes.
private func isOverloaded(_ tag: Slice<UnsafeRawBufferPointer>, limit: Int) -> Bool {
  guard let first = tag.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
    return false
  }
  var count = 0
  var quote: UInt8 = 0
  for byte in tag {
    if quote != 0 {
      if byte == quote { quote = 0 }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
      count += 1
      if count > limit { return true }
    } else if byte == UInt8(ascii: ">") {
      return false
    }
  }
  return false
}
