/// Returns a name as a part of an id: letters and figures in lower case, anything else a hyphen.
///
/// Gap lists and the register make ids of it: the same gap has the same id in both.
package func slug(_ name: String) -> String {
  name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
}
