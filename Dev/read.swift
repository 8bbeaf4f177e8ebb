import Foundation
func FileHandleRead(_ p: String) -> [UInt8] { [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: p))) ?? Data()) }
