import AktsamClauses

/// Returns the candidate that is nearest to a word, or nil when none is near: see ``Suggestion``.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  Suggestion.nearest(to: word, among: candidates)
}
