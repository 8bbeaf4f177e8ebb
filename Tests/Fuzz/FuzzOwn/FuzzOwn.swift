import Checks

// Our own formats: questionnaires, their answers, tenders.

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  Fuzzing.read(Fuzzing.bytes(start, size))
  return 0
}

@_cdecl("FuzzOwn_main")
func main(_ count: Int32, _ arguments: Fuzzing.Arguments?) -> Int32 {
  Fuzzing.run(count, arguments, test)
}
