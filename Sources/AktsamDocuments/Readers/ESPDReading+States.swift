import AktsamText

extension ESPDReading {
  /// Decides for every question whether it was answered, left open, or switched off.
  ///
  /// Only questions that the tree leaves live can be unanswered: what stands below "in the case of
  /// yes" is switched off by a "no", and by an indicator that was itself left open.
  mutating func settleStates() {
    var blockers: [Int?] = []
    blockers.reserveCapacity(gates.count)
    // A gate always comes after the gate around it.
    for gate in gates {
      if gate.parent >= 0, let outer = blockers[gate.parent] {
        blockers.append(outer)
      } else {
        let isLive = gate.wantsYes ? saidYes[gate.controller] : saidNo[gate.controller]
        blockers.append(isLive ? nil : gate.controller)
      }
    }
    for (index, property) in properties.enumerated() {
      if document.questions[index].kind == .yesNo, saidYes[index] || saidNo[index] {
        // Lots may differ: the first value counts, but never a "no" over an adverse "yes".
        let isYes =
          saidYes[index]
          && (!saidNo[index] || document.questions[index].yesIsAdverse || startsWithYes(index))
        document.questions[index].value = isYes ? .yes : .no
      }
      let state: Question.State
      if isAnswered[index] {
        state = .answered
      } else if property.type != .question || document.questions[index].kind == .none {
        state = .notAsked
      } else if !isResponse {
        state = .unanswered
      } else if property.gate >= 0, let blocker = blockers[property.gate] {
        state = .switchedOff(by: blocker)
      } else {
        state = .unanswered
      }
      document.questions[index].state = state
    }
  }

  private func startsWithYes(_ question: Int) -> Bool {
    yesBlocks[question] == Int(document.questions[question].valueBlock)
  }

  /// Reports every "yes" to an exclusion ground, with what it says of self-cleaning.
  mutating func reportAdverse() {
    for criterion in criteria {
      let main = criterion.main
      guard main >= 0, document.questions[main].yesIsAdverse, yesBlocks[main] >= 0 else { continue }
      let name =
        criterion.name.isEmpty ? document.questions[main].label : criterion.name
      document.findings.append(
        ESPDMessages.adverse(
          name, selfCleaning: selfCleaning(below: main), place: place(ofBlock: yesBlocks[main])))
    }
  }

  /// Finds the description of self-cleaning measures: a text below an indicator of its own, which
  /// stands below the adverse answer.
  private func selfCleaning(below main: Int) -> ESPDMessages.SelfCleaning {
    var placeholder: Int?
    for (index, property) in properties.enumerated()
    where property.criterion == properties[main].criterion
      && document.questions[index].kind == .text && property.gate >= 0
    {
      let controller = gates[property.gate].controller
      guard gates[property.gate].wantsYes, controller != main,
        stands(gates[property.gate].parent, below: main)
      else { continue }
      let block = Int(document.questions[index].valueBlock)
      guard document.blocks.indices.contains(block) else { continue }
      let line = place(ofBlock: block).line
      guard ESPDPlaceholder.isFiller(document.string(document.blocks[block].text)) else {
        return .described(line: line)
      }
      placeholder = placeholder ?? line
    }
    return placeholder.map { .placeholder(line: $0) } ?? .missing
  }

  private func stands(_ gate: Int, below question: Int) -> Bool {
    var gate = gate
    while gate >= 0 {
      if gates[gate].controller == question, gates[gate].wantsYes { return true }
      gate = gates[gate].parent
    }
    return false
  }
}
