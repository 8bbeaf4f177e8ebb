/// Why the register could not do what was asked, and what to do about it.
package enum RegisterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no file at the path.
  case absent(path: String)
  /// A file that must not be overwritten is there already.
  case exists(path: String)
  /// The file is something else.
  case notARegister(path: String)
  /// A newer aktsam has written it.
  case newer(path: String)
  /// An older aktsam has written it, and it was opened for reading only.
  case older(path: String)
  /// Other programs kept it locked for too long.
  case busy(path: String)
  /// It cannot be read as it was written.
  case damaged(path: String, detail: String)
  /// The disk or the rights do not allow it.
  case unusable(path: String, detail: String)
  /// No gap, supplier or action has the name.
  case unknown(name: String)
  /// Several gaps or suppliers have the name.
  case ambiguous(name: String, candidates: [String])
  /// A value does not do.
  case invalid(field: String, value: String, wanted: String)
  /// The gap is closed.
  case closed(gap: String)
  /// The gap is not closed.
  case notClosed(gap: String)
  /// The action is settled.
  case settled(action: Int)
  /// The very same round is there.
  case alreadyAdded(round: Int)
  /// A later round of the same supplier is there.
  case outOfOrder(date: String, latest: String)

  package var description: String {
    switch self {
    case .absent(let path):
      "there is no register '\(path)'; check the path, or add a round to make one"
    case .exists(let path): "'\(path)' is there already; choose another name"
    case .notARegister(let path): "'\(path)' is not a register of aktsam; check the path"
    case .newer(let path):
      "the register '\(path)' was written by a newer aktsam; use that one to open it"
    case .older(let path):
      "the register '\(path)' was written by an older aktsam; open it for writing once, which brings it "
        + "up to date"
    case .busy(let path):
      "the register '\(path)' is kept locked by another program; try again when it is done"
    case .damaged(let path, let detail):
      "the register '\(path)' is damaged: \(detail); verify it and restore a backup"
    case .unusable(let path, let detail):
      "the register '\(path)' cannot be used: \(detail); check the folder, the rights and the space left"
    case .unknown(let name):
      "the register has nothing named '\(name)'; list shows the gaps and suppliers that it has"
    case .ambiguous(let name, let candidates):
      "'\(name)' may be \(candidates.map { "'\($0)'" }.joined(separator: " or ")); say which"
    case .invalid(let field, let value, let wanted): "\(field) wants \(wanted), not '\(value)'"
    case .closed(let gap): "the gap '\(gap)' is closed; reopen it first"
    case .notClosed(let gap): "the gap '\(gap)' is not closed; there is nothing to reopen"
    case .settled(let action): "action \(action) is settled; agree a new one"
    case .alreadyAdded(let round):
      "the same round is in the register already, as round \(round); nothing was added"
    case .outOfOrder(let date, let latest):
      "a round of \(latest) is in the register already; one of \(date) can no longer be added before it"
    }
  }
}
