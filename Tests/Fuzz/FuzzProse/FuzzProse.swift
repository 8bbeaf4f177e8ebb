import Checks

// Running text: plain text, Markdown, web pages, XML of any kind. The first byte, a digit, chooses the
// role, which decides what is a question; any other byte leaves it to the text.

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = Fuzzing.bytes(start, size)
  let selector = (bytes.first ?? 0xFF) &- 0x30
  Fuzzing.read(Array(bytes.dropFirst()), selector: selector)
  return 0
}

@_cdecl("FuzzProse_main")
func main(_ count: Int32, _ arguments: Fuzzing.Arguments?) -> Int32 {
  Fuzzing.run(count, arguments, test)
}
