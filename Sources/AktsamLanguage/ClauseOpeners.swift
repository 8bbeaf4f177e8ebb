/// Words that open a new clause, per language.
struct ClauseOpeners {
  /// Words that open a clause after a comma.
  let afterComma: Set<[UInt8]>
  /// Words that open a clause anywhere.
  let anywhere: Set<[UInt8]>
  /// Words that open a subordinate clause.
  let subordinate: Set<[UInt8]>

  init(language: String) {
    let lists: (comma: String, anywhere: String, subordinate: String) =
      switch language {
      case "sv":
        (
          "och att som där då eftersom när om medan så vilket vilka den det de vi utan",
          "men eftersom medan såvida", "som att om när där ifall vars vilka vilket"
        )
      case "nb", "nn", "da":
        (
          "og at som der da fordi når hvis om mens så hvilket den det de vi dersom me",
          "men fordi mens dersom", "som at om når der hvis dersom"
        )
      default:
        (
          "and which who where when if while because so that it they we although as or this these",
          "but because although whereas unless", "that which who whose if when where whom"
        )
      }
    func words(_ list: String) -> Set<[UInt8]> {
      Set(list.split(separator: " ").map { Array($0.utf8) })
    }
    afterComma = words(lists.comma)
    anywhere = words(lists.anywhere)
    subordinate = words(lists.subordinate)
  }
}
