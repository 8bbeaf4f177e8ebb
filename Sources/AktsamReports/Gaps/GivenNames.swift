/// Given names that are usual in Sweden, Norway and Britain, for masking; none that is a common word.
enum GivenNames {
  /// Whether a word is a usual given name; of a double name the first half counts.
  static func contains(_ word: String) -> Bool {
    names.contains(String(word.lowercased().prefix { $0 != "-" }))
  }

  private static let names = Set(
    """
    adam agneta agnes aksel albert alexander alexandra alice alma amanda amelia amina anders andrea \
    andreas andrew anette anita ann anna anne annika anton arne arvid asbjørn astrid axel barbro benjamin \
    berit bengt bertil birgit birgitta bjarne björn bjørn britt camilla carina carl caroline catharina \
    cecilia charlotte christian christina christopher claes dagny daniel david ebba edvard eirik elin \
    elisabeth ella ellen elsa emil emily emma erik erika erling eskil espen eva filip fredrik frida \
    frode geir george gerd göran gunilla gunnar gustav håkan hanna hanne hannah hans harald harry helena \
    helene helge henrik henry hilde ida inga inger ingrid isabella isak ivar jakob jan james jenny jens \
    jessica joakim johan johanna johannes john jon jonas jonathan jorunn josefin julia jørgen jörgen kari karin \
    karl karolina kasper katarina katherine kerstin kirsten kjell klas knut kristian kristin kristina lars \
    laura lena leif lennart linda linnea linus lisa louise lovisa lucas lukas magnus maja malin marcus \
    maria marianne marie marit markus marta martin mary mathias mats matilda mattias mette michael mikael \
    mohamed mona monica nils nina nora ola olav ole oliver olivia olle olof oscar oskar ove patrik paul peder \
    pernille peter petra petter philip ragnar ragnhild rasmus rebecca richard robert robin roger roland rolf \
    rune runar samuel sanna sara sarah sebastian sigrid silje simon siri sofia sofie solveig staffan \
    stefan stig sture sune susanne svein sven sverre terje therese thomas thor tom tomas tommy \
    torbjörn tore torgeir tor torsten tove trond tuva ulf ulla ulrika vegard vera victor victoria \
    vidar viktor viktoria vilhelm vilma william wilma yngve yvonne zara åke åsa åse øystein øyvind örjan
    """.split(whereSeparator: \.isWhitespace).map { String($0) })
}
