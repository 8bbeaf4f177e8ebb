internal import AktsamText

extension Force {
  /// The order of firmness in a role.
  func strength(in role: DocumentRole) -> Int {
    switch self {
    case .obligation: role == .response ? 5 : 6
    case .practice: role == .contract ? 4 : 6
    case .intention: 3
    case .expectation: 2
    case .aspiration: 2
    case .permission: 1
    case .bare: 0
    }
  }
}
